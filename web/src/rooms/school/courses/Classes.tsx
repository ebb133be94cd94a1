import { takeBackAbsence } from '@ronghe/contract/school/attendance.ts'
import type { Course, CourseSession } from '@ronghe/contract/school/courses.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { CardItem, CardList } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useCourseWords } from './course-words.ts'
import styles from './courses.module.css'
import { ownCourses } from './refreshed.ts'
import { courseWords } from './words/words.ts'
import type { CourseWords } from './words/zh-CN.ts'

/** The classes of a course in the order of time; what one may do with each stands below it. */
export function ClassList({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  const { when } = useCourseWords()
  if (course.sessionList.length === 0) return <p>{w.noTime}</p>
  return (
    <CardList>
      {course.sessionList.map((session) => (
        <CardItem
          key={session.id}
          title={when(session)}
          second={
            session.cancelledBecause
              ? w.calledOff(text(session.cancelledBecause))
              : [w.sessionTitle(session.number, session.topic && text(session.topic)), placeOfClass(session, w, text)].join(' · ')
          }
          end={<Mine session={session} />}
          below={<Acts course={course} session={session} />}
        />
      ))}
    </CardList>
  )
}

const placeOfClass = (
  { room }: CourseSession,
  w: Pick<CourseWords, 'noRoom' | 'roomWith' | 'stepFree' | 'steps'>,
  text: ReturnType<typeof useText>,
): string => (room ? w.roomWith(text(room.name), room.stepFree ? w.stepFree : w.steps) : w.noRoom)

function Mine({ session }: { readonly session: CourseSession }) {
  const w = useWords(courseWords)
  const { at } = useCourseWords()
  const { mine } = session
  if (!mine) return null
  if (mine.present) return <Tag>{w.present}</Tag>
  if (mine.madeUp === 'materials') return <Tag>{w.madeUpMaterials}</Tag>
  if (mine.madeUp === 'session' && mine.madeUpAt) return <Tag>{w.madeUpSession(at(mine.madeUpAt))}</Tag>
  if (mine.absence) return <Tag tone="quiet">{w.absent}</Tag>
  return <Tag tone="quiet">{w.missed}</Tag>
}

function Acts({ course, session }: { readonly course: Course; readonly session: CourseSession }) {
  const w = useWords(courseWords)
  const takeBack = useDeed(takeBackAbsence, { refreshes: ownCourses })
  const steps = session.may.filter((step) => step !== 'teach')
  if (steps.length === 0) return null
  const params = { sessionId: session.id }
  const search = { course: course.id }
  return (
    <div className={styles.acts}>
      {takeBack.error && <RefusalLine error={takeBack.error} />}
      {steps.includes('checkIn') && (
        <LinkButton to="/school/classes/$sessionId/check-in" params={params}>
          {w.checkIn}
        </LinkButton>
      )}
      {steps.includes('sayAbsent') && (
        <LinkButton kind="quiet" to="/school/classes/$sessionId/absence" params={params} search={search}>
          {w.sayAbsent}
        </LinkButton>
      )}
      {steps.includes('makeUp') && (
        <LinkButton kind="quiet" to="/school/classes/$sessionId/make-up" params={params} search={search}>
          {w.makeUp}
        </LinkButton>
      )}
      {steps.includes('takeBack') && (
        <Button kind="quiet" busy={takeBack.isPending} onPress={() => takeBack.mutate({ params })}>
          {w.takeBack}
        </Button>
      )}
    </div>
  )
}
