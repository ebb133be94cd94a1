import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { fewestTogether } from './coarsen-lanes.ts'

interface Lane {
  readonly drawn: number
  readonly answered: number
}
export interface Outcome {
  readonly answered: Shown
  readonly not: Shown
}

/**
 * What came back from each lane, where everybody knows how many of its doors were drawn (the draw is public), so that a lane's two parts always add up to
 * a known number. A lane is shown where both parts are `k` or more. The lanes that are not shown add up to what the total leaves; as long as that tells of
 * one of them that a part is below `k`, the smallest lane that is shown is hidden with them, and at last the total.
 */
export function showLanes(lanes: readonly Lane[], k = fewestTogether): { readonly lanes: readonly Outcome[]; readonly total: Outcome } {
  const both = ({ drawn, answered }: Lane): boolean => answered >= k && drawn - answered >= k
  const byLeast = lanes
    .map((lane, at) => ({ at, least: Math.min(lane.answered, lane.drawn - lane.answered) }))
    .filter(({ at }) => both(lanes[at]!))
    .toSorted((one, other) => one.least - other.least || one.at - other.at)
  const whole = { drawn: sum(lanes.map(({ drawn }) => drawn)), answered: sum(lanes.map(({ answered }) => answered)) }
  const shown = new Set(byLeast.map(({ at }) => at))
  for (const { at } of [...byLeast, { at: -1 }]) {
    if (
      keepsSecret(
        lanes.filter((_, place) => !shown.has(place)),
        k,
      )
    )
      break
    if (at >= 0) shown.delete(at)
  }
  const told =
    both(whole) &&
    keepsSecret(
      lanes.filter((_, place) => !shown.has(place)),
      k,
    )
  return {
    lanes: lanes.map((lane, at) => (shown.has(at) ? partsOf(lane) : hidden)),
    total: told ? partsOf(whole) : hidden,
  }
}

/** Whether each hidden part may, for all that is known, be `k` or more, or anything at all where the whole lane is smaller than that. */
function keepsSecret(hiddenLanes: readonly Lane[], k: number): boolean {
  const answered = sum(hiddenLanes.map((lane) => lane.answered))
  const drawn = sum(hiddenLanes.map((lane) => lane.drawn))
  return hiddenLanes.every((lane) => {
    const least = Math.max(0, answered - (drawn - lane.drawn))
    const most = Math.min(lane.drawn, answered)
    const enough = Math.min(k, lane.drawn)
    return most >= enough && lane.drawn - least >= enough
  })
}

const partsOf = ({ drawn, answered }: Lane): Outcome => ({
  answered: { kind: 'shown', count: answered },
  not: { kind: 'shown', count: drawn - answered },
})
const hidden: Outcome = { answered: { kind: 'few' }, not: { kind: 'few' } }
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
