import { deliverSupport, listSupport, receiveSupport, tellOutcome, withdrawSupport } from '@ronghe/contract/programme/support.ts'
import { useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import type { Line } from './Support.tsx'
import { supportDeskWords } from './words/words.ts'

interface LineForm {
  readonly line: Line
  readonly onDone: () => void
}

const useEnding = (onDone: () => void) => {
  const w = useWords(supportDeskWords)
  return {
    refreshes: [listSupport],
    onDone: () => {
      toast(w.done)
      onDone()
    },
  }
}

export function DeliverSupport({ line, onDone }: LineForm) {
  const w = useWords(supportDeskWords)
  const today = useToday()
  const [on, setOn] = useState(today)
  const deed = useDeed(deliverSupport, useEnding(onDone))
  return (
    <Form
      label={w.acts.deliver}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={() => deed.mutate({ params: { supportId: line.id }, body: { on } })}
    >
      <Field label={w.deliveredDay} name="on" error={fieldErrorsOf(deed.error)['on']}>
        <DateInput value={on} onChange={setOn} max={today} />
      </Field>
      <Do label={w.deliverDo} busy={deed.isPending} />
    </Form>
  )
}

/** The other half of handing over: whoever asked says that it is there. */
export function ReceiveSupport({ line, onDone }: LineForm) {
  const w = useWords(supportDeskWords)
  const deed = useDeed(receiveSupport, useEnding(onDone))
  return (
    <Form label={w.acts.receive} busy={deed.isPending} error={deed.error} onSubmit={() => deed.mutate({ params: { supportId: line.id } })}>
      <p>{w.receiveText}</p>
      <Do label={w.acts.receive} busy={deed.isPending} />
    </Form>
  )
}

export function TellOutcome({ line, onDone }: LineForm) {
  const w = useWords(supportDeskWords)
  const [outcome, setOutcome] = useState('')
  const [missing, setMissing] = useState(false)
  const deed = useDeed(tellOutcome, useEnding(onDone))
  const none = outcome.trim() === ''
  const errors: FieldErrors = missing && none ? { outcome: w.outcomeMissing } : {}
  const save = (): void => {
    setMissing(none)
    if (!none) deed.mutate({ params: { supportId: line.id }, body: { outcome: outcome.trim() } })
  }
  return (
    <Form label={w.acts.tellOutcome} busy={deed.isPending} errors={errors} error={deed.error} onSubmit={save}>
      <Field label={w.outcomeLabel} name="outcome" hint={w.outcomeHint} error={missing && none ? w.outcomeMissing : undefined}>
        <TextArea value={outcome} onChange={setOutcome} rows={4} maxLength={1000} />
      </Field>
      <Do label={w.outcomeDo} busy={deed.isPending} />
    </Form>
  )
}

export function WithdrawSupport({ line, onDone }: LineForm) {
  const w = useWords(supportDeskWords)
  const [reason, setReason] = useState('')
  const deed = useDeed(withdrawSupport, useEnding(onDone))
  return (
    <Form
      label={w.acts.withdraw}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={() => deed.mutate({ params: { supportId: line.id }, body: { reason: reason.trim() } })}
    >
      <Field label={w.withdrawReason} name="reason" error={fieldErrorsOf(deed.error)['reason']} optional>
        <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
      </Field>
      <Do label={w.withdrawDo} busy={deed.isPending} />
    </Form>
  )
}

const Do = ({ label, busy }: { readonly label: string; readonly busy: boolean }) => (
  <ButtonRow>
    <Button type="submit" busy={busy}>
      {label}
    </Button>
  </ButtonRow>
)
