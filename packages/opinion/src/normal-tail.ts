/**
 * The chance that a standard normal variable exceeds `z`.
 * Source: the series of Marsaglia, "Evaluating the normal distribution" (2004) below 3, Laplace's continued fraction above.
 * @throws RangeError where z is not a number
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z is not a number')
  if (z < 0) return 1 - normalTail(-z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
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
