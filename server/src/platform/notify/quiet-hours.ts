import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { addDays, dayIn, startOfDay } from '../calendar/working-days.ts'

/** Hours of the day, in the street's zone. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}
export const quietHoursOf = ({ quietFrom, quietTo }: Setting<'messages'>): QuietHours => ({ from: quietFrom, to: quietTo })

/** When a message may go out: at once, or in the morning if it is night. What cannot wait (a code, danger) does not. */
export function mayLeaveAt(zone: string, now: Date, urgent: boolean, quiet: QuietHours): Date {
  if (urgent) return now
  const hour = hourIn(zone, now)
  if (hour >= quiet.to && hour < quiet.from) return now
  const today = dayIn(zone, now)
  return atHour(zone, hour < quiet.to ? today : addDays(today, 1), quiet.to)
}

/** A day on which clocks change has 23 or 25 hours: look at the clock and put it right. */
function atHour(zone: string, day: string, hour: number): Date {
  const guess = new Date(startOfDay(zone, day).getTime() + hour * 3_600_000)
  return new Date(guess.getTime() + (hour - hourIn(zone, guess)) * 3_600_000)
}

const hourIn = (zone: string, at: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at))
