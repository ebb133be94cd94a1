import type { Panel } from './panel-rows.ts'
import { shuffled, type Random } from './random.ts'
import type { Problem } from './sort-into-types.ts'

/**
 * Puts people into panels of types: everybody of a type in turn, each turn in a new random order, never two of a household
 * in a panel.
 * Where nobody shares a household everybody of a type sits equally often, give or take one panel.
 * @param counts how many panels there are of each kind
 * @returns for every panel the indices of its people, those chosen before the draw among them, in the order of the pool
 */
export function seatPeople(problem: Problem, panels: readonly Panel[], counts: readonly number[], random: Random): number[][] {
  const { pool, types, chosen } = problem
  // Per type the people still to sit in this turn, in random order; when they run out the next turn begins.
  const turns = types.map((): number[] => [])
  // Mixed order of panels, so that a number drawn near another is no kin of it.
  const order = shuffled(
    panels.flatMap((_, index) => Array.from({ length: counts[index]! }, () => index)),
    random,
  )
  return order.map((index) => {
    const panel = panels[index]!
    const seated = new Set(chosen)
    const homes = new Set<string>()
    const canSit = (person: number): boolean => {
      const { household } = pool.people[person]!
      return !seated.has(person) && (household === undefined || !homes.has(household))
    }
    for (const type of shuffled(
      [...types.keys()].filter((one) => panel[one]! > 0),
      random,
    )) {
      for (let missing = panel[type]!; missing > 0; missing--) {
        let place = turns[type]!.findLastIndex(canSit)
        if (place < 0) {
          turns[type] = [...shuffled(types[type]!.people, random), ...turns[type]!]
          place = turns[type]!.findLastIndex(canSit)
        }
        if (place < 0) throw new Error(`type ${type} has too few people for a panel that was counted through`)
        const [person] = turns[type]!.splice(place, 1) as [number]
        seated.add(person)
        const { household } = pool.people[person]!
        if (household !== undefined) homes.add(household)
      }
    }
    return [...seated].sort((one, other) => one - other)
  })
}
