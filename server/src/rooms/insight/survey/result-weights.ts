import { designEffect, poolCells, trimWeights, type Cell } from '@ronghe/scales'
import { fewestTogether } from './coarsen-lanes.ts'
import { surveyGroups, type Sheet, type SurveyGroup } from './result-sheets.ts'

/** A lane's people by the latest public count. */
export interface LanePeople {
  readonly laneId: string
  readonly communityId: string
  readonly newcomers: number
  readonly locals: number
}

/** Lanes of one group that share a weight. */
export interface WeightCell {
  readonly group: SurveyGroup
  readonly lanes: readonly string[]
  readonly respondents: number
  readonly population: number
  readonly weight: number | null
}

export interface Weighting {
  /** One per sheet; of mean 1 in every group, so that sums of weights are counts of answers. */
  readonly weights: readonly number[]
  /** The cell of each sheet. */
  readonly strata: readonly string[]
  readonly cells: readonly WeightCell[]
  readonly trimmed: number
  /** Kish, by group; null for a group without answers. */
  readonly designEffects: Readonly<Record<SurveyGroup, number | null>>
}

/** No weight is more than so many times the mean of its group. */
export const mostWeight = 5

/**
 * Weights lane x group to the people who live there (08, Survey). A sheet keeps its lane only where ten or more of its group answered there; those
 * without one stand for the community's, or the street's, other lanes together. Whoever states no group is weighted to nothing: no count knows them.
 */
export function weigh(sheets: readonly Sheet[], lanes: readonly LanePeople[]): Weighting {
  if (lanes.length === 0) return unweighted(sheets)
  const cells: (Cell & { readonly lane: string | null; readonly community: string | null })[] = []
  for (const group of ['newcomer', 'local'] as const) {
    const own = sheets.filter((sheet) => sheet.group === group)
    for (const { laneId, communityId, newcomers, locals } of lanes)
      cells.push({
        path: [laneId, communityId, 'street'],
        group,
        respondents: own.filter((sheet) => sheet.laneId === laneId).length,
        population: group === 'newcomer' ? newcomers : locals,
        lane: laneId,
        community: communityId,
      })
    for (const [communityId, apart] of Map.groupBy(
      own.filter(({ laneId }) => laneId === null || !lanes.some((lane) => lane.laneId === laneId)),
      (sheet) => sheet.communityId,
    ))
      cells.push({
        path: ['', communityId ?? '', 'street'],
        group,
        respondents: apart.length,
        population: 0,
        lane: null,
        community: communityId,
      })
  }
  const pools = poolCells(cells, fewestTogether)
  const poolAt = new Map(
    pools.flatMap((pool, at) =>
      pool.cells.map(
        (cell) => [`${cells[cell]!.group} ${cells[cell]!.lane} ${cells[cell]!.lane === null ? cells[cell]!.community : ''}`, at] as const,
      ),
    ),
  )
  const poolOf = (sheet: Sheet): number | undefined =>
    poolAt.get(`${sheet.group} ${sheet.laneId} `) ?? poolAt.get(`${sheet.group} null ${sheet.communityId}`)
  const raw = sheets.map((sheet) => {
    const pool = poolOf(sheet)
    return pool === undefined ? 1 : pools[pool]!.weight || 1
  })
  const groups = sheets.map(({ group }) => group)
  const { weights, trimmed } = trimWeights(raw, groups, mostWeight)
  const means = new Map(
    surveyGroups.map((group) => {
      const own = weights.filter((_, place) => groups[place] === group)
      return [group, own.reduce((sum, weight) => sum + weight, 0) / own.length]
    }),
  )
  const scaled = weights.map((weight, place) => weight / means.get(groups[place]!)!)
  return {
    weights: scaled,
    strata: sheets.map((sheet) => String(poolOf(sheet) ?? sheet.group)),
    cells: pools.map((pool) => ({
      group: cells[pool.cells[0]!]!.group as SurveyGroup,
      lanes: pool.cells.flatMap((cell) => cells[cell]!.lane ?? []),
      respondents: pool.respondents,
      population: pool.population,
      weight: pool.weight ?? null,
    })),
    trimmed,
    designEffects: effectsOf(scaled, groups),
  }
}

/** Every answer counts alike: of the open link, and where nobody has counted the lanes. */
export function unweighted(sheets: readonly Sheet[]): Weighting {
  const weights = sheets.map(() => 1)
  const groups = sheets.map(({ group }) => group)
  return { weights, strata: groups, cells: [], trimmed: 0, designEffects: effectsOf(weights, groups) }
}

function effectsOf(weights: readonly number[], groups: readonly SurveyGroup[]): Record<SurveyGroup, number | null> {
  const of = (group: SurveyGroup): number | null => {
    const own = weights.filter((_, place) => groups[place] === group)
    return own.length > 0 ? designEffect(own) : null
  }
  return { newcomer: of('newcomer'), local: of('local'), unstated: of('unstated') }
}
