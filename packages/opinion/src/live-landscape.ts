// A map that takes one more vote without going through all the others again.
import { bridgingOf, intervalOf } from './bridge-groups.ts'
import type { GroupOf } from './divide-people.ts'
import { findAxes, type Axes } from './find-axes.ts'
import type { DeclaredFigures } from './landscape.ts'
import { spreadVotes } from './spread-votes.ts'
import { tallyOf, type Tally } from './vote-matrix.ts'
import { cellOf, statementOf, voteOf, type Vote, type VoteStore } from './vote-store.ts'

/** The sums over pairs of so many take 300 MB. */
const mostStatements = 5000

export interface LiveFigures extends Tally {
  readonly bridging: number | null
  readonly declared: ReadonlyMap<string, DeclaredFigures>
}

/**
 * Sums over pairs of statements, in whole numbers: how many voted on both, the products of their votes, the votes on the one by voters of the
 * other. They do not depend on the order of the votes and are the same as from scratch, bit by bit. One more vote changes as
 * many entries as its voter has votes; the axes follow from the sums alone. Takes 12 bytes per pair of statements.
 */
export class LiveLandscape {
  readonly #store: VoteStore
  readonly #groupOf: GroupOf | undefined
  readonly #leftOut: (statement: string) => boolean
  #room = 0
  #both = new Int32Array(0)
  #products = new Int32Array(0)
  #votesBeside = new Int32Array(0)
  #counts = new Uint32Array(0)
  readonly #byGroup = new Map<string, Uint32Array>()
  #axes: readonly Float64Array[] = []

  /**
   * Takes in the votes that the store has already, in time with the sum of the squares of people's votes.
   * @param leftOut statements (by id) that take no part in the map
   */
  constructor(
    store: VoteStore,
    { declared, leftOut = () => false }: { declared?: GroupOf; leftOut?: (statement: string) => boolean } = {},
  ) {
    this.#store = store
    this.#groupOf = declared
    this.#leftOut = leftOut
    this.#makeRoom()
    const cells = new Uint16Array(store.statements.size)
    for (let person = 0; person < store.people.size; person++) {
      const count = store.copyVotes(person, cells)
      const groupCounts = this.#groupCounts(store.people.idOf(person))
      for (let at = 0; at < count; at++) this.#add(cells[at]!, undefined, cells.subarray(0, at), groupCounts)
    }
  }

  /** Takes one vote, also into the store. @throws RangeError as `VoteStore.cast` */
  cast(voter: string | number, statement: string | number, vote: Vote, time = 0): void {
    const before = this.#store.cast(voter, statement, vote, time)
    this.#makeRoom()
    const column = this.#store.statements.find(statement)!
    const all = this.#store.votesOf(voter)
    const now = all.find((cell) => statementOf(cell) === column)!
    // A late vote that an even later one has replaced already changes nothing.
    if (before !== undefined && before === voteOf(now)) return
    const others = all.filter((cell) => statementOf(cell) !== column)
    this.#add(now, before, others, this.#groupCounts(String(voter)))
  }

  /** Counts, intervals and bridging of one statement, exact at any moment. */
  figuresOf(statement: string | number): LiveFigures {
    const column = this.#store.statements.find(statement)
    const tally = (counts: Uint32Array): Tally =>
      column === undefined ? { agree: 0, disagree: 0, pass: 0, seen: 0 } : tallyOf(counts, column)
    const declared = [...this.#byGroup]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, counts]) => [name, tally(counts)] as const)
    return {
      ...tally(this.#counts),
      bridging: bridgingOf(declared.map(([, one]) => one)),
      declared: new Map(declared.map(([name, one]) => [name, { ...one, ...intervalOf(one) }])),
    }
  }

  /** The axes now (entries in the order in which the store met the statements), from where they were when last asked. */
  axes(): Axes {
    const size = this.#store.statements.size
    const leftOut = this.#mask(size)
    const { mean } = spreadVotes(this.#counts.subarray(0, size * 4), leftOut)
    const axes = findAxes(
      (vector, into) => {
        for (let one = 0; one < size; one++) into[one] = leftOut[one] === 1 ? 0 : this.#rowTimes(one, size, vector, mean, leftOut)
      },
      size,
      { start: this.#axes },
    )
    for (const component of axes.components) leftOut.forEach((out, column) => out === 1 && component.fill(0, column, column + 1))
    this.#axes = axes.components
    return axes
  }

  /** Where somebody stands, by axes as from `axes()`. Somebody without votes stands at the centre. */
  placeOf(voter: string | number, { components }: Axes): readonly [number, number] {
    const size = components[0].length
    const leftOut = this.#mask(size)
    const { mean } = spreadVotes(this.#counts.subarray(0, size * 4), leftOut)
    const onMap = mean.filter((_, column) => leftOut[column] === 0 && tallyOf(this.#counts, column).seen > 0).length
    const cells = this.#store.votesOf(voter).filter((cell) => leftOut[statementOf(cell)] === 0)
    const along = (component: Float64Array) =>
      cells.reduce((sum, cell) => sum + (voteOf(cell) - mean[statementOf(cell)]!) * component[statementOf(cell)]!, 0)
    const stretch = Math.sqrt(onMap / Math.max(1, cells.length))
    return [stretch * along(components[0]), stretch * along(components[1])]
  }

  /** One entry of the matrix times a vector: the sums, centred by what is known now. */
  #rowTimes(one: number, size: number, vector: Float64Array, mean: Float64Array, leftOut: Uint8Array): number {
    let sum = 0
    for (let other = 0; other < size; other++) {
      if (leftOut[other] === 1) continue
      const at = one * this.#room + other
      const centred =
        this.#products[at]! -
        mean[other]! * this.#votesBeside[at]! -
        mean[one]! * this.#votesBeside[other * this.#room + one]! +
        mean[one]! * mean[other]! * this.#both[at]!
      sum += centred * vector[other]!
    }
    return sum
  }

  #add(cell: number, before: Vote | undefined, others: Uint16Array, groupCounts: Uint32Array | undefined): void {
    const column = statementOf(cell)
    const change = voteOf(cell) - (before ?? 0)
    const isNew = before === undefined ? 1 : 0
    for (const counts of groupCounts ? [this.#counts, groupCounts] : [this.#counts]) {
      if (before !== undefined) counts[cellOf(column, before)]!--
      counts[cell]!++
    }
    const room = this.#room
    for (const other of others) {
      const beside = statementOf(other)
      const [there, back] = [column * room + beside, beside * room + column]
      this.#both[there]! += isNew
      this.#both[back]! += isNew
      this.#products[there]! += change * voteOf(other)
      this.#products[back]! += change * voteOf(other)
      // What was voted on the first by those who voted on the second, too.
      this.#votesBeside[there]! += change
      if (isNew === 1) this.#votesBeside[back]! += voteOf(other)
    }
    const own = column * room + column
    this.#both[own]! += isNew
    this.#products[own]! += voteOf(cell) ** 2 - (before ?? 0) ** 2
    this.#votesBeside[own]! += change
  }

  #groupCounts(voter: string): Uint32Array | undefined {
    const name = this.#groupOf?.get(voter)
    if (name === undefined) return undefined
    const known = this.#byGroup.get(name)
    if (known) return known
    const counts = new Uint32Array(this.#room * 4)
    this.#byGroup.set(name, counts)
    return counts
  }

  #mask(size: number): Uint8Array {
    return Uint8Array.from({ length: size }, (_, column) => (this.#leftOut(this.#store.statements.idOf(column)) ? 1 : 0))
  }

  #makeRoom(): void {
    const size = this.#store.statements.size
    if (size <= this.#room) return
    if (size > mostStatements) throw new RangeError(`a live map holds at most ${mostStatements} statements`)
    const room = Math.max(size, Math.ceil(this.#room * 1.5), 16)
    const wider = (square: Int32Array) => {
      const grown = new Int32Array(room * room)
      for (let row = 0; row < this.#room; row++) grown.set(square.subarray(row * this.#room, (row + 1) * this.#room), row * room)
      return grown
    }
    const longer = (counts: Uint32Array) => {
      const grown = new Uint32Array(room * 4)
      grown.set(counts)
      return grown
    }
    this.#both = wider(this.#both)
    this.#products = wider(this.#products)
    this.#votesBeside = wider(this.#votesBeside)
    this.#counts = longer(this.#counts)
    for (const [name, counts] of this.#byGroup) this.#byGroup.set(name, longer(counts))
    this.#room = room
  }
}
