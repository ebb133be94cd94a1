import type { Deed } from '../../../platform/deed.ts'
import { frozen, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import type { Indicator, Line } from './definition.ts'

/** Lines of a month by measure, as they are kept. */
export type MonthCounts = Readonly<Record<string, readonly Line[]>>

/** What came on paper is entered by then, and what had a week to be answered was. */
const waits = 7

/** An indicator as a figure that is counted once for every finished month and then stays. */
export const frozenIndicator = ({ key, measures }: Indicator): FrozenFigure<MonthCounts> => ({
  figure: `insight.${key}`,
  every: 'month',
  waits,
  async since(deed) {
    const firsts: string[] = []
    for (const { counts } of measures) {
      const first = await counts.since(deed)
      if (first !== undefined) firsts.push(first)
    }
    return firsts.toSorted()[0]
  },
  async count(deed, days) {
    const counts: Record<string, readonly Line[]> = {}
    for (const measure of measures) counts[measure.key] = await measure.counts.lines(deed, days)
    return counts
  },
})

export interface FrozenMonth {
  readonly period: string
  readonly counts: MonthCounts
}

/** The frozen months of an indicator, oldest first. */
export const monthsOf = async (deed: Deed, indicator: Indicator): Promise<readonly FrozenMonth[]> =>
  [...(await frozen(deed, frozenIndicator(indicator)))].map(([period, { counts }]) => ({ period, counts }))
