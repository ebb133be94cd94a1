import { listMeetings } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { motionWords } from '../words/words.ts'
import { useWorkedCouncil } from './council-id.ts'

/** Meetings to come, each with its agenda to draw up. */
export function AgendaDesk() {
  const w = useWords(motionWords)
  const council = useWorkedCouncil()
  return (
    <>
      <PageHeader title={w.agendasTitle} lead={w.agendasLead} />
      <Shown read={council}>
        {() => (council.councilId ? <ToCome councilId={council.councilId} /> : <EmptyState title={w.agendasEmpty} />)}
      </Shown>
    </>
  )
}

function ToCome({ councilId }: { readonly councilId: string }) {
  const w = useWords(motionWords)
  const format = useFormat()
  return (
    <Shown read={useQuery(reading(listMeetings, { params: { councilId }, query: { when: 'toCome' } }))}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={w.agendasEmpty}>{w.agendasEmptyText}</EmptyState>
        ) : (
          <Card>
            <CardList>
              {items.map(({ id, number, startsAt, place }) => (
                <CardItem
                  key={id}
                  to="/council/agendas/$meetingId"
                  params={{ meetingId: id }}
                  title={number === null ? w.practice : w.agendaOf(number)}
                  second={`${format.moment(startsAt)} · ${place}`}
                />
              ))}
            </CardList>
          </Card>
        )
      }
    </Shown>
  )
}
