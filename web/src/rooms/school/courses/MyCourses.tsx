import { listMyCourses, type MyCourse } from '@ronghe/contract/school/courses.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag, type Tone } from '../../../ui/Tag.tsx'
import { CourseLines } from './CourseLines.tsx'
import { courseWords } from './words/words.ts'

/** My courses: what is to come first. */
export function MyCourses() {
  const w = useWords(courseWords)
  const read = useQuery(reading(listMyCourses))
  return (
    <>
      <PageHeader title={w.mineTitle} lead={w.mineLead} back={{ to: '/school', label: w.toSchool }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.mineNone} next={<LinkButton to="/school">{w.findCourse}</LinkButton>} />
          ) : (
            <Card>
              <CourseLines
                courses={items.map(({ course }) => course)}
                end={({ id }) => <MyTag mine={items.find(({ course }) => course.id === id)!} />}
              />
            </Card>
          )
        }
      </Shown>
    </>
  )
}

function MyTag({ mine: { course, enrolment } }: { readonly mine: MyCourse }) {
  const w = useWords(courseWords)
  const { state, approval, completed } = enrolment
  const [words, tone]: readonly [string, Tone] =
    course.state === 'cancelled'
      ? [w.states.cancelled, 'alert']
      : completed !== null
        ? [completed ? w.completed : w.notCompleted, completed ? 'going' : 'quiet']
        : state === 'placed' && approval === 'pending'
          ? [w.pending, 'attention']
          : [w.mine[state], state === 'placed' ? 'going' : state === 'offered' || state === 'waiting' ? 'attention' : 'quiet']
  return <Tag tone={tone}>{words}</Tag>
}
