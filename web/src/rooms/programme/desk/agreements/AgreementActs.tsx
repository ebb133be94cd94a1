import { type AgreementAct, type AgreementPage, stepAgreement } from '@ronghe/contract/programme/agreements.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useRef, useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { agreementReads } from './agreement-reads.ts'
import { agreementDeskWords } from './words/words.ts'

type Step = BodyOf<typeof stepAgreement>['what']

/** The steps its state allows, the next one first. */
export function AgreementActs({ found }: { readonly found: AgreementPage }) {
  const w = useWords(agreementDeskWords)
  const [act, setAct] = useState<AgreementAct>()
  const start = useRef<HTMLDivElement>(null)
  const acts = found.may.filter((one) => one !== 'edit' && one !== 'addMatter')
  return (
    <>
      <ButtonRow>
        {acts.map((one, place) => (
          <Button key={one} kind={one === 'end' ? 'careful' : place === 0 ? 'main' : 'quiet'} onPress={() => setAct(one)}>
            {w.acts[one]}
          </Button>
        ))}
        {found.may.includes('edit') && (
          <LinkButton kind="quiet" to="/agreements/$agreementId/edit" params={{ agreementId: found.id }}>
            {w.edit}
          </LinkButton>
        )}
      </ButtonRow>
      <Dialog title={act ? w.acts[act] : ''} open={act !== undefined} onClose={() => setAct(undefined)} startAt={start}>
        <div ref={start} tabIndex={-1} className={styles.dialog}>
          {act && <ActForm key={act} found={found} act={act} onDone={() => setAct(undefined)} />}
        </div>
      </Dialog>
    </>
  )
}

function ActForm({ found, act, onDone }: { readonly found: AgreementPage; readonly act: AgreementAct; readonly onDone: () => void }) {
  const w = useWords(agreementDeskWords)
  const today = useToday()
  const [typed, setTyped] = useState({
    note: '',
    on: today,
    document: '',
    startsOn: act === 'renew' ? (found.endsOn ?? today) : today,
    endsOn: '',
  })
  const [faults, setFaults] = useState<FieldErrors>({})
  const set = (part: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...part }))
  const deed = useDeed(stepAgreement, {
    refreshes: agreementReads,
    onDone: () => {
      toast(w.actsDone[act])
      onDone()
    },
  })
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const hasTerm = act === 'enterIntoForce' || act === 'renew'
  const save = (): void => {
    const blank = (value: string): boolean => value.trim() === ''
    const blanks: FieldErrors = {
      ...(act === 'sign' && blank(typed.on) && { 'what.on': w.missing }),
      ...(act === 'sign' && blank(typed.document) && { 'what.document': w.missing }),
      ...(hasTerm && blank(typed.startsOn) && { 'what.startsOn': w.missing }),
      ...(hasTerm && blank(typed.endsOn) && { 'what.endsOn': w.missing }),
      ...(act === 'end' && blank(typed.note) && { 'what.note': w.missing }),
    }
    setFaults(blanks)
    if (Object.keys(blanks).length > 0) return
    deed.mutate({ params: { agreementId: found.id }, body: { what: stepOf(act, typed) } })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.acts[act]}>
      {act === 'sign' && (
        <div className={styles.pair}>
          <Field label={w.signDay} name="what.on" error={errors['what.on']}>
            <DateInput value={typed.on} onChange={(on) => set({ on })} max={today} />
          </Field>
          <Field label={w.signDocument} name="what.document" error={errors['what.document']}>
            <TextInput value={typed.document} onChange={(document) => set({ document })} maxLength={100} />
          </Field>
        </div>
      )}
      {hasTerm && (
        <div className={styles.pair}>
          <Field label={w.startsOn} name="what.startsOn" error={errors['what.startsOn']}>
            <DateInput value={typed.startsOn} onChange={(startsOn) => set({ startsOn })} />
          </Field>
          <Field label={w.endsOn} name="what.endsOn" error={errors['what.endsOn']}>
            <DateInput value={typed.endsOn} onChange={(endsOn) => set({ endsOn })} min={typed.startsOn} />
          </Field>
        </div>
      )}
      <Field label={act === 'end' ? w.endNote : w.note} name="what.note" error={errors['what.note']} optional={act !== 'end'}>
        <TextArea value={typed.note} onChange={(note) => set({ note })} rows={3} maxLength={500} />
      </Field>
      <ButtonRow>
        <Button type="submit" kind={act === 'end' ? 'careful' : 'main'} busy={deed.isPending}>
          {w.acts[act]}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function stepOf(
  act: AgreementAct,
  typed: { readonly note: string; readonly on: string; readonly document: string; readonly startsOn: string; readonly endsOn: string },
): Step {
  const note = typed.note.trim()
  switch (act) {
    case 'sign':
      return { act, on: typed.on, document: typed.document.trim(), note }
    case 'enterIntoForce':
    case 'renew':
      return { act, startsOn: typed.startsOn, endsOn: typed.endsOn, note }
    default:
      return { act, note }
  }
}
