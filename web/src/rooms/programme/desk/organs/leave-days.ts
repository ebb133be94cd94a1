/** All days of the month that a day lies in. */
export function daysOfMonth(day: string): readonly string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: last }, (_, place) => `${day.slice(0, 8)}${String(place + 1).padStart(2, '0')}`)
}

export const isAway = (leave: { readonly fromDay: string; readonly toDay: string }, day: string): boolean =>
  leave.fromDay <= day && day <= leave.toDay
