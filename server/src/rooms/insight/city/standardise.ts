import { wilson, type Interval } from '../indicators/intervals.ts'

/** How many of how many, in one group of residents. */
export interface Stratum {
  readonly yes: number
  readonly of: number
}

/** The parts of the two groups among those counted in the city, adding up to one. */
export interface Weights {
  readonly newcomer: number
  readonly local: number
}

export interface BothGroups {
  readonly newcomer: Stratum
  readonly local: Stratum
}

/** The city's own composition: of all who were counted for this figure in streets that show both groups. Undefined where there is no such street. */
export function weightsOf(streets: readonly BothGroups[]): Weights | undefined {
  const newcomer = streets.reduce((sum, street) => sum + street.newcomer.of, 0)
  const local = streets.reduce((sum, street) => sum + street.local.of, 0)
  return newcomer + local > 0 ? { newcomer: newcomer / (newcomer + local), local: local / (newcomer + local) } : undefined
}

/**
 * What a street's share would be if its counted residents were made up like the city's: each group's own share, weighted by the city's
 * composition (direct standardisation: Breslow and Day 1987, IARC Scientific Publications 82, chapter 2). So a street does not look better
 * or worse for having more of one group.
 *
 * The interval is put together from the Wilson intervals of the two shares by the method of variance estimates recovery (Zou and Donner 2008,
 * Statistics in Medicine 27:1693): l = p - sqrt(sum w^2 (p_g - l_g)^2), u likewise.
 */
export function standardise({ newcomer, local }: BothGroups, weights: Weights): Interval {
  const sum = weights.newcomer + weights.local
  if (!(weights.newcomer >= 0 && weights.local >= 0 && Math.abs(sum - 1) < 1e-9))
    throw new RangeError(`no weights: ${JSON.stringify(weights)}`)
  const strata = [
    { share: wilson(newcomer.yes, newcomer.of), weight: weights.newcomer },
    { share: wilson(local.yes, local.of), weight: weights.local },
  ]
  const value = strata.reduce((total, { share, weight }) => total + weight * share.value, 0)
  const below = Math.hypot(...strata.map(({ share, weight }) => weight * (share.value - share.low)))
  const above = Math.hypot(...strata.map(({ share, weight }) => weight * (share.high - share.value)))
  return { value, low: Math.max(0, value - below), high: Math.min(1, value + above) }
}
