// The votes in rows (people) and columns (statements), only the cells that were voted on.
import type { VoteStore } from './vote-store.ts'

/** Rows of cells, see `cellOf`; two bytes a vote and four a person. Row and column are places in the matrix. */
export interface VoteMatrix {
  readonly people: number
  readonly statements: number
  /** row -> where its cells begin; one more at the end */
  readonly starts: Uint32Array
  /** within a row sorted by column */
  readonly cells: Uint16Array
  /** row -> place in the store's people */
  readonly personAt: Uint32Array
  /** column -> place in the store's statements */
  readonly statementAt: Uint32Array
}

/**
 * Lays the votes of a store out.
 * `sorted` puts people and statements in the order of their ids, so that nothing that is computed from the matrix can depend on the
 * order in which votes came in, down to the last bit; statements without a vote are kept.
 * `met` keeps the order in which they were first met and leaves out statements without a vote, as Polis does.
 */
export function layOutVotes(store: VoteStore, order: 'sorted' | 'met'): VoteMatrix {
  const personAt = order === 'sorted' ? store.people.sorted() : Uint32Array.from({ length: store.people.size }, (_, place) => place)
  const starts = new Uint32Array(personAt.length + 1)
  const cells = new Uint16Array(store.votes)
  for (let row = 0; row < personAt.length; row++) {
    starts[row + 1] = starts[row]! + store.copyVotes(personAt[row]!, cells, starts[row]!)
  }
  const statementAt = order === 'sorted' ? store.statements.sorted() : statementsWithVotes(store.statements.size, cells)
  const columnOf = new Uint16Array(store.statements.size)
  statementAt.forEach((place, column) => (columnOf[place] = column))
  for (let at = 0; at < cells.length; at++) cells[at] = (columnOf[cells[at]! >> 2]! << 2) | (cells[at]! & 3)
  for (let row = 0; row < personAt.length; row++) sortCells(cells, starts[row]!, starts[row + 1]!)
  return { people: personAt.length, statements: statementAt.length, starts, cells, personAt, statementAt }
}

/** Counts per column and vote in one table, `counts[column * 4 + vote + 1]`: of everybody, or of some rows, as often as they are named. */
export function countVotes(matrix: VoteMatrix, rows?: Uint32Array): Uint32Array {
  const counts = new Uint32Array(matrix.statements * 4)
  const { cells, starts } = matrix
  if (!rows) for (let at = 0; at < cells.length; at++) counts[cells[at]!]!++
  else for (const row of rows) for (let at = starts[row]!; at < starts[row + 1]!; at++) counts[cells[at]!]!++
  return counts
}

/** One table of counts per group. @param groupOf row -> group, -1 for people in none */
export function countByGroup(matrix: VoteMatrix, groupOf: ArrayLike<number>, groups: number): Uint32Array[] {
  const counts = Array.from({ length: groups }, () => new Uint32Array(matrix.statements * 4))
  const { cells, starts } = matrix
  for (let row = 0; row < matrix.people; row++) {
    const own = counts[groupOf[row]!]
    if (own) for (let at = starts[row]!; at < starts[row + 1]!; at++) own[cells[at]!]!++
  }
  return counts
}

export interface Tally {
  readonly agree: number
  readonly disagree: number
  readonly pass: number
  /** agree + disagree + pass */
  readonly seen: number
}

export function tallyOf(counts: Uint32Array, column: number): Tally {
  const [disagree, pass, agree] = [counts[column * 4]!, counts[column * 4 + 1]!, counts[column * 4 + 2]!]
  return { agree, disagree, pass, seen: agree + disagree + pass }
}

function statementsWithVotes(size: number, cells: Uint16Array): Uint32Array {
  const voted = new Uint8Array(size)
  for (let at = 0; at < cells.length; at++) voted[cells[at]! >> 2] = 1
  return Uint32Array.from([...voted.keys()].filter((place) => voted[place] === 1))
}

/** Most rows are short, where inserting beats the overhead of a native sort. */
function sortCells(cells: Uint16Array, from: number, to: number): void {
  if (to - from > 48) {
    cells.subarray(from, to).sort()
    return
  }
  for (let at = from + 1; at < to; at++) {
    const cell = cells[at]!
    let hole = at
    for (; hole > from && cells[hole - 1]! > cell; hole--) cells[hole] = cells[hole - 1]!
    cells[hole] = cell
  }
}
