// Which statement somebody is shown next.
import type { Landscape, StatementFigures } from './landscape.ts'
import type { VoteStore } from './vote-store.ts'

export type Next =
  | { readonly kind: 'statement'; readonly statement: string; /** with which it was drawn */ readonly probability: number }
  /** the person has voted on everything there is */
  | { readonly kind: 'nothing left' }

export interface NextOptions {
  /** in [0, 1): the same number on the same map gives the same statement */
  readonly random: number
  /** the voter's declared group: what this group has seen least comes first */
  readonly group?: string | undefined
}

/**
 * Draws among the statements that the person has not voted on and that were not rejected, with a chance in proportion to their priority. In
 * `ronghe` mode the chance grows by how little the voter's own declared group has seen a statement: up to ninefold for one that it never saw.
 * @throws RangeError where `random` is outside [0, 1)
 */
export function chooseNext(landscape: Landscape, store: VoteStore, voter: string | number, options: NextOptions): Next {
  return chooseAmong(landscape, new Set(Array.from(store.votesOf(voter), (cell) => store.statements.idOf(cell >> 2))), options)
}

/**
 * The same where it is known otherwise what the person has voted on: a server asks its database, and its map may be some seconds old.
 * @param voted ids of statements
 * @throws RangeError as `chooseNext`
 */
export function chooseAmong(landscape: Landscape, voted: ReadonlySet<string>, { random, group }: NextOptions): Next {
  if (!(random >= 0 && random < 1)) throw new RangeError(`a random number lies in [0, 1), not ${random}`)
  const open = landscape.statements.filter(({ id, moderated }) => moderated !== -1 && !voted.has(id))
  const weights = open.map((statement) => weightOf(statement, landscape.mode === 'ronghe' ? group : undefined))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  let left = random * sum
  for (const [place, statement] of open.entries()) {
    left -= weights[place]!
    if (left < 0 || place === open.length - 1) return { kind: 'statement', statement: statement.id, probability: weights[place]! / sum }
  }
  return { kind: 'nothing left' }
}

function weightOf({ priority, declared }: StatementFigures, group: string | undefined): number {
  const own = group === undefined ? undefined : declared.get(group)
  // A priority of 0 would never be shown and so never change: as in Polis it counts as 1.
  return (priority || 1) * (own ? 1 + 8 * 2 ** (-own.seen / 5) : 1)
}
