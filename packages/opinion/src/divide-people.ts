// Who is in which group: as declared, or as found from opinions, with ids that last.
import { chooseActive } from './choose-active.ts'
import { clusterLikePolis } from './cluster-like-polis.ts'
import { clusterPeople } from './cluster-people.ts'
import { matchGroups } from './match-groups.ts'
import type { Mode } from './landscape.ts'
import type { Places } from './place-people.ts'
import type { VoteMatrix } from './vote-matrix.ts'

const mostGroups = 127

/** A `Map` of voter and group will do. */
export interface GroupOf {
  get(voter: string): string | undefined
}

/** A group of an earlier run. */
export interface KnownGroup {
  readonly id: number | string
  readonly members: readonly string[]
}

export interface Division {
  /** row -> place in `names`, -1 for none */
  readonly groupOf: Int8Array
  readonly names: readonly string[]
}

/**
 * Groups as somebody told, in the order of their names. People who did not vote are passed over, voters without a group are in none.
 * @throws RangeError for more than 127 groups
 */
export function divideAsTold(matrix: VoteMatrix, voterId: (row: number) => string, told: GroupOf | undefined): Division {
  const groupOf = new Int8Array(matrix.people).fill(-1)
  if (!told) return { groupOf, names: [] }
  const met = new Map<string, number>()
  for (let row = 0; row < matrix.people; row++) {
    const name = told.get(voterId(row))
    if (name === undefined) continue
    if (!met.has(name)) met.set(name, met.size)
    if (met.size > mostGroups) throw new RangeError(`more than ${mostGroups} groups`)
    groupOf[row] = met.get(name)!
  }
  const names = [...met.keys()].sort()
  const placeOf = [...met.keys()].map((name) => names.indexOf(name))
  return { groupOf: groupOf.map((group) => placeOf[group] ?? -1), names }
}

/** Groups from where people stand; only those with enough votes are in one. @param counted see `chooseActive` */
export function divideByOpinion(
  matrix: VoteMatrix,
  { x, y }: Places,
  counted: Uint8Array,
  mode: Mode,
  clusters: number | undefined,
): Division {
  const active = chooseActive(matrix, counted)
  const groupOf = new Int8Array(active.length)
  for (let row = 0; row < active.length; row++) groupOf[row] = active[row]! - 1
  const rows = rowsIn(groupOf)
  const labels =
    mode === 'polis'
      ? clusterLikePolis({ x: pick(x, rows), y: pick(y, rows), weight: new Float64Array(rows.length).fill(1) }, clusters)
      : clusterPeople({ x, y }, clusters, rows).labels
  let groups = 0
  rows.forEach((row, at) => {
    groupOf[row] = labels[at]!
    groups = Math.max(groups, labels[at]! + 1)
  })
  return { groupOf, names: Array.from({ length: groups }, (_, at) => String(at)) }
}

/** Ids of earlier groups for those that share most of their people; a new group gets a number that was never used. */
export function keepIds(
  { groupOf, names }: Division,
  voterId: (row: number) => string,
  previous: readonly KnownGroup[] = [],
): (number | string)[] {
  const before = new Map<string, number>()
  previous.forEach(({ members }, place) => members.forEach((member) => before.set(member, place)))
  const overlap = names.map(() => previous.map(() => 0))
  if (previous.length > 0) {
    for (const row of rowsIn(groupOf)) {
      const place = before.get(voterId(row))
      if (place !== undefined) overlap[groupOf[row]!]![place]!++
    }
  }
  let fresh = Math.max(-1, ...previous.map(({ id }) => (typeof id === 'number' ? id : -1)))
  return matchGroups(overlap).map((place) => (place < 0 ? ++fresh : previous[place]!.id))
}

export const toGroupId = (name: string): number | string => (/^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : name)

/** The rows of everybody who is in a group. */
export function rowsIn(groupOf: Int8Array): Uint32Array {
  let count = 0
  for (const group of groupOf) if (group >= 0) count++
  const rows = new Uint32Array(count)
  let at = 0
  groupOf.forEach((group, row) => {
    if (group >= 0) rows[at++] = row
  })
  return rows
}

/** Values of some rows. A loop, because `Float64Array.from` makes a list of them first. */
function pick(values: Float64Array, rows: Uint32Array): Float64Array {
  const picked = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!
  return picked
}
