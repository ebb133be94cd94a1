import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Landscape } from './landscape.ts'
import { mapOpinions } from './map-opinions.ts'
import { publishLandscape, type PublishedLandscape } from './publish-landscape.ts'
import { groupOf, streetVotes } from './s-street.testing.ts'
import { VoteStore } from './vote-store.ts'

const votes = fc.array(fc.tuple(fc.integer({ min: 45, max: 79 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(-1, 0, 1)), {
  maxLength: 200,
})
const kinds = ['agree', 'disagree', 'pass', 'seen'] as const

test('no count between 1 and the least is shown, nor can one be had by subtracting', () => {
  fc.assert(
    fc.property(votes, fc.integer({ min: 2, max: 10 }), (casts, least) => {
      const store = new VoteStore()
      for (const [voter, statement, vote] of casts) store.cast(voter, statement, vote)
      // Some people are in no declared group.
      const declared = { get: (voter: string) => (Number(voter) % 5 === 0 ? undefined : groupOf.get(voter)) }
      const published = publishLandscape(mapOpinions(store, { declared, resamples: 0 }), least)
      const isSafe = (count: number) => count === 0 || count >= least
      for (const { total, declared: groups } of published.statements) {
        if (!total) {
          expect(groups).toBeNull()
          continue
        }
        for (const kind of kinds) {
          expect(isSafe(total[kind])).toBe(true)
          const shown = groups ? Object.values(groups).map((tally) => tally[kind]) : []
          expect(shown.every(isSafe)).toBe(true)
          // Every sum of some groups, and what is left of the total.
          for (let subset = 0; subset < 2 ** shown.length && groups; subset++) {
            const sum = shown.reduce((all, count, at) => all + ((subset >> at) & 1 ? count : 0), 0)
            expect(isSafe(total[kind] - sum)).toBe(true)
          }
        }
      }
      if (published.groups) for (const { size } of published.groups) expect(size).toBeGreaterThanOrEqual(least)
    }),
    { seed: 20261123, numRuns: 150 },
  )
})

test('no voter is in what is published', () => {
  const store = new VoteStore()
  for (const { voter, statement, vote } of streetVotes()) store.cast(`voter-${voter}`, statement, vote)
  const published = publishLandscape(mapOpinions(store), 5)
  expect(JSON.stringify(published)).not.toContain('voter-')
  expect(published.people).toBe(80)
  expect(published.commonGround.length).toBeGreaterThan(0)
})

test('the two kinds of map cannot be mixed up', () => {
  const published = publishLandscape(mapOpinions(new VoteStore()), 5)
  // @ts-expect-error: a published map is no landscape, and the other way round
  const landscape: Landscape = published
  // @ts-expect-error
  const other: PublishedLandscape = mapOpinions(new VoteStore())
  expect([landscape.kind, other.kind]).toEqual(['published', 'landscape'])
  expect(() => publishLandscape(mapOpinions(new VoteStore()), 1)).toThrow(RangeError)
})
