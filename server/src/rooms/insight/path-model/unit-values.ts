import { smallestCount } from '../../../platform/privacy/suppression.ts'
import type { Line, Measure } from '../indicators/definition.ts'

/** A community's value of a measure, or why it has none: not all months are counted yet, or there were too few to use. */
export type UnitValue = { readonly kind: 'value'; readonly value: number } | { readonly kind: 'notYet' | 'few' }

export const monthsBefore = 12

/**
 * The mean of the twelve months before a wave, of one community. Every month weighs by what was counted in it, so that a month with two cases is not
 * worth as much as one with fifty: of a share that is the share of all counted in the twelve months, of a mean the mean of all. A count is the
 * number a month.
 *
 * What may not be shown is not used either (D7): a model over a few small cells would be a way around the rule.
 * @param months the twelve months, oldest first; undefined for one that is not frozen
 */
export function valueOf(
  measure: Pick<Measure, 'kind' | 'exempt'>,
  months: readonly (readonly Line[] | undefined)[],
  community: string,
  k = smallestCount,
): UnitValue {
  if (months.length !== monthsBefore || months.some((month) => month === undefined)) return { kind: 'notYet' }
  const lines = months.flatMap((month) => month!.filter((line) => line.community === community))
  const all = sum(lines)
  const small = (count: number): boolean => measure.exempt === undefined && count < k
  if (measure.kind === 'share') {
    const yes = sum(lines.filter(({ part }) => part === 'yes'))
    return all === 0 || small(yes) || small(all - yes) ? few : { kind: 'value', value: yes / all }
  }
  if (small(all)) return few
  if (measure.kind === 'count') return { kind: 'value', value: all / monthsBefore }
  const amount = lines.reduce((total, line) => total + line.amount, 0)
  if (measure.kind === 'sum') return { kind: 'value', value: amount / monthsBefore }
  return all === 0 ? few : { kind: 'value', value: amount / all }
}

const few = { kind: 'few' } as const
const sum = (lines: readonly Line[]): number => lines.reduce((total, { n }) => total + n, 0)
