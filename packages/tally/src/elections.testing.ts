import fc from 'fast-check'
import type { Ballot, Election } from './election.ts'

/** Seeded runs, so that a failure can be had again. */
export const runs = (numRuns: number) => ({ seed: 20261123, numRuns })

const names = ['An', 'Bo', 'Cai', 'Du', 'E', 'Fang', 'Gao', 'He']

/** Small elections with many ties; `equal` lets papers rank candidates equal. */
export function elections({ most = 6, papers = 30, equal = false } = {}): fc.Arbitrary<Election> {
  return fc.integer({ min: 2, max: most }).chain((many) => {
    const numbers = Array.from({ length: many }, (_, index) => index)
    const strict = fc.shuffledSubarray(numbers).map((chosen) => chosen.map((candidate) => [candidate]))
    const preferences = equal ? fc.array(fc.integer({ min: 0, max: many }), { minLength: many, maxLength: many }).map(groupsOf) : strict
    const ballot: fc.Arbitrary<Ballot> = fc.record({ papers: fc.integer({ min: 1, max: 5 }), preferences })
    return fc.record({
      title: fc.constant('made up'),
      seats: fc.integer({ min: 1, max: many }),
      candidates: fc.constant(numbers.map((index) => ({ name: names[index]! }))),
      ballots: fc.array(ballot, { minLength: 1, maxLength: papers }),
    })
  })
}

/** Ranks per candidate, 0 for a blank, into groups. */
function groupsOf(ranks: readonly number[]): number[][] {
  const used = [...new Set(ranks)].filter((rank) => rank > 0).toSorted((one, other) => one - other)
  return used.map((rank) => ranks.flatMap((given, candidate) => (given === rank ? [candidate] : [])))
}

/** The same election with two benches, and places for each that leave nothing contradictory. */
export const withBenches = (election: fc.Arbitrary<Election>) =>
  fc
    .tuple(election, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(), fc.nat(), fc.nat(), fc.nat())
    .map(([plain, sides, ...picks]) => {
      const candidates = plain.candidates.map((candidate, index) => ({ ...candidate, bench: sides[index] ? 'newcomers' : 'locals' }))
      const least = picks[0]! % (plain.seats + 1)
      const other = picks[1]! % (plain.seats - least + 1)
      const benches = {
        newcomers: { least, most: least + (picks[2]! % (plain.seats - least + 1)) },
        locals: { least: other, most: other + (picks[3]! % (plain.seats - other + 1)) },
      }
      return { election: { ...plain, candidates }, benches }
    })

/** The same election with candidates printed in another order: `order[new] = old`. */
export function reordered(election: Election, order: readonly number[]): Election {
  return {
    ...election,
    candidates: order.map((old) => election.candidates[old]!),
    ballots: election.ballots.map(({ papers, preferences }) => ({
      papers,
      preferences: preferences.map((group) => group.map((old) => order.indexOf(old))),
    })),
  }
}

export const namesOf = (election: Election, candidates: readonly number[]): readonly string[] =>
  candidates.map((candidate) => election.candidates[candidate]!.name).toSorted()
