/** What is compared of a concern. */
export interface Comparable {
  readonly id: string
  readonly topic: string
  readonly communityId: string | null
  readonly laneId: string | null
  readonly words: string
}

/** From here on two concerns are worth a look by whoever merges: the same topic and lane and a few words, or many words of the same community. */
export const alikeFrom = 0.55

/**
 * How alike two concerns are, from 0 to 1: half of it the words, by the character pairs they share (Dice), half the topic and the place. It
 * only suggests; a person reads both and decides.
 */
export function likeness(one: Comparable, other: Comparable): number {
  const topic = one.topic === other.topic ? 1 : 0
  return 0.5 * sharedPairs(one.words, other.words) + 0.25 * topic + 0.25 * nearness(one, other)
}

/** The same lane, the same community, somewhere else; unsaid is halfway. */
function nearness(one: Comparable, other: Comparable): number {
  if (one.laneId !== null && one.laneId === other.laneId) return 1
  if (one.communityId === null || other.communityId === null) return 0.5
  return one.communityId === other.communityId ? 0.75 : 0
}

/** Dice's coefficient of the sets of character pairs; punctuation and spaces say nothing. */
export function sharedPairs(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)]
  if (first.size === 0 || second.size === 0) return 0
  return (2 * [...first].filter((pair) => second.has(pair)).length) / (first.size + second.size)
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text.normalize('NFKC').toLowerCase()].filter((sign) => /[\p{Letter}\p{Number}]/u.test(sign))
  return new Set(signs.slice(1).map((sign, index) => signs[index]! + sign))
}

export interface AlikeGroup {
  readonly ids: readonly string[]
  /** The weakest likeness to the one it gathers around. */
  readonly likeness: number
}

/**
 * Groups to look at: around each concern those of the same topic whose words share something with it, the closest group first; nobody is in
 * two groups.
 */
export function alikeGroups(concerns: readonly Comparable[]): AlikeGroup[] {
  const near = concerns.map((one) =>
    concerns
      .filter((other) => other.id !== one.id && other.topic === one.topic && sharedPairs(one.words, other.words) > 0.1)
      .map((other) => ({ id: other.id, likeness: likeness(one, other) }))
      .filter((found) => found.likeness >= alikeFrom),
  )
  const taken = new Set<string>()
  const groups: AlikeGroup[] = []
  const order = concerns.map((_, index) => index).toSorted((one, other) => near[other]!.length - near[one]!.length || one - other)
  for (const index of order) {
    const own = concerns[index]!.id
    const others = near[index]!.filter(({ id }) => !taken.has(id))
    if (taken.has(own) || others.length === 0) continue
    for (const id of [own, ...others.map((other) => other.id)]) taken.add(id)
    groups.push({ ids: [own, ...others.map(({ id }) => id)], likeness: Math.min(...others.map((other) => other.likeness)) })
  }
  return groups.toSorted((one, other) => other.likeness - one.likeness)
}
