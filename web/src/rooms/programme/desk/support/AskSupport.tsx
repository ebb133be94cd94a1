import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { listSupport, requestSupport, SupportKind, SupportLevel } from '@ronghe/contract/programme/support.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput, Select, TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import type { Line } from './Support.tsx'
import { supportDeskWords } from './words/words.ts'
import { toCents } from './yuan.ts'

/** What an organ needs, asked for by somebody who holds a post in it. */
export function AskSupport({ onDone }: { readonly onDone: () => void }) {
  const w = useWords(supportDeskWords)
  const ui = useWords(uiWords)
  const text = useText()
  const { person } = useSession()
  const organs = useQuery(reading(listOrgans))
  const [typed, setTyped] = useState({
    organId: '',
    kind: 'place' as Line['kind'],
    what: '',
    yuan: null as number | null,
    hours: null as number | null,
    level: 'street' as Line['level'],
  })
  const [faults, setFaults] = useState<FieldErrors>({})
  const set = (part: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...part }))
  const deed = useDeed(requestSupport, {
    refreshes: [listSupport],
    onDone: () => {
      toast(w.asked)
      onDone()
    },
  })
  const mine = new Set(person?.posts.map(({ organId }) => organId))
  const own = (organs.data?.items ?? []).filter(({ id }) => mine.has(id))
  const organId = typed.organId || (own.length === 1 ? own[0]!.id : '')
  const hasHours = typed.kind === 'place' || typed.kind === 'equipment'
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const send = (): void => {
    const found: FieldErrors = {
      ...(organId === '' && { organId: w.organMissing }),
      ...(typed.what.trim() === '' && { what: w.whatMissing }),
      ...(typed.kind === 'money' && typed.yuan === null && { cents: w.amountMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const cents = typed.kind === 'money' && typed.yuan !== null ? toCents(typed.yuan) : null
    deed.mutate({
      body: { organId, kind: typed.kind, what: typed.what.trim(), cents, hours: hasHours ? typed.hours : null, level: typed.level },
    })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} errors={faults} error={deed.error} label={w.ask}>
      <Field label={w.organ} name="organId" error={errors['organId']} hint={own.length === 0 ? w.organNone : undefined}>
        <Select
          value={organId}
          onChange={(next) => set({ organId: next })}
          placeholder={ui.chooseOne}
          options={own.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      <Choice<Line['kind']>
        label={w.kind}
        name="kind"
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={SupportKind.options.map((value) => ({ value, label: w.kinds[value] }))}
      />
      <Field label={w.what} name="what" hint={w.whatHint} error={errors['what']}>
        <TextArea value={typed.what} onChange={(what) => set({ what })} rows={3} maxLength={500} />
      </Field>
      {typed.kind === 'money' && (
        <Field label={w.amountYuan} name="cents" error={errors['cents']}>
          <NumberInput value={typed.yuan} onChange={(yuan) => set({ yuan })} decimals />
        </Field>
      )}
      {hasHours && (
        <Field label={w.hours} name="hours" hint={w.hoursHint} error={errors['hours']} optional>
          <NumberInput value={typed.hours} onChange={(hours) => set({ hours })} />
        </Field>
      )}
      <Choice<Line['level']>
        label={w.level}
        name="level"
        value={typed.level}
        onChange={(level) => set({ level })}
        options={SupportLevel.options.map((value) => ({ value, label: w.levels[value] }))}
      />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.askDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
