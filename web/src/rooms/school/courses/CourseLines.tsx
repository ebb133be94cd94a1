import type { CourseLine } from '@ronghe/contract/school/courses.ts'
import type { ReactNode } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { CardItem, CardList } from '../../../ui/Card.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toneOfCourse, useCourseWords } from './course-words.ts'
import { courseWords } from './words/words.ts'

/** Courses as lines: what, when, in which language, and whether there is room. */
export function CourseLines({
  courses,
  end,
}: {
  readonly courses: readonly CourseLine[]
  readonly end?: (course: CourseLine) => ReactNode
}) {
  const w = useWords(courseWords)
  const text = useText()
  const { begins, places, spoken } = useCourseWords()
  return (
    <CardList>
      {courses.map((course) => (
        <CardItem
          key={course.id}
          to="/school/courses/$courseId"
          params={{ courseId: course.id }}
          title={text(course.title)}
          second={[
            begins(course),
            spoken(course.speaks),
            ...(course.children === 'none' ? [] : [course.children === 'childcare' ? w.childcare : w.together]),
            ...(course.state === 'open' ? [places(course)] : []),
          ].join(' · ')}
          end={end ? end(course) : <Tag tone={toneOfCourse(course.state)}>{w.states[course.state]}</Tag>}
        />
      ))}
    </CardList>
  )
}
