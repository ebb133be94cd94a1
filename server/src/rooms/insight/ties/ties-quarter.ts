import { gatheringKinds, type GatheringKind, type TiesQuarter } from '@ronghe/contract/insight/ties.ts'
import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { standardRules, type Ties } from '@ronghe/ties'
import { shareOf, showFigure, showTables } from '../../../platform/privacy/suppression.ts'
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
export function toTiesQuarter(period: string, counts: TiesCounts, communities: ReadonlyMap<string, Text>): TiesQuarter {
  const { people, who } = showWho(counts.who, communities)
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

type TookPart = TiesQuarter['people'][number]

/** The product would give a hidden count of people away. */
function possiblePairs(people: readonly TookPart[]): number | null {
  const [newcomers, locals] = people.map(({ took }) => took)
  return newcomers?.kind === 'shown' && locals?.kind === 'shown' ? newcomers.count * locals.count : null
}

/** All that is said about who took part: one decision over all tables, whose columns are group by took part or not. */
function showWho(
  parts: readonly Part[],
  communities: ReadonlyMap<string, Text>,
): { people: readonly TookPart[] & TookPart[]; who: TiesQuarter['who'] } {
  const columns = groups.flatMap((group) => [true, false].map((took) => ({ group, took })))
  const tables = (['community', 'county'] as const).map((by) => {
    const keys = [...new Set(parts.map((part) => part[by]))].toSorted(lastAreOthers)
    const rows = keys.map((key) =>
      columns.map(({ group, took }) =>
        parts.filter((part) => part[by] === key && part.group === group && part.took === took).reduce((sum, part) => sum + part.people, 0),
      ),
    )
    return { by, keys, rows }
  })
  if (parts.length === 0) return { people: groups.map((group) => toTookPart(group, few, few)), who: [] }
  const shown = showTables(tables.map(({ rows }) => rows))
  const cells = (row: readonly Shown[]): TookPart[] => groups.map((group, index) => toTookPart(group, row[index * 2]!, row[index * 2 + 1]!))
  return {
    people: cells(shown[0]!.columnTotals),
    who: tables.map(({ by, keys }, table) => ({
      by: by === 'community' ? 'community' : 'homeCounty',
      rows: keys.map((key, row) => ({
        name: key === null ? null : by === 'community' ? (communities.get(key) ?? null) : countyName(key),
        groups: cells(shown[table]!.cells[row]!),
      })),
    })),
  }
}

const few = { kind: 'few' } as const
const toTookPart = (group: TookPart['group'], took: Shown, not: Shown): TookPart => ({
  group,
  took,
  not,
  share:
    took.kind === 'shown' && not.kind === 'shown'
      ? shareOf(took, { kind: 'shown', count: took.count + not.count })
      : { kind: 'few' as const },
})

/** Named counties and communities first, all other counties next, those who did not say at the end. */
const lastAreOthers = (one: string | null, other: string | null): number =>
  place(one) - place(other) || ((one ?? '') < (other ?? '') ? -1 : 1)
const place = (key: string | null): number => (key === null ? 2 : key === '' ? 1 : 0)
const countyName = (key: string): Text => (key === '' ? { 'zh-CN': '其他地方', en: 'other places' } : { 'zh-CN': key, en: key })

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
