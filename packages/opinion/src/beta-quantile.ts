/**
 * The value below which a Beta(a, b) variable lies with a given probability. With a = agreed + 1 and b = others + 1 it is a bound for
 * the share that agrees, after everybody who saw the statement has been counted.
 * @param probability strictly between 0 and 1
 * @returns between 0 and 1, to about 1e-12
 * @throws RangeError for a or b that is not positive, and for a probability outside
 * Source: continued fraction of the incomplete beta function, NIST Digital Library of Mathematical Functions 8.17.22.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`a Beta distribution needs positive a and b, not ${a} and ${b}`)
  if (!(probability > 0 && probability < 1)) throw new RangeError(`a probability lies between 0 and 1, not ${probability}`)
  const logScale = logGamma(a + b) - logGamma(a) - logGamma(b)
  let low = 0
  let high = 1
  let x = a / (a + b)
  for (let round = 0; round < 100; round++) {
    const excess = incompleteBeta(x, a, b, logScale) - probability
    if (excess > 0) high = x
    else low = x
    const density = Math.exp(logScale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x))
    const newton = x - excess / density
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) < 1e-13) return next
    x = next
  }
  return x
}

/** The regularised incomplete beta function I_x(a, b). */
export function incompleteBeta(x: number, a: number, b: number, logScale: number = logGamma(a + b) - logGamma(a) - logGamma(b)): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logScale + a * Math.log(x) + b * Math.log1p(-x))
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
export function logGamma(x: number): number {
  let shift = 1
  let at = x
  for (; at < 12; at++) shift *= at
  const inverse = 1 / at
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift)
}
