// The two tests that Polis uses. Both add one imaginary success and one imaginary trial, which keeps small groups from shouting.

/** Above it a one-sided test is significant at 90 %. */
export const significantAt90 = 1.2816

/** How far a share is from one half, in standard errors: 2 √(n+1) ((s+1)/(n+1) − ½). */
export function propTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)
}

/** How far the share of a first group is above that of a second, in standard errors; 0 where everybody succeeded. */
export function twoPropTest(successes: number, otherSuccesses: number, trials: number, otherTrials: number): number {
  const [s1, s2, n1, n2] = [successes + 1, otherSuccesses + 1, trials + 1, otherTrials + 1]
  const pooled = (s1 + s2) / (n1 + n2)
  if (pooled === 1) return 0
  return (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
}
