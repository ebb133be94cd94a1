import type { Panel } from './panel-rows.ts'

/**
 * Whole numbers of panels out of `of`, near `of` times the shares: the largest remainders first, then exchanges of one panel for another while the
 * squares of the people's differences become fewer. Deterministic.
 *
 * A rounding that moves nobody's probability by seats / `of` always exists (Beck and Fiala; Flanigan, Kehne, Procaccia, "Fair sortition made transparent", 2021); what
 * it really moved by is in the report.
 * @param panels how many each has of each type @param shares probabilities, sum 1 @param people per type @returns counts, sum `of`
 * @throws RangeError for an `of` that is no whole number from 1
 */
export function roundLottery(panels: readonly Panel[], shares: readonly number[], people: readonly number[], of: number): number[] {
  if (!Number.isInteger(of) || of < 1) throw new RangeError(`a lottery is over a whole number of panels from 1, not ${of}`)
  const counts = largestRemainders(shares, of)
  const size = people.length
  const weighted = panels.map((panel) => Float64Array.from(panel, (count, type) => count / people[type]!))
  // Differences per person, counted in panels.
  const differences = new Float64Array(size)
  weighted.forEach((panel, index) => panel.forEach((count, type) => (differences[type]! += count * (counts[index]! - shares[index]! * of))))
  const products = weighted.map((one) => Float64Array.from(weighted, (other) => dot(one, other)))
  const slopes = Float64Array.from(weighted, (panel) => dot(panel, differences))
  for (let step = 0; step < 20 * panels.length; step++) {
    let best = -1e-12
    let move: readonly [number, number] | undefined
    for (let out = 0; out < panels.length; out++) {
      if (counts[out] === 0) continue
      for (let into = 0; into < panels.length; into++) {
        if (into === out) continue
        const change = 2 * (slopes[into]! - slopes[out]!) + products[into]![into]! + products[out]![out]! - 2 * products[into]![out]!
        if (change < best) [best, move] = [change, [out, into]]
      }
    }
    if (!move) break
    const [out, into] = move
    counts[out]!--
    counts[into]!++
    for (let panel = 0; panel < panels.length; panel++) slopes[panel]! += products[panel]![into]! - products[panel]![out]!
  }
  return counts
}

function largestRemainders(shares: readonly number[], of: number): number[] {
  const exact = shares.map((share) => share * of)
  const counts = exact.map((count) => Math.floor(count + 1e-9))
  const order = [...shares.keys()].toSorted((one, other) => exact[other]! - counts[other]! - (exact[one]! - counts[one]!) || one - other)
  let missing = of - counts.reduce((sum, count) => sum + count, 0)
  for (let place = 0; missing > 0; place = (place + 1) % order.length, missing--) counts[order[place]!]!++
  for (let place = order.length - 1; missing < 0; place = place === 0 ? order.length - 1 : place - 1) {
    if (counts[order[place]!]! > 0) {
      counts[order[place]!]!--
      missing++
    }
  }
  return counts
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!
  return sum
}
