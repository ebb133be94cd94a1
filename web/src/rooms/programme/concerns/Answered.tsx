import { listAnswered, readConcernTotals } from '@ronghe/contract/programme/concerns.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, readingPages } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import styles from './concerns.module.css'

/** What was asked and what was done, in the texts their owners cleared; and how many came which way. */
export function Answered() {
  const w = useWords(concernWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listAnswered))
  return (
    <>
      <PageHeader title={w.answeredTitle} lead={w.answeredLead} back={{ to: '/' }} />
      <Totals />
      <Paged
        pages={pages}
        empty={
          <EmptyState title={w.answeredEmpty} next={<LinkButton to="/concerns/new">{w.title}</LinkButton>}>
            {w.answeredEmptyText}
          </EmptyState>
        }
      >
        {(items) =>
          items.map((one) => (
            <Card key={one.number} title={[text(one.topic), one.place && text(one.place)].filter(Boolean).join(' · ')}>
              <p className={styles.words}>
                <strong>{w.asked}</strong> {one.asked}
              </p>
              <p className={styles.words}>
                <strong>{w.done}</strong> {one.done}
              </p>
              <p className="muted small">{[one.answeredBy && text(one.answeredBy), format.month(one.month)].filter(Boolean).join(' · ')}</p>
            </Card>
          ))
        }
      </Paged>
    </>
  )
}

function Totals() {
  const w = useWords(concernWords)
  const format = useFormat()
  const { data } = useQuery(reading(readConcernTotals))
  if (!data) return null
  const said = (shown: (typeof data)['raised']): string => (shown.kind === 'few' ? w.tooFew : format.count(shown.count))
  const next = w.totalsNext(format.quarter(data.next.quarter), format.day(data.next.shownFrom))
  if (data.quarter === null)
    return (
      <Card title={w.totals(format.quarter(data.next.quarter))}>
        <p>{next}</p>
      </Card>
    )
  return (
    <Card title={w.totals(format.quarter(data.quarter))}>
      <Facts
        facts={[
          [w.totalsRaised, said(data.raised)],
          [w.totalsInTime, data.answeredInTime.kind === 'few' ? w.tooFew : format.percent(data.answeredInTime.value)],
          ...data.channels.map(({ channel, raised }) => [w.channels[channel], said(raised)] as const),
        ]}
      />
      <p className={`muted small ${styles.note}`}>{w.totalsMeans}</p>
      <p className="muted small">{next}</p>
    </Card>
  )
}
