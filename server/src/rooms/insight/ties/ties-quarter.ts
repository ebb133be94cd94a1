import { gatheringKinds, type GatheringKind, type TiesQuarter, type TookPart } from '@ronghe/contract/insight/ties.ts'
import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { standardRules, type Ties } from '@ronghe/ties'
import { showFigure, showTable, showTables } from '../../../platform/privacy/suppression.ts'
import { estimateOf, rounded } from '../shown-shares.ts'
import type { Part } from './who-took-part.ts'

const groups = ['newcomer', 'local', 'unstated'] as const
export type GroupCounts = Readonly<Record<(typeof groups)[number], number>>

/** What is kept of a quarter: counts and the result of the test. Who was where, and with whom, is nowhere in it. */
export interface TiesCounts {
  readonly ties: Ties
  readonly mixedPercent: number
  /** People of each group at each kind of gathering. */
  readonly atKind: Readonly<Partial<Record<GatheringKind, GroupCounts>>>
  readonly gatherings: Readonly<Partial<Record<GatheringKind, number>>>
  readonly who: readonly Part[]
}

/** What may be shown of a quarter, from what was counted of it and nothing else (D7). */
export function toTiesQuarter(period: string, counts: TiesCounts, communities: ReadonlyMap<string, Text>, roundTo = 1): TiesQuarter {
  const { people, who } = showWho(counts.who, communities, roundTo)
  return {
    period,
    people,
    gatherings: counts.ties.gatherings,
    mixedPercent: counts.mixedPercent,
    test:
      counts.ties.kind === 'compared'
        ? {
            kind: 'compared',
            permutations: counts.ties.permutations,
            mixed: counts.ties.mixed,
            bridging: counts.ties.bridging,
            possiblePairs: possiblePairs(people),
          }
        : { kind: 'tooLittle', needs: { gatherings: standardRules.leastGatherings, people: standardRules.leastPeople } },
    kinds: showKinds(counts),
    who,
  }
}

/** The product would give a hidden count of people away. */
function possiblePairs(people: readonly TookPart[]): number | null {
  const [newcomers, locals] = people.map(({ took }) => took)
  return newcomers?.kind === 'shown' && locals?.kind === 'shown' ? newcomers.count * locals.count : null
}

/**
 * All that is said about who took part. By community the groups stand apart, and one decision makes its cells and the totals of the street. By
 * county everybody stands together, since whoever named one is mostly of one group; the two columns are then sums of shown ones, and where
 * they are not, the counties are left out.
 */
function showWho(
  parts: readonly Part[],
  communities: ReadonlyMap<string, Text>,
  roundTo: number,
): { people: TookPart[]; who: TiesQuarter['who'] } {
  if (parts.length === 0) return { people: groups.map((group) => toTookPart(group, few, few, roundTo)), who: [] }
  const columns = groups.flatMap((group) => [true, false].map((took) => (part: Part) => part.group === group && part.took === took))
  const byCommunity = tableOf(parts, 'community', columns)
  const [street] = showTables([byCommunity.rows])
  const byGroup = (row: readonly Shown[]): TookPart[] =>
    groups.map((group, index) => toTookPart(group, row[index * 2]!, row[index * 2 + 1]!, roundTo))
  const byCounty = tableOf(
    parts,
    'county',
    [true, false].map((took) => (part: Part) => part.took === took),
  )
  const counties = street!.columnTotals.every(({ kind }) => kind === 'shown') ? showTable(byCounty.rows) : undefined
  return {
    people: byGroup(street!.columnTotals),
    who: [
      {
        by: 'community' as const,
        rows: byCommunity.keys.map((key, row) => ({
          name: key === null ? null : (communities.get(key) ?? null),
          groups: byGroup(street!.cells[row]!),
        })),
      },
      ...(counties
        ? [
            {
              by: 'homeCounty' as const,
              rows: byCounty.keys.map((key, row) => ({
                name: key === null ? null : { 'zh-CN': key, en: key },
                groups: [toTookPart('all', counties.cells[row]![0]!, counties.cells[row]![1]!, roundTo)],
              })),
            },
          ]
        : []),
    ],
  }
}

function tableOf(parts: readonly Part[], by: 'community' | 'county', columns: readonly ((part: Part) => boolean)[]) {
  const keys = [...new Set(parts.map((part) => part[by]))].toSorted(lastAreOthers)
  return {
    keys,
    rows: keys.map((key) =>
      columns.map((isIn) => parts.filter((part) => part[by] === key && isIn(part)).reduce((sum, part) => sum + part.people, 0)),
    ),
  }
}

const few = { kind: 'few' } as const
function toTookPart(group: TookPart['group'], exactTook: Shown, exactNot: Shown, roundTo: number): TookPart {
  const [took, not] = [rounded(exactTook, roundTo), rounded(exactNot, roundTo)]
  const both = took.kind === 'shown' && not.kind === 'shown'
  return { group, took, not, share: both ? estimateOf(took, { kind: 'shown', count: took.count + not.count }) : few }
}

/** By name, those who did not say at the end. */
const lastAreOthers = (one: string | null, other: string | null): number =>
  Number(one === null) - Number(other === null) || ((one ?? '') < (other ?? '') ? -1 : 1)

/**
 * Of a kind with few gatherings or few people nothing is told but how often there was one. Where only one kind is left untold, the next
 * smallest goes with it: all kinds together are told, and the one would be what the others leave.
 */
function showKinds({ ties, gatherings, atKind }: TiesCounts): TiesQuarter['kinds'] {
  const kinds = gatheringKinds.filter((kind) => (gatherings[kind] ?? 0) > 0)
  const tellable = kinds.filter((kind) => isTellable(gatherings[kind]!, atKind[kind]!))
  const smallest = tellable.toSorted((a, b) => gatherings[a]! - gatherings[b]!)[0]
  const told = new Set(kinds.length - tellable.length === 1 ? tellable.filter((kind) => kind !== smallest) : tellable)
  const figures = ties.kind === 'compared' ? new Map(ties.kinds.map((one) => [one.kind as GatheringKind, one])) : undefined
  const figure = (kind: GatheringKind, of: 'mixed' | 'expectedMixed'): ShownFigure => {
    const found = figures?.get(kind)
    if (!found || !told.has(kind)) return { kind: 'few' }
    return showFigure(found[of], Math.min(atKind[kind]!.newcomer, atKind[kind]!.local))
  }
  return kinds.map((kind) => ({
    kind,
    gatherings: gatherings[kind]!,
    mixed: figure(kind, 'mixed'),
    expectedMixed: figure(kind, 'expectedMixed'),
  }))
}

const isTellable = (gatherings: number, { newcomer, local }: GroupCounts): boolean =>
  gatherings >= standardRules.leastGatherings && Math.min(newcomer, local) >= 5
