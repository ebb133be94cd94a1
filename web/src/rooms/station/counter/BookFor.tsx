import { bookAppointmentAtDesk, listAppointmentsOfDay, listSlots } from '@ronghe/contract/station/appointments.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { FindPerson } from '../desk/paper/FindPerson.tsx'
import { usePersonCard } from '../desk/paper/person-card.ts'
import { ServicePicker } from './ServicePicker.tsx'
import { counterWords } from './words/words.ts'

/** A time for somebody who calls: first the person, then what for. */
export function BookFor({
  slot,
  onClose,
}: {
  readonly slot: { readonly id: string; readonly startsAt: string }
  readonly onClose: () => void
}) {
  const w = useWords(counterWords)
  const format = useFormat()
  const [person, setPerson] = useState<string>()
  return (
    <Dialog title={w.bookTitle(format.moment(slot.startsAt))} open onClose={onClose}>
      {person === undefined ? (
        <>
          <h3>{w.bookPerson}</h3>
          <FindPerson onChoose={setPerson} />
        </>
      ) : (
        <Book slot={slot.id} person={person} onOther={() => setPerson(undefined)} onDone={onClose} />
      )}
    </Dialog>
  )
}

function Book({
  slot,
  person,
  onOther,
  onDone,
}: {
  readonly slot: string
  readonly person: string
  readonly onOther: () => void
  readonly onDone: () => void
}) {
  const w = useWords(counterWords)
  const card = usePersonCard(person)
  const [services, setServices] = useState<readonly string[]>([])
  const [speaks, setSpeaks] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const book = useDeed(bookAppointmentAtDesk, {
    refreshes: [listAppointmentsOfDay, listSlots],
    onDone() {
      toast(w.booked)
      onDone()
    },
  })
  const save = (): void => {
    const faults: FieldErrors = services.length === 0 ? { services: w.needService } : {}
    setErrors(faults)
    if (services.length > 0)
      book.mutate({ body: { slot, person, services: [...services], ...(speaks.trim() !== '' && { speaks: speaks.trim() }) } })
  }
  return (
    <Form busy={book.isPending} errors={errors} error={book.error} onSubmit={save}>
      <p>
        {w.chosenPerson(card.data?.name ?? '…')}{' '}
        <Button kind="plain" onPress={onOther}>
          {w.changePerson}
        </Button>
      </p>
      <ServicePicker
        label={w.bookService}
        name="services"
        error={errors['services'] ?? fieldErrorsOf(book.error)['services']}
        value={services}
        onChange={setServices}
      />
      <Field label={w.drawSpeaks} hint={w.drawSpeaksHint} name="speaks" optional>
        <TextInput value={speaks} onChange={setSpeaks} maxLength={20} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={book.isPending}>
          {w.bookIt}
        </Button>
      </ButtonRow>
    </Form>
  )
}
