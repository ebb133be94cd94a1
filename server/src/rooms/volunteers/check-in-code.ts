import type { Deed } from '../../platform/deed.ts'
import type { ShiftRow } from './activity-rows.ts'

/** A new code every half minute; the one before still counts, for whoever was just typing. */
export const changesEveryMs = 30_000
/** The code is there from a quarter of an hour before the shift to half an hour after it. */
const earlyMs = 15 * 60_000
const lateMs = 30 * 60_000

export const checkInTimes = ({ starts_at, ends_at }: Pick<ShiftRow, 'starts_at' | 'ends_at'>) => ({
  from: new Date(starts_at.getTime() - earlyMs),
  until: new Date(ends_at.getTime() + lateMs),
})

export function checkInOpen(shift: Pick<ShiftRow, 'starts_at' | 'ends_at'>, now: Date): boolean {
  const { from, until } = checkInTimes(shift)
  return now >= from && now < until
}

const windowOf = (at: Date): number => Math.floor(at.getTime() / changesEveryMs)

/**
 * Six digits out of a keyed hash of shift and half minute: nothing of it is stored, nobody without the key can tell the next one, and a code
 * that was passed on is worth nothing a minute later. It says nothing about where or on what device it was typed.
 */
function codeIn(deed: Deed, shiftId: string, window: number): string {
  const mac = deed.platform.sealer.lookup(deed.street.id, 'person', `check-in ${shiftId} ${window}`)
  return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

export const codeNow = (deed: Deed, shiftId: string): string => codeIn(deed, shiftId, windowOf(deed.now))

export const isCode = (deed: Deed, shiftId: string, code: string): boolean =>
  [windowOf(deed.now), windowOf(deed.now) - 1].some((window) => codeIn(deed, shiftId, window) === code)

export const changesInMs = (now: Date): number => changesEveryMs - (now.getTime() % changesEveryMs)
