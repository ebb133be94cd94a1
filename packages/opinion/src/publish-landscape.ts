// What may be shown to everybody: the map without people and without counts so small that a neighbour could be guessed.
import type { Direction } from './compare-groups.ts'
import type { Landscape, Mode, StatementFigures } from './landscape.ts'
import type { Tally } from './vote-matrix.ts'

/**
 * A map for publication: another type than `Landscape`, so that what is shown cannot be given the unsuppressed one by mistake. It has no
 * voter in it; where `groups` or `total` of a statement is null, it was too small.
 */
export interface PublishedLandscape {
  readonly kind: 'published'
  readonly mode: Mode
  /** counts below this are not shown */
  readonly least: number
  /** null where fewer than `least` took part */
  readonly people: number | null
  readonly statements: readonly PublishedStatement[]
  /** null where a group is smaller than `least` */
  readonly groups: readonly PublishedGroup[] | null
  readonly stability: number | null
  readonly consensus: Readonly<Record<Direction, readonly string[]>>
  readonly divisive: readonly { readonly statement: string; readonly groups: readonly [string, string]; readonly difference: number }[]
  readonly commonGround: readonly string[]
}

export interface PublishedStatement {
  readonly id: string
  readonly total: Tally | null
  /** by name of the declared group */
  readonly declared: Readonly<Record<string, Tally & { readonly low: number; readonly high: number }>> | null
}

export interface PublishedGroup {
  readonly id: number | string
  readonly size: number
  readonly representative: readonly { readonly statement: string; readonly direction: Direction }[]
}

/**
 * Leaves out what is small. The rule for one statement: its total is shown when each of agree, disagree and pass is nobody or at least
 * `least` people. Its declared groups are shown only when that holds for every one of them *and* for the people in none of them, who are the
 * total minus the groups; otherwise none is, since a single gap could be filled in by subtraction. Lists of statements name only those
 * that are shown. Counts of opinion groups and places on the map are never published.
 * @param least 5 for statistics about residents, 10 for surveys
 * @throws RangeError where `least` is not a whole number of at least 2
 */
export function publishLandscape(landscape: Landscape, least: number): PublishedLandscape {
  if (!(Number.isInteger(least) && least >= 2)) throw new RangeError(`the least count to show is a whole number from 2, not ${least}`)
  const statements = landscape.statements.map((statement) => publishStatement(statement, least))
  const withTotal = new Set(statements.flatMap(({ id, total }) => (total ? [id] : [])))
  const withGroups = new Set(statements.flatMap(({ id, declared }) => (declared ? [id] : [])))
  const allLarge = landscape.groups.every(({ size }) => size >= least)
  const grouped = landscape.groups.reduce((sum, { size }) => sum + size, 0)
  return {
    kind: 'published',
    mode: landscape.mode,
    least,
    people: isSafe(landscape.people, least) ? landscape.people : null,
    statements,
    groups:
      allLarge && isSafe(landscape.people - grouped, least)
        ? landscape.groups.map(({ id, size, representative }) => ({
            id,
            size,
            representative: representative.flatMap(({ statement, direction }) =>
              withTotal.has(statement) ? [{ statement, direction }] : [],
            ),
          }))
        : null,
    stability: landscape.stability,
    consensus: {
      agree: landscape.consensus.agree.filter((id) => withTotal.has(id)),
      disagree: landscape.consensus.disagree.filter((id) => withTotal.has(id)),
    },
    divisive: landscape.divisive.flatMap(({ statement, groups, difference }) =>
      withGroups.has(statement) ? [{ statement, groups, difference }] : [],
    ),
    commonGround: landscape.commonGround.filter((id) => withTotal.has(id)),
  }
}

function publishStatement({ id, agree, disagree, pass, seen, declared }: StatementFigures, least: number): PublishedStatement {
  const total = { agree, disagree, pass, seen }
  const rest = { ...total }
  for (const tally of declared.values()) for (const name of names) rest[name] -= tally[name]
  const shown = isSafeTally(total, least)
  const groupsShown = shown && declared.size > 0 && [...declared.values(), rest].every((tally) => isSafeTally(tally, least))
  return { id, total: shown ? total : null, declared: groupsShown ? Object.fromEntries(declared) : null }
}

const names = ['agree', 'disagree', 'pass', 'seen'] as const

const isSafe = (count: number, least: number): boolean => count === 0 || count >= least

const isSafeTally = (tally: Tally, least: number): boolean => names.every((name) => isSafe(tally[name], least))
