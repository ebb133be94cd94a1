import { listLecturers, readRoomPlan } from '@ronghe/contract/school/course-desk.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput, Select, TimeInput } from '../../../../ui/inputs.tsx'
import { BothLanguages } from '../../../programme/desk/BothLanguages.tsx'
import { courseWords } from '../words/words.ts'
import styles from './course-desk.module.css'
import type { SessionDraft } from './session-draft.ts'
import { courseDeskWords } from './words/words.ts'

/** When, where and with whom a class is held. */
export function SessionFields({
  draft,
  change,
  errors,
}: {
  readonly draft: SessionDraft
  readonly change: (part: Partial<SessionDraft>) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const rooms = useQuery(reading(readRoomPlan, { query: {} })).data?.rooms ?? []
  const lecturers = useQuery(reading(listLecturers)).data?.items ?? []
  return (
    <>
      <div className={styles.pair}>
        <Field name="day" label={w.sessionDay} error={errors['day']}>
          <DateInput value={draft.day} onChange={(day) => change({ day })} />
        </Field>
        <Field name="startsAt" label={w.from} error={errors['startsAt']}>
          <TimeInput value={draft.from} onChange={(from) => change({ from })} />
        </Field>
        <Field name="endsAt" label={w.to} error={errors['endsAt']}>
          <TimeInput value={draft.to} onChange={(to) => change({ to })} />
        </Field>
      </div>
      <div className={styles.pair}>
        <Field name="roomId" label={w.room} error={errors['roomId']} optional>
          <Select
            value={draft.roomId}
            onChange={(roomId) => change({ roomId })}
            placeholder={w.noRoomYet}
            options={rooms
              .filter(({ closedOn }) => closedOn === null)
              .map(({ id, name, capacity }) => ({ value: id, label: `${text(name)}（${capacity}）` }))}
          />
        </Field>
        <Field name="lecturerId" label={w.lecturer} error={errors['lecturerId']} optional>
          <Select
            value={draft.lecturerId}
            onChange={(lecturerId) => change({ lecturerId })}
            placeholder={w.noLecturerYet}
            options={lecturers.map(({ id, name, affiliation }) => ({ value: id, label: `${name ?? c.guest} · ${text(affiliation)}` }))}
          />
        </Field>
      </div>
      <BothLanguages label={w.topic} name="topic" value={draft.topic} onChange={(topic) => change({ topic })} errors={errors} optional />
    </>
  )
}
