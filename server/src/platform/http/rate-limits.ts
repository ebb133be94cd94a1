/**
 * How often one caller may ask, counted per process in fixed windows of a minute; what must be exact over several processes (sign-in
 * codes, lockout) counts in PostgreSQL instead.
 */
export interface RateLimits {
  /** Seconds to wait, or 0 when the request may go on. */
  take(caller: string, what: string, perMinute: number, now: number): number
}

const windowMs = 60_000
const mostCallers = 200_000

export function rateLimits(): RateLimits {
  let started = 0
  let counts = new Map<string, number>()
  return {
    take(caller, what, perMinute, now) {
      if (now - started >= windowMs || now < started) {
        started = now
        counts = new Map()
      }
      const key = `${caller} ${what}`
      const count = (counts.get(key) ?? 0) + 1
      // A flood of made-up callers must not eat the memory; beyond this many, newcomers wait for the next window.
      if (counts.size >= mostCallers && !counts.has(key)) return secondsLeft(started, now)
      counts.set(key, count)
      return count > perMinute ? secondsLeft(started, now) : 0
    },
  }
}

const secondsLeft = (started: number, now: number): number => Math.max(1, Math.ceil((started + windowMs - now) / 1000))
