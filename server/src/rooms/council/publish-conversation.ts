import type { CharterParameters } from '@ronghe/contract/council/charter.ts'
import { gridSize, type ConversationResult, type StatementResult } from '@ronghe/contract/council/conversations.ts'
import { mapOpinions, publishLandscape, VoteStore, type Landscape } from '@ronghe/opinion'
import { smallestCount } from '../../platform/privacy/suppression.ts'
import { intervalOf, ruleOf, verdictOf, type AgreementRule } from './common-ground-rule.ts'
import { publishStatement, type Said, type SaidByGroup, type Shown } from './publish-statement.ts'

/** Everything one voter said, without a name: a row of `stance.opinion_rows`. */
export interface OpinionRow {
  readonly bench: 'newcomer' | 'local' | null
  readonly statements: readonly string[]
  readonly votes: readonly number[]
}

export interface StepInput {
  readonly rows: readonly OpinionRow[]
  /** Those that are public now, by number. */
  readonly statements: readonly string[]
  /** What was shown of each at every step so far, oldest first. */
  readonly history: Readonly<Record<string, readonly Shown[]>>
  readonly parameters: Pick<CharterParameters, 'commonGround'>
  readonly singleLane: boolean
  readonly seed: string
}

/** The result as it is kept: words of the statements are added when it is read. */
export type PublishedResult = Omit<ConversationResult, 'step' | 'statements' | 'underHalfAttested'> & {
  readonly statements: readonly (Pick<StatementResult, 'verdict' | 'groups' | 'unstated' | 'total'> & { readonly id: string })[]
}

/** Where statements lie on the map, in the order of `ids`; to tell somebody where they stand. */
export interface MapAxes {
  readonly ids: readonly string[]
  readonly centre: readonly number[]
  readonly along: readonly [readonly number[], readonly number[]]
  /** Half the width of the picture. */
  readonly extent: number
  readonly groups: readonly { readonly name: string; readonly x: number; readonly y: number }[]
}

export interface Step {
  readonly voters: number
  readonly counts: Readonly<Record<string, SaidByGroup>>
  readonly shown: Readonly<Record<string, Shown>>
  readonly published: PublishedResult
  readonly axes: MapAxes
}

/** A map for choosing what to show next or for publishing; statements taken down take no part in it. */
export function mapOf(
  rows: readonly OpinionRow[],
  statements: readonly string[],
  options: { resamples: number; seed?: string },
): Landscape {
  const store = new VoteStore()
  const benches = new Map<string, string>()
  const asked = new Set(statements)
  rows.forEach(({ bench, statements: on, votes }, row) => {
    if (bench) benches.set(String(row), bench)
    on.forEach((statement, place) => asked.has(statement) && store.cast(row, statement, votes[place]!))
  })
  return mapOpinions(store, { declared: benches, statements: statements.map((id) => ({ id, moderated: 1, meta: false })), ...options })
}

/** A conversation of so many votes is drawn anew fewer times: the stability figure says the same, and nobody waits a minute for it. */
const resamplesFor = (votes: number): number => (votes > 1_000_000 ? 0 : votes > 200_000 ? 5 : 20)

/** One publication: what the votes say now, as far as it can be shown beside everything that was shown before. */
export function computeStep({ rows, statements, history, parameters, singleLane, seed }: StepInput): Step {
  const counts = countSaid(rows, statements)
  const map = mapOf(rows, statements, { resamples: resamplesFor(rows.reduce((sum, row) => sum + row.votes.length, 0)), seed })
  const safe = publishLandscape(map, smallestCount)
  const rule = ruleOf(parameters, singleLane)
  const shown = Object.fromEntries(statements.map((id) => [id, publishStatement(counts[id]!, history[id] ?? [])]))
  const results = statements.map((id) => ({ id, ...toResult(counts[id]!, shown[id]!, rule) }))
  const named = new Set(results.filter(({ groups, total }) => groups || total).map(({ id }) => id))
  const groupNames = map.groups.map((_, place) => String.fromCharCode(65 + place))
  return {
    voters: rows.length,
    counts,
    shown,
    published: {
      people: peopleOf(rows),
      statements: results,
      common: commonOf(results),
      divisive: divisiveOf(map, results),
      opinionGroups: (safe.groups ?? []).map(({ size, representative }, place) => ({
        name: groupNames[place]!,
        atLeast: atLeast(size) ?? smallestCount,
        says: representative
          .filter(({ statement }) => named.has(statement))
          .slice(0, 5)
          .map(({ statement, direction }) => ({ statementId: statement, direction })),
      })),
      stability: safe.groups && safe.groups.length > 1 && safe.stability !== null ? Math.round(safe.stability * 100) / 100 : null,
      density: densityOf(map),
    },
    axes: axesOf(map, safe.groups ? groupNames : []),
  }
}

/** Disagree, pass, agree as 0, 1, 2 to their places in {@link Said}. */
const placeOf = [1, 2, 0] as const

function countSaid(rows: readonly OpinionRow[], statements: readonly string[]): Record<string, SaidByGroup> {
  const counts = new Map(statements.map((id) => [id, { newcomer: [0, 0, 0], local: [0, 0, 0], rest: [0, 0, 0] }]))
  for (const { bench, statements: on, votes } of rows)
    on.forEach((statement, place) => {
      const of = counts.get(statement)?.[bench ?? 'rest']
      if (of) of[placeOf[votes[place]! + 1]!]!++
    })
  return Object.fromEntries(counts) as unknown as Record<string, SaidByGroup> // three numbers each, by construction
}

export const seenOf = ([agree, disagree, pass]: Said): number => agree + disagree + pass
export const tallyOf = (said: Said) => ({ agree: said[0], seen: seenOf(said) })

function toResult(said: SaidByGroup, { groups, unstated, total }: Shown, rule: AgreementRule) {
  const withInterval = <Counts extends { agree: number; seen: number }>(counts: Counts) => ({
    ...counts,
    ...intervalOf(counts.agree, counts.seen, rule.intervalPercent),
  })
  return {
    verdict: { newcomer: verdictOf(tallyOf(said.newcomer), rule), local: verdictOf(tallyOf(said.local), rule) },
    groups: groups && { newcomer: withInterval(groups.newcomer), local: withInterval(groups.local) },
    unstated: unstated && withInterval(unstated),
    total,
  }
}

type Result = PublishedResult['statements'][number]

/** By what may be counted on in the less convinced group; where that may not be shown the order gives nothing away. */
function commonOf(results: readonly Result[]): string[] {
  const surety = ({ groups }: Result): number => (groups ? Math.min(groups.newcomer.low, groups.local.low) : 0)
  return results
    .filter(({ verdict }) => verdict.newcomer === 'met' && verdict.local === 'met')
    .toSorted((one, other) => surety(other) - surety(one))
    .map(({ id }) => id)
}

function divisiveOf(map: Landscape, results: readonly Result[]): PublishedResult['divisive'] {
  const known = new Map(results.map((result) => [result.id, result]))
  return map.divisive
    .flatMap(({ statement }) => {
      const groups = known.get(statement)?.groups
      if (!groups || groups.newcomer.seen === 0 || groups.local.seen === 0) return []
      const difference = groups.newcomer.agree / groups.newcomer.seen - groups.local.agree / groups.local.seen
      return difference === 0
        ? []
        : [{ statementId: statement, more: difference > 0 ? ('newcomer' as const) : ('local' as const), difference: Math.abs(difference) }]
    })
    .toSorted((one, other) => other.difference - one.difference)
}

/** A number of people that says no more than "at least": two of them never differ by somebody. */
export const atLeast = (people: number): number | null => (people < smallestCount ? null : people - (people % smallestCount))

function peopleOf(rows: readonly OpinionRow[]): PublishedResult['people'] {
  const of = (bench: OpinionRow['bench']) => atLeast(rows.reduce((sum, row) => sum + (row.bench === bench ? 1 : 0), 0))
  return { atLeast: atLeast(rows.length), newcomer: of('newcomer'), local: of('local'), unstated: of(null) }
}

/** Cells of five people or more, by three levels; whoever lies farther out than nearly everybody is drawn at the edge. */
function densityOf(map: Landscape): PublishedResult['density'] {
  const extent = extentOf(map)
  const cells = new Map<number, number>()
  for (let row = 0; row < map.people; row++) {
    const cell = cellAt(map.x[row]!, extent) + gridSize * cellAt(map.y[row]!, extent)
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  return [...cells]
    .filter(([, people]) => people >= smallestCount)
    .toSorted(([one], [other]) => one - other)
    .map(([cell, people]) => ({
      column: cell % gridSize,
      row: Math.floor(cell / gridSize),
      level: people >= 20 ? 3 : people >= 10 ? 2 : 1,
    }))
}

export const cellAt = (value: number, extent: number): number =>
  Math.min(gridSize - 1, Math.max(0, Math.floor(((value + extent) / (2 * extent)) * gridSize)))

function extentOf({ x, y }: Pick<Landscape, 'x' | 'y'>): number {
  const far = [...x, ...y].map(Math.abs).toSorted((one, other) => one - other)
  return Math.max(far[Math.floor(far.length * 0.98)] ?? 0, 1e-9)
}

function axesOf(map: Landscape, groupNames: readonly string[]): MapAxes {
  const round = (value: number) => Math.round(value * 1e4) / 1e4
  return {
    ids: map.statements.map(({ id }) => id),
    centre: map.statements.map(({ centre }) => round(centre)),
    along: [map.statements.map(({ components }) => round(components[0])), map.statements.map(({ components }) => round(components[1]))],
    extent: round(extentOf(map)) || 1e-4,
    groups: groupNames.map((name, group) => {
      let [x, y, people] = [0, 0, 0]
      for (let row = 0; row < map.people; row++) {
        if (map.groupOf[row] !== group) continue
        x += map.x[row]!
        y += map.y[row]!
        people++
      }
      return { name, x: round(x / people), y: round(y / people) }
    }),
  }
}

/** Where somebody's votes lie on a published map, and the group of opinion whose middle is nearest; null for whoever has said too little. */
export function standOn({ ids, centre, along, extent, groups }: MapAxes, votes: ReadonlyMap<string, number>) {
  const cast = ids.flatMap((id, place) => (votes.has(id) ? [{ place, off: votes.get(id)! - centre[place]! }] : []))
  if (cast.length === 0) return null
  const stretch = Math.sqrt(ids.length / cast.length)
  const [x, y] = along.map((component) => stretch * cast.reduce((sum, { place, off }) => sum + off * component[place]!, 0)) as [
    number,
    number,
  ]
  const nearest = groups.toSorted((one, other) => (one.x - x) ** 2 + (one.y - y) ** 2 - ((other.x - x) ** 2 + (other.y - y) ** 2))[0]
  return {
    column: cellAt(x, extent),
    row: cellAt(y, extent),
    group: cast.length >= Math.min(7, ids.length) ? (nearest?.name ?? null) : null,
  }
}
