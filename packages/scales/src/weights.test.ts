import fc from 'fast-check'
import { expect, test } from 'vitest'
import { poolCells, type Cell } from './cells.ts'
import { rake } from './rake.ts'
import { trimWeights } from './trim-weights.ts'

const seed = 20261123

test('two by two, 7 9 12 7 raked to rows 5 and 15 and columns 10 and 10 keeps its odds ratio and meets all four totals', () => {
  const counts = [7, 9, 12, 7]
  const cells = counts.flatMap((count, cell) => Array.from({ length: count }, () => cell))
  const raked = rake(cells.length, [
    { labels: cells.map((cell) => (cell < 2 ? 'first' : 'second')), totals: { first: 5, second: 15 } },
    { labels: cells.map((cell) => (cell % 2 === 0 ? 'left' : 'right')), totals: { left: 10, right: 10 } },
  ])
  if (raked.kind !== 'raked') throw new Error(raked.kind)
  const table = counts.map((_, cell) => cells.reduce((sum, of, place) => sum + (of === cell ? raked.weights[place]! : 0), 0))
  expect(table[0]! + table[1]!).toBeCloseTo(5, 8)
  expect(table[0]! + table[2]!).toBeCloseTo(10, 8)
  // What raking leaves alone, by which the solution is the only one (Deming and Stephan 1940): (7 · 7) / (9 · 12).
  expect((table[0]! * table[3]!) / (table[1]! * table[2]!)).toBeCloseTo(49 / 108, 8)
})

test('raking meets the totals of every trait, or says which label nobody has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ lane: fc.constantFrom('a', 'b', 'c'), group: fc.constantFrom('n', 'l') }), { minLength: 20, maxLength: 80 }),
      fc.record({ a: fc.integer({ min: 1, max: 900 }), b: fc.integer({ min: 1, max: 900 }), c: fc.integer({ min: 1, max: 900 }) }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (people, lanes, share) => {
        // Every combination is there, so that weights exist.
        const all = [...people, ...['a', 'b', 'c'].flatMap((lane) => ['n', 'l'].map((group) => ({ lane, group })))]
        const whole = lanes.a + lanes.b + lanes.c
        const raked = rake(all.length, [
          { labels: all.map(({ lane }) => lane), totals: lanes },
          { labels: all.map(({ group }) => group), totals: { n: share, l: 1 - share } },
        ])
        if (raked.kind !== 'raked') throw new Error('not possible')
        const of = (fits: (person: (typeof all)[number]) => boolean) =>
          all.reduce((sum, person, place) => sum + (fits(person) ? raked.weights[place]! : 0), 0)
        expect(of(({ lane }) => lane === 'b')).toBeCloseTo(lanes.b, 5)
        expect(of(({ group }) => group === 'n')).toBeCloseTo(whole * share, 5)
      },
    ),
    { seed, numRuns: 100 },
  )
  expect(rake(2, [{ labels: ['a', 'a'], totals: { a: 1, b: 1 } }])).toEqual({ kind: 'notPossible', label: 'b' })
  expect(rake(1, [{ labels: ['c'], totals: { a: 1 } }])).toMatchObject({ kind: 'notPossible' })
})

const cells: fc.Arbitrary<Cell[]> = fc.array(
  fc.record({
    path: fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('east', 'west'), fc.constant('street')),
    group: fc.constantFrom('newcomer', 'local'),
    respondents: fc.integer({ min: 0, max: 30 }),
    population: fc.integer({ min: 1, max: 2000 }),
  }),
  { minLength: 1, maxLength: 14 },
)

test('weights sum to the people of every group that answered, each cell lies in one pool, and no pool mixes groups', () => {
  fc.assert(
    fc.property(cells, (list) => {
      const pools = poolCells(list, 10)
      expect(pools.flatMap(({ cells: places }) => places).toSorted((one, other) => one - other)).toEqual(list.map((_, place) => place))
      for (const group of ['newcomer', 'local']) {
        const own = pools.filter(({ cells: places }) => list[places[0]!]!.group === group)
        own.forEach(({ cells: places }) => expect(new Set(places.map((place) => list[place]!.group)).size).toBe(1))
        const answered = own.reduce((sum, { respondents }) => sum + respondents, 0)
        const people = list.filter((cell) => cell.group === group).reduce((sum, { population }) => sum + population, 0)
        if (answered >= 1 && own.every(({ respondents }) => respondents > 0))
          expect(own.reduce((sum, { weight, respondents }) => sum + weight! * respondents, 0)).toBeCloseTo(people, 6)
        // A pool is small only where the whole group is.
        if (own.some(({ respondents }) => respondents < 10)) expect(own).toHaveLength(1)
      }
    }),
    { seed, numRuns: 500 },
  )
})

test('a small lane goes with small lanes of its own community first', () => {
  const cell = (lane: string, community: string, respondents: number): Cell => ({
    path: [lane, community, 'street'],
    group: 'local',
    respondents,
    population: 100,
  })
  const pools = poolCells([cell('1', 'east', 6), cell('2', 'east', 5), cell('3', 'east', 20), cell('4', 'west', 12)], 10)
  expect(pools.map(({ cells: places }) => places)).toEqual(expect.arrayContaining([[0, 1], [2], [3]]))
})

test('after trimming nobody counts for more than five times the mean, and every group stands for as many people as before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.double({ min: 0.01, max: 500, noNaN: true }), group: fc.constantFrom('n', 'l') }), {
        minLength: 1,
        maxLength: 60,
      }),
      (people) => {
        const groups = people.map(({ group }) => group)
        const before = people.map(({ weight }) => weight)
        const { weights: after, trimmed } = trimWeights(before, groups)
        const sumOf = (weights: readonly number[], group: string) =>
          weights.reduce((sum, weight, place) => sum + (groups[place] === group ? weight : 0), 0)
        for (const group of new Set(groups)) {
          const total = sumOf(before, group)
          expect(sumOf(after, group) / total).toBeCloseTo(1, 9)
          const mean = total / groups.filter((one) => one === group).length
          after.forEach((weight, place) => groups[place] === group && expect(weight).toBeLessThanOrEqual(5 * mean * (1 + 1e-9)))
        }
        if (trimmed === 0) expect(after).toEqual(before)
      },
    ),
    { seed, numRuns: 300 },
  )
  expect(
    trimWeights(
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 91],
      Array.from({ length: 10 }, () => 'n'),
    ).trimmed,
  ).toBe(1)
})
