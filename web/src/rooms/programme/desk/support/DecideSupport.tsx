import { decideSupport, listSupport } from '@ronghe/contract/programme/support.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput, TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import type { Line } from './Support.tsx'
import { supportDeskWords } from './words/words.ts'
import { toCents } from './yuan.ts'

/** Granted or refused, always with the reason, because the ledger is public. */
export function DecideSupport({ line, onDone }: { readonly line: Line; readonly onDone: () => void }) {
  const w = useWords(supportDeskWords)
  const format = useFormat()
  const [granted, setGranted] = useState<'yes' | 'no'>()
  const [reason, setReason] = useState('')
  const [yuan, setYuan] = useState<number | null>(line.cents === null ? null : line.cents / 100)
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(decideSupport, {
    refreshes: [listSupport],
    onDone: () => {
      toast(w.done)
      onDone()
    },
  })
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const asksAmount = granted === 'yes' && line.cents !== null
  const save = (): void => {
    const found: FieldErrors = {
      ...(granted === undefined && { granted: w.grantMissing }),
      ...(asksAmount && yuan === null && { cents: w.amountMissing }),
      ...(reason.trim() === '' && { reason: w.reasonMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({
      params: { supportId: line.id },
      body: { granted: granted === 'yes', reason: reason.trim(), ...(asksAmount && yuan !== null && { cents: toCents(yuan) }) },
    })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.acts.decide}>
      <Choice<'yes' | 'no'>
        label={w.grant}
        name="granted"
        error={errors['granted']}
        value={granted}
        onChange={setGranted}
        options={[
          { value: 'yes', label: w.grantYes },
          { value: 'no', label: w.grantNo },
        ]}
      />
      {asksAmount && (
        <Field label={w.grantedAmount} name="cents" hint={w.grantedAmountHint(format.money(line.cents ?? 0))} error={errors['cents']}>
          <NumberInput value={yuan} onChange={setYuan} decimals />
        </Field>
      )}
      <Field label={w.decideReason} name="reason" hint={w.decideReasonHint} error={errors['reason']}>
        <TextArea value={reason} onChange={setReason} rows={3} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.decideDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
