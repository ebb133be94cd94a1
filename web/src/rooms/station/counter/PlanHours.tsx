import { addCounterHours, type CounterHours, endCounterHours, readCounterPlan } from '@ronghe/contract/station/counter-plan.ts'
import { listSlots } from '@ronghe/contract/station/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, NumberInput, Select, TimeInput } from '../../../ui/inputs.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import { clockOf, minuteOf } from './minutes.ts'
import { counterWords } from './words/words.ts'

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When the counter is open, weekday by weekday, and how many can book each time. */
export function PlanHours() {
  const w = useWords(counterWords)
  const format = useFormat()
  const read = useQuery(reading(readCounterPlan))
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<CounterHours>()
  const spanOf = ({ from, to }: CounterHours): string => w.span(clockOf(from), clockOf(to))
  return (
    <div className={styles.block}>
      <Shown read={read}>
        {({ hours }) => (
          <Table
            caption={w.hours}
            rows={hours.toSorted((a, b) => a.weekday - b.weekday || a.from - b.from)}
            rowKey={({ id }) => id}
            empty={<p className="muted">{w.hoursEmpty}</p>}
            columns={[
              { key: 'day', label: w.weekday, cell: ({ weekday }) => w.weekdays[weekday as Weekday] },
              { key: 'span', label: w.time, cell: spanOf },
              { key: 'book', label: w.appointment, cell: ({ capacity, slotMinutes }) => w.bookable(capacity, slotMinutes) },
              {
                key: 'end',
                label: w.actions,
                cell: (hours_) =>
                  hours_.until === null ? (
                    <Button kind="plain" onPress={() => setEnding(hours_)}>
                      {w.endHours}
                    </Button>
                  ) : (
                    w.until(format.day(hours_.until))
                  ),
              },
            ]}
          />
        )}
      </Shown>
      <ButtonRow>
        <Button kind="quiet" onPress={() => setAdding(true)}>
          {w.addHours}
        </Button>
      </ButtonRow>
      {adding && <AddHours onClose={() => setAdding(false)} />}
      {ending && (
        <EndHours
          hours={ending}
          title={`${w.weekdays[ending.weekday as Weekday]} ${spanOf(ending)}`}
          onClose={() => setEnding(undefined)}
        />
      )}
    </div>
  )
}

function AddHours({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(counterWords)
  const [weekday, setWeekday] = useState<(typeof weekdays)[number]>('1')
  const [from, setFrom] = useState('09:00')
  const [to, setTo] = useState('12:00')
  const [slotMinutes, setSlotMinutes] = useState<number | null>(20)
  const [capacity, setCapacity] = useState<number | null>(2)
  const [errors, setErrors] = useState<FieldErrors>({})
  const add = useDeed(addCounterHours, {
    refreshes: [readCounterPlan, listSlots],
    onDone() {
      toast(w.hoursSaved)
      onClose()
    },
  })
  const save = (): void => {
    const [start, end] = [minuteOf(from), minuteOf(to)]
    const faults: FieldErrors = {
      ...(start === undefined && { from: w.needTime }),
      ...(end === undefined && { to: w.needTime }),
      ...(slotMinutes === null && { slotMinutes: w.needNumber }),
      ...(capacity === null && { capacity: w.needNumber }),
    }
    setErrors(faults)
    if (start === undefined || end === undefined || slotMinutes === null || capacity === null) return
    add.mutate({ body: { weekday: Number(weekday), from: start, to: end, slotMinutes, capacity } })
  }
  const faultOf = (name: string) => errors[name] ?? fieldErrorsOf(add.error)[name]
  return (
    <Dialog title={w.addHours} open onClose={onClose}>
      <Form onSubmit={save} busy={add.isPending} errors={errors} error={add.error}>
        <Field label={w.weekday} name="weekday">
          <Select
            value={weekday}
            onChange={setWeekday}
            options={weekdays.map((day) => ({ value: day, label: w.weekdays[Number(day) as Weekday] }))}
          />
        </Field>
        <div className={styles.pair}>
          <Field label={w.from} name="from" error={faultOf('from')}>
            <TimeInput value={from} onChange={setFrom} />
          </Field>
          <Field label={w.to} name="to" error={faultOf('to')}>
            <TimeInput value={to} onChange={setTo} />
          </Field>
        </div>
        <div className={styles.pair}>
          <Field label={w.slotMinutes} name="slotMinutes" error={faultOf('slotMinutes')}>
            <NumberInput value={slotMinutes} onChange={setSlotMinutes} />
          </Field>
          <Field label={w.capacity} hint={w.capacityHint} name="capacity" error={faultOf('capacity')}>
            <NumberInput value={capacity} onChange={setCapacity} />
          </Field>
        </div>
        <ButtonRow>
          <Button type="submit" busy={add.isPending}>
            {w.saveHours}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

function EndHours({ hours, title, onClose }: { readonly hours: CounterHours; readonly title: string; readonly onClose: () => void }) {
  const w = useWords(counterWords)
  const [until, setUntil] = useState(() => dayOf(new Date()))
  const end = useDeed(endCounterHours, {
    refreshes: [readCounterPlan, listSlots],
    onDone({ affected }) {
      toast(w.hoursEnded(affected.length))
      onClose()
    },
  })
  return (
    <Dialog title={`${w.endHours} · ${title}`} open onClose={onClose}>
      <Form onSubmit={() => end.mutate({ params: { hoursId: hours.id }, body: { until } })} busy={end.isPending} error={end.error}>
        <Field label={w.endHours} name="until" error={fieldErrorsOf(end.error)['until']}>
          <DateInput value={until} onChange={setUntil} />
        </Field>
        <ButtonRow>
          <Button type="submit" busy={end.isPending}>
            {w.endIt}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
