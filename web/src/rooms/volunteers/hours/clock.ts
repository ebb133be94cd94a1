import { dayOf } from '../../../platform/language/format.ts'

/** `19:30` on the day (or in the night) of something that starts then, as a moment. */
export function momentAt(startsAt: string, clock: string): string {
  const start = Date.parse(startsAt)
  const at = Date.parse(`${dayOf(new Date(startsAt))}T${clock}:00+08:00`)
  // A shift that passes midnight: an hour long before its start is one of the next morning.
  return new Date(at < start - 6 * 3_600_000 ? at + 86_400_000 : at).toISOString()
}
