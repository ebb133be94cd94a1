import { refuseUnlessCovariance, sumOf, type Matrix } from './covariance.ts'
import { fQuantile } from './distributions.ts'

/**
 * Cronbach's alpha: the share of the variance of a sum of items that they have in common, if all measure the same equally well.
 * @param covariance of the items, reversed ones turned before
 * @returns undefined where it does not exist: for a single item, and where nobody differs
 * Source: Cronbach 1951, Psychometrika 16:297: k / (k - 1) · (1 - Σ variances / variance of the sum).
 */
export function cronbachAlpha(covariance: Matrix): number | undefined {
  refuseUnlessCovariance(covariance)
  const items = covariance.length
  const total = sumOf(covariance.map(sumOf))
  if (items < 2 || !(total > 0)) return undefined
  return (items / (items - 1)) * (1 - sumOf(covariance.map((row, item) => row[item]!)) / total)
}

/**
 * The interval of alpha under a two-way model of people and items.
 * Source: Feldt 1965, Psychometrika 30:357; as in Feldt, Woodruff and Salih 1987, Applied Psychological Measurement 11:93, formulas 6 and 7.
 */
export function alphaInterval(
  alpha: number,
  { people, items }: { readonly people: number; readonly items: number },
  level = 0.95,
): { readonly from: number; readonly to: number } {
  if (!(alpha <= 1)) throw new RangeError(`alpha is at most 1, not ${alpha}`)
  if (people < 2 || items < 2) throw new RangeError('alpha needs two people and two items')
  const bound = (probability: number): number => 1 - (1 - alpha) * fQuantile(probability, people - 1, (people - 1) * (items - 1))
  return { from: bound((1 + level) / 2), to: bound((1 - level) / 2) }
}
