import type { PeriodFigure } from '@ronghe/contract/insight/indicators.ts'

/** The first month after a period: 2026-10 of 2026-Q3, 2027-01 of 2026. */
export const endOf = (period: string): string => {
  const [year, part] = [Number(period.slice(0, 4)), period.slice(5)]
  const months = part === '' ? 12 : part.startsWith('Q') ? 3 * Number(part[1]) : Number(part)
  return `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/**
 * The figure of the chosen period; of what is counted more rarely the last one that was over by then, so that a month chosen leaves no hole
 * where a quarter is counted. Nothing newer than what was chosen is ever shown for it.
 */
export function nearest(
  { months, years }: { readonly months: readonly PeriodFigure[]; readonly years: readonly PeriodFigure[] },
  chosen: string,
): PeriodFigure | undefined {
  const exact = [...years, ...months].find(({ period }) => period === chosen)
  if (exact || chosen.length === 4) return exact
  const longer = months.filter(({ period }) => (period.length === 4 || period.includes('Q')) && endOf(period) <= endOf(chosen))
  return longer.toSorted((one, other) => (endOf(one.period) < endOf(other.period) ? -1 : 1)).at(-1)
}
