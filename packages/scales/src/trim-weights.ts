import { groupBy } from './group-by.ts'

/**
 * Keeps any weight from being more than `most` times the mean weight of its group; what is cut off goes to the others of the group in
 * proportion, so that the group still stands for as many people. Nobody's answer then counts for a crowd; the price is a small bias,
 * which is why how many were cut is published.
 * @param groups one per weight
 * Source: Potter 1990, Proceedings of the Section on Survey Research Methods (ASA), p. 225.
 */
export function trimWeights(
  weights: readonly number[],
  groups: readonly string[],
  most = 5,
): { readonly weights: readonly number[]; readonly trimmed: number } {
  if (!(most > 1)) throw new RangeError(`the largest weight is more than the mean, not ${most} times`)
  if (groups.length !== weights.length) throw new RangeError(`${groups.length} groups for ${weights.length} weights`)
  const next = [...weights]
  const cut = new Set<number>()
  for (const places of groupBy(weights.keys(), (place) => groups[place]!).values()) {
    const total = sum(places.map((place) => weights[place]!))
    const limit = (most * total) / places.length
    for (;;) {
      const over = places.filter((place) => !cut.has(place) && next[place]! > limit * (1 + 1e-12))
      if (over.length === 0) break
      over.forEach((place) => {
        cut.add(place)
        next[place] = limit
      })
      const free = places.filter((place) => !cut.has(place))
      const rest = sum(free.map((place) => next[place]!))
      const wanted = total - limit * (places.length - free.length)
      free.forEach((place) => (next[place] = (next[place]! * wanted) / rest))
    }
  }
  return { weights: next, trimmed: cut.size }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
