/** What a clock on the wall shows in a zone, and the other way round. Nothing here depends on the zone of the machine. */
export interface WallDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

export function wallTime(at: Date, zone: string): WallDay & { readonly hour: number; readonly minute: number; readonly second: number } {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year, month, day, hour, minute, second } = parts as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>
  return { year, month, day, hour, minute, second }
}

/** The instant at which the clock of the zone shows this full hour; where a day skips the hour, the moment the skip ends. */
export function instantAt(zone: string, { year, month, day }: WallDay, hour: number): Date {
  const wanted = Date.UTC(year, month - 1, day, hour)
  let guess = wanted
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  for (let turn = 0; turn < 2; turn++) guess += wanted - shownAt(new Date(guess), zone)
  return new Date(guess)
}

export function dayAfter({ year, month, day }: WallDay, days: number): WallDay {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export function onSameDay(one: Date, other: Date, zone: string): boolean {
  const a = wallTime(one, zone)
  const b = wallTime(other, zone)
  return a.year === b.year && a.month === b.month && a.day === b.day
}

/** What the wall shows, counted as if it were UTC, to the second. */
function shownAt(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTime(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) + at.getMilliseconds()
}
