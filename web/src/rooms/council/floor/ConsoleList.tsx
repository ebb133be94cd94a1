import { listMeetings } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useOwnCouncil } from '../meetings/meeting-words.ts'
import { floorWords } from './words/words.ts'

/** Meetings that can be chaired: those whose invitations are out, and the one that is running. */
export function ConsoleList() {
  const w = useWords(floorWords)
  const councilId = useOwnCouncil()
  return (
    <>
      <PageHeader title={w.console} />
      {councilId === undefined ? <EmptyState title={w.consoleNone}>{w.consoleNoneNext}</EmptyState> : <Coming councilId={councilId} />}
    </>
  )
}

function Coming({ councilId }: { readonly councilId: string }) {
  const w = useWords(floorWords)
  const format = useFormat()
  const read = useQuery(reading(listMeetings, { params: { councilId }, query: { when: 'toCome', limit: 20 } }))
  return (
    <Shown read={read}>
      {({ items }) => {
        const ready = items.filter(({ state }) => state === 'notified' || state === 'open')
        if (ready.length === 0) return <EmptyState title={w.consoleNone}>{w.consoleNoneNext}</EmptyState>
        return (
          <Card title={w.consoleList}>
            <CardList>
              {ready.map(({ id, number, startsAt, place, state }) => (
                <CardItem
                  key={id}
                  title={w.title(number)}
                  second={`${format.moment(startsAt)} · ${place}`}
                  end={<Tag tone={state === 'open' ? 'attention' : 'quiet'}>{w.phases[state === 'open' ? 'open' : 'before']}</Tag>}
                  to="/council/meetings/$meetingId/floor"
                  params={{ meetingId: id }}
                />
              ))}
            </CardList>
          </Card>
        )
      }}
    </Shown>
  )
}
