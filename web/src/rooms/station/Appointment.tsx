import { bookAppointment, listMyAppointments, listSlots, moveAppointment } from '@ronghe/contract/station/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf, useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useSearchText } from '../../platform/params.ts'
import { reading, useDeed, useRefresh } from '../../platform/queries.ts'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { toast } from '../../ui/Toast.tsx'
import { ServicesWanted } from './ServicesWanted.tsx'
import styles from './station.module.css'
import { visitWords } from './words/visit/words.ts'

const daysShown = 5

/** Booking a time, or moving one: what for, then when. */
export function Appointment() {
  const w = useWords(visitWords)
  const format = useFormat()
  const navigate = useNavigate()
  const moving = useSearchText('move')
  const asked = useSearchText('service')
  const [services, setServices] = useState<readonly string[]>(asked ? [asked] : [])
  const [speaks, setSpeaks] = useState('')
  const [slot, setSlot] = useState<string>()
  const [tried, setTried] = useState(false)
  const done = (said: (at: string) => string) => (booking: { readonly startsAt: string }) => {
    toast(said(format.moment(booking.startsAt)))
    void navigate({ to: '/visit', replace: true } as never)
  }
  const book = useDeed(bookAppointment, { refreshes: [listMyAppointments, listSlots], onDone: done(w.booked) })
  const move = useDeed(moveAppointment, { refreshes: [listMyAppointments, listSlots], onDone: done(w.moved) })
  const refresh = useRefresh()
  const deed = moving ? move : book
  const errors = {
    ...(!moving && services.length === 0 && { services: w.chooseOne }),
    ...(slot === undefined && { slot: w.chooseSlot }),
  }
  const submit = (): void => {
    setTried(true)
    if (slot === undefined || Object.keys(errors).length > 0) return
    // Somebody may have been quicker: then the times are read anew, and another one is chosen.
    const onError = (): void => {
      setSlot(undefined)
      setTried(false)
      void refresh(listSlots)
    }
    if (moving) move.mutate({ params: { bookingId: moving }, body: { slot } }, { onError })
    else book.mutate({ body: { slot, services: [...services], ...(speaks.trim() !== '' && { speaks: speaks.trim() }) } }, { onError })
  }
  return (
    <>
      <PageHeader title={moving ? w.moveTitle : w.book} back={{ to: '/visit' }} {...(!moving && { lead: w.bookLead })} />
      <Form onSubmit={submit} busy={deed.isPending} error={deed.error} errors={tried ? errors : {}}>
        {!moving && (
          <>
            <ServicesWanted services={services} onChange={setServices} error={tried ? errors.services : undefined} />
            <Field label={w.speaks} hint={w.speaksHint} name="speaks" optional>
              <TextInput value={speaks} onChange={setSpeaks} maxLength={20} short />
            </Field>
          </>
        )}
        <Slots service={services[0]} chosen={slot} onChoose={setSlot} />
        <Button type="submit" wide busy={deed.isPending}>
          {moving ? w.moveDo : w.bookDo}
        </Button>
      </Form>
    </>
  )
}

/** Free times, a few days at once; what is closed says why, what is full says so. */
function Slots({
  service,
  chosen,
  onChoose,
}: {
  readonly service: string | undefined
  readonly chosen: string | undefined
  readonly onChoose: (slot: string) => void
}) {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  const [today] = useState(() => dayOf(new Date()))
  const [from, setFrom] = useState(today)
  const read = useQuery(reading(listSlots, { query: { from, days: daysShown, ...(service !== undefined && { service }) } }))
  const shift = (days: number): void => setFrom(dayOf(new Date(Date.parse(`${from}T12:00:00+08:00`) + days * 86_400_000)))
  return (
    <fieldset id="field-slot" className={styles.plainSet} tabIndex={-1}>
      <legend>{w.when}</legend>
      <Shown read={read}>
        {({ days, until }) => (
          <>
            {days.map((day) => (
              <Card key={day.day} title={format.day(day.day)}>
                {day.closed ? (
                  <p className="muted">{w.closed(text(day.closed))}</p>
                ) : day.slots.every(({ placesLeft }) => placesLeft === 0) ? (
                  <p className="muted">{day.day === today ? w.todayOver : w.dayFull}</p>
                ) : (
                  <div className={styles.slots}>
                    {day.slots.map((slot) => (
                      <label key={slot.id} className={styles.slot}>
                        <input
                          type="radio"
                          name="slot"
                          value={slot.id}
                          checked={chosen === slot.id}
                          disabled={slot.placesLeft === 0}
                          onChange={() => onChoose(slot.id)}
                        />
                        <span>
                          {format.time(slot.startsAt)}{' '}
                          {slot.placesLeft === 0 ? (
                            <span className="small">{w.full}</span>
                          ) : (
                            <span className="small extra">{w.places(slot.placesLeft)}</span>
                          )}
                        </span>
                      </label>
                    ))}
                  </div>
                )}
              </Card>
            ))}
            <ButtonRow>
              {from > today && (
                <Button kind="quiet" onPress={() => shift(-daysShown)}>
                  {w.earlierDays}
                </Button>
              )}
              {(days.at(-1)?.day ?? from) < until && (
                <Button kind="quiet" onPress={() => shift(daysShown)}>
                  {w.laterDays}
                </Button>
              )}
            </ButtonRow>
            <p className="muted small">{w.until(format.day(until))}</p>
          </>
        )}
      </Shown>
    </fieldset>
  )
}
