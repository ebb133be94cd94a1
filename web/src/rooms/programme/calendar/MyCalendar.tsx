import { makeCalendarFeed, readCalendarFeed, revokeCalendarFeed } from '@ronghe/contract/programme/calendar-feed.ts'
import { listMyEngagements, type MyEngagement } from '@ronghe/contract/programme/engagements.ts'
import { useQuery } from '@tanstack/react-query'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './calendar.module.css'
import { calendarWords } from './words/words.ts'

/** Where one is expected, and a secret address for the calendar of one's own phone. */
export function MyCalendar() {
  const w = useWords(calendarWords)
  const read = useQuery(reading(listMyEngagements))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/', label: w.toHome }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.none}>{w.noneNext}</EmptyState>
          ) : (
            <Card title={w.coming}>
              <Engagements items={items} />
            </Card>
          )
        }
      </Shown>
      <Feed />
    </>
  )
}

function Engagements({ items }: { readonly items: readonly MyEngagement[] }) {
  const format = useFormat()
  const text = useText()
  return (
    <CardList>
      {items.map(({ kind, thingId, title, place, startsAt, endsAt, link }) => (
        <CardItem
          key={`${kind} ${thingId}`}
          to={link}
          title={text(title)}
          second={[
            `${format.day(dayOf(new Date(startsAt)))} ${format.time(startsAt)}–${format.time(endsAt)}`,
            ...(place ? [text(place)] : []),
          ].join(' · ')}
        />
      ))}
    </CardList>
  )
}

function Feed() {
  const w = useWords(calendarWords)
  const format = useFormat()
  const read = useQuery(reading(readCalendarFeed))
  const make = useDeed(makeCalendarFeed, { refreshes: [readCalendarFeed] })
  const revoke = useDeed(revokeCalendarFeed, {
    refreshes: [readCalendarFeed],
    onDone: () => {
      make.reset()
      toast(w.revoked)
    },
  })
  const address = make.data?.path ? `${location.origin}${placeOf(location.pathname).prefix}${make.data.path}` : undefined
  return (
    <Shown read={read}>
      {({ since }) => (
        <Card title={w.feedTitle}>
          <p>{w.feedLead}</p>
          {(make.error ?? revoke.error) && <RefusalLine error={make.error ?? revoke.error} />}
          {address !== undefined && (
            <div role="status">
              <p>{w.once}</p>
              <p className={styles.secret}>{address}</p>
              <Button kind="quiet" onPress={() => void navigator.clipboard.writeText(address).then(() => toast(w.copied))}>
                {w.copy}
              </Button>
            </div>
          )}
          {since !== null && <p className="muted">{w.since(format.day(dayOf(new Date(since))))}</p>}
          <ButtonRow>
            <Button busy={make.isPending} onPress={() => make.mutate({})}>
              {since === null ? w.make : w.again}
            </Button>
            {since !== null && (
              <Button kind="careful" busy={revoke.isPending} onPress={() => revoke.mutate({})}>
                {w.revoke}
              </Button>
            )}
          </ButtonRow>
        </Card>
      )}
    </Shown>
  )
}
