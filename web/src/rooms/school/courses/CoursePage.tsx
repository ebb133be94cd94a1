import { type Course, readCourse } from '@ronghe/contract/school/courses.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { courseCards } from '../course-cards.tsx'
import { ClassList } from './Classes.tsx'
import { toneOfCourse, useCourseWords } from './course-words.ts'
import styles from './courses.module.css'
import { MyPlace } from './MyPlace.tsx'
import { courseWords } from './words/words.ts'

/** A course: what it is, when, who teaches, and one's own place in it. */
export function CoursePage() {
  const w = useWords(courseWords)
  const courseId = useParam('courseId')
  const read = useQuery(reading(readCourse, { params: { courseId } }))
  return (
    <Shown read={read}>
      {(course) => (
        <>
          <Head course={course} />
          {course.because && <Because course={course} />}
          <MyPlace course={course} />
          <About course={course} />
          <Card title={w.when}>
            <ClassList course={course} />
          </Card>
          <Teachers course={course} />
          {courseCards.map((CourseCard) => (
            <CourseCard key={CourseCard.name} course={course} />
          ))}
          <Parties course={course} />
        </>
      )}
    </Shown>
  )
}

function Head({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  const { begins } = useCourseWords()
  return (
    <PageHeader
      title={text(course.title)}
      above={w.modules[course.module]}
      back={{ to: '/school', label: w.toSchool }}
      beside={<Tag tone={toneOfCourse(course.state)}>{w.states[course.state]}</Tag>}
      lead={`${begins(course)} · ${w.sessions(course.sessions)}`}
    />
  )
}

function Because({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  return <Notice tone="attention">{w.because(text(course.because!))}</Notice>
}

function About({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  const { spoken } = useCourseWords()
  const child = course.children === 'childcare' ? w.carers(course.carers) : w.together
  return (
    <Card title={w.about}>
      <p>{text(course.about)}</p>
      <div className={styles.facts}>
        <Facts
          facts={[
            ...(course.requirements ? [[w.requirements, text(course.requirements)] as const] : []),
            [w.spoken, spoken(course.speaks)],
            [w.minimumFact, w.minimumSeats(course.minimum, course.seats)],
            ...(course.children === 'none' ? [] : [[w.children, child] as const]),
            [w.fee, w.free],
          ]}
        />
      </div>
      <ReadAloud text={`${text(course.title)}。${text(course.about)}`} />
      {course.clashes.length > 0 && <Clashes course={course} />}
    </Card>
  )
}

function Clashes({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  const { at } = useCourseWords()
  return (
    <Notice tone="attention" title={w.clashes}>
      {course.clashes.map(({ sessionId, title, from }) => (
        <p key={`${sessionId} ${from}`}>{w.clash(text(title), at(from))}</p>
      ))}
    </Notice>
  )
}

function Teachers({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  const format = useFormat()
  const { spoken } = useCourseWords()
  if (course.lecturers.length === 0) return null
  return (
    <Card title={w.lecturers}>
      <CardList>
        {course.lecturers.map(({ id, name, source, affiliation, skills, speaks }) => (
          <CardItem
            key={id}
            title={name ?? w.guest}
            second={[
              text(affiliation),
              w.sources[source],
              ...(skills.length > 0 ? [w.teaches(format.list(skills.map(text)))] : []),
              ...(speaks.length > 0 ? [spoken(speaks)] : []),
            ].join(' · ')}
          />
        ))}
      </CardList>
    </Card>
  )
}

function Parties({ course }: { readonly course: Course }) {
  const w = useWords(courseWords)
  const text = useText()
  const manages =
    useSession().person?.posts.some(({ kind }) => kind === 'schoolLead' || kind === 'lecturer') && course.may.includes('teach')
  return (
    <>
      {course.parties.length > 0 && (
        <Card title={w.parties}>
          <CardList>
            {course.parties.map(({ organ, role }) => (
              <CardItem key={organ.id} to="/organs/$organId" params={{ organId: organ.id }} title={text(organ.name)} second={text(role)} />
            ))}
          </CardList>
        </Card>
      )}
      {manages && (
        <ButtonRow>
          <LinkButton kind="quiet" to="/school/teaching">
            {w.teachingTitle}
          </LinkButton>
        </ButtonRow>
      )}
    </>
  )
}
