import { type Activity, addShifts, changeShift, listWork, type ShiftLine } from '@ronghe/contract/volunteers/activities.ts'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, NumberInput, TimeInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { refreshed } from '../shifts/refreshed.ts'
import styles from '../volunteers.module.css'
import { activityWords } from './words/words.ts'

/** A new shift, the same for some weeks, or another time for one that is there. */
export function ShiftForm({
  activity,
  shift,
  onDone,
}: {
  readonly activity: Activity
  readonly shift?: ShiftLine
  readonly onDone?: () => void
}) {
  const w = useWords(activityWords)
  const format = useFormat()
  const today = useToday()
  const [typed, setTyped] = useState({
    day: shift ? dayOf(new Date(shift.startsAt)) : '',
    from: shift ? format.time(shift.startsAt) : '09:00',
    until: shift ? format.time(shift.endsAt) : '11:00',
    minimum: (shift?.minimum ?? 2) as number | null,
    maximum: (shift?.maximum ?? 6) as number | null,
    special: 0 as number | null,
    weeks: 1 as number | null,
  })
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const add = useDeed(addShifts, { refreshes: [...refreshed, listWork], onDone: () => toast(w.sAdded) })
  const change = useDeed(changeShift, {
    refreshes: [...refreshed, listWork],
    onDone: () => {
      toast(w.sChanged)
      onDone?.()
    },
  })
  const deed = shift ? change : add
  const complete = typed.day && typed.from && typed.until && typed.minimum && typed.maximum
  const errors: Readonly<Record<string, string>> = { ...fieldErrorsOf(deed.error), ...(tried && !complete && { startsAt: w.sMissing }) }
  const send = (): void => {
    setTried(true)
    if (!complete || !typed.minimum || !typed.maximum) return
    // An end before the beginning lies after midnight.
    const last = typed.until <= typed.from ? dayOf(new Date(Date.parse(`${typed.day}T12:00:00+08:00`) + 86_400_000)) : typed.day
    const body = {
      startsAt: `${typed.day}T${typed.from}:00+08:00`,
      endsAt: `${last}T${typed.until}:00+08:00`,
      minimum: typed.minimum,
      maximum: typed.maximum,
      special: typed.special ?? 0,
      place: shift?.place ?? null,
    }
    if (shift) change.mutate({ params: { shiftId: shift.id }, body })
    else add.mutate({ params: { activityId: activity.id }, body: { ...body, weeks: typed.weeks ?? 1 } })
  }
  const needs = activity.needs.skill !== null || activity.needs.dialect !== null
  const title = shift ? w.sChange : w.addShift
  return (
    <Card title={title} className={styles.after}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={errors} label={title}>
        <Field label={w.sDay} name="startsAt" error={errors['startsAt']}>
          <DateInput value={typed.day} onChange={(day) => set({ day })} min={today} />
        </Field>
        <div className={styles.times}>
          <Field label={w.sFrom}>
            <TimeInput value={typed.from} onChange={(from) => set({ from })} />
          </Field>
          <Field label={w.sUntil} name="endsAt" error={errors['endsAt']}>
            <TimeInput value={typed.until} onChange={(until) => set({ until })} />
          </Field>
          <Field label={w.sMin} name="minimum" error={errors['minimum']}>
            <NumberInput value={typed.minimum} onChange={(minimum) => set({ minimum })} />
          </Field>
          <Field label={w.sMax} name="maximum" error={errors['maximum']}>
            <NumberInput value={typed.maximum} onChange={(maximum) => set({ maximum })} />
          </Field>
          {needs && (
            <Field label={w.sSpecial} name="special" error={errors['special']}>
              <NumberInput value={typed.special} onChange={(special) => set({ special })} />
            </Field>
          )}
          {!shift && (
            <Field label={w.sWeeks} hint={w.sWeeksHint} name="weeks" error={errors['weeks']}>
              <NumberInput value={typed.weeks} onChange={(weeks) => set({ weeks })} />
            </Field>
          )}
        </div>
        <Button type="submit" kind="quiet" wide busy={deed.isPending}>
          {shift ? w.sChange : w.sSave}
        </Button>
      </Form>
    </Card>
  )
}
