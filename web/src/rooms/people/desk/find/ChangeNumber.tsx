import { listNumberChanges, requestNumberChange } from '@ronghe/contract/people/number-changes.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useNumbers } from '../../../../platform/numbers.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { PhoneInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import type { ResidentForm } from './ResidentDialog.tsx'
import { findWords } from './words/words.ts'

type Reason = 'new' | 'lost' | 'stolen'

/** The first of two: somebody else agrees before anything changes. */
export function ChangeNumber({ person, onDone }: ResidentForm) {
  const w = useWords(findWords)
  const numbers = useNumbers()
  const [phone, setPhone] = useState('')
  const [reason, setReason] = useState<Reason>()
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(requestNumberChange, {
    refreshes: [listNumberChanges],
    onDone: () => {
      toast(w.changeAsked)
      onDone()
    },
  })
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const found: FieldErrors = {
      ...(phone.length !== 11 && { phone: w.phoneMissing }),
      ...(reason === undefined && { reason: w.reasonMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length === 0 && reason) deed.mutate({ params: { personId: person.id }, body: { phone, reason } })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.change}>
      <p>{w.changeText(numbers.signIn.numberChangeDays)}</p>
      <Field label={w.changePhone} name="phone" error={errors['phone']}>
        <PhoneInput value={phone} onChange={setPhone} autoComplete="off" />
      </Field>
      <Choice<Reason>
        label={w.changeReason}
        name="reason"
        error={errors['reason']}
        value={reason}
        onChange={setReason}
        options={(['new', 'lost', 'stolen'] as const).map((value) => ({ value, label: w.changeReasons[value] }))}
      />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.changeDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
