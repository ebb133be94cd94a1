import { listMyTeaching } from '@ronghe/contract/school/attendance.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { useCourseWords } from './course-words.ts'
import { courseWords } from './words/words.ts'

/** The lecturer's classes, on the phone that is in the room. */
export function Teaching() {
  const w = useWords(courseWords)
  const text = useText()
  const { when } = useCourseWords()
  const read = useQuery(reading(listMyTeaching))
  return (
    <>
      <PageHeader title={w.teachingTitle} lead={w.teachingLead} back={{ to: '/school', label: w.toSchool }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.teachingNone} next={<LinkButton to="/school">{w.findCourse}</LinkButton>}>
              {w.teachingNoneNext}
            </EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map(({ course, session }) => (
                  <CardItem
                    key={session.id}
                    to="/school/classes/$sessionId"
                    params={{ sessionId: session.id }}
                    title={text(course.title)}
                    second={[
                      when(session),
                      w.sessionTitle(session.number, session.topic && text(session.topic)),
                      session.room ? text(session.room.name) : w.noRoom,
                    ].join(' · ')}
                  />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
    </>
  )
}
