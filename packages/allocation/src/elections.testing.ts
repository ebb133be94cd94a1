import fc from 'fast-check'
import type { Ballot, Election } from './election.ts'

interface Bounds {
  readonly voters: number
  readonly projects: number
  readonly points?: boolean
}

/** Small elections with round numbers, so that ties are frequent. */
export function elections({ voters, projects, points = false }: Bounds): fc.Arbitrary<Election> {
  return fc.integer({ min: 1, max: projects }).chain((count) => {
    const places = Array.from({ length: count }, (_, place) => place)
    const choices = fc.shuffledSubarray(places)
    const ballot: fc.Arbitrary<Ballot> = points
      ? choices.chain((chosen) =>
          fc
            .array(fc.integer({ min: 0, max: 4 }), { minLength: chosen.length, maxLength: chosen.length })
            .map((given) => ({ choices: chosen, points: given })),
        )
      : choices.map((chosen) => ({ choices: chosen }))
    return fc.record({
      budget: fc.integer({ min: 1, max: 60 }),
      projects: fc
        .array(fc.integer({ min: 1, max: 20 }), { minLength: count, maxLength: count })
        .map((costs) => costs.map((cost, place) => ({ id: `p${place}`, cost }))),
      ballots: fc.array(ballot, { minLength: 1, maxLength: voters }),
    })
  })
}

/** Elections as in the law books: approvals as strings, `"ab"` for a ballot for a and b; one project per letter of `costs`. */
export function approvals(budget: number, costs: Readonly<Record<string, number>>, ballots: readonly string[]): Election {
  const ids = Object.keys(costs)
  return {
    budget,
    projects: ids.map((id) => ({ id, cost: costs[id]! })),
    ballots: ballots.map((letters) => ({ choices: [...letters].map((letter) => ids.indexOf(letter)) })),
  }
}

export const seeded = (numRuns: number) => ({ seed: 20261123, numRuns })
