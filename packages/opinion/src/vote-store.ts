// The votes of a conversation as they come in, compactly: the last vote of a person on a statement counts.
import { IdTable } from './id-table.ts'

/** agree = 1, pass = 0, disagree = -1, as in the exports of Polis */
export type Vote = -1 | 0 | 1

/** A vote in two bytes: statement * 4 + vote + 1. Hence at most 16,383 statements. */
export const cellOf = (statement: number, vote: number): number => statement * 4 + vote + 1
export const statementOf = (cell: number): number => cell >> 2
export const voteOf = (cell: number): Vote => ((cell & 3) - 1) as Vote

const mostStatements = 16_383
const blockSize = 8
const blocksInChunk = 2 ** 15

/**
 * Holds the last vote of everybody on every statement. Each person has a chain of blocks of eight votes, so that votes
 * may come in any order: 30 million of them take about 90 MB. With `times`, the vote with the latest time counts
 * whatever the order they come in; without, the one that came in last.
 */
export class VoteStore {
  readonly people = new IdTable()
  readonly statements = new IdTable()
  /** votes that count: pairs of a person and a statement */
  votes = 0
  /** votes that came in, those that were changed later included */
  casts = 0
  readonly #keepsTimes: boolean
  #heads = new Int32Array(256).fill(-1)
  #counts = new Uint16Array(256)
  #blocks = 0
  readonly #cells: Uint16Array[] = []
  readonly #next: Int32Array[] = []
  readonly #times: Float64Array[] = []

  constructor({ times = false }: { readonly times?: boolean } = {}) {
    this.#keepsTimes = times
  }

  /**
   * Takes one vote.
   * @param time any number that grows; of two votes at the same time the one that came in last counts
   * @returns the vote that it replaces, or undefined where it is the person's first on that statement
   * @throws RangeError for a vote that is not 1, 0 or -1 and for more than 16,383 statements
   */
  cast(voter: string | number, statement: string | number, vote: number, time = 0): Vote | undefined {
    if (vote !== 1 && vote !== 0 && vote !== -1) throw new RangeError(`a vote is 1, 0 or -1, not ${vote}`)
    const column = this.statements.add(statement)
    if (column >= mostStatements) throw new RangeError(`more than ${mostStatements} statements`)
    return this.#castAt(this.people.add(voter), column, vote, time)
  }

  /** How many statements a person (by place) has voted on. */
  countOf(person: number): number {
    return this.#counts[person] ?? 0
  }

  /** Copies a person's votes as cells into `into`, beginning at `from`. @returns how many there are */
  copyVotes(person: number, into: Uint16Array, from = 0): number {
    const count = this.countOf(person)
    let at = from
    let inBlock = ((count - 1) & 7) + 1
    for (let block = count === 0 ? -1 : this.#heads[person]!; block >= 0; block = this.#nextOf(block)) {
      const cells = this.#cells[Math.floor(block / blocksInChunk)]!
      const start = (block % blocksInChunk) * blockSize
      for (let offset = 0; offset < inBlock; offset++) into[at++] = cells[start + offset]!
      inBlock = blockSize
    }
    return count
  }

  /** A person's votes as cells; empty for somebody who never voted. */
  votesOf(voter: string | number): Uint16Array {
    const person = this.people.find(voter)
    const cells = new Uint16Array(person === undefined ? 0 : this.countOf(person))
    if (person !== undefined) this.copyVotes(person, cells)
    return cells
  }

  /** Forgets the votes and keeps the ids: for a large store whose votes are laid out in a matrix and not needed here any more. */
  forgetVotes(): void {
    this.#cells.length = 0
    this.#next.length = 0
    this.#times.length = 0
    this.#heads = new Int32Array(256).fill(-1)
    this.#counts = new Uint16Array(256)
    this.#blocks = 0
    this.votes = 0
  }

  #castAt(person: number, column: number, vote: Vote, time: number): Vote | undefined {
    this.casts++
    while (person >= this.#heads.length) this.#widen()
    const count = this.#counts[person]!
    let inBlock = ((count - 1) & 7) + 1
    for (let block = count === 0 ? -1 : this.#heads[person]!; block >= 0; block = this.#nextOf(block)) {
      const chunk = Math.floor(block / blocksInChunk)
      const cells = this.#cells[chunk]!
      const start = (block % blocksInChunk) * blockSize
      for (let at = start; at < start + inBlock; at++) {
        if (cells[at]! >> 2 !== column) continue
        const before = voteOf(cells[at]!)
        const times = this.#times[chunk]
        if (times && time < times[at]!) return before
        if (times) times[at] = time
        cells[at] = cellOf(column, vote)
        return before
      }
      inBlock = blockSize
    }
    this.#append(person, count, cellOf(column, vote), time)
    return undefined
  }

  #append(person: number, count: number, cell: number, time: number): void {
    const offset = count & 7
    if (offset === 0) this.#heads[person] = this.#newBlock(count === 0 ? -1 : this.#heads[person]!)
    const block = this.#heads[person]!
    const chunk = Math.floor(block / blocksInChunk)
    const at = (block % blocksInChunk) * blockSize + offset
    this.#cells[chunk]![at] = cell
    if (this.#keepsTimes) this.#times[chunk]![at] = time
    this.#counts[person] = count + 1
    this.votes++
  }

  #newBlock(next: number): number {
    const chunk = Math.floor(this.#blocks / blocksInChunk)
    if (chunk === this.#cells.length) {
      this.#cells.push(new Uint16Array(blocksInChunk * blockSize))
      this.#next.push(new Int32Array(blocksInChunk))
      if (this.#keepsTimes) this.#times.push(new Float64Array(blocksInChunk * blockSize))
    }
    this.#next[chunk]![this.#blocks % blocksInChunk] = next
    return this.#blocks++
  }

  #nextOf(block: number): number {
    return this.#next[Math.floor(block / blocksInChunk)]![block % blocksInChunk]!
  }

  #widen(): void {
    const heads = new Int32Array(this.#heads.length * 2).fill(-1)
    heads.set(this.#heads)
    this.#heads = heads
    const counts = new Uint16Array(heads.length)
    counts.set(this.#counts)
    this.#counts = counts
  }
}
