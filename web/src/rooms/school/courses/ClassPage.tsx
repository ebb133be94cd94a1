import { type ClassListRow, noteAttendance, readClassCode, readClassList } from '@ronghe/contract/school/attendance.ts'
import type { CourseSession } from '@ronghe/contract/school/courses.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { residentAddress, useCourseWords } from './course-words.ts'
import styles from './courses.module.css'
import { courseWords } from './words/words.ts'

/** One class in the room: the code to scan, and the list for whoever has no phone. */
export const ClassPage = () => <ClassIn door="resident" />
/** The same at the desk, where the way back is to the course. */
export const DeskClassPage = () => <ClassIn door="desk" />

function ClassIn({ door }: { readonly door: 'resident' | 'desk' }) {
  const w = useWords(courseWords)
  const text = useText()
  const { when } = useCourseWords()
  const sessionId = useParam('sessionId')
  const [chosen, setView] = useState<'code' | 'list'>()
  const [openedAt] = useState(() => Date.now())
  const read = useQuery(reading(readClassList, { params: { sessionId } }))
  return (
    <Shown read={read}>
      {({ course, session, items, noting }) => (
        <>
          <PageHeader
            title={text(course.title)}
            above={`${when(session)} · ${session.room ? text(session.room.name) : w.noRoom}`}
            back={
              door === 'resident'
                ? { to: '/school/teaching', label: w.toTeaching }
                : { to: '/school/courses/$courseId', params: { courseId: course.id }, label: w.toCourse }
            }
          />
          <Tabs
            label={text(course.title)}
            value={chosen ?? (Date.parse(session.endsAt) < openedAt ? 'list' : 'code')}
            onChange={setView}
            tabs={[
              { key: 'code', label: w.classCode, content: <Code session={session} /> },
              { key: 'list', label: w.classList, content: <List sessionId={sessionId} items={items} noting={noting} /> },
            ]}
          />
          {door === 'resident' && (
            <ButtonRow>
              <LinkButton kind="quiet" to="/school/courses/$courseId" params={{ courseId: course.id }}>
                {w.classCourse}
              </LinkButton>
            </ButtonRow>
          )}
        </>
      )}
    </Shown>
  )
}

/** Half an hour before the class, until it ends. */
const opensBefore = 30 * 60_000

function Code({ session }: { readonly session: CourseSession }) {
  const w = useWords(courseWords)
  const { at } = useCourseWords()
  const opens = new Date(Date.parse(session.startsAt) - opensBefore)
  const [openedAt] = useState(() => Date.now())
  const read = useQuery({
    ...reading(readClassCode, { params: { sessionId: session.id } }),
    refetchInterval: 5_000,
    staleTime: 0,
    retry: false,
  })
  if (read.error && !read.data)
    return (
      <Card>
        <p>{opens.getTime() > openedAt ? w.classCodeLater(at(opens.toISOString())) : w.classCodeOver}</p>
      </Card>
    )
  return (
    <Shown read={read}>
      {({ code, link }) => (
        <Card>
          <p>{w.classCodeLead}</p>
          <div className={styles.code}>
            <QrCode text={residentAddress(link)} label={w.classCodeLabel} />
            <p className={styles.signs}>{code}</p>
          </div>
        </Card>
      )}
    </Shown>
  )
}

function List({
  sessionId,
  items,
  noting,
}: {
  readonly sessionId: string
  readonly items: readonly ClassListRow[]
  readonly noting: boolean
}) {
  const w = useWords(courseWords)
  if (items.length === 0) return <EmptyState title={w.classListEmpty} />
  return (
    <Card>
      <p className="muted small">{w.minutesHint}</p>
      <CardList>
        {items.map((row) => (
          <Learner key={row.personId} sessionId={sessionId} row={row} noting={noting} />
        ))}
      </CardList>
      <LinkButton kind="quiet" icon="print" to="/school/classes/$sessionId/sheet" params={{ sessionId }}>
        {w.printSheet}
      </LinkButton>
    </Card>
  )
}

function Learner({ sessionId, row, noting }: { readonly sessionId: string; readonly row: ClassListRow; readonly noting: boolean }) {
  const w = useWords(courseWords)
  const note = useDeed(noteAttendance, { refreshes: [readClassList] })
  const set = (present: boolean | null) => note.mutate({ params: { sessionId, personId: row.personId }, body: { present } })
  const below = [
    ...(row.guest ? [w.guestHere] : []),
    ...(row.absence && row.present === null ? [w.saidAbsent(w.absentKinds[row.absence])] : []),
    ...(row.words ? [row.words] : []),
    ...(row.speaks ? [w.help(row.speaks)] : []),
    ...row.children.map(({ nickname, age, collects }) => w.childHere(nickname, w.ages[age], collects)),
  ]
  return (
    <CardItem
      title={row.name}
      {...(below.length > 0 ? { second: below.join(' · ') } : {})}
      end={
        row.present !== null && (
          <Tag tone={row.present ? 'going' : 'quiet'}>
            {row.present ? `${w.here} · ${row.way === 'code' ? w.byCode : w.byPaper}` : w.notHere}
          </Tag>
        )
      }
      below={
        <div className={styles.acts}>
          {note.error && <RefusalLine error={note.error} />}
          {noting && row.present !== true && (
            <Button kind="quiet" busy={note.isPending} onPress={() => set(true)}>
              {w.here}
            </Button>
          )}
          {noting && row.present === null && (
            <Button kind="plain" busy={note.isPending} onPress={() => set(false)}>
              {w.notHere}
            </Button>
          )}
          {noting && row.present !== null && (
            <Button kind="plain" busy={note.isPending} onPress={() => set(null)}>
              {w.clear}
            </Button>
          )}
        </div>
      }
    />
  )
}
