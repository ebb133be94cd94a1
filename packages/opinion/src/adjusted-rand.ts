/**
 * How alike two divisions of the same people are: 1 for the same groups (whatever they are called), about 0 for chance, below 0 for less.
 * @param one person -> group, from 0
 * @param other person -> group, from 0
 * @throws RangeError where they are not of the same people
 * Source: Hubert and Arabie, "Comparing partitions" (1985).
 */
export function adjustedRand(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) throw new RangeError(`divisions of ${one.length} and of ${other.length} people`)
  const pairs = (count: number) => (count * (count - 1)) / 2
  const both = new Map<number, number>()
  const rows = new Map<number, number>()
  const columns = new Map<number, number>()
  const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (let at = 0; at < one.length; at++) {
    add(both, one[at]! * 65_536 + other[at]!)
    add(rows, one[at]!)
    add(columns, other[at]!)
  }
  const sum = (counts: Map<number, number>) => [...counts.values()].reduce((total, count) => total + pairs(count), 0)
  const [together, inOne, inOther, all] = [sum(both), sum(rows), sum(columns), pairs(one.length)]
  const expected = all === 0 ? 0 : (inOne * inOther) / all
  const most = (inOne + inOther) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}
