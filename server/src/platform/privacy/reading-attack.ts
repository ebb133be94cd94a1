/** A count that somebody read: what is counted in it, as a set of kinds of events, and how many there were. */
export interface ReadCount {
  readonly name: string
  readonly kinds: ReadonlySet<number>
  readonly count: number
}

/** A count that was there to be read and was hidden. */
export interface HiddenCount {
  readonly name: string
  readonly kinds: ReadonlySet<number>
}

/**
 * What whoever has all readings, of all dates, filters and pages, and knows how each figure is defined, can work out: a reading less another
 * that is part of it and leaves few, and any hidden count that is some sum and difference of readings. It knows which kinds of events there
 * could be, not which there were, and shares nothing with the way the figures were made.
 */
export function attackReadings(read: readonly ReadCount[], hidden: readonly HiddenCount[], k: number): string[] {
  const found = new Set<string>()
  for (const { name, count } of read) if (count < k) found.add(`${name} is ${count}`)
  for (const whole of read)
    for (const part of read) {
      const left = whole.count - part.count
      if (left !== 0 && Math.abs(left) < k && isPart(part.kinds, whole.kinds)) found.add(`${whole.name} less ${part.name} leaves ${left}`)
    }
  const span = spanOf([...new Set(read.map(({ kinds }) => kinds))])
  for (const { name, kinds } of hidden) if (kinds.size > 0 && span.has(kinds)) found.add(`${name} is a sum and difference of readings`)
  return [...found]
}

const isPart = (part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean =>
  part.size <= whole.size && [...part].every((kind) => whole.has(kind))

/** Below 2^15, so that products stay whole numbers; a sum of sets that vanishes for this prime and not for all is as good as impossible. */
const prime = 32_749

/** Everything that can be made of the sets by adding and subtracting, by elimination over a prime field. */
function spanOf(sets: readonly ReadonlySet<number>[]): { has(kinds: ReadonlySet<number>): boolean } {
  const most = Math.max(0, ...sets.flatMap((kinds) => [...kinds])) + 1
  const basis: { readonly pivot: number; readonly row: Int32Array }[] = []
  const reduced = (kinds: ReadonlySet<number>): Int32Array => {
    const row = new Int32Array(most)
    for (const kind of kinds) row[kind] = 1
    for (const { pivot, row: known } of basis) {
      const times = row[pivot]!
      if (times !== 0) for (let at = pivot; at < most; at++) row[at] = (row[at]! + (prime - times) * known[at]!) % prime
    }
    return row
  }
  for (const kinds of sets) {
    const row = reduced(kinds)
    const pivot = row.findIndex((value) => value !== 0)
    if (pivot < 0) continue
    const inverse = power(row[pivot]!, prime - 2)
    basis.push({ pivot, row: row.map((value) => (value * inverse) % prime) })
    // A later row may begin before an earlier one: from left to right every pivot is cleared.
    basis.sort((a, b) => a.pivot - b.pivot)
  }
  return {
    has: (kinds) => [...kinds].every((kind) => kind < most) && reduced(kinds).every((value) => value === 0),
  }
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base]
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
