import type { GroupFigure } from '@ronghe/contract/insight/indicators.ts'
import type { Deed } from '../../../platform/deed.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { indicators } from '../indicators/all.ts'
import type { Indicator, Measure } from '../indicators/definition.ts'
import { monthsOf, type FrozenMonth } from '../indicators/frozen-indicators.ts'
import { monthFigures } from '../indicators/indicators.ts'

/** One figure of a finished month as the street's own page shows it, in counts that can be added up over streets. */
export interface StreetFigure {
  /** `indicator.measure` */
  readonly measure: string
  /** 2026-10 */
  readonly month: string
  readonly group: GroupFigure['group']
  readonly n: number
  /** Of a share: of how many. */
  readonly of: number | null
  /** Of a sum or a mean: what adds up over the n. */
  readonly amount: number | null
}

export interface StreetMonths {
  /** Every month that was frozen, also where nothing of it may be shown. */
  readonly months: readonly string[]
  readonly figures: readonly StreetFigure[]
}

/** The name of a measure outside its indicator. */
export const measureName = (indicator: Pick<Indicator, 'key'>, measure: Pick<Measure, 'key'>): string => `${indicator.key}.${measure.key}`

/**
 * Everything the street shows of its months, the whole street only. Places stay in the street. A median does not add up over streets and
 * stays as well.
 */
export async function streetMonths(deed: Deed): Promise<StreetMonths> {
  const months = new Set<string>()
  const figures: StreetFigure[] = []
  const { roundTo } = await setting(deed, 'figures')
  for (const indicator of indicators) {
    const frozen = await monthsOf(deed, indicator)
    for (const { period } of frozen) months.add(period)
    for (const measure of indicator.measures) figures.push(...figuresOf(indicator, measure, frozen, roundTo))
  }
  return { months: [...months].toSorted(), figures }
}

/** Made of {@link monthFigures}, the page's own answer: what is few there is not here. */
export const figuresOf = (indicator: Indicator, measure: Measure, months: readonly FrozenMonth[], roundTo = 1): StreetFigure[] =>
  monthFigures(measure, months, roundTo).flatMap(({ period, groups }) =>
    groups.flatMap((figure) => {
      const counts = countsOf(measure.kind, figure)
      return counts ? [{ measure: measureName(indicator, measure), month: period, group: figure.group, ...counts }] : []
    }),
  )

function countsOf(kind: Measure['kind'], { value, of, parts }: GroupFigure): Pick<StreetFigure, 'n' | 'of' | 'amount'> | undefined {
  if (of.kind === 'few' || value.kind === 'few' || kind === 'spread') return undefined
  if (kind === 'count') return { n: of.count, of: null, amount: null }
  if (kind === 'sum') return { n: of.count, of: null, amount: Math.round(value.value) }
  if (kind === 'mean') return { n: of.count, of: null, amount: Math.round(value.value * of.count) }
  const yes = parts.find(({ part }) => part === 'yes')?.count
  return yes?.kind === 'shown' ? { n: yes.count, of: of.count, amount: null } : undefined
}
