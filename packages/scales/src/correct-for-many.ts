/**
 * Turns p-values into adjusted ones when several differences are tried at once: to keep those at 0.05 or less means that the chance of
 * keeping even one that is none is at most one in twenty, however the tests hang together.
 * @returns one per p-value, in the same places
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65, step-down procedure.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = inOrder(pValues)
  const adjusted = pValues.map(() => 1)
  let most = 0
  order.forEach((place, rank) => {
    most = Math.max(most, Math.min(1, pValues[place]! * (pValues.length - rank)))
    adjusted[place] = most
  })
  return adjusted
}

/**
 * The same for the share of false finds: of what is kept at 0.05 or less, at most one in twenty is none, in expectation.
 * Source: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289, step-up procedure.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = inOrder(pValues)
  const adjusted = pValues.map(() => 1)
  let least = 1
  for (let rank = order.length; rank >= 1; rank--) {
    const place = order[rank - 1]!
    least = Math.min(least, (pValues[place]! * order.length) / rank)
    adjusted[place] = least
  }
  return adjusted
}

function inOrder(pValues: readonly number[]): number[] {
  for (const value of pValues) if (!(value >= 0 && value <= 1)) throw new RangeError(`not a p-value: ${value}`)
  return pValues.map((_, place) => place).toSorted((one, other) => pValues[one]! - pValues[other]!)
}
