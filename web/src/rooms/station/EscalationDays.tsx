import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { CardItem, CardList } from '../../ui/Card.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { escalationsWords } from './words/escalations/words.ts'

interface Days {
  readonly owner: string | null
  readonly supervisor: string | null
  readonly streetLead: string | null
}

/** Who is told on which day if nothing has happened by then; `told` is how many of them were. */
export function EscalationDays({ days, told }: { readonly days: Days; readonly told: number }) {
  const w = useWords(escalationsWords)
  const format = useFormat()
  const steps = [
    [w.owner, days.owner],
    [w.supervisor, days.supervisor],
    [w.streetLead, days.streetLead],
  ] as const
  return (
    <CardList>
      {steps.map(
        ([who, day], place) =>
          day !== null && (
            <CardItem key={who} title={who} second={format.day(day)} {...(told > place && { end: <Tag tone="attention">{w.told}</Tag> })} />
          ),
      )}
    </CardList>
  )
}
