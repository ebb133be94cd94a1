/**
 * The chance that a standard normal variable exceeds `z`.
 * Source: the series of Marsaglia, "Evaluating the normal distribution" (2004) below 3, Laplace's continued fraction above.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z is not a number')
  if (z < 0) return 1 - normalTail(-z)
  const density = normalDensity(z)
  if (z < 3) {
    let term = z
    let sum = z
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (z * z) / odd
      sum += term
    }
    return 0.5 - density * sum
  }
  let fraction = z
  for (let level = 80; level >= 1; level--) fraction = z + level / fraction
  return density / fraction
}

export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** The value a standard normal variable stays below with a chance strictly between 0 and 1; infinite at 0 and 1. */
export function normalQuantile(chance: number): number {
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`a chance lies between 0 and 1, not ${chance}`)
  if (chance === 0 || chance === 1) return chance === 0 ? -Infinity : Infinity
  if (chance > 0.5) return -normalQuantile(1 - chance)
  // Below the middle: how far out the upper tail is as small. The tail falls in one direction, so halving always ends.
  let low = 0
  let high = 40
  for (let round = 0; round < 200 && high - low > 1e-14 * high; round++) {
    const middle = (low + high) / 2
    if (normalTail(middle) > chance) low = middle
    else high = middle
  }
  return -(low + high) / 2
}
