import type { Setting } from '@ronghe/contract/programme/settings.ts'

/** What is known when a right code came back: how long ago a code last reached this number's owner, and whether the browser was here before. */
export interface CodeSignIn {
  readonly now: Date
  readonly phoneSeenAt: Date | null
  readonly knownDevice: boolean
  /** After how many unseen days a number may have a new owner, as the street has set it. */
  readonly after: Pick<Setting<'signIn'>, 'unseenDays' | 'newDeviceDays'>
}

const day = 86_400_000

/**
 * Numbers are given out again. A code to a number unseen for 180 days, or from a new device after 90, opens an empty session until one
 * known fact, a passkey or the desk confirms (08, Sign-in).
 */
export function trust({ now, phoneSeenAt, knownDevice, after }: CodeSignIn): 'open' | 'empty' {
  if (phoneSeenAt === null) return 'open' // nobody has been reached at it yet: an account just made, or registered at the desk
  const unseen = now.getTime() - phoneSeenAt.getTime()
  if (unseen > after.unseenDays * day) return 'empty'
  return !knownDevice && unseen > after.newDeviceDays * day ? 'empty' : 'open'
}

/** A lock lasts 15 minutes from the fifth failure; at the latest after that time every failure is forgotten. */
export const lockAfter = 5
export const lockMinutes = 15

/** Until when the subject is locked, given its failures; undefined when it is not. */
export function lockedUntil(failures: readonly Date[], now: Date): Date | undefined {
  const since = now.getTime() - lockMinutes * 60_000
  const recent = failures.filter((at) => at.getTime() > since)
  if (recent.length < lockAfter) return undefined
  return new Date(Math.max(...recent.map((at) => at.getTime())) + lockMinutes * 60_000)
}
