import { addDays, dayIn, startOfDay, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Chance } from './chance.ts'

/** Moments at which an office does things: from nine to half past five on working days. */
export interface WorkHours {
  /** A moment so many working days after another; with 0 a little later on the same day, or the next morning. Always later. */
  later(chance: Chance, from: number, days: number): number
  /** A moment for a resident, who also has evenings and Sundays. */
  anyTime(chance: Chance): number
  /** A moment for somebody at the window. */
  atWindow(chance: Chance): number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Working days are looked up a million times here: laid out once as a list of mornings. The last year is what moments are drawn from. */
export function workHours(calendar: Calendar, now: Date): WorkHours {
  const today = dayIn(calendar.zone, now)
  const first = addDays(today, -365)
  const days = Array.from({ length: 460 }, (_, index) => addDays(first, index))
  const midnights = days.map((day) => startOfDay(calendar.zone, day).getTime())
  const working = days.map((day) => calendar.isWorkingDay(day))
  const mornings = midnights.filter((_, index) => working[index])
  /** For every day the place of the first working day that is not before it. */
  const placeOf: number[] = []
  for (let index = 0, place = 0; index < days.length; index++) {
    placeOf.push(place)
    if (working[index]) place++
  }
  const dayOf = (at: number) => Math.floor((at - midnights[0]!) / dayMs)
  const past = 365
  return {
    later(chance, from, wanted) {
      const day = Math.min(Math.max(dayOf(from), 0), days.length - 1)
      const place = placeOf[day]!
      if (wanted === 0) {
        const sameDay = from + (5 + chance.below(80)) * 60_000
        if (working[day] && from >= midnights[day]! + 9 * hourMs && sameDay < midnights[day]! + 17.5 * hourMs) return sameDay
        const next = mornings[Math.min(place + (working[day] && from >= midnights[day]! + 9 * hourMs ? 1 : 0), mornings.length - 1)]!
        return Math.max(next + 9 * hourMs, from) + (1 + chance.below(120)) * 60_000
      }
      const morning = mornings[Math.min(place + wanted - (working[day] ? 0 : 1), mornings.length - 1)]!
      return Math.max(morning + 9 * hourMs + chance.below(8.5 * hourMs), from + 60_000)
    },
    anyTime: (chance) => midnights[chance.below(past)]! + 7 * hourMs + chance.below(15 * hourMs),
    atWindow: (chance) => {
      const usable = placeOf[past]!
      return mornings[chance.below(usable)]! + 9 * hourMs + chance.below(8.5 * hourMs)
    },
  }
}

/** A day on which an office is open: this one, or the last before it. */
export const openDayBy = (calendar: Calendar, day: string): string =>
  calendar.isWorkingDay(day) ? day : openDayBy(calendar, addDays(day, -1))
