import { panelRows } from './panel-rows.ts'
import type { Problem } from './sort-into-types.ts'
import { openProgram, type Row, type Solver } from './solver.ts'

/** A quota's ends before and after. */
export interface QuotaChange {
  readonly category: string
  readonly feature: string
  readonly from: readonly [min: number, max: number]
  readonly to: readonly [min: number, max: number]
}

export type Relaxation =
  /** The smallest change of quotas with which a panel exists; no changes where one exists already. */
  | { readonly kind: 'relaxed'; readonly changes: readonly QuotaChange[] }
  /** Quotas that are locked would have to move too; these are the smallest changes then. */
  | { readonly kind: 'locked'; readonly changes: readonly QuotaChange[] }
  /** No quotas help: too few people can sit together. */
  | { readonly kind: 'too few people' }

/**
 * The smallest relaxation of the quotas that makes a panel possible. Lowering a minimum l by one costs 1 + 2/l (1 to 0 costs 3, 10 to 9 costs 1.2),
 * raising a maximum by one costs 1: quotas that hardly notice move first (as in the stratification tools of the Sortition Foundation).
 * Ends do not pass `minFlex` and `maxFlex`.
 * @param seat row of somebody who shall be on the panel: "what must give so that this person has a chance?"
 * @throws RangeError where that row takes no part in the draw
 */
export function relaxQuotas(solver: Solver, problem: Problem, seat?: number): Relaxation {
  const within = changesOf(solver, problem, false, seat)
  if (within) return { kind: 'relaxed', changes: within }
  const beyond = changesOf(solver, problem, true, seat)
  return beyond ? { kind: 'locked', changes: beyond } : { kind: 'too few people' }
}

function changesOf(solver: Solver, problem: Problem, unlocked: boolean, seat: number | undefined): QuotaChange[] | undefined {
  const { seats, quotas, types, pool } = problem
  const size = types.length
  const far = Number.POSITIVE_INFINITY
  const lowering = (feature: number) => size + feature
  const raising = (feature: number) => size + quotas.length + feature
  const quotaRows = quotas.flatMap(({ min, max }, feature): Row[] => {
    const columns = types.flatMap((type, index) => (type.features.includes(feature) ? [index] : []))
    const values = columns.map(() => 1)
    return [
      { lower: min, upper: far, columns: [...columns, lowering(feature)], values: [...values, 1] },
      { lower: -far, upper: max, columns: [...columns, raising(feature)], values: [...values, -1] },
    ]
  })
  const room = [
    ...quotas.map(({ min, minFlex = 0 }) => Math.max(0, min - (unlocked ? 0 : minFlex))),
    ...quotas.map(({ max, maxFlex = far }) => (unlocked ? far : Math.max(0, maxFlex - max))),
  ]
  const free = panelRows({ ...problem, quotas: [] })
  const lower = [...types.map(() => 0), ...room.map(() => 0)]
  if (seat !== undefined) {
    const type = types.findIndex(({ people }) => people.some((person) => pool.people[person]!.row === seat))
    if (type < 0) throw new RangeError(`row ${seat} takes no part in the draw`)
    lower[type] = 1
  }
  if (size === 0 && seats > 0) return undefined
  const program = openProgram(
    solver,
    {
      cost: [...types.map(() => 0), ...quotas.map(({ min }) => (min === 0 ? 0 : 1 + 2 / min)), ...quotas.map(() => 1)],
      lower,
      upper: [...types.map((type) => type.most), ...room.map((most) => Math.min(most, seats + 1e6))],
      whole: true,
    },
    [...free, ...quotaRows],
  )
  try {
    if (program.solve() !== 'optimal') return undefined
    const values = program.model.getSolution().colValue
    return pool.quotas.flatMap(({ category, feature, min, max }, index) => {
      const down = Math.round(values[lowering(index)]!)
      const up = Math.round(values[raising(index)]!)
      return down + up === 0 ? [] : [{ category, feature, from: [min, max], to: [min - down, max + up] } satisfies QuotaChange]
    })
  } finally {
    program.dispose()
  }
}
