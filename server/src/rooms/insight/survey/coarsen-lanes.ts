/** Surveys are shown from ten on (D7); so many share what a response says about where it comes from. */
export const fewestTogether = 10

interface Placed {
  readonly laneId: string | null
  readonly group: 'newcomer' | 'local' | 'unstated'
}

/**
 * Takes the lane away from responses that it would point out. A door is known to have answered, a response says its group: where two people of a lane
 * answered, the two responses of that lane were theirs. So the lane stays only where at least `k` of one group answered in it, and those without a lane are
 * at least `k` as well (else the smallest cell that kept its lane gives it up too): whoever knows which doors answered finds for each of them `k` responses
 * or more that may be its own. With fewer than `k` responses in all, none has a lane.
 */
export function coarsenLanes<Response extends Placed>(responses: readonly Response[], k = fewestTogether): Response[] {
  const cellOf = ({ laneId, group }: Placed) => `${laneId} ${group}`
  const sizes = new Map<string, number>()
  for (const response of responses) if (response.laneId !== null) sizes.set(cellOf(response), (sizes.get(cellOf(response)) ?? 0) + 1)
  const kept = [...sizes].filter(([, size]) => size >= k).toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
  let without = responses.length - kept.reduce((all, [, size]) => all + size, 0)
  while (without > 0 && without < k && kept.length > 0) without += kept.pop()![1]
  const stays = new Set(kept.map(([cell]) => cell))
  return responses.map((response) => (stays.has(cellOf(response)) ? response : { ...response, laneId: null }))
}
