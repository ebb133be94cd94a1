import { answerCourseOffer, leaveCourse } from '@ronghe/contract/school/enrolments.ts'
import type { Course } from '@ronghe/contract/school/courses.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useCourseWords } from './course-words.ts'
import styles from './courses.module.css'
import { ownCourses } from './refreshed.ts'
import { courseWords } from './words/words.ts'

/** My place in the course, or the way to one: nothing here but what one can do now. */
export function MyPlace({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const { places } = useCourseWords()
  const signedIn = useSession().person !== null
  const { mine, may } = course
  const on = mine !== null && ['waiting', 'offered', 'placed'].includes(mine.state)
  if (mine?.completed != null) return <Result course={course} />
  if (course.state === 'closed' || course.state === 'cancelled' || (!on && course.state !== 'open')) return null
  return (
    <Card title={on ? w.mine[mine.state] : places(course)}>
      {on && <MyState course={course} />}
      {!on && (
        <>
          {mine?.approval === 'refused' && (
            <Notice tone="attention">
              <p>{w.refusedNote(mine.approvalReason ?? '')}</p>
              <p>{w.refusedOther}</p>
            </Notice>
          )}
          {course.missing > 0 && <p>{w.below(course.missing)}</p>}
          {course.childPlaces > 0 && <p>{w.childPlaces(course.childPlacesLeft)}</p>}
          {course.approval && <p>{w.approvalNeeded}</p>}
          {(may.includes('enrol') || !signedIn) && (
            <ButtonRow>
              <LinkButton to="/school/courses/$courseId/enrol" params={{ courseId: course.id }}>
                {course.placesLeft > 0 && course.waiting === 0 ? w.enrol : w.joinLine}
              </LinkButton>
            </ButtonRow>
          )}
          <p className={`muted small ${styles.other}`}>{w.otherWay}</p>
        </>
      )}
    </Card>
  )
}

function MyState({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const { at } = useCourseWords()
  const mine = course.mine!
  const answer = useDeed(answerCourseOffer, { refreshes: ownCourses })
  const params = { courseId: course.id }
  const say = (accept: boolean) => answer.mutate({ params, body: { accept } }, { onSuccess: () => toast(accept ? w.accepted : w.declined) })
  return (
    <>
      {mine.state === 'placed' && <p>{mine.approval === 'pending' ? w.pendingNote : w.youIn}</p>}
      {mine.state === 'waiting' && mine.ahead !== null && <p>{w.ahead(mine.ahead)}</p>}
      {mine.state === 'offered' && mine.offeredUntil && <Notice tone="attention">{w.offerUntil(at(mine.offeredUntil))}</Notice>}
      {course.missing > 0 && course.state === 'open' && <p>{w.below(course.missing)}</p>}
      {mine.children.length > 0 && (
        <>
          <p className="muted small">{w.childrenWith}</p>
          {mine.children.map(({ nickname, age, collects }, place) => (
            <p key={place}>{w.childLine(nickname, w.ages[age], collects)}</p>
          ))}
        </>
      )}
      {answer.error && <RefusalLine error={answer.error} />}
      <ButtonRow>
        {course.may.includes('answer') && (
          <>
            <Button busy={answer.isPending} onPress={() => say(true)}>
              {w.accept}
            </Button>
            <Button kind="quiet" busy={answer.isPending} onPress={() => say(false)}>
              {w.decline}
            </Button>
          </>
        )}
        {course.may.includes('leave') && mine.state !== 'offered' && <Leave course={course} />}
      </ButtonRow>
    </>
  )
}

function Leave({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const [asking, setAsking] = useState(false)
  const leave = useDeed(leaveCourse, {
    refreshes: ownCourses,
    onDone: () => {
      setAsking(false)
      toast(w.left)
    },
  })
  const waiting = course.mine?.state === 'waiting'
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {waiting ? w.leaveLine : w.leave}
      </Button>
      <Dialog title={waiting ? w.leaveLine : w.leave} open={asking} onClose={() => setAsking(false)}>
        <p>{w.leaveAsk}</p>
        {leave.error && <RefusalLine error={leave.error} />}
        <ButtonRow>
          <Button kind="careful" busy={leave.isPending} onPress={() => leave.mutate({ params: { courseId: course.id } })}>
            {waiting ? w.leaveLine : w.leaveYes}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.leaveNo}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}

function Result({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const { completed, attended, held } = course.mine!
  return (
    <Card title={w.mineTitle}>
      <p>
        <Tag tone={completed ? 'going' : 'quiet'}>{completed ? w.completed : w.notCompleted}</Tag>
      </p>
      <p>{w.result(attended ?? 0, held ?? 0)}</p>
    </Card>
  )
}
