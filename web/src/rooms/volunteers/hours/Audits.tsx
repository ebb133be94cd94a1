import { listAudits } from '@ronghe/contract/volunteers/hours.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './hours.module.css'
import { hoursWords } from './words/words.ts'

type Audit = ReplyOf<typeof listAudits>['items'][number]

/** The monthly check in public: everything it takes to draw again. */
export function Audits() {
  const w = useWords(hoursWords)
  const format = useFormat()
  return (
    <Shown read={useQuery(reading(listAudits))}>
      {({ items, percent, least }) => (
        <>
          <PageHeader
            title={w.auditsTitle}
            lead={w.auditsLead(format.percent(percent / 100), format.count(least))}
            back={{ to: '/volunteers' }}
          />
          <Card title={w.auditsHow}>
            <ol className={styles.steps}>
              {w.auditsSteps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Card>
          {items.length === 0 ? (
            <EmptyState title={w.auditsEmpty}>{w.auditsEmptyText}</EmptyState>
          ) : (
            items.map((audit) => <Month key={audit.month} audit={audit} />)
          )}
        </>
      )}
    </Shown>
  )
}

function Month({ audit }: { readonly audit: Audit }) {
  const w = useWords(hoursWords)
  const format = useFormat()
  const { result, list } = audit
  const drawn = new Set(audit.drawn)
  const count = format.count
  return (
    <Card title={format.month(audit.month)}>
      {result && list && (
        <p>
          <strong>{w.drawn(count(drawn.size), count(list.length))}</strong>{' '}
          {w.resultText(count(result.held), count(result.failed), count(result.notReached), count(result.open))}
        </p>
      )}
      <details>
        <summary>{w.digestsOpen}</summary>
        <Facts
          facts={[
            [
              w.commitment,
              <span key="commitment" className={styles.digest}>
                {audit.commitment}
              </span>,
            ],
            [w.committedAt, format.moment(audit.committedAt)],
            [
              w.seed,
              <span key="seed" className={styles.digest}>
                {audit.seed ?? w.seedWaits}
              </span>,
            ],
          ]}
        />
      </details>
      {list && list.length > 0 && (
        <details>
          <summary>{w.listOpen}</summary>
          <ul className={styles.digests}>
            {list.map((name) => (
              <li key={name} className={styles.digest}>
                {drawn.has(name) ? <strong>● {name}</strong> : name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
