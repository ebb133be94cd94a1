import { addDays } from '../../platform/calendar/working-days.ts'
import type { ResidenceLevel } from '@ronghe/contract/people/residence.ts'

/** The last day a level counts; with 24 months the day before the same date two years on, and 28 February after a leap day. */
export function validUntil(onDay: string, months: number): string {
  const [year = 0, month = 1, day = 1] = onDay.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const same = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
  return addDays(same.toISOString().slice(0, 10), -1)
}

const order: readonly ResidenceLevel[] = ['phone', 'attested', 'confirmed']
export const atLeast = (has: ResidenceLevel, needs: ResidenceLevel): boolean => order.indexOf(has) >= order.indexOf(needs)

/** So many of a hundred are looked at again by somebody else. The random end of the id decides, so nobody can steer it. */
export const isDrawnForRecheck = (levelId: string, percent: number): boolean => Number.parseInt(levelId.slice(-6), 16) % 100 < percent
