import { findDistribution, type Distribution } from './find-distribution.ts'
import { sortIntoTypes, type ProblemOptions } from './sort-into-types.ts'
import type { Pool, Quota } from './pool.ts'
import type { Solver } from './solver.ts'
import { pause, type Watch } from './watch.ts'

/** What a quota costs: the least probability that could be promised to everybody who can be selected, with it and without it. */
export interface QuotaCost {
  readonly category: string
  /** null: all quotas of the category together. Where features share out all seats, one of them alone often costs nothing. */
  readonly feature: string | null
  readonly least: number
  readonly leastWithout: number
  /** People who can never be selected, with the quota and without it. */
  readonly neverSelected: number
  readonly neverSelectedWithout: number
}

/**
 * Drops one category at a time, then one quota at a time, and computes the maximin lottery again.
 * @returns dearest first; nothing where no panel keeps the quotas
 */
export async function costOfQuotas(solver: Solver, pool: Pool, options: ProblemOptions, watch: Watch = {}): Promise<QuotaCost[]> {
  const quiet: Watch = watch.signal ? { signal: watch.signal } : {}
  const measure = async (quotas: Pool['quotas']) => {
    const found = await findDistribution(solver, sortIntoTypes({ ...pool, quotas }, options), 'maximin', quiet)
    return found.kind === 'lottery' ? figuresOf(found) : undefined
  }
  const all = await measure(pool.quotas)
  if (!all) return []
  const costs: QuotaCost[] = []
  const categories = [...new Set(pool.quotas.map((quota) => quota.category))].map((category) => ({ category, feature: null }))
  const candidates = [...categories, ...pool.quotas.map(({ category, feature }) => ({ category, feature }))]
  for (const [done, { category, feature }] of candidates.entries()) {
    await pause(watch, { stage: 'cost of quotas', done, of: candidates.length })
    const dropped = (quota: Quota) => quota.category === category && (feature === null || quota.feature === feature)
    const without = await measure(pool.quotas.map((quota) => (dropped(quota) ? { ...quota, min: 0, max: options.seats } : quota)))
    if (!without) throw new Error('a quota less made panels impossible')
    costs.push({ category, feature, ...all, leastWithout: without.least, neverSelectedWithout: without.neverSelected })
  }
  return costs.sort((one, other) => other.leastWithout - other.least - (one.leastWithout - one.least))
}

function figuresOf({ problem, chances, never }: Distribution): { least: number; neverSelected: number } {
  const shut = new Set(never)
  const open = [...chances].filter((_, type) => !shut.has(type))
  return {
    least: open.reduce((least, chance) => Math.min(least, chance), open.length > 0 ? 1 : 0),
    neverSelected: never.reduce((sum, type) => sum + problem.types[type]!.people.length, 0),
  }
}
