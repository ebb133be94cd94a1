import { useWords } from '../../../platform/language/language.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PlanClosures } from './PlanClosures.tsx'
import { PlanHours } from './PlanHours.tsx'
import { PlanWindows } from './PlanWindows.tsx'
import { counterWords } from './words/words.ts'

/** What the counter is made of: windows, hours with their appointments, days it is closed. */
export function Plan() {
  const w = useWords(counterWords)
  return (
    <>
      <PageHeader title={w.planTitle} lead={w.planLead} />
      <PlanWindows />
      <PlanHours />
      <PlanClosures />
    </>
  )
}
