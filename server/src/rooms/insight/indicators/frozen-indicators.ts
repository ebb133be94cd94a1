import type { Deed } from '../../../platform/deed.ts'
import { frozen, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import type { Indicator, Line, RoomPeriod } from './definition.ts'

/** Lines of a month by measure, as they are kept. */
export type MonthCounts = Readonly<Record<string, readonly Line[]>>

/** What came on paper is entered by then, and what had a week to be answered was. */
const week = 7

/** Lines lie in one order, whatever order a database groups in: the same month counted twice is the same to the letter. */
const inOrder = (one: Line, other: Line): number => {
  const [a, b] = [one, other].map(({ community, organ, group, part }) => [community, organ, group, part].join(' '))
  return a! < b! ? -1 : a! > b! ? 1 : 0
}

/** An indicator as a figure that is counted once for every finished month and then stays. */
export const frozenIndicator = ({ key, measures, waits = week }: Indicator): FrozenFigure<MonthCounts> => ({
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
    for (const measure of measures)
      if (!measure.counts.shown) counts[measure.key] = (await measure.counts.lines(deed, days)).toSorted(inOrder)
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

/** What rooms of the house show of an indicator themselves, by measure. */
export async function roomPeriodsOf(deed: Deed, { measures }: Indicator): Promise<ReadonlyMap<string, readonly RoomPeriod[]>> {
  const periods = new Map<string, readonly RoomPeriod[]>()
  for (const { key, counts } of measures) if (counts.shown) periods.set(key, await counts.shown(deed))
  return periods
}
