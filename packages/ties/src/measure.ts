import type { Incidence } from './gatherings.ts'

/** What is counted of one arrangement. */
export interface Counted {
  /** Gatherings in which each of the two groups is at least so large a part, by kind. */
  readonly mixed: Int32Array
  /** Pairs of one person of each group who were together at least once. */
  readonly pairs: number
}

/** Marks that are used again and again, so that no list of pairs ever exists, not even in memory. */
export interface Marks {
  readonly met: Int32Array
  readonly first: Int32Array
  readonly rowsOf: Int32Array
  round: number
}

export const marksFor = ({ people, members }: Incidence): Marks => ({
  met: new Int32Array(people),
  first: new Int32Array(people + 1),
  rowsOf: new Int32Array(members.length),
  round: 0,
})

/** Work: the participations, and for each person of the first group the people of the gatherings they were at. */
export function measure(members: Int32Array, incidence: Incidence, mixedPercent: number, marks: Marks): Counted {
  return { mixed: mixedByKind(members, incidence, mixedPercent), pairs: countPairs(members, incidence, marks) }
}

function mixedByKind(members: Int32Array, { rows, start, side, kind, kinds }: Incidence, percent: number): Int32Array {
  const mixed = new Int32Array(kinds.length)
  for (let row = 0; row < rows; row++) {
    let [one, two] = [0, 0]
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const of = side[members[at]!]
      if (of === 1) one++
      else if (of === 2) two++
    }
    if (Math.min(one, two) * 100 >= percent * (start[row + 1]! - start[row]!)) mixed[kind[row]!]!++
  }
  return mixed
}

/** Each person of the first group in turn marks whom of the second they meet; a mark is counted once, then forgotten. */
function countPairs(members: Int32Array, { rows, people, start, side }: Incidence, marks: Marks): number {
  const { met, first, rowsOf } = marks
  first.fill(0)
  for (let at = 0; at < members.length; at++) first[members[at]! + 1]!++
  for (let person = 0; person < people; person++) first[person + 1]! += first[person]!
  for (let row = rows - 1; row >= 0; row--) for (let at = start[row]!; at < start[row + 1]!; at++) rowsOf[--first[members[at]! + 1]!] = row
  // `first[person + 1]` now points at the person's own rows, which end where the next one's begin.
  let pairs = 0
  for (let person = 0; person < people; person++) {
    if (side[person] !== 1) continue
    const round = ++marks.round
    const end = person + 1 < people ? first[person + 2]! : members.length
    for (let own = first[person + 1]!; own < end; own++) {
      const row = rowsOf[own]!
      for (let at = start[row]!; at < start[row + 1]!; at++) {
        const other = members[at]!
        if (side[other] !== 2 || met[other] === round) continue
        met[other] = round
        pairs++
      }
    }
  }
  return pairs
}
