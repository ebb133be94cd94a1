import { type ReactNode, useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useToday } from '../../platform/today.ts'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../ui/Form.tsx'
import { DateInput, TextInput, TimeInput } from '../../ui/inputs.tsx'
import { meetingWords } from './meeting-words.ts'

export interface PlannedMeeting {
  readonly from: string
  readonly until: string
  readonly place: string
}

/** A day, from when until when, and where: for two people or for a group. `placeOptional` says what happens without a place. */
export function MeetingForm({
  label,
  submit,
  busy,
  error,
  placeOptional,
  onPlan,
  more,
}: {
  readonly label: string
  readonly submit: string
  readonly busy: boolean
  readonly error: unknown
  readonly placeOptional?: string
  readonly onPlan: (meeting: PlannedMeeting) => void
  readonly more?: ReactNode
}) {
  const w = useWords(meetingWords)
  const today = useToday()
  const [day, setDay] = useState('')
  const [from, setFrom] = useState('19:30')
  const [until, setUntil] = useState('20:30')
  const [place, setPlace] = useState('')
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const errors = { ...fieldErrorsOf(error), ...own }
  const plan = (): void => {
    const missing = {
      ...(day === '' ? { day: w.missing } : {}),
      ...(until <= from ? { until: w.untilLater } : {}),
      ...(place.trim() === '' && placeOptional === undefined ? { place: w.missing } : {}),
    }
    setOwn(missing)
    if (Object.keys(missing).length > 0) return
    onPlan({ from: `${day}T${from}:00+08:00`, until: `${day}T${until}:00+08:00`, place: place.trim() })
  }
  return (
    <Form label={label} onSubmit={plan} busy={busy} error={error} errors={own}>
      <Field label={w.day} name="day" error={errors['day']}>
        <DateInput value={day} onChange={setDay} min={today} />
      </Field>
      <Field label={w.from} name="from" error={errors['from']}>
        <TimeInput value={from} onChange={setFrom} />
      </Field>
      <Field label={w.until} name="until" error={errors['until']}>
        <TimeInput value={until} onChange={setUntil} />
      </Field>
      <Field
        label={w.place}
        name="place"
        hint={placeOptional ?? w.placeHint}
        error={errors['place']}
        optional={placeOptional !== undefined}
      >
        <TextInput value={place} onChange={setPlace} maxLength={80} />
      </Field>
      {more}
      <ButtonRow>
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
      </ButtonRow>
    </Form>
  )
}
