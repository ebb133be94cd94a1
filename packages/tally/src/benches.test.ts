import { expect, test } from 'vitest'
import { openPlaces } from './bench-places.ts'
import { tieBreaker } from './break-tie.ts'
import { countMeek } from './count-meek.ts'
import { countScottish } from './count-scottish.ts'
import { countApproval } from './count-scores.ts'
import { readBlt } from './read-blt.ts'

const plain = readBlt('5 2 40 1 2 3 0 35 2 1 3 0 20 3 4 0 4 4 5 0 3 5 4 0 0 "An" "Bo" "Cai" "Du" "E" "two benches"')
const election = {
  ...plain,
  candidates: plain.candidates.map((candidate, index) => ({ ...candidate, bench: index < 3 ? 'locals' : 'newcomers' })),
}
const oneEach = { locals: { least: 1, most: 1 }, newcomers: { least: 1, most: 1 } }

test.each([
  ['scottish', countScottish],
  ['meek', countMeek],
] as const)('%s: without benches two locals are elected, with one place each one of each', (_, count) => {
  expect(count(election).elected).toEqual([0, 1])
  const { elected, rounds } = count(election, { benches: oneEach })
  expect(elected).toEqual([0, 3])
  expect(rounds.flatMap(({ candidates, reason }) => (reason === 'bench-full' ? candidates : [])).toSorted()).toEqual([1, 2])
})

test('the last candidates a bench needs are not excluded, however few their votes', () => {
  const few = readBlt('3 2 50 1 0 45 2 0 1 3 0 0 "An" "Bo" "Cai" "needed"')
  const benched = {
    ...few,
    candidates: few.candidates.map((candidate, index) => ({ ...candidate, bench: index < 2 ? 'locals' : 'newcomers' })),
  }
  for (const count of [countScottish, countMeek]) expect(count(benched, { benches: oneEach }).elected.toSorted()).toEqual([0, 2])
})

test('a bench with too few candidates leaves its places empty', () => {
  const count = countApproval({ ...election, seats: 4 }, { benches: { locals: { least: 1, most: 1 }, newcomers: { least: 3, most: 3 } } })
  expect(count).toMatchObject({ elected: [2, 3, 4], vacancies: 1 })
})

test('conditions that contradict each other are refused', () => {
  const refused = (benches: Parameters<typeof openPlaces>[2]) => () => openPlaces(election, 2, benches)
  expect(refused({ locals: { least: 2, most: 2 }, newcomers: { least: 1, most: 1 } })).toThrow(
    'the benches ask for 3 places, but there are 2',
  )
  expect(refused({ locals: { least: 2, most: 1 }, newcomers: { least: 0, most: 1 } })).toThrow('at least 2 and at most 1 cannot be')
  expect(refused({ locals: { least: 1, most: 1 } })).toThrow('Du stands for the bench newcomers, which has no places')
})

test('ties: backwards and forwards look at other rounds, then comes the order or the lot', () => {
  const history = [
    [5, 3, 4, 1, 0],
    [4, 6, 6, 1, 0],
    [6, 6, 6, 1, 0],
  ]
  const backwards = tieBreaker(election, { history: 'backwards' })
  expect(backwards([0, 1, 2], 'exclusion', history)).toMatchObject({ chosen: 0, by: { kind: 'round', round: 1 } })
  // At round 1 two share the most; of these two round 0 decides.
  expect(backwards([0, 1, 2], 'surplus', history)).toMatchObject({ chosen: 2, by: { kind: 'round', round: 0 } })
  const forwards = tieBreaker(election, { history: 'forwards' })
  expect(forwards([0, 1, 2], 'exclusion', history)).toMatchObject({ chosen: 1, by: { kind: 'round', round: 0 } })
  const order = tieBreaker(election, { last: { kind: 'order', order: [4, 3, 2, 1, 0] } })
  expect(order([0, 1, 2], 'election', history)).toMatchObject({ chosen: 2, by: { kind: 'order' } })
  expect(() => tieBreaker(election, { last: { kind: 'order', order: [0, 0, 1, 2, 3] } })).toThrow(RangeError)
})

test('a lot is what sha256sum says: the least of seed, draw and name', () => {
  const draw = tieBreaker(election, { last: { kind: 'lot', seed: 'S Street 4 1 6' } })
  expect(draw([0, 1, 2], 'exclusion').by).toEqual({ kind: 'lot', draw: 1 })
  expect(draw([0, 1, 2], 'exclusion').by).toEqual({ kind: 'lot', draw: 2 })
  // Over many seeds each of three is drawn about a third of the time.
  const times = [0, 0, 0]
  for (let seed = 0; seed < 3000; seed++)
    times[tieBreaker(election, { last: { kind: 'lot', seed: String(seed) } })([0, 1, 2], 'exclusion').chosen]!++
  for (const time of times) expect(Math.abs(time - 1000)).toBeLessThan(120)
})
