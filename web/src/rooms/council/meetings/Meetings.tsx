import { listMeetings, type MeetingCard } from '@ronghe/contract/council/meetings.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toneOf, useMeetingName, useSitsIn } from './meeting-words.ts'
import { Polls } from './Polls.tsx'
import { Requests } from './Requests.tsx'
import { meetingWords } from './words/words.ts'

/** Meetings to come and past ones; a delegate also finds what the clerk wants to know. */
export function Meetings() {
  const w = useWords(meetingWords)
  const councilId = useParam('councilId')
  const sits = useSitsIn(councilId)
  const toCome = useQuery(reading(listMeetings, { params: { councilId }, query: { when: 'toCome', limit: 30 } }))
  const past = useInfiniteQuery(readingPages(listMeetings, { params: { councilId }, query: { when: 'past', limit: 20 } }))
  return (
    <>
      <PageHeader title={w.listTitle} lead={w.listLead} back={{ to: '/council' }} />
      {sits && <Polls councilId={councilId} />}
      <Card title={w.toCome}>
        <Shown read={toCome}>
          {({ items }) =>
            items.length === 0 ? <EmptyState title={w.noneToCome}>{w.noneToComeNext}</EmptyState> : <Lines meetings={items} />
          }
        </Shown>
      </Card>
      {sits && <ForDelegates councilId={councilId} />}
      <Requests councilId={councilId} />
      <Card title={w.past}>
        <Paged pages={past} empty={<p className="muted">{w.nonePast}</p>}>
          {(items) => <Lines meetings={items} />}
        </Paged>
        <LinkButton kind="quiet" to="/council/$councilId/attendance" params={{ councilId }}>
          {w.attendanceLink}
        </LinkButton>
      </Card>
    </>
  )
}

function Lines({ meetings }: { readonly meetings: readonly MeetingCard[] }) {
  const w = useWords(meetingWords)
  const { name, when } = useMeetingName()
  return (
    <CardList>
      {meetings.map((meeting) => (
        <CardItem
          key={meeting.id}
          to="/council/meetings/$meetingId"
          params={{ meetingId: meeting.id }}
          title={name(meeting)}
          second={`${when(meeting)} · ${meeting.place}`}
          end={<Tag tone={toneOf(meeting.state)}>{w.states[meeting.state]}</Tag>}
        />
      ))}
    </CardList>
  )
}

function ForDelegates({ councilId }: { readonly councilId: string }) {
  const w = useWords(meetingWords)
  return (
    <Card title={w.delegateTitle}>
      <CardList>
        <CardItem to="/council/$councilId/my-times" params={{ councilId }} title={w.timesLink} />
        <CardItem to="/me/calendar" title={w.calendarTitle} />
        <CardItem to="/council/$councilId/induction" params={{ councilId }} title={w.inductionTitle} />
      </CardList>
    </Card>
  )
}
