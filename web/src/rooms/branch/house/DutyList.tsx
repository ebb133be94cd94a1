import type { Duty } from '@ronghe/contract/branch/duties.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { houseWords } from './words/words.ts'

/** Dual management: each duty, and whose it is. */
export function DutyList({ duties }: { readonly duties: readonly Duty[] }) {
  const w = useWords(houseWords)
  const text = useText()
  return (
    <Card title={w.dutiesTitle}>
      <p className="muted">{w.dutiesLead}</p>
      <Facts facts={duties.map(({ name, side }) => [text(name), w.sides[side]] as const)} />
    </Card>
  )
}
