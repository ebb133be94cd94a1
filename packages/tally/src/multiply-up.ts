/** One vote, in units of the ninth decimal. */
export const one = 1_000_000_000

/**
 * Product of two decimals with nine places, rounded up in the ninth, exactly and without big integers.
 *
 * The quotient from floating point is off by one at most; the remainder then lies in (-10^9, 2 x 10^9), which 32-bit arithmetic, being exact
 * modulo 2^32, gives without error.
 * @param a from 0 to 10^9 (nought to one, in units of the ninth decimal)
 * @param b the same
 */
export function multiplyUp(a: number, b: number): number {
  const quotient = Math.floor((a * b) / one)
  const remainder = (Math.imul(a, b) - Math.imul(quotient, one)) | 0
  if (remainder <= 0) return remainder <= -one ? quotient - 1 : quotient
  return remainder > one ? quotient + 2 : quotient + 1
}
