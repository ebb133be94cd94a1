/** The branch plans in minutes since midnight, people in hours: 540 is 09:00. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** `undefined` where no time has been written yet. */
export function minuteOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(clock) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** The month before or after: `2026-12` and 1 give `2027-01`. */
export function monthAfter(month: string, months: number): string {
  const [year, of] = month.split('-').map(Number) as [number, number]
  const count = year * 12 + of - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
