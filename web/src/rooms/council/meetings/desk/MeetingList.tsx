import { listMeetings, type MeetingCard } from '@ronghe/contract/council/meetings.ts'
import { chooseSlot, dropPoll, listMeetingRequests, listPolls, type MeetingPoll } from '@ronghe/contract/council/meeting-polls.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMatches, useNavigate } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, readingPages, useDeed } from '../../../../platform/queries.ts'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { ListScreen, PagedRows, Rows } from '../../../../shell/ListScreen.tsx'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { toneOf, useMeetingName, useOwnCouncil } from '../meeting-words.ts'
import { meetingWords } from '../words/words.ts'
import styles from './meetings-desk.module.css'

/** The clerk's meetings: what is being asked, what comes, what was. */
export function MeetingList() {
  const w = useWords(meetingWords)
  const councilId = useOwnCouncil()
  const opened = useMatches().some(({ routeId }) => /meetings\/(new|ask|\$meetingId)$/.test(routeId))
  if (councilId === undefined) return <EmptyState title={w.deskEmpty} />
  return (
    <ListScreen title={w.deskTitle} second={w.deskSecond} opened={opened}>
      <div className={styles.above}>
        <ButtonRow>
          <LinkButton to="/council/meetings/ask">{w.deskPoll}</LinkButton>
          <LinkButton kind="quiet" to="/council/meetings/new">
            {w.deskPlan}
          </LinkButton>
        </ButtonRow>
      </div>
      <OpenRequests councilId={councilId} />
      <OpenPolls councilId={councilId} />
      <Rows
        read={useQuery(reading(listMeetings, { params: { councilId }, query: { when: 'toCome', limit: 50 } }))}
        empty={<EmptyState title={w.deskEmpty}>{w.deskEmptyNext}</EmptyState>}
      >
        {(meeting) => <Row key={meeting.id} meeting={meeting} />}
      </Rows>
      <h3 className={styles.section}>{w.deskPast}</h3>
      <PagedRows
        pages={useInfiniteQuery(readingPages(listMeetings, { params: { councilId }, query: { when: 'past', limit: 20 } }))}
        empty={<p className={styles.above}>{w.nonePast}</p>}
      >
        {(meeting) => <Row key={meeting.id} meeting={meeting} />}
      </PagedRows>
    </ListScreen>
  )
}

function Row({ meeting }: { readonly meeting: MeetingCard }) {
  const w = useWords(meetingWords)
  const { name, when } = useMeetingName()
  return (
    <ListRow
      to="/council/meetings/$meetingId"
      params={{ meetingId: meeting.id }}
      title={name(meeting)}
      tags={<Tag tone={toneOf(meeting.state)}>{w.states[meeting.state]}</Tag>}
      second={`${when(meeting)} · ${meeting.place}`}
    />
  )
}

/** Enough delegates have asked: then it must be planned. */
function OpenRequests({ councilId }: { readonly councilId: string }) {
  const w = useWords(meetingWords)
  const read = useQuery(reading(listMeetingRequests, { params: { councilId } }))
  return (
    <Shown read={read}>
      {({ items }) => {
        const open = items.filter(({ meetingId }) => meetingId === null)
        if (open.length === 0) return null
        return (
          <section className={styles.above} aria-label={w.requestsOpen}>
            <h3>{w.requestsOpen}</h3>
            {open.map(({ id, reason, backers, needed, may }) => (
              <div key={id} className={styles.asked}>
                <p>
                  {reason} <Tag tone={may.includes('plan') ? 'attention' : 'quiet'}>{w.requestCount(backers.length, needed)}</Tag>
                </p>
                {may.includes('plan') && (
                  <LinkButton kind="quiet" to="/council/meetings/ask" search={{ request: id }}>
                    {w.deskPoll}
                  </LinkButton>
                )}
              </div>
            ))}
          </section>
        )
      }}
    </Shown>
  )
}

function OpenPolls({ councilId }: { readonly councilId: string }) {
  const w = useWords(meetingWords)
  const read = useQuery(reading(listPolls, { params: { councilId } }))
  return (
    <Shown read={read}>
      {({ items }) =>
        items.length === 0 ? null : (
          <section className={styles.above} aria-label={w.pollsOpen}>
            <h3>{w.pollsOpen}</h3>
            {items.map((poll) => (
              <Poll key={poll.id} poll={poll} />
            ))}
          </section>
        )
      }
    </Shown>
  )
}

function Poll({ poll }: { readonly poll: MeetingPoll }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  const { when } = useMeetingName()
  const navigate = useNavigate()
  const choose = useDeed(chooseSlot, {
    refreshes: [listPolls, listMeetings, listMeetingRequests],
    onDone: ({ id }) => {
      toast(w.pollChosen)
      void navigate({ to: '/council/meetings/$meetingId' as string, params: { meetingId: id } as never })
    },
  })
  const drop = useDeed(dropPoll, { refreshes: [listPolls], onDone: () => toast(w.pollDropped) })
  const params = { pollId: poll.id }
  return (
    <div className={styles.asked}>
      <p className="muted small">
        {w.pollAnswered(poll.answered, poll.delegates)} · {w.pollCloses} {format.moment(poll.closesAt)}
      </p>
      {(choose.error ?? drop.error) && <RefusalLine error={choose.error ?? drop.error} />}
      <ul className={styles.slots}>
        {poll.slots.map((slot) => {
          const counts = slot.counts
          const sum = (answer: 'yes' | 'ifNeeded' | 'no') =>
            counts ? counts.newcomers[answer] + counts.locals[answer] + Number(counts.chair === answer) : 0
          return (
            <li key={slot.number}>
              <strong>{when(slot)}</strong>
              {counts && (
                <span className="small">
                  {w.pollCounts(sum('yes'), sum('ifNeeded'), sum('no'))}{' '}
                  <Tag tone={counts.quorum ? 'going' : 'quiet'}>{counts.quorum ? w.pollQuorum : w.pollNoQuorum}</Tag>
                </span>
              )}
              <Button kind="quiet" busy={choose.isPending} onPress={() => choose.mutate({ params, body: { number: slot.number } })}>
                {w.pollChoose(format.moment(slot.startsAt))}
              </Button>
            </li>
          )
        })}
      </ul>
      <Button kind="plain" busy={drop.isPending} onPress={() => drop.mutate({ params })}>
        {w.pollDrop}
      </Button>
    </div>
  )
}
