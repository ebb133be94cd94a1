/**
 * Turns p-values into q-values: to keep those with q ≤ 0.1 means that at most a tenth of what is kept is there by chance, in expectation,
 * however many were tried.
 * @returns one q-value per p-value, in the same places
 * @throws RangeError for a p-value outside 0 … 1
 * Source: Benjamini and Hochberg, "Controlling the false discovery rate" (1995), step-up procedure.
 */
export function controlFalseDiscoveries(pValues: ArrayLike<number>): Float64Array {
  const count = pValues.length
  const order = Array.from({ length: count }, (_, place) => place)
  for (const place of order) if (!(pValues[place]! >= 0 && pValues[place]! <= 1)) throw new RangeError(`not a p-value: ${pValues[place]}`)
  order.sort((one, other) => pValues[one]! - pValues[other]!)
  const qValues = new Float64Array(count)
  let least = 1
  for (let rank = count; rank >= 1; rank--) {
    const place = order[rank - 1]!
    least = Math.min(least, (pValues[place]! * count) / rank)
    qValues[place] = least
  }
  return qValues
}
