import { benchOf, hasSpoken, spokenMs } from './people.ts'
import type { FloorState, Request } from './state.ts'

/** Why somebody is before the others: each rule named decided against at least one of those who wait behind. */
export type NextReason = 'onlyOne' | 'unspoken' | 'fewestSeconds' | 'otherSide' | 'otherBench' | 'askedFirst'

export interface Next {
  readonly delegateId: string
  readonly stance: Request['stance']
  readonly because: readonly NextReason[]
}

/**
 * Everybody who waits, in the order in which they will speak if nobody else asks: who has not spoken on this motion goes first, then who has
 * spoken least, then the other side than the last speaker's, then the other bench, then who asked first.
 */
export function whoIsNext(state: FloorState): readonly Next[] {
  const motion = state.item?.motion
  if (!motion || !state.rules) return []
  const { floor } = state.rules
  const past = [...motion.speeches, ...(motion.speaking ? [motion.speaking] : [])]
  let lastSide = past.findLast(({ stance }) => isSide(stance))?.stance ?? null
  let lastBench = past.length > 0 ? benchOf(state, past.at(-1)!.delegateId) : null
  const order: Next[] = []
  let waiting = motion.waiting
  while (waiting.length > 0) {
    const because: NextReason[] = []
    let best = waiting
    const prefer = (reason: NextReason, wanted: (request: Request) => boolean): void => {
      const kept = best.filter(wanted)
      if (kept.length === 0 || kept.length === best.length) return
      best = kept
      because.push(reason)
    }
    if (floor.unspokenFirst) prefer('unspoken', ({ delegateId }) => !hasSpoken(state, delegateId))
    const least = Math.min(...best.map(({ delegateId }) => spokenMs(state, delegateId)))
    prefer('fewestSeconds', ({ delegateId }) => spokenMs(state, delegateId) === least)
    // Sides take turns while both wait; a question belongs to neither and is not held up by it.
    if (floor.alternateSides && best.some(({ stance }) => isSide(stance) && stance !== lastSide))
      prefer('otherSide', ({ stance }) => stance !== lastSide)
    if (floor.alternateBenches && lastBench !== null) {
      const bench = lastBench
      prefer('otherBench', ({ delegateId }) => benchOf(state, delegateId) !== bench)
    }
    const [first] = best
    if (best.length > 1) because.push('askedFirst')
    order.push({ delegateId: first!.delegateId, stance: first!.stance, because: because.length > 0 ? because : ['onlyOne'] })
    waiting = waiting.filter((request) => request !== first)
    if (isSide(first!.stance)) lastSide = first!.stance
    lastBench = benchOf(state, first!.delegateId)
  }
  return order
}

const isSide = (stance: Request['stance']): boolean => stance === 'for' || stance === 'against'
