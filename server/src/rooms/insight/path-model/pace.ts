import { addDays } from '../../../platform/calendar/working-days.ts'

export interface WaveSoFar {
  readonly closedOn: string
  readonly complete: number
}

export interface Pace {
  readonly perWave: number
  /** From one wave to the next, on average. */
  readonly days: number
  /** So many more. */
  readonly waves: number
  readonly enoughOn: string | null
}

/** Further away than this is said as "not at this pace". */
const furthestYears = 50

/**
 * At this pace, when is there enough? What a wave brought on average, at the distance waves have had; no wave is before today.
 * @returns undefined while nobody can tell: one wave has no distance, and waves without a complete unit no pace
 */
export function paceOf(waves: readonly WaveSoFar[], missing: number, today: string): Pace | undefined {
  const days = waves.map(({ closedOn }) => closedOn).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const perWave = waves.reduce((sum, { complete }) => sum + complete, 0) / waves.length
  if (first === undefined || last === undefined || first === last || !(perWave > 0)) return undefined
  const apart = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000 / (waves.length - 1))
  const more = Math.ceil(missing / perWave)
  const planned = addDays(last, apart)
  const next = planned > today ? planned : today
  return { perWave, days: apart, waves: more, enoughOn: more * apart > furthestYears * 366 ? null : addDays(next, (more - 1) * apart) }
}
