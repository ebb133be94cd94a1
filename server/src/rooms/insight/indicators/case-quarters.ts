import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { showTable } from '../../../platform/privacy/suppression.ts'
import { benefitOf, groups, type Benefit, type FigureLine } from '../../station/equity-formulas.ts'

/** A quarter of decided cases as the station counted it once (equity-figures.ts), all services together. */
export interface CaseQuarter {
  readonly quarter: string
  readonly lines: readonly FigureLine[]
}

/** Oldest first. Added up by the database over services, channels and reasons: a quarter is a few hundred lines. */
export async function caseQuarters(deed: Deed, from = ''): Promise<readonly CaseQuarter[]> {
  const { rows } = await sql<FigureLine & { quarter: string }>`
    select quarter, '' as service, group_choice as "group", '' as channel, outcome, '' as reason, days, own_days as "ownDays",
           extra_visits as "extraVisits", sum(cases)::int as cases
    from case_figure where street_id = ${deed.street.id}::uuid and quarter >= ${from}
    group by quarter, group_choice, outcome, days, own_days, extra_visits
    order by quarter`.execute(deed.tx)
  return [...Map.groupBy(rows, ({ quarter }) => quarter)].map(([quarter, lines]) => ({ quarter, lines }))
}

/** What the page of equal service shows of the quarter over all services: the same columns decided the same way. */
export function benefitsOf({ lines }: CaseQuarter): readonly Benefit[] {
  const count = (granted: boolean, group: string): number =>
    lines.reduce((sum, line) => (line.group === group && (line.outcome === 'granted') === granted ? sum + line.cases : sum), 0)
  const { columnTotals } = showTable([groups.flatMap((group) => [count(true, group), count(false, group)])])
  return groups.map((group, place) => benefitOf(group, columnTotals[place * 2]!, columnTotals[place * 2 + 1]!, lines))
}
