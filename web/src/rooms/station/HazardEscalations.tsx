import type { Hazard } from '@ronghe/contract/station/hazards.ts'
import { EscalationStep } from '@ronghe/contract/programme/concerns.ts'
import { useWords } from '../../platform/language/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { EscalationDays } from './EscalationDays.tsx'
import { escalationsWords } from './words/escalations/words.ts'

/** The days of a hazard, for everybody on its page and for whoever works on it. */
export function HazardEscalations({
  escalations,
  escalated,
}: {
  readonly escalations: NonNullable<Hazard['escalations']>
  readonly escalated: Hazard['escalated']
}) {
  const w = useWords(escalationsWords)
  return (
    <Card title={w.title}>
      <EscalationDays days={escalations} told={EscalationStep.options.indexOf(escalated)} />
    </Card>
  )
}
