import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePairs } from './compare-pairs.ts'
import { countSchulze } from './count-schulze.ts'
import { countPlurality } from './count-scores.ts'
import type { Election } from './election.ts'
import { elections, runs } from './elections.testing.ts'
import { published, publishedTest } from './published.testing.ts'
import { readBlt } from './read-blt.ts'
import { readElection } from './read-election.ts'

const named = (election: Election, name: string): number => election.candidates.findIndex((one) => one.name === name)
const debian = (year: number): Election => readElection('tally.txt', published('debian_dpl', `leader${year}_tally.txt`))

for (const [year, leader, votes] of [
  [2006, 'Anthony Towns', 421],
  [2007, 'Sam Hocevar', 482],
  [2020, 'Jonathan Carter', 339],
] as const)
  publishedTest(
    `Debian ${year}: ${leader} is elected by ${votes} votes, by winning votes and by margins, with quorum and default option`,
    () => {
      const election = debian(year)
      const candidate = election.candidates.findIndex(({ name }) => /^none of the above$/i.test(name))
      // Three times half the root of the number of developers, who were about a thousand in those years.
      const defaultOption = { candidate, quorum: 1.5 * Math.sqrt(1000) }
      for (const strength of ['winning', 'margins'] as const) {
        const count = countSchulze(election, { strength, defaultOption })
        expect(count.elected).toEqual([named(election, leader)])
        expect(count.papers.valid + count.papers.rejected).toBe(votes)
      }
    },
  )

publishedTest('Debian 2006 turns to Steve McIntyre where a blank is read as no opinion', () => {
  const election = debian(2006)
  expect(countSchulze(election, { unranked: 'no-opinion', strength: 'margins' }).elected).toEqual([named(election, 'Steve McIntyre')])
})

publishedTest('Burlington 2009: Schulze elects Montroll, who beats everybody, where plurality elects Wright', () => {
  const election = readElection('burlington.csv', published('burlington_2009', 'burlington_2009_aggregated.csv'))
  const [kiss, montroll, wright] = ['Bob Kiss', 'Andy Montroll', 'Kurt Wright'].map((name) => named(election, name)) as [
    number,
    number,
    number,
  ]
  const count = countSchulze(election)
  expect(count.elected).toEqual([montroll])
  expect(count.condorcetWinner).toBe(montroll)
  expect(count.papers.valid + count.papers.rejected).toBe(8980)
  expect([count.preferred[montroll]![kiss], count.preferred[kiss]![montroll]]).toEqual([4064, 3476])
  expect([count.preferred[montroll]![wright], count.preferred[wright]![montroll]]).toEqual([4597, 3664])
  const plurality = countPlurality(election)
  expect([plurality.elected, plurality.votes[wright]]).toEqual([[wright], 2951])
})

test('the example of Schulze’s paper with 45 voters: the order is E, A, C, B, D', () => {
  // M. Schulze 2011, example 1: A to E are 1 to 5.
  const election = readBlt(
    '5 1 5 1 3 2 5 4 0 5 1 4 5 3 2 0 8 2 5 4 1 3 0 3 3 1 2 5 4 0 7 3 1 5 2 4 0 2 3 2 1 4 5 0 7 4 3 5 2 1 0 8 5 2 1 4 3 0 0 "A" "B" "C" "D" "E" "45"',
  )
  const { order, elected, condorcetWinner } = countSchulze(election)
  expect(order).toEqual([[4], [0], [2], [1], [3]])
  expect(elected).toEqual([4])
  expect(condorcetWinner).toBeNull()
})

test('an option without the quorum, or without its majority over the default, is dropped; behind the default nobody is elected', () => {
  const election = readBlt('3 2 4 1 3 2 0 3 2 3 1 0 2 3 0 0 "A" "B" "None of the above" "default"')
  const bare = countSchulze(election, { defaultOption: { candidate: 2 } })
  expect(bare.dropped).toEqual([
    { candidate: 0, because: 'majority', votes: 4, against: 5 },
    { candidate: 1, because: 'majority', votes: 3, against: 6 },
  ])
  expect(bare).toMatchObject({ elected: [], vacancies: 2 })
  const willing = readBlt('3 1 6 1 3 2 0 3 2 3 1 0 0 "A" "B" "None of the above" "default"')
  expect(countSchulze(willing, { defaultOption: { candidate: 2, quorum: 7 } }).dropped[0]).toMatchObject({
    candidate: 0,
    because: 'quorum',
  })
  expect(countSchulze(willing, { defaultOption: { candidate: 2, quorum: 6 } }).elected).toEqual([0])
  expect(countSchulze(willing, { defaultOption: { candidate: 2, majority: [2, 1, 1] } }).dropped[0]).toMatchObject({ because: 'majority' })
})

test('strongest paths equal those found by walking every path', () => {
  fc.assert(
    fc.property(elections({ most: 5, equal: true }), fc.constantFrom('winning' as const, 'margins' as const), (election, strength) => {
      const preferred = comparePairs(election)
      const all = [...election.candidates.keys()]
      const strong = (one: number, other: number): readonly [number, number] => {
        const [votes, against] = [preferred[one]![other]!, preferred[other]![one]!]
        if (votes <= against) return [0, 0]
        return strength === 'margins' ? [votes - against, 0] : [votes, -against]
      }
      const less = (one: readonly [number, number], other: readonly [number, number]) => one[0] - other[0] || one[1] - other[1]
      const best = (from: number, to: number, used: readonly number[]): readonly [number, number] =>
        all
          .filter((next) => !used.includes(next))
          .map((next) => {
            const step = strong(from, next)
            if (next === to || step[0] === 0) return next === to ? step : ([0, 0] as const)
            const rest = best(next, to, [...used, next])
            return less(step, rest) < 0 ? step : rest
          })
          .reduce((one, other) => (less(other, one) > 0 ? other : one), [0, 0] as const)
      const { beats } = countSchulze(election, { strength })
      for (const one of all)
        for (const other of all)
          if (one !== other) expect(beats[one]![other]).toBe(less(best(one, other, [one]), best(other, one, [other])) > 0)
    }),
    runs(120),
  )
})

test('whoever beats everybody is elected, and nobody beats a winner', () => {
  fc.assert(
    fc.property(elections({ equal: true }), (election) => {
      const { condorcetWinner, elected, beats } = countSchulze(election, { seats: 1 })
      if (condorcetWinner !== null) expect(elected).toEqual([condorcetWinner])
      expect(beats.some((row) => row[elected[0]!])).toBe(false)
    }),
    runs(300),
  )
})
