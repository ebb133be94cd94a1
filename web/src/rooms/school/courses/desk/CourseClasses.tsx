import { addSessions, cancelSession, changeSession, type DeskCourse, readRoomPlan } from '@ronghe/contract/school/course-desk.ts'
import type { CourseSession } from '@ronghe/contract/school/courses.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { useCourseWords } from '../course-words.ts'
import { courseWords } from '../words/words.ts'
import styles from './course-desk.module.css'
import { deskCourseReads } from './desk-reads.ts'
import { missingInSession, newSession, sessionDraftOf, sessionPlanOf } from './session-draft.ts'
import { SessionFields } from './SessionFields.tsx'
import { courseDeskWords } from './words/words.ts'

const reads = [...deskCourseReads, readRoomPlan]

/** The classes of a course; each can be moved or called off, and more can be added. */
export function CourseClasses({ course }: { readonly course: DeskCourse }) {
  const w = useWords(courseDeskWords)
  const over = course.state === 'closed' || course.state === 'cancelled'
  return (
    <>
      {course.sessionList.length === 0 ? (
        <EmptyState title={w.noSessions}>{w.noSessionsNext}</EmptyState>
      ) : (
        <Card>
          <CardList>
            {course.sessionList.map((session) => (
              <OneClass key={session.id} session={session} over={over} />
            ))}
          </CardList>
        </Card>
      )}
      {!over && <AddClasses courseId={course.id} />}
    </>
  )
}

function OneClass({ session, over }: { readonly session: CourseSession; readonly over: boolean }) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const { when } = useCourseWords()
  const [doing, setDoing] = useState<'change' | 'cancel'>()
  const [now] = useState(() => Date.now())
  const open = !over && session.cancelledBecause === null && Date.parse(session.endsAt) > now
  return (
    <CardItem
      title={when(session)}
      second={
        session.cancelledBecause
          ? c.calledOff(text(session.cancelledBecause))
          : [c.sessionTitle(session.number, session.topic && text(session.topic)), session.room ? text(session.room.name) : c.noRoom].join(
              ' · ',
            )
      }
      below={
        <>
          <div className={styles.acts}>
            {session.cancelledBecause === null && (
              <LinkButton kind="quiet" to="/school/classes/$sessionId" params={{ sessionId: session.id }}>
                {w.list}
              </LinkButton>
            )}
            {open && (
              <>
                <Button kind="quiet" onPress={() => setDoing('change')}>
                  {w.changeSession}
                </Button>
                <Button kind="plain" onPress={() => setDoing('cancel')}>
                  {w.cancelSession}
                </Button>
              </>
            )}
          </div>
          {doing === 'change' && <ChangeClass session={session} onDone={() => setDoing(undefined)} />}
          {doing === 'cancel' && <CancelClass sessionId={session.id} onDone={() => setDoing(undefined)} />}
        </>
      }
    />
  )
}

function ChangeClass({ session, onDone }: { readonly session: CourseSession; readonly onDone: () => void }) {
  const w = useWords(courseDeskWords)
  const [draft, setDraft] = useState(() => sessionDraftOf(session))
  const [missing, setMissing] = useState<Record<string, string>>({})
  const change = useDeed(changeSession, {
    refreshes: reads,
    onDone: () => {
      toast(w.changed)
      onDone()
    },
  })
  const submit = () => {
    const found = missingInSession(draft, w.need)
    setMissing(found)
    if (Object.keys(found).length === 0) change.mutate({ params: { sessionId: session.id }, body: sessionPlanOf(draft) })
  }
  return (
    <div className={styles.form}>
      <Form onSubmit={submit} busy={change.isPending} errors={missing} error={change.error} label={w.changeSession}>
        <SessionFields
          draft={draft}
          change={(part) => setDraft({ ...draft, ...part })}
          errors={{ ...fieldErrorsOf(change.error), ...missing }}
        />
        <ButtonRow>
          <Button type="submit" busy={change.isPending}>
            {w.keep}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {w.stop}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  )
}

function CancelClass({ sessionId, onDone }: { readonly sessionId: string; readonly onDone: () => void }) {
  const w = useWords(courseDeskWords)
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState<Record<string, string>>({})
  const cancel = useDeed(cancelSession, {
    refreshes: reads,
    onDone: () => {
      toast(w.sessionCancelled)
      onDone()
    },
  })
  const submit = () => {
    setMissing(because.trim() ? {} : { because: w.need })
    if (because.trim()) cancel.mutate({ params: { sessionId }, body: { because: { 'zh-CN': because.trim() } } })
  }
  return (
    <div className={styles.form}>
      <Form onSubmit={submit} busy={cancel.isPending} errors={missing} error={cancel.error} label={w.cancelSession}>
        <Field name="because" label={w.cancelWhy} hint={w.cancelHint} error={missing['because']}>
          <TextInput value={because} onChange={setBecause} maxLength={200} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="careful" busy={cancel.isPending}>
            {w.cancelSession}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {w.stop}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  )
}

function AddClasses({ courseId }: { readonly courseId: string }) {
  const w = useWords(courseDeskWords)
  const [draft, setDraft] = useState(newSession)
  const [weeks, setWeeks] = useState<number | null>(1)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const add = useDeed(addSessions, { refreshes: reads, onDone: () => toast(w.added) })
  const submit = () => {
    const found = { ...missingInSession(draft, w.need), ...(weeks === null ? { weeks: w.needNumber } : {}) }
    setMissing(found)
    if (Object.keys(found).length === 0) add.mutate({ params: { courseId }, body: { ...sessionPlanOf(draft), weeks: weeks ?? 1 } })
  }
  return (
    <Card title={w.addSession}>
      <Form onSubmit={submit} busy={add.isPending} errors={missing} error={add.error} label={w.addSession}>
        <SessionFields
          draft={draft}
          change={(part) => setDraft({ ...draft, ...part })}
          errors={{ ...fieldErrorsOf(add.error), ...missing }}
        />
        <Field name="weeks" label={w.weeks} error={missing['weeks']}>
          <NumberInput value={weeks} onChange={setWeeks} />
        </Field>
        <Button type="submit" busy={add.isPending}>
          {w.addSession}
        </Button>
      </Form>
    </Card>
  )
}
