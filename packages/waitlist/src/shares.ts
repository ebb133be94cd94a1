import { isHolding, type WaitingList } from './list.ts'

/** How many of a group have a place or an offer, and how many wait. */
export interface Share {
  readonly group: string
  readonly places: number
  readonly waiting: number
}

/**
 * Who got in, by whatever group people state, for whoever looks after a mixed class. It only counts: no group ever changes the order of a list,
 * which is why entries carry none. Small counts are for the caller to hide.
 */
export function sharesOf(list: WaitingList, groups: readonly string[], groupOf: (who: string) => string): readonly Share[] {
  return groups.map((group) => {
    const own = list.entries.filter(({ who }) => groupOf(who) === group)
    return { group, places: own.filter(isHolding).length, waiting: own.filter(({ state }) => state === 'waiting').length }
  })
}
