import { listVisits, readVisitForm, type VisitLine } from '@ronghe/contract/council/visits.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useOutbox } from '../../../platform/offline/outbox.ts'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { visitWords } from './words/words.ts'
import styles from './visits.module.css'

/** The visits of this council, newest first, with those that still wait on this phone. */
export function Visits() {
  const w = useWords(visitWords)
  const councilId = useParam('councilId')
  const params = { councilId }
  const pages = useInfiniteQuery(readingPages(listVisits, { params }))
  // The form and its page are on the phone before the line goes.
  useKept(reading(readVisitForm, { params }))
  useEffect(() => void Promise.all([import('./VisitForm.tsx'), import('./VisitPage.tsx')]).catch(() => {}), [])
  const write = (
    <LinkButton to="/council/$councilId/visits/new" params={params}>
      {w.write}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/council' }} />
      <Waiting councilId={councilId} />
      <ButtonRow>
        {write}
        <LinkButton kind="quiet" to="/council/$councilId/visits/plan" params={params}>
          {w.plan}
        </LinkButton>
      </ButtonRow>
      <div className={styles.acts}>
        <Paged pages={pages} empty={<EmptyState title={w.empty}>{w.emptyText}</EmptyState>}>
          {(items) => (
            <Card>
              <CardList>
                {items.map((visit) => (
                  <Line key={visit.id} visit={visit} councilId={councilId} />
                ))}
              </CardList>
            </Card>
          )}
        </Paged>
      </div>
    </>
  )
}

function Line({ visit, councilId }: { readonly visit: VisitLine; readonly councilId: string }) {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  return (
    <CardItem
      to="/council/$councilId/visits/$visitId"
      params={{ councilId, visitId: visit.id }}
      title={text(visit.place)}
      second={[
        `${format.day(visit.onDay)} ${w.parts[visit.part]}`,
        format.list(visit.topics.map(text)),
        format.list(visit.delegates.map(({ name }) => name)),
        visit.concerns > 0 && w.lineConcerns(visit.concerns),
      ]
        .filter(Boolean)
        .join(' · ')}
      end={
        visit.unsettled ? <Tag tone="attention">{w.unsettledTag}</Tag> : visit.fromPaper ? <Tag tone="quiet">{w.paperTag}</Tag> : undefined
      }
    />
  )
}

/** What this phone could not send yet, each with the way to its own page. */
function Waiting({ councilId }: { readonly councilId: string }) {
  const w = useWords(visitWords)
  const format = useFormat()
  const waiting = useOutbox().filter(({ operation }) => operation.id === 'council.visits.save')
  if (waiting.length === 0) return null
  return (
    <Card title={w.waitsTitle}>
      <CardList>
        {waiting.map((filing) => (
          <CardItem
            key={filing.key}
            to="/council/$councilId/visits/$visitId"
            params={{ councilId, visitId: (filing.asked.body as { readonly id: string }).id }}
            title={filing.title}
            second={format.moment(new Date(filing.madeAt).toISOString())}
            end={<Tag tone={filing.problem ? 'attention' : 'quiet'}>{filing.problem ? w.notTakenTitle : w.waitsTag}</Tag>}
          />
        ))}
      </CardList>
    </Card>
  )
}
