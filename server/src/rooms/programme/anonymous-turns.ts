import { createHmac, randomBytes } from 'node:crypto'

/** How often one caller may raise something without a name in a day; neighbours behind one Wi-Fi share it. */
const mostADay = 20
const mostCallers = 100_000

export interface AnonymousTurns {
  /** False when this caller has had enough turns today. */
  take(caller: string, day: string): boolean
}

/**
 * Counts callers who must stay unknown: by a hash whose key is drawn anew every day, in memory only. Yesterday's hashes mean nothing today, and
 * nothing about an address is ever written down (08, Concerns).
 */
export function anonymousTurns(random: (size: number) => Buffer = randomBytes): AnonymousTurns {
  let today = ''
  let key = random(32)
  let counts = new Map<string, number>()
  return {
    take(caller, day) {
      if (day !== today) {
        today = day
        key = random(32)
        counts = new Map()
      }
      const hash = createHmac('sha256', key).update(caller).digest('base64url')
      const count = (counts.get(hash) ?? 0) + 1
      // A flood of addresses must not eat the memory.
      if (counts.size >= mostCallers && count === 1) return false
      counts.set(hash, count)
      return count <= mostADay
    },
  }
}
