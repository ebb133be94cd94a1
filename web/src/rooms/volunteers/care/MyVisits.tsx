import { listMyVisits } from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { careWords } from './words/words.ts'

/** Visits I go on as one of two. Whom, is on the page of each, around the visit only; nothing of it is kept on the phone. */
export function MyVisits() {
  const w = useWords(careWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(listMyVisits))
  return (
    <>
      <PageHeader title={w.visitsTitle} lead={w.visitsLead} back={{ to: '/volunteers' }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.noVisits} next={<LinkButton to="/volunteers">{w.toShifts}</LinkButton>}>
              {w.noVisitsText}
            </EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((visit) => (
                  <CardItem
                    key={visit.id}
                    to="/volunteers/visits/$visitId"
                    params={{ visitId: visit.id }}
                    title={`${format.moment(visit.startsAt)}–${format.time(visit.endsAt)}`}
                    second={`${text(visit.community)} · ${w.partner} ${visit.partner}`}
                    end={visit.outcome ? <Tag tone="quiet">{w.outcomes[visit.outcome]}</Tag> : undefined}
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
