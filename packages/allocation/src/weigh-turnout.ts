/**
 * Weights under which every declared group controls the share of the money that its residents are of all residents, whatever its turnout.
 * Within a group all voters weigh the same. An option a council may choose by charter; the usual rule gives every voter the same.
 * @param groups by voter the declared group
 * @param residents by group how many people there are, a whole number above 0 for every group that votes
 * @returns by voter the weight, to be passed as `weights`; only the ratios count. Whole numbers, so that shares are exact, unless they
 *   would become too large
 * @throws RangeError for a group without residents
 */
export function weighTurnout(groups: readonly string[], residents: ReadonlyMap<string, number>): number[] {
  const voters = new Map<string, number>()
  for (const group of groups) voters.set(group, (voters.get(group) ?? 0) + 1)
  for (const group of voters.keys()) {
    const people = residents.get(group)
    if (people === undefined || !Number.isInteger(people) || people < 1)
      throw new RangeError(`how many residents are in group "${group}"? ${people ?? 'nobody says'}`)
  }
  // Over a common multiple of the turnouts the weights are whole.
  let multiple = 1
  for (const count of voters.values()) multiple *= count / commonDivisor(multiple, count)
  const weights = new Map([...voters].map(([group, count]) => [group, residents.get(group)! * (multiple / count)] as const))
  const divisor = [...weights.values()].reduce(commonDivisor, 0)
  return groups.map((group) => weights.get(group)! / divisor)
}

function commonDivisor(one: number, other: number): number {
  while (other > 0) [one, other] = [other, one % other]
  return one
}
