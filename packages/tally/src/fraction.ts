/** Numerator and denominator, both whole: `[2, 3]` is two-thirds. */
export type Fraction = readonly [numerator: number, denominator: number]

/**
 * The least whole number that is at least the share: two-thirds of 13 are 9, a fifth of 13 are 3.
 * @throws RangeError where the share is not between 0 and 1
 */
export function roundedUp([numerator, denominator]: Fraction, of: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator < 1 || numerator < 0 || numerator > denominator)
    throw new RangeError(`a share is a fraction from 0 to 1, not ${numerator}/${denominator}`)
  return Math.floor((numerator * of + denominator - 1) / denominator)
}
