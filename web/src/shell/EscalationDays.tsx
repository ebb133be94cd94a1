import type { EscalationDays as Days, EscalationStep } from '@ronghe/contract/platform/escalations.ts'
import { useFormat } from '../platform/language/format.ts'
import { useWords } from '../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../ui/Card.tsx'
import { Tag } from '../ui/Tag.tsx'
import { escalationsWords } from './words/escalations.ts'

/** Who is told on which day if nothing has happened by then; `told` is how many of them were. */
export function EscalationDays({ days, told }: { readonly days: Days; readonly told: number }) {
  const w = useWords(escalationsWords)
  const format = useFormat()
  const rows = [
    [w.owner, days.owner],
    [w.supervisor, days.supervisor],
    [w.streetLead, days.streetLead],
  ] as const
  return (
    <CardList>
      {rows.map(
        ([who, day], place) =>
          day !== null && (
            <CardItem key={who} title={who} second={format.day(day)} {...(told > place && { end: <Tag tone="attention">{w.told}</Tag> })} />
          ),
      )}
    </CardList>
  )
}

const steps: readonly EscalationStep[] = ['none', 'owner', 'supervisor', 'streetLead']

/** The same in a card of its own, for what is read by its author and by everybody: concerns and hazards. */
export function EscalationsCard({ escalations, escalated }: { readonly escalations: Days; readonly escalated: EscalationStep }) {
  const w = useWords(escalationsWords)
  return (
    <Card title={w.title}>
      <EscalationDays days={escalations} told={steps.indexOf(escalated)} />
    </Card>
  )
}
