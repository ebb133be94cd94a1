/**
 * The Beta, F and t distributions, as far as intervals and tests need them.
 * Source: continued fraction of the incomplete beta function, NIST Digital Library of Mathematical Functions 8.17.22.
 */

/** The value a t variable exceeds, in either direction together, with the chance 1 - level: 1.96 for 0.95 and many degrees of freedom. */
export function tBound(level: number, df: number): number {
  refuseUnlessBetween(level)
  const x = betaQuantile(1 - level, df / 2, 0.5)
  return Math.sqrt((df * (1 - x)) / x)
}

/** The chance that a t variable is as far from 0 as `t`, in either direction. */
export function tChance(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`a t distribution needs degrees of freedom, not ${df}`)
  return incompleteBeta(df / (df + t * t), df / 2, 0.5)
}

/** The value below which an F variable lies with a given probability. */
export function fQuantile(probability: number, above: number, below: number): number {
  const x = betaQuantile(probability, above / 2, below / 2)
  return (below * x) / (above * (1 - x))
}

/** @throws RangeError for a or b that is not positive, and for a probability that does not lie between 0 and 1 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`a Beta distribution needs positive a and b, not ${a} and ${b}`)
  refuseUnlessBetween(probability)
  let low = 0
  let high = 1
  // Halving on the logarithm near 0 and plainly elsewhere: quantiles of many degrees of freedom lie very near 0 or 1.
  for (let round = 0; round < 1100 && high - low > 1e-15 * high; round++) {
    const middle = low === 0 ? high / 2 : low * 4 < high ? Math.sqrt(low * high) : (low + high) / 2
    if (incompleteBeta(middle, a, b) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The regularised incomplete beta function I_x(a, b). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction converges fast only on this side of the mean; the other side is its mirror image.
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

/** 1 / (1 + d1 / (1 + d2 / (1 + …))), forwards by the method of Lentz. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  let value = 1
  let above = 1
  let below = 0
  for (let step = 1; step < 10_000; step++) {
    const m = step >> 1
    const term =
      step % 2 === 1 ? (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)) : (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    below = 1 + term * below
    below = 1 / (Math.abs(below) < tiny ? tiny : below)
    above = 1 + term / above
    if (Math.abs(above) < tiny) above = tiny
    value *= above * below
    if (Math.abs(above * below - 1) < 1e-15) break
  }
  return 1 / value
}

/** ln Γ(x) for positive x: Stirling's series, after shifting x above 12. */
function logGamma(x: number): number {
  let shift = 1
  let at = x
  for (; at < 12; at++) shift *= at
  const inverse = 1 / at
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift)
}

function refuseUnlessBetween(probability: number): void {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`a probability lies between 0 and 1, not ${probability}`)
}
