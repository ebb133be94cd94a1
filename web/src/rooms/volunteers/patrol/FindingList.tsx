import { type Finding, type FindingKind, reportFinding } from '@ronghe/contract/volunteers/patrol.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import type { Filing } from '../../../platform/offline/store.ts'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { patrolWords } from './words/words.ts'

/** What the team reported and what became of it; what this phone could not send yet stands first. */
export function FindingList({ findings, waiting = [] }: { readonly findings: readonly Finding[]; readonly waiting?: readonly Filing[] }) {
  const w = useWords(patrolWords)
  const text = useText()
  const format = useFormat()
  const unsent = waiting.filter(({ operation }) => operation.id === reportFinding.id)
  return (
    <Card title={w.findings}>
      {findings.length + unsent.length === 0 ? (
        <p className="muted">{w.noFindings}</p>
      ) : (
        <>
          <CardList>
            {unsent.map((filing) => (
              <CardItem
                key={filing.key}
                title={w.kinds[(filing.asked.body as { readonly kind: FindingKind }).kind]}
                second={format.moment(new Date(filing.madeAt).toISOString())}
                end={<Tag tone={filing.problem ? 'attention' : 'quiet'}>{filing.problem?.title ?? w.waits}</Tag>}
              />
            ))}
            {findings.map((found) => (
              <CardItem
                key={found.id}
                {...(found.page ? { to: '/hazards/$hazardId', params: { hazardId: found.page.split('/').at(-1)! } } : {})}
                title={`${w.kinds[found.kind]} · ${text(found.lane)}`}
                second={[found.number, format.day(found.onDay), found.answer].filter(Boolean).join(' · ')}
                below={<Tag tone={found.state === 'fixed' ? 'going' : 'quiet'}>{w.states[found.state]}</Tag>}
              />
            ))}
          </CardList>
          <p className="muted small">{w.photoHint}</p>
        </>
      )}
    </Card>
  )
}
