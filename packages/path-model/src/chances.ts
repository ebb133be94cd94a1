/** Tails of the distributions that tests are held against. Arguments outside their range are nonsense and throw RangeError. */

/** The chance that a chi-square variable with so many degrees of freedom exceeds `x`. Source: NIST DLMF 8.7.1 and 8.9.2. */
export function chiSquareTail(x: number, df: number): number {
  if (!(x >= 0 && df > 0)) throw new RangeError(`no chi-square of ${x} with ${df} degrees of freedom`)
  return x === 0 ? 1 : upperGamma(df / 2, x / 2)
}

/**
 * The chance that a noncentral chi-square variable stays at or below `x`: chi-squares mixed by a Poisson count of mean `away` / 2
 * (Johnson, Kotz and Balakrishnan 1995, 29.1), added up from the likeliest count outwards.
 */
export function awayChiSquareBelow(x: number, df: number, away: number): number {
  if (!(away >= 0)) throw new RangeError(`no noncentrality of ${away}`)
  if (away === 0) return 1 - chiSquareTail(x, df)
  const mean = away / 2
  const likeliest = Math.floor(mean)
  const weight = (count: number) => Math.exp(-mean + count * Math.log(mean) - logGamma(count + 1))
  let sum = 0
  for (let count = likeliest; count >= 0; count--) {
    const part = weight(count)
    sum += part * (1 - chiSquareTail(x, df + 2 * count))
    if (part < 1e-16) break
  }
  for (let count = likeliest + 1; ; count++) {
    const part = weight(count)
    sum += part * (1 - chiSquareTail(x, df + 2 * count))
    if (part < 1e-16) return Math.min(1, sum)
  }
}

/** The chance that a t variable is at least so far from zero, either way. Source: NIST DLMF 8.17; Abramowitz and Stegun 26.7.1. */
export function beyondT(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) throw new RangeError(`no t of ${t} with ${df} degrees of freedom`)
  return incompleteBeta(df / (df + t * t), df / 2, 0.5)
}

/** The regularised incomplete beta function I_x(a, b): continued fraction 8.17.22 of NIST DLMF by the method of Lentz. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction converges fast only on this side of the mean; the other side is its mirror image.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  let value = 1
  let above = 1
  let below = 0
  for (let step = 1; step < 10_000; step++) {
    const m = step >> 1
    const term =
      step % 2 === 1 ? (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)) : (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    below = 1 / awayFromZero(1 + term * below, tiny)
    above = awayFromZero(1 + term / above, tiny)
    value *= above * below
    if (Math.abs(above * below - 1) < 1e-15) break
  }
  return 1 / value
}

/** The regularised upper incomplete gamma function Q(a, x): series 8.7.1 below a + 1, continued fraction 8.9.2 above (NIST DLMF). */
function upperGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let step = 1; term > sum * 1e-17 && step < 100_000; step++) {
      term *= x / (a + step)
      sum += term
    }
    return Math.max(0, 1 - front * sum)
  }
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let value = d
  for (let step = 1; step < 100_000; step++) {
    const term = -step * (step - a)
    b += 2
    d = 1 / awayFromZero(term * d + b, tiny)
    c = awayFromZero(b + term / c, tiny)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * value
}

const awayFromZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value)

/** ln Γ(x) for positive x: Stirling's series, after shifting x above 12. */
export function logGamma(x: number): number {
  let shift = 1
  let at = x
  for (; at < 12; at++) shift *= at
  const inverse = 1 / at
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift)
}
