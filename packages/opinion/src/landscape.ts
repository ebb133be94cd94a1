// What a map of opinions says. Everything by row and column is in typed arrays, so that a million people fit.
import type { Direction } from './compare-groups.ts'
import type { Tally } from './vote-matrix.ts'

export type Mode = 'ronghe' | 'polis'

export interface Landscape {
  /** tells it from a published one, in which small counts are gone */
  readonly kind: 'landscape'
  readonly mode: Mode
  readonly people: number
  readonly votes: number
  /** row -> voter-id */
  voterId(row: number): string
  /** row -> place along both axes; statements agreed with pull towards their components */
  readonly x: Float64Array
  readonly y: Float64Array
  /** row -> place in `groups`, -1 for people with too few votes to be in one */
  readonly groupOf: Int8Array
  readonly statements: readonly StatementFigures[]
  /** share of the whole spread along each axis */
  readonly variance: readonly [number, number]
  readonly groups: readonly OpinionGroup[]
  /** bootstrap adjusted Rand index of the groups, null where it was not computed */
  readonly stability: number | null
  readonly consensus: Readonly<Record<Direction, readonly string[]>>
  /** names of the declared groups, in the order of their characters */
  readonly declaredGroups: readonly string[]
  /** by difference; empty without declared groups */
  readonly divisive: readonly DivisiveStatement[]
  /** statements on which every declared and every opinion group is likely to agree, the surest first */
  readonly commonGround: readonly string[]
}

export interface StatementFigures extends Tally {
  readonly id: string
  readonly moderated: -1 | 0 | 1
  readonly meta: boolean
  /** mean vote */
  readonly centre: number
  readonly components: readonly [number, number]
  readonly groupAwareConsensus: number | null
  readonly priority: number
  readonly extremity: number
  /** lower bound of agreement in the least convinced group: declared ones where there are, else opinion groups */
  readonly bridging: number | null
  /** the same over the opinion groups */
  readonly bridgingOpinion: number | null
  /** by name of the declared group */
  readonly declared: ReadonlyMap<string, DeclaredFigures>
  /** in the order of `groups` */
  readonly byGroup: readonly Tally[]
}

export interface DeclaredFigures extends Tally {
  /** between these shares the group's agreement lies with four in five probability */
  readonly low: number
  readonly high: number
}

export interface OpinionGroup {
  readonly id: number | string
  readonly size: number
  readonly representative: readonly Representative[]
}

export interface Representative {
  readonly statement: string
  readonly direction: Direction
  /** how many of the group took that side, over how many of it saw the statement */
  readonly share: number
  /** how far the share is above the others', in standard errors */
  readonly z: number
  readonly successes: number
  readonly trials: number
}

export interface DivisiveStatement {
  readonly statement: string
  readonly groups: readonly [string, string]
  readonly direction: Direction
  readonly difference: number
  readonly z: number
  readonly q: number
}
