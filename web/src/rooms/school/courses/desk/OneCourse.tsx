import { type CourseStep, type DeskCourse, postponeCourse, readDeskCourse, stepCourse } from '@ronghe/contract/school/course-desk.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { NumberInput, TextArea } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { residentAddress, toneOfCourse, useCourseWords } from '../course-words.ts'
import { courseWords } from '../words/words.ts'
import styles from './course-desk.module.css'
import { CourseClasses } from './CourseClasses.tsx'
import { CoursePeople } from './CoursePeople.tsx'
import { deskCourseReads } from './desk-reads.ts'
import { courseDeskWords } from './words/words.ts'

/** One course at the desk: its plan, its classes, its people. */
export function OneCourse() {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const courseId = useParam('courseId')
  const [part, setPart] = useState<'plan' | 'classes' | 'people'>('plan')
  const read = useQuery(reading(readDeskCourse, { params: { courseId } }))
  return (
    <Shown read={read}>
      {(course) => (
        <>
          <PageHeader
            title={text(course.title)}
            above={c.modules[course.module]}
            back={{ to: '/school/courses', label: w.toList }}
            beside={<Tag tone={toneOfCourse(course.state)}>{c.states[course.state]}</Tag>}
          />
          {course.toldBelowAt !== null && course.state === 'open' && course.missing > 0 && (
            <Notice tone="attention">{w.below(course.missing)}</Notice>
          )}
          <Tabs
            label={text(course.title)}
            value={part}
            onChange={setPart}
            tabs={[
              { key: 'plan', label: w.planPart, content: <Plan course={course} /> },
              { key: 'classes', label: w.sessionsPart, content: <CourseClasses course={course} /> },
              { key: 'people', label: w.peoplePart, content: <CoursePeople course={course} /> },
            ]}
          />
        </>
      )}
    </Shown>
  )
}

function Plan({ course }: { readonly course: DeskCourse }) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const { begins, spoken } = useCourseWords()
  const over = course.state === 'closed' || course.state === 'cancelled'
  return (
    <>
      <Card title={w.facts}>
        <Facts
          facts={[
            [c.when, `${begins(course)} · ${c.sessions(course.sessions)}`],
            [w.placesLeft, `${course.placesLeft} / ${course.seats}`],
            [w.waiting, String(course.waiting)],
            [c.minimumFact, c.minimumSeats(course.minimum, course.seats)],
            [c.spoken, spoken(course.speaks)],
            [w.childrenKind, w.childrenKinds[course.children]],
            ...(course.because ? [[w.cancelWhy, text(course.because)] as const] : []),
          ]}
        />
        <p className={styles.about}>{text(course.about)}</p>
        <ButtonRow>
          {!over && (
            <LinkButton kind="quiet" to="/school/courses/$courseId/edit" params={{ courseId: course.id }}>
              {w.edit}
            </LinkButton>
          )}
          {course.state !== 'draft' && <a href={residentAddress(`/school/courses/${course.id}`)}>{w.toResidents}</a>}
        </ButtonRow>
      </Card>
      <Steps course={course} />
      {!over && course.sessionList.length > 0 && <Postpone courseId={course.id} />}
    </>
  )
}

function Steps({ course }: { readonly course: DeskCourse }) {
  const w = useWords(courseDeskWords)
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState('')
  const [lacks, setLacks] = useState<Record<string, string>>({})
  const step = useDeed(stepCourse, { refreshes: deskCourseReads })
  const params = { courseId: course.id }
  const take = (wanted: CourseStep) =>
    wanted === 'cancel' ? setAsking(true) : step.mutate({ params, body: { step: wanted } }, { onSuccess: () => toast(w.stepDone[wanted]) })
  const cancel = () =>
    step.mutate(
      { params, body: { step: 'cancel', because: { 'zh-CN': because.trim() } } },
      {
        onSuccess: () => {
          setAsking(false)
          toast(w.stepDone.cancel)
        },
      },
    )
  const cancelIfSaid = () => {
    const found: Record<string, string> = because.trim() === '' ? { because: w.need } : {}
    setLacks(found)
    if (!found['because']) cancel()
  }
  if (course.steps.length === 0) return null
  return (
    <>
      {step.error && !asking && <RefusalLine error={step.error} />}
      <div className={styles.steps}>
        <ButtonRow>
          {course.steps.map((one) => (
            <Button key={one} kind={one === 'cancel' ? 'careful' : 'main'} busy={step.isPending} onPress={() => take(one)}>
              {w.stepWords[one]}
            </Button>
          ))}
        </ButtonRow>
      </div>
      <Dialog title={w.stepWords.cancel} open={asking} onClose={() => setAsking(false)}>
        <Form onSubmit={cancelIfSaid} busy={step.isPending} errors={lacks} error={step.error}>
          <Field name="because" label={w.cancelWhy} hint={w.cancelHint} error={lacks['because']}>
            <TextArea value={because} onChange={setBecause} rows={3} maxLength={300} />
          </Field>
          <ButtonRow>
            <Button type="submit" kind="careful" busy={step.isPending}>
              {w.stepWords.cancel}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {w.stop}
            </Button>
          </ButtonRow>
        </Form>
      </Dialog>
    </>
  )
}

function Postpone({ courseId }: { readonly courseId: string }) {
  const w = useWords(courseDeskWords)
  const [days, setDays] = useState<number | null>(7)
  const postpone = useDeed(postponeCourse, { refreshes: deskCourseReads, onDone: () => toast(w.postponed) })
  return (
    <Card title={w.postpone}>
      <Form
        onSubmit={() => days !== null && postpone.mutate({ params: { courseId }, body: { days } })}
        busy={postpone.isPending}
        error={postpone.error}
      >
        <Field name="days" label={w.postponeDays}>
          <NumberInput value={days} onChange={setDays} />
        </Field>
        <Button type="submit" kind="quiet" busy={postpone.isPending}>
          {w.postpone}
        </Button>
      </Form>
    </Card>
  )
}
