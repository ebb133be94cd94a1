import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyArrangement } from './arrangements.testing.ts'
import { type Gathering, toIncidence } from './gatherings.ts'
import { seededRandom } from './random.ts'
import { roomFor, tradeTimes } from './trade.ts'

const seed = 20261123
const nobody = { compared: ['one', 'two'] as const, of: new Map<string, string>() }

test(`no trade changes the size of a gathering or how often somebody was at one (seed ${seed})`, () => {
  const gatherings = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 12 }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(gatherings, fc.string(), fc.integer({ min: 0, max: 60 }), (lists, text, times) => {
      const incidence = toIncidence(
        lists.map((people, index) => ({ id: String(index), kind: '', people: people.map(String) })),
        nobody,
      )
      const members = Int32Array.from(incidence.members)
      tradeTimes(members, incidence, times, seededRandom(text), roomFor(incidence))
      for (let row = 0; row < incidence.rows; row++) {
        const there = members.slice(incidence.start[row], incidence.start[row + 1])
        expect(new Set(there).size).toBe(there.length) // nobody twice
      }
      expect(timesOf(members)).toEqual(timesOf(incidence.members))
    }),
    { seed, numRuns: 300 },
  )
})

test.each([
  [
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ],
  ],
  [
    [
      ['a', 'b', 'c'],
      ['a', 'd'],
      ['b', 'd'],
    ],
  ],
  [
    [
      ['a', 'b'],
      ['c', 'd'],
      ['a', 'c'],
      ['e', 'b'],
    ],
  ],
])('every arrangement is reached, all equally often (%j)', (lists) => {
  const gatherings: Gathering[] = lists.map((people, index) => ({ id: String(index), kind: '', people }))
  const all = everyArrangement(gatherings)
  expect(all.length).toBeGreaterThan(4)
  const incidence = toIncidence(gatherings, nobody)
  const letters = [...new Set(lists.flat())].toSorted()
  const random = seededRandom('equally often')
  const room = roomFor(incidence)
  const members = Int32Array.from(incidence.members)
  const seen = new Map(all.map((arrangement) => [arrangement, 0]))
  const draws = 400 * all.length
  for (let draw = 0; draw < draws; draw++) {
    tradeTimes(members, incidence, 20, random, room)
    const rows = Array.from({ length: incidence.rows }, (_, row) =>
      Array.from(members.slice(incidence.start[row], incidence.start[row + 1]), (person) => letters[person]!)
        .toSorted()
        .join(''),
    )
    const arrangement = rows.join(' ')
    expect(seen.has(arrangement)).toBe(true)
    seen.set(arrangement, seen.get(arrangement)! + 1)
  }
  const square = [...seen.values()].reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0)
  const freedom = all.length - 1
  // The chi-square of the counts lies within five standard deviations of its mean; its variance is twice its degrees of freedom.
  expect(square).toBeLessThan(freedom + 5 * Math.sqrt(2 * freedom))
})

function timesOf(members: Int32Array): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (const person of members.toSorted()) times.set(person, (times.get(person) ?? 0) + 1)
  return times
}
