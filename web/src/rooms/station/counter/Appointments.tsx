import { listAppointmentsOfDay, listSlots } from '@ronghe/contract/station/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShortcut } from '../../../platform/keyboard/shortcuts.ts'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { DateInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { BookFor } from './BookFor.tsx'
import { BookingsOfDay } from './BookingsOfDay.tsx'
import styles from './counter.module.css'
import { FindBooking } from './FindBooking.tsx'
import { dayAfter } from './minutes.ts'
import { counterWords } from './words/words.ts'

/** One day: who is expected, and which times are still free. */
export function Appointments() {
  const w = useWords(counterWords)
  const format = useFormat()
  const [today] = useState(() => dayOf(new Date()))
  const [day, setDay] = useState(today)
  const bookings = useQuery({ ...reading(listAppointmentsOfDay, { query: { day } }), refetchInterval: 20_000 })
  useShortcut('p', w.yesterday, () => setDay(dayAfter(day, -1)))
  useShortcut('n', w.tomorrow, () => setDay(dayAfter(day, 1)))
  return (
    <>
      <PageHeader
        title={w.appointmentsTitle}
        lead={`${format.day(day)} · ${bookings.data ? w.expected(bookings.data.items.filter(({ state }) => state !== 'cancelled').length) : ''}`}
      />
      <div className={styles.days}>
        <Button kind="quiet" icon="back" onPress={() => setDay(dayAfter(day, -1))}>
          {w.yesterday}
        </Button>
        <Field label={w.day}>
          <DateInput value={day} onChange={(next) => next !== '' && setDay(next)} />
        </Field>
        <Button kind="quiet" onPress={() => setDay(dayAfter(day, 1))}>
          {w.tomorrow}
        </Button>
        {day !== today && (
          <Button kind="plain" onPress={() => setDay(today)}>
            {w.today}
          </Button>
        )}
      </div>
      <div className={styles.page}>
        <Shown read={bookings}>{({ items }) => <BookingsOfDay day={day} items={items} />}</Shown>
        <div className={styles.aside}>
          {day === today && <FindBooking />}
          {day >= today && <FreeTimes day={day} />}
        </div>
      </div>
    </>
  )
}

function FreeTimes({ day }: { readonly day: string }) {
  const w = useWords(counterWords)
  const text = useText()
  const format = useFormat()
  const [chosen, setChosen] = useState<{ readonly id: string; readonly startsAt: string }>()
  const read = useQuery(reading(listSlots, { query: { from: day, days: 1 } }))
  return (
    <Card title={w.free}>
      <Shown read={read}>
        {({ days }) => {
          const [one] = days.filter((listed) => listed.day === day)
          if (one?.closed) return <Notice>{w.closedDay(text(one.closed))}</Notice>
          if (!one || one.slots.length === 0) return <p className="muted">{w.noSlots}</p>
          return (
            <ul className={styles.slots}>
              {one.slots.map((slot) => (
                <li key={slot.id}>
                  {slot.placesLeft === 0 ? (
                    <div className={styles.slot}>
                      <strong>{format.time(slot.startsAt)}</strong>
                      <span className="muted small">{w.placesLeft(0)}</span>
                    </div>
                  ) : (
                    <button
                      type="button"
                      className={styles.slot}

                      onClick={() => setChosen(slot)}
                    >
                      <strong>{w.bookAt(format.time(slot.startsAt))}</strong>
                      <span className="muted small">{w.placesLeft(slot.placesLeft)}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )
        }}
      </Shown>
      {chosen && <BookFor slot={chosen} onClose={() => setChosen(undefined)} />}
    </Card>
  )
}
