import { setPinAtDesk } from '@ronghe/contract/people/desk.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { PinInput } from './PinInput.tsx'
import type { ResidentForm } from './ResidentDialog.tsx'
import { findWords } from './words/words.ts'

/** For whoever shares a number and was registered without a PIN, or forgot it. The person types; the clerk looks away. */
export function ChoosePin({ person, onDone }: ResidentForm) {
  const w = useWords(findWords)
  const [pin, setPin] = useState('')
  const [short, setShort] = useState(false)
  const deed = useDeed(setPinAtDesk, {
    onDone: () => {
      toast(w.choosePinDone)
      onDone()
    },
  })
  const save = (): void => {
    setShort(pin.length !== 4)
    if (pin.length === 4) deed.mutate({ params: { personId: person.id }, body: { pin } })
  }
  const errors = short ? { pin: w.pinMissing } : fieldErrorsOf(deed.error)
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={short ? errors : {}} error={deed.error} label={w.choosePin}>
      <p>{w.choosePinText}</p>
      <PinInput value={pin} onChange={setPin} error={errors['pin']} />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.choosePinDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
