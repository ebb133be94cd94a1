import { utilitiesOf, type AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { FieldFault } from '../../platform/http/problems.ts'

/** What is wrong with the rules of a round before the council sees them. Every refusal must leave the charter's days for an appeal before voting begins. */
export function planFaults(rules: AllocationRules, today: string, appealDays: number): FieldFault[] {
  const { sharing, ballot, ties, expected, dates } = rules
  const faults: FieldFault[] = []
  const fault = (path: string, code: string, params?: FieldFault['params']) => faults.push({ path, code, ...(params && { params }) })
  if (sharing.rule === 'equal-shares' && !utilitiesOf[ballot.form].includes(sharing.utility))
    fault('rules.sharing.utility', 'allocation-utility-unfit')
  if (new Set(ties).size !== ties.length) fault('rules.ties', 'allocation-ties-twice')
  if (expected.newcomer + expected.local !== 100) fault('rules.expected', 'allocation-expected-hundred')
  if (dates.callFrom < today) fault('rules.dates.callFrom', 'day-is-past')
  if (dates.callUntil < dates.callFrom) fault('rules.dates.callUntil', 'allocation-date-before')
  if (dates.feasibilityUntil <= dates.callUntil) fault('rules.dates.feasibilityUntil', 'allocation-date-before')
  if (dates.votingFrom <= addDays(dates.feasibilityUntil, appealDays))
    fault('rules.dates.votingFrom', 'allocation-no-time-to-appeal', { days: appealDays })
  if (dates.votingUntil <= dates.votingFrom) fault('rules.dates.votingUntil', 'allocation-date-before')
  return faults
}
