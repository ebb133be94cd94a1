import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One thing in a calendar. `sequence` rises whenever it was moved or called off. */
export interface CalendarEntry {
  readonly uid: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly changedAt: Date
  readonly sequence: number
  readonly cancelled: boolean
  readonly summary: string
  readonly place: string
  readonly description: string
  readonly url: string
}

/**
 * The one zone of mainland China: no summer time since 1991, and nobody plans meetings before that. RFC 5545 asks for a VTIMEZONE beside every
 * TZID. The library would write it in the midst of the calendar's own properties, which the grammar does not allow, so it is put in its place here.
 */
const shanghai = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')

/** An iCalendar file (RFC 5545): CRLF, lines of 75 octets at most. In another zone than China's, times are given in UTC. */
export function toCalendarFile(
  name: string,
  zone: string,
  entries: readonly CalendarEntry[],
  { feed = false }: { readonly feed?: boolean } = {},
): string {
  const named = zone === 'Asia/Shanghai'
  const calendar = ical({
    name,
    prodId: { company: 'ronghe', product: 'calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    scale: 'GREGORIAN',
    // How often a calendar that fetches by itself should come again, in seconds.
    ...(feed ? { ttl: 3 * 3600 } : {}),
  })
  for (const entry of entries)
    calendar.createEvent({
      id: entry.uid,
      start: named ? wallClock(zone, entry.startsAt) : entry.startsAt,
      end: named ? wallClock(zone, entry.endsAt) : entry.endsAt,
      ...(named ? { timezone: zone } : {}),
      stamp: entry.changedAt,
      sequence: entry.sequence,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: entry.summary,
      location: entry.place,
      description: entry.description,
      url: entry.url,
    })
  const file = calendar.toString()
  const whole = file.endsWith('\r\n') ? file : `${file}\r\n`
  return named ? whole.replace(/BEGIN:VEVENT|END:VCALENDAR/, (first) => shanghai + first) : whole
}

/** `2026-12-01T19:00:00`, as a clock on the wall of that zone shows it. */
const wallClock = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at).replace(' ', 'T')
