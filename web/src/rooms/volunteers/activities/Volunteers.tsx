import { useFormat } from '../../../platform/language/format.ts'
import { ActivityKind, type ActivityLine, listActivities, readBeginnings } from '@ronghe/contract/volunteers/activities.ts'
import { listMyShifts } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { useSearchText } from '../../../platform/params.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { mayDo, useSession } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Stat, Stats } from '../../../ui/Stat.tsx'
import { Tag, type Tone } from '../../../ui/Tag.tsx'
import { landingLines } from '../landing.ts'
import { MyShiftLines } from '../shifts/MyShiftLines.tsx'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { activityWords } from './words/words.ts'

/** What is on, my shifts, and where else to go. */
export function Volunteers() {
  const w = useWords(activityWords)
  const text = useText()
  const session = useSession()
  const asked = useSearchText('kind')
  const kind = ActivityKind.options.find((one) => one === asked)
  const pages = useInfiniteQuery(readingPages(listActivities, { query: { limit: 20, ...(kind && { kind }) } }))
  const lines = landingLines.filter(({ needs }) =>
    needs === undefined ? true : needs === 'person' ? session.person !== null : mayDo(session, needs),
  )
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/' }} />
      {session.person && <Mine />}
      <h2 className={styles.open}>{w.open}</h2>
      <ul className={styles.kinds} aria-label={w.kindLabel}>
        {[undefined, ...ActivityKind.options].map((one) => (
          <li key={one ?? 'any'}>
            <Link
              to="/volunteers"
              search={(one ? { kind: one } : {}) as never}
              className={styles.kind}
              aria-current={one === kind || undefined}
            >
              {one ? w.kind[one] : w.any}
            </Link>
          </li>
        ))}
      </ul>
      <Paged
        pages={pages}
        empty={
          <EmptyState
            title={w.empty}
            next={
              <LinkButton kind="quiet" to="/volunteers/teams">
                {w.teams}
              </LinkButton>
            }
          >
            {w.emptyText}
          </EmptyState>
        }
      >
        {(items) => (
          <Card>
            <CardList>
              {items.map((item) => (
                <OpenLine key={item.id} item={item} />
              ))}
            </CardList>
          </Card>
        )}
      </Paged>
      <Card className={styles.after}>
        <CardList>
          {session.person && <CardItem title={w.allMine} second={w.allMineText} to="/volunteers/me" />}
          <CardItem title={w.teams} second={w.teamsText} to="/volunteers/teams" />
          {session.person && <CardItem title={w.propose} second={w.proposeText} to="/volunteers/propose" />}
          {mayDo(session, 'volunteers.lead') && <CardItem title={w.work} second={w.workText} to="/volunteers/work" />}
          {lines.map(({ title, second, to }) => (
            <CardItem key={to} title={text(title)} second={text(second)} to={to} />
          ))}
        </CardList>
      </Card>
      <Beginnings />
    </>
  )
}

function Mine() {
  const w = useWords(activityWords)
  const { data } = useKept(reading(listMyShifts))
  const coming = data?.items.slice(0, 3) ?? []
  if (coming.length === 0) return null
  return (
    <Card title={w.mine} className={styles.after}>
      <MyShiftLines items={coming} />
    </Card>
  )
}

function OpenLine({ item }: { readonly item: ActivityLine }) {
  const w = useWords(activityWords)
  const text = useText()
  const span = useSpan()
  const { next } = item
  return (
    <CardItem
      title={text(item.title)}
      second={
        <>
          {[next && span(next), text(item.where ?? item.place)].filter(Boolean).join(' · ')}
          <br />
          <span className="small">
            {[w.kind[item.kind], item.weekly && w.weekly, next && w.places(next.placesLeft)].filter(Boolean).join(' · ')}
          </span>
        </>
      }
      end={next && next.missing > 0 ? <Tag tone="attention">{w.missing(next.missing)}</Tag> : undefined}
      to="/volunteers/activities/$activityId"
      params={{ activityId: item.id }}
    />
  )
}

/** Counts of activities by the group of whose idea they were; few is few. */
function Beginnings() {
  const w = useWords(activityWords)
  const format = useFormat()
  const group = useGroupName()
  const { data } = useQuery(reading(readBeginnings))
  if (!data) return null
  const value = (shown: (typeof data)['total']): string | null => (shown.kind === 'shown' ? String(shown.count) : null)
  return (
    <Card title={w.beginnings} className={styles.after}>
      {data.quarter !== null && <p className="muted small">{w.beginningsText(format.quarter(data.quarter))}</p>}
      {data.quarter !== null && data.total.kind === 'few' && <p>{w.beginningsFew}</p>}
      {data.total.kind === 'shown' && (
        <Stats>
          <Stat label={group('newcomer')} value={value(data.newcomers)} />
          <Stat label={group('local')} value={value(data.locals)} />
          <Stat label={group('unstated')} value={value(data.unstated)} />
          <Stat label={w.total} value={value(data.total)} />
        </Stats>
      )}
      <p className="muted small">{w.beginningsNext(format.quarter(data.next.quarter), format.day(data.next.shownFrom))}</p>
    </Card>
  )
}

export const toneOf = (state: ActivityLine['state']): Tone =>
  state === 'open' || state === 'running' ? 'going' : state === 'cancelled' || state === 'declined' ? 'attention' : 'quiet'
