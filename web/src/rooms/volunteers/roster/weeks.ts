const day = 86_400_000

/** This week's Monday and those after it. */
export function mondaysFrom(today: string, count: number): string[] {
  const at = Date.parse(`${today}T00:00:00Z`)
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * day
  return Array.from({ length: count }, (_, week) => new Date(monday + week * 7 * day).toISOString().slice(0, 10))
}
