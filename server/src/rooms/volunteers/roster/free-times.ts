import type { Period } from '@ronghe/roster'
import { addDays } from '../../../platform/calendar/working-days.ts'

/** Hours of the day each part stands for; the night runs into the next morning. */
const parts: Readonly<Record<string, readonly [from: number, until: number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [22, 30],
}

/** What somebody said of any week (`6-evening`), in the week that begins on this Monday. */
export function freeIn(available: readonly string[], monday: string): Period[] {
  return available.flatMap((free) => {
    const [day, part] = free.split('-')
    const hours = parts[part ?? '']
    if (!hours) return []
    const on = addDays(monday, Number(day) - 1)
    return [{ from: at(on, hours[0]), until: at(on, hours[1]) }]
  })
}

const at = (day: string, hour: number): string => `${addDays(day, Math.floor(hour / 24))}T${String(hour % 24).padStart(2, '0')}:00`

/** The wall clock of a zone. */
export function localTime(zone: string, moment: Date): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
}
