import type { Compared } from '@ronghe/contract/insight/ties.ts'

/** From where to where the picture goes: zero is not needed, since what counts is the distance from chance; both sides equally far. */
export interface ChanceScale {
  readonly from: number
  readonly to: number
}

/** Wide enough for what was observed and for what chance gives, with the expected value in the middle. */
export function scaleOf(all: readonly Pick<Compared, 'observed' | 'expected' | 'low' | 'high'>[]): ChanceScale {
  const farthest = Math.max(
    0.1,
    ...all.flatMap(({ observed, expected, low, high }) =>
      expected > 0 ? [observed, low, high].map((value) => Math.abs(value / expected - 1)) : [],
    ),
  )
  const wide = farthest * 1.15
  return { from: 1 - wide, to: 1 + wide }
}

/** Where a count lies between 0 and 1, as a multiple of what chance gives. */
export const placeOf = (value: number, expected: number, { from, to }: ChanceScale): number =>
  Math.min(1, Math.max(0, ((expected > 0 ? value / expected : 1) - from) / (to - from)))

export type Verdict = 'more' | 'fewer' | 'asChance' | 'onlyOne'

/** Outside the range of chance, and by the two-sided test: else nothing is claimed. */
export function verdictOf({ observed, low, high, p, z }: Compared): Verdict {
  if (z === null) return 'onlyOne'
  if (p > 0.05) return 'asChance'
  return observed < low ? 'fewer' : observed > high ? 'more' : 'asChance'
}
