/** A whole number from 0 to below `n`, every one as likely. */
export type RandomBelow = (n: number) => number

/**
 * Noise of a differentially private count: the discrete Laplace distribution, P(y) in proportion to exp(-|y| * epsilon), drawn exactly from whole
 * random numbers (Canonne, Kamath and Steinke 2020, NeurIPS 33, algorithms 1 and 2), because floating-point Laplace noise can be undone
 * (Mironov 2012). One event more or less changes one count by one, so each event is protected with epsilon = percent / 100.
 */
export function drawNoise(epsilonPercent: number, below: RandomBelow): number {
  if (!Number.isSafeInteger(epsilonPercent) || epsilonPercent < 1 || epsilonPercent > 1000)
    throw new RangeError(`no epsilon: ${epsilonPercent} %`)
  // The scale is t / s.
  const [t, s] = [100, epsilonPercent]
  for (;;) {
    const part = below(t)
    if (!trueByExp(part, t, below)) continue
    let whole = 0
    while (trueByExp(1, 1, below)) whole++
    const size = Math.floor((part + t * whole) / s)
    const negative = below(2) === 1
    // Zero has no sign; drawn twice it would be twice as likely.
    if (negative && size === 0) continue
    return negative ? -size : size
  }
}

/** True with probability exp(-a / b), for a from 0 to b. */
function trueByExp(a: number, b: number, below: RandomBelow): boolean {
  let k = 1
  while (below(b * k) < a) k++
  return k % 2 === 1
}
