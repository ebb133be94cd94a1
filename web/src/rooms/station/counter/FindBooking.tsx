import { findAppointmentByPhone, listAppointmentsOfDay } from '@ronghe/contract/station/appointments.ts'
import { listQueueAtCounter } from '@ronghe/contract/station/counter.ts'
import { arriveForAppointmentAtDesk } from '@ronghe/contract/station/tickets.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput } from '../../../ui/inputs.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { counterWords } from './words/words.ts'

/** Somebody stands here and says the number it was booked with. */
export function FindBooking() {
  const w = useWords(counterWords)
  const format = useFormat()
  const [phone, setPhone] = useState('')
  const find = useDeed(findAppointmentByPhone)
  const arrive = useDeed(arriveForAppointmentAtDesk, {
    refreshes: [listAppointmentsOfDay, listQueueAtCounter],
    onDone({ ticket }) {
      toast(w.arrived(ticket.label))
      setPhone('')
      find.reset()
    },
  })
  return (
    <Card title={w.findByPhone}>
      <Form busy={find.isPending} error={find.error} onSubmit={() => find.mutate({ body: { phone } })}>
        <Field label={w.findByPhone} name="phone" error={fieldErrorsOf(find.error)['phone']}>
          <PhoneInput value={phone} onChange={setPhone} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" busy={find.isPending}>
            {w.findIt}
          </Button>
        </ButtonRow>
      </Form>
      {arrive.error && <RefusalLine error={arrive.error} />}
      {find.data && (
        <div role="status">
          {find.data.items.length === 0 ? (
            <p>{w.foundNone}</p>
          ) : (
            <CardList>
              {find.data.items.map(({ id, startsAt, person }) => (
                <CardItem
                  key={id}
                  title={`${format.time(startsAt)} · ${person}`}
                  end={
                    <Button kind="quiet" busy={arrive.isPending} onPress={() => arrive.mutate({ params: { bookingId: id } })}>
                      {w.arrive}
                    </Button>
                  }
                />
              ))}
            </CardList>
          )}
        </div>
      )}
    </Card>
  )
}
