// Laws that hold for every rule and every election: seeded random cases, small enough that ties are common.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countMeek } from './count-meek.ts'
import { countSchulze } from './count-schulze.ts'
import { countScottish } from './count-scottish.ts'
import { countApproval, countPlurality, type ScoreOptions } from './count-scores.ts'
import type { Election } from './election.ts'
import { elections, namesOf, reordered, runs, withBenches } from './elections.testing.ts'
import { naiveMeek, naiveScottish } from './naive-stv.testing.ts'
import { readBlt } from './read-blt.ts'
import { writeBlt } from './write-election.ts'

const rules = { scottish: countScottish, meek: countMeek, schulze: countSchulze, approval: countApproval, plurality: countPlurality }
type Rule = (election: Election, options?: ScoreOptions) => { readonly elected: readonly number[]; readonly vacancies: number }
const lot = { last: { kind: 'lot', seed: 'dice of 3 March: 4 1 6' } } as const

describe.each(Object.entries(rules) as [string, Rule][])('%s', (_, count) => {
  test('is neutral: printing the candidates in another order elects the same people', () => {
    const printed = elections({ equal: true }).chain((election) =>
      fc.tuple(
        fc.constant(election),
        fc.shuffledSubarray([...election.candidates.keys()], {
          minLength: election.candidates.length,
          maxLength: election.candidates.length,
        }),
      ),
    )
    fc.assert(
      fc.property(printed, ([election, order]) => {
        const other = reordered(election, order)
        expect(namesOf(other, count(other, { ties: lot }).elected)).toEqual(namesOf(election, count(election, { ties: lot }).elected))
      }),
      runs(150),
    )
  })

  test('is anonymous: the order of the papers and how they are bundled do not matter', () => {
    fc.assert(
      fc.property(elections({ equal: true }), fc.infiniteStream(fc.nat(99)), (election, keys) => {
        const single = election.ballots.flatMap((ballot) => Array.from({ length: ballot.papers }, () => ({ ...ballot, papers: 1 })))
        const shuffled = single.map((ballot) => [keys.next().value, ballot] as const).toSorted(([one], [other]) => one - other)
        const ballots = shuffled.map(([, ballot]) => ballot)
        expect(count({ ...election, ballots }, { ties: lot })).toEqual(count(election, { ties: lot }))
      }),
      runs(150),
    )
  })

  test('a recount from the written file is the same to the last figure', () => {
    fc.assert(
      fc.property(elections({ equal: true }), (election) => {
        expect(count(readBlt(writeBlt(election)), { ties: lot })).toEqual(count(election, { ties: lot }))
      }),
      runs(100),
    )
  })

  test('elects as many as there are seats, nobody twice, and each bench within its places', () => {
    fc.assert(
      fc.property(withBenches(elections()), ({ election, benches }) => {
        const { elected, vacancies } = count(election, { benches })
        expect(new Set(elected).size).toBe(elected.length)
        expect(elected.length + vacancies).toBe(election.seats)
        for (const [bench, { least, most }] of Object.entries(benches)) {
          const standing = election.candidates.filter((candidate) => candidate.bench === bench).length
          const seated = elected.filter((one) => election.candidates[one]!.bench === bench).length
          expect(seated).toBeGreaterThanOrEqual(Math.min(least, standing))
          expect(seated).toBeLessThanOrEqual(most)
        }
      }),
      runs(200),
    )
  })

  test('a fixed number per bench is met, so one more first preference for a bench never costs it a seat', () => {
    fc.assert(
      fc.property(withBenches(elections()), fc.nat(), ({ election, benches }, pick) => {
        const fixed = {
          newcomers: { least: benches.newcomers.least, most: benches.newcomers.least },
          locals: { least: election.seats - benches.newcomers.least, most: election.seats - benches.newcomers.least },
        }
        const first = pick % election.candidates.length
        const more = { ...election, ballots: [...election.ballots, { papers: 1, preferences: [[first]] }] }
        const seats = (of: Election) =>
          count(of, { benches: fixed }).elected.filter((one) => of.candidates[one]!.bench === 'newcomers').length
        expect(seats(more)).toBe(seats(election))
      }),
      runs(100),
    )
  })
})

describe.each([
  ['approval', countApproval],
  ['plurality', countPlurality],
] as const)('%s', (_, count) => {
  test('one more first preference never elects fewer of that bench, whatever its places', () => {
    fc.assert(
      fc.property(withBenches(elections()), fc.nat(), ({ election, benches }, pick) => {
        const first = pick % election.candidates.length
        const { bench } = election.candidates[first]!
        const more = { ...election, ballots: [...election.ballots, { papers: 1, preferences: [[first]] }] }
        const seats = (of: Election) => count(of, { benches }).elected.filter((one) => of.candidates[one]!.bench === bench).length
        expect(seats(more)).toBeGreaterThanOrEqual(seats(election))
      }),
      runs(300),
    )
  })

  test('elects, of all sets the benches allow, one with the most votes', () => {
    fc.assert(
      fc.property(withBenches(elections({ most: 5 })), ({ election, benches }) => {
        const { votes, elected } = count(election, { benches })
        const weight = (these: readonly number[]) => these.reduce((sum, one) => sum + votes[one]!, 0)
        const sets = subsets(election.candidates.length).filter(
          (these) => allowed(election, benches, these) && these.length === elected.length,
        )
        expect(weight(elected)).toBe(Math.max(...sets.map(weight)))
      }),
      runs(200),
    )
  })
})

test('the Scottish count equals the law read paper by paper', () => {
  fc.assert(
    fc.property(elections({ most: 7 }), (election) => {
      expect(countScottish(election).elected.toSorted((one, other) => one - other)).toEqual(naiveScottish(election))
    }),
    runs(400),
  )
})

test('the Meek count equals the reference rule read paper by paper, votes included', () => {
  fc.assert(
    fc.property(elections({ most: 6, papers: 12 }), (election) => {
      const { elected, end } = countMeek(election)
      const naive = naiveMeek(election)
      expect(elected.toSorted((one, other) => one - other)).toEqual(naive.elected)
      expect(end.votes.map((vote) => BigInt(Math.round(vote * 1e9)))).toEqual(naive.votes)
    }),
    runs(200),
  )
})

test.each([
  ['scottish', countScottish],
  ['meek', countMeek],
] as const)('%s: a group whose voters fill k quotas with nobody ranked before its members gets k seats, or all its members', (_, count) => {
  fc.assert(
    fc.property(elections({ most: 5 }), (election) => {
      const { elected, quota } = count(election)
      for (const group of subsets(election.candidates.length)) {
        const solid = election.ballots.reduce((sum, { papers, preferences }) => {
          const top = preferences.slice(0, group.length).flat()
          return top.length === group.length && top.every((one) => group.includes(one)) ? sum + papers : sum
        }, 0)
        // Five decimals are cut off at every transfer, so a group needs a little more than its quotas.
        const deserved = Math.min(group.length, Math.floor((solid - 0.01) / quota))
        expect(group.filter((one) => elected.includes(one)).length).toBeGreaterThanOrEqual(deserved)
      }
    }),
    runs(300),
  )
})

const subsets = (many: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** many }, (_, mask) => Array.from({ length: many }, (__, index) => index).filter((index) => (mask >> index) & 1))

function allowed(
  election: Election,
  benches: Readonly<Record<string, { least: number; most: number }>>,
  these: readonly number[],
): boolean {
  return Object.entries(benches).every(([bench, { least, most }]) => {
    const standing = election.candidates.filter((candidate) => candidate.bench === bench).length
    const seated = these.filter((one) => election.candidates[one]!.bench === bench).length
    return seated >= Math.min(least, standing) && seated <= most
  })
}
