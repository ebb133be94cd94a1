import { MotionKind } from '@ronghe/contract/council/motion-states.ts'
import { readMotionRules } from '@ronghe/contract/council/motions.ts'
import { listCharterVersions } from '@ronghe/contract/council/charter-pages.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import type { FieldErrors } from '../../../ui/Form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import type { Writing } from './writing.ts'
import { motionWords } from './words/words.ts'

export interface Asking {
  readonly said: Writing
  readonly set: (part: Partial<Writing>) => void
  readonly missing: FieldErrors
}
type AskingOf = Asking & { readonly councilId: string }

export function AskTitle({ said, set, missing }: Asking) {
  const w = useWords(motionWords)
  return (
    <Field label={w.fieldTitle} name="title" error={missing['title']}>
      <TextInput value={said.title} onChange={(title) => set({ title })} maxLength={60} />
    </Field>
  )
}

export function AskLines({ said, set, missing }: Asking) {
  const w = useWords(motionWords)
  return (
    <Field label={w.fieldLines} name="lines" error={missing['lines']}>
      <TextArea value={said.text} onChange={(text) => set({ text })} rows={8} maxLength={6000} />
    </Field>
  )
}

export function AskReasons({ said, set, missing }: Asking) {
  const w = useWords(motionWords)
  return (
    <Field label={w.fieldReasons} name="reasons" error={missing['reasons']}>
      <TextArea value={said.reasons} onChange={(reasons) => set({ reasons })} rows={8} maxLength={2000} />
    </Field>
  )
}

export function AskDoer({ said, set, missing }: Asking) {
  const w = useWords(motionWords)
  const today = useToday()
  return (
    <>
      <Field label={w.fieldDoer} name="doer" error={missing['doer']}>
        <TextInput value={said.doer} onChange={(doer) => set({ doer })} maxLength={200} />
      </Field>
      <Field label={w.fieldByDay} name="byDay">
        <DateInput value={said.byDay} onChange={(byDay) => set({ byDay })} min={today} />
      </Field>
    </>
  )
}

export function AskCost({ said, set }: Asking) {
  const w = useWords(motionWords)
  return (
    <Field label={`${w.fieldCost} (${w.yuan})`} name="costCents">
      <TextInput value={said.yuan} onChange={(yuan) => set({ yuan })} maxLength={14} short />
    </Field>
  )
}

export function AskKind({ said, set, councilId }: AskingOf) {
  const w = useWords(motionWords)
  return (
    <>
      <Choice
        label={w.questions.kind}
        hideLabel
        value={said.kind}
        onChange={(kind) => set({ kind })}
        options={MotionKind.options.map((kind) => ({ value: kind, label: w.kinds[kind], hint: w.kindMeans[kind] }))}
      />
      {said.kind === 'charter' && <WhichCharter said={said} set={set} councilId={councilId} />}
      {said.kind === 'exclusion' && <WhichDelegate said={said} set={set} councilId={councilId} />}
    </>
  )
}

function WhichDelegate({ said, set, councilId }: Omit<AskingOf, 'missing'>) {
  const w = useWords(motionWords)
  return (
    <Shown read={useQuery(reading(readMotionRules, { params: { councilId } }))}>
      {({ seated }) => (
        <Field label={w.excluded} name="excludedTermId" hint={w.excludedHint}>
          <Select
            value={said.excludedTermId ?? ''}
            onChange={(id) => set({ excludedTermId: id || null })}
            placeholder={w.excludedNone}
            options={seated.map(({ termId, name }) => ({ value: termId, label: name }))}
          />
        </Field>
      )}
    </Shown>
  )
}

function WhichCharter({ said, set, councilId }: Omit<AskingOf, 'missing'>) {
  const w = useWords(motionWords)
  return (
    <Shown read={useQuery(reading(listCharterVersions, { params: { councilId } }))}>
      {({ items }) => {
        const drafts = items.filter(({ state }) => state === 'draft')
        return (
          <Field label={w.charterDraft} name="charterVersionId" hint={drafts.length === 0 ? w.charterNone : w.charterDraftHint}>
            <Select
              value={said.charterVersionId ?? ''}
              onChange={(id) => set({ charterVersionId: id || null })}
              options={drafts.map(({ id, number }) => ({ value: id, label: w.charterVersion(number) }))}
            />
          </Field>
        )
      }}
    </Shown>
  )
}

export function AskParties({ said, set, councilId }: AskingOf) {
  const w = useWords(motionWords)
  const text = useText()
  return (
    <>
      {(['government', 'social', 'residents'] as const).map((party) => (
        <Field key={party} label={w.fieldParties[party]} name={`roles.${party}`} optional>
          <TextInput
            value={said.roles[party] ?? ''}
            onChange={(words) => set({ roles: { ...said.roles, [party]: words } })}
            maxLength={300}
          />
        </Field>
      ))}
      <Shown read={useQuery(reading(readMotionRules, { params: { councilId } }))}>
        {({ organs, lanes }) => (
          <>
            <Field label={w.fieldAbout} name="aboutOrganId" hint={w.fieldAboutHint} optional>
              <Select
                value={said.aboutOrganId ?? ''}
                onChange={(id) => set({ aboutOrganId: id || null })}
                placeholder={w.aboutNone}
                options={organs.map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            </Field>
            <Field label={w.fieldLane} name="laneId" optional>
              <Select
                value={said.laneId ?? ''}
                onChange={(id) => set({ laneId: id || null })}
                placeholder={w.laneNone}
                options={lanes.map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            </Field>
          </>
        )}
      </Shown>
    </>
  )
}
