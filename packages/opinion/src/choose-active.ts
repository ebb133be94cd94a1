import type { VoteMatrix } from './vote-matrix.ts'

const enoughVotes = 7
const enoughPeople = 15

/**
 * Who is sorted into opinion groups: people with at least seven votes (or on all statements, where there are fewer); where they are
 * fewer than fifteen, the most active of the others join until there are.
 * @param counted column -> 1 where votes count towards the seven
 * @returns row -> 1 or 0
 */
export function chooseActive(matrix: VoteMatrix, counted: Uint8Array): Uint8Array {
  const { starts, cells } = matrix
  const votes = new Uint16Array(matrix.people)
  for (let row = 0; row < matrix.people; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) votes[row]! += counted[cells[at]! >> 2]!
  }
  const needed = Math.min(
    enoughVotes,
    counted.reduce((sum, one) => sum + one, 0),
  )
  const active = new Uint8Array(matrix.people)
  let count = 0
  for (let row = 0; row < matrix.people; row++) {
    if (votes[row]! >= Math.max(1, needed)) {
      active[row] = 1
      count++
    }
  }
  if (count >= enoughPeople) return active
  const others = [...active.keys()].filter((row) => active[row] === 0 && votes[row]! > 0)
  others.sort((one, other) => votes[other]! - votes[one]! || one - other)
  for (const row of others.slice(0, enoughPeople - count)) active[row] = 1
  return active
}
