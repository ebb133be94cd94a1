import { Interpreting as Interpretings, type MeetingKind } from '@ronghe/contract/council/meetings.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Choices, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput, TextInput, TimeInput } from '../../../../ui/inputs.tsx'
import { momentAt } from '../meeting-words.ts'
import { meetingWords } from '../words/words.ts'
import styles from './meetings-desk.module.css'

/** What a meeting is planned with, as it is being typed. */
export interface MeetingDraft {
  readonly kind: MeetingKind
  readonly day: string
  readonly from: string
  readonly to: string
  readonly place: string
  readonly childcare: boolean
  readonly interpreters: readonly Interpreting[]
}
type Interpreting = (typeof Interpretings.options)[number]

/** The times and the rest as the server takes them. */
export const planOf = ({ day, from, to, place, childcare, interpreters }: MeetingDraft) => ({
  place,
  childcare,
  startsAt: momentAt(day, from),
  endsAt: momentAt(day, to),
  interpreters: [...interpreters],
})

/** What is still missing, by field. */
export function useMissing() {
  const w = useWords(meetingWords)
  return ({ day, from, to, place }: MeetingDraft): Record<string, string> => ({
    ...(day ? {} : { day: w.needDay }),
    ...(from ? {} : { startsAt: w.needTime }),
    ...(to ? {} : { endsAt: w.needTime }),
    ...(place.trim() ? {} : { place: w.needPlace }),
  })
}

export function WhenFields({
  draft,
  change,
  errors,
}: {
  readonly draft: Pick<MeetingDraft, 'day' | 'from' | 'to'>
  readonly change: (change: Partial<MeetingDraft>) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const w = useWords(meetingWords)
  return (
    <div className={styles.pair}>
      <Field name="day" label={w.day} error={errors['day']}>
        <DateInput value={draft.day} onChange={(day) => change({ day })} />
      </Field>
      <Field name="startsAt" label={w.startTime} error={errors['startsAt']}>
        <TimeInput value={draft.from} onChange={(from) => change({ from })} />
      </Field>
      <Field name="endsAt" label={w.endTime} error={errors['endsAt']}>
        <TimeInput value={draft.to} onChange={(to) => change({ to })} />
      </Field>
    </div>
  )
}

export function PlaceField({
  place,
  change,
  error,
}: {
  readonly place: string
  readonly change: (place: string) => void
  readonly error: string | undefined
}) {
  const w = useWords(meetingWords)
  return (
    <Field name="place" label={w.place} hint={w.placeHint} error={error}>
      <TextInput value={place} onChange={change} maxLength={120} />
    </Field>
  )
}

export function OfferFields({
  draft,
  change,
}: {
  readonly draft: Pick<MeetingDraft, 'childcare' | 'interpreters'>
  readonly change: (change: Partial<MeetingDraft>) => void
}) {
  const w = useWords(meetingWords)
  return (
    <>
      <div className={styles.tick}>
        <Tick checked={draft.childcare} onChange={(childcare) => change({ childcare })} label={w.offerChildcare} />
      </div>
      <Choices
        name="interpreters"
        label={w.offerInterpreters}
        optional
        value={draft.interpreters}
        onChange={(interpreters) => change({ interpreters })}
        options={Interpretings.options.map((value) => ({ value, label: w.interpreting[value] }))}
      />
    </>
  )
}
