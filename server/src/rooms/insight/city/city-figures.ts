import type { CityGroup } from '@ronghe/contract/insight/city.ts'
import type { Estimate } from '@ronghe/contract/insight/indicators.ts'
import type { Measure } from '../indicators/definition.ts'
import { newcombe, wilson } from '../indicators/intervals.ts'
import type { Counts } from './city-rows.ts'
import { standardise, weightsOf, type BothGroups, type Weights } from './standardise.ts'

type Kind = Measure['kind']
export type GroupKey = CityGroup['group']
export type ByGroup = ReadonlyMap<string, Counts>

/** In the order in which groups are shown everywhere. */
export const groupsOf = ({ byGroup }: Pick<Measure, 'byGroup'>): readonly GroupKey[] =>
  byGroup ? ['newcomer', 'local', 'unstated'] : ['all']

const few = { kind: 'few' } as const

/** From counts that are shown; where there are none it was too few, or not counted. */
export function estimateOf(kind: Kind, counts: Counts | undefined): Estimate {
  if (!counts) return few
  const { n, of_n, amount } = counts
  if (kind === 'share') return of_n ? { kind: 'shown', ...wilson(n, of_n) } : few
  if (kind === 'count') return plain(n)
  if (amount === null) return few
  if (kind === 'sum') return plain(amount)
  return kind === 'mean' && n > 0 ? plain(amount / n) : few
}

export const figuresOf = (measure: Pick<Measure, 'kind' | 'byGroup'>, byGroup: ByGroup): { groups: CityGroup[]; gap: Estimate | null } => ({
  groups: groupsOf(measure).map((group) => {
    const counts = byGroup.get(group)
    return { group, value: estimateOf(measure.kind, counts), n: counts?.n ?? null, of: counts?.of_n ?? null }
  }),
  gap: gapOf(measure, byGroup),
})

function gapOf(measure: Pick<Measure, 'kind' | 'byGroup'>, byGroup: ByGroup): Estimate | null {
  if (measure.kind !== 'share' || !measure.byGroup) return null
  const both = bothOf(byGroup)
  if (!both) return few
  return { kind: 'shown', ...newcombe(wilson(both.newcomer.yes, both.newcomer.of), wilson(both.local.yes, both.local.of)) }
}

/** Undefined unless both groups are shown. */
export function bothOf(byGroup: ByGroup): BothGroups | undefined {
  const [newcomer, local] = [byGroup.get('newcomer'), byGroup.get('local')]
  if (!newcomer?.of_n || !local?.of_n) return undefined
  return { newcomer: { yes: newcomer.n, of: newcomer.of_n }, local: { yes: local.n, of: local.of_n } }
}

/** The city's composition for a share told by group; null where the measure knows no groups or no street shows both. */
export const cityWeights = (measure: Pick<Measure, 'kind' | 'byGroup'>, streets: readonly ByGroup[]): Weights | null =>
  measure.kind === 'share' && measure.byGroup ? (weightsOf(streets.flatMap((street) => bothOf(street) ?? [])) ?? null) : null

/** A street's share with the city's composition; few where one of its groups is too few. */
export function standardisedOf(byGroup: ByGroup, weights: Weights | null): Estimate | null {
  if (!weights) return null
  const both = bothOf(byGroup)
  return both ? { kind: 'shown', ...standardise(both, weights) } : few
}

/** Over streets, added up: only what they show. */
export function addUp(streets: readonly ByGroup[]): ByGroup {
  const sum = new Map<string, Counts>()
  for (const street of streets)
    for (const [group, { n, of_n, amount }] of street) {
      const before = sum.get(group)
      sum.set(group, {
        n: n + (before?.n ?? 0),
        of_n: of_n === null ? null : of_n + (before?.of_n ?? 0),
        amount: amount === null ? null : amount + (before?.amount ?? 0),
      })
    }
  return sum
}

const plain = (value: number): Estimate => ({ kind: 'shown', value, low: null, high: null })
