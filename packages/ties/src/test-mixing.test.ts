import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWithChance } from './compare-with-chance.ts'
import type { Gathering, Groups } from './gatherings.ts'
import { seededRandom } from './random.ts'
import { testMixing } from './test-mixing.ts'

const seed = 20261123
const compared = ['newcomer', 'local'] as const

/** So many of each group, named n0, n1 … and l0, l1 …. */
function groupsOf(newcomers: number, locals: number): Groups {
  const of = new Map<string, string>()
  for (let n = 0; n < newcomers; n++) of.set(`n${n}`, 'newcomer')
  for (let l = 0; l < locals; l++) of.set(`l${l}`, 'local')
  return { compared, of }
}

/** Gatherings whose people are drawn from everybody alike. */
function mixedAtRandom(text: string, groups: Groups, count: number, size: number): Gathering[] {
  const random = seededRandom(text)
  return Array.from({ length: count }, (_, index) => {
    const left = [...groups.of.keys()]
    const people = Array.from({ length: size }, () => left.splice(random(left.length), 1)[0]!)
    return { id: `g${index}`, kind: index % 2 ? 'class' : 'shift', people }
  })
}

const few = { permutations: 200, leastGatherings: 2, leastPeople: 2 }
function comparedOf(gatherings: readonly Gathering[], groups: Groups, text = 'x', rules: Parameters<typeof testMixing>[3] = few) {
  const ties = testMixing(gatherings, groups, text, rules)
  if (ties.kind !== 'compared') throw new Error('too little')
  return ties
}

describe('what is counted', () => {
  test('mixed gatherings and pairs that met, each pair once, worked out by hand', () => {
    const groups = { compared, of: new Map([...groupsOf(3, 3).of, ['x', 'unstated']]) }
    const gatherings = [
      { id: '1', kind: 'shift', people: ['n0', 'l0', 'l1'] }, // mixed: 1 and 2 of 3; pairs n0-l0, n0-l1
      { id: '2', kind: 'shift', people: ['n0', 'l0'] }, // mixed; no new pair
      { id: '3', kind: 'class', people: ['n1', 'n2'] }, // not mixed
      { id: '4', kind: 'class', people: ['n1', 'n2', 'n0', 'x', 'l2', 'l1'] }, // mixed: 3 and 2 of 6; 5 new pairs (n0-l1 is known)
      { id: '5', kind: 'class', people: ['l2'] }, // alone
    ]
    const ties = comparedOf(gatherings, groups)
    expect(ties).toMatchObject({ gatherings: 4, participations: 13, people: [3, 3, 1], possiblePairs: 9 })
    expect(ties.mixed.observed).toBe(3)
    expect(ties.bridging.observed).toBe(7)
    expect(ties.kinds).toMatchObject([
      { kind: 'class', gatherings: 2, mixed: 1 },
      { kind: 'shift', gatherings: 2, mixed: 2 },
    ])
  })

  test(`pairs are those a list of pairs would hold (seed ${seed})`, () => {
    const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 2, maxLength: 8 }), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(lists, (rows) => {
        const groups = groupsOf(10, 10)
        const name = (number: number): string => (number < 10 ? `n${number}` : `l${number - 10}`)
        const gatherings = rows.map((people, index) => ({ id: String(index), kind: '', people: people.map(name) }))
        const pairs = new Set(
          gatherings.flatMap(({ people }) =>
            people.filter((one) => one[0] === 'n').flatMap((one) => people.filter((two) => two[0] === 'l').map((two) => one + two)),
          ),
        )
        const ties = testMixing(gatherings, groups, 'x', { permutations: 3, leastGatherings: 1, leastPeople: 1 })
        if (ties.kind === 'compared') expect(ties.bridging.observed).toBe(pairs.size)
      }),
      { seed, numRuns: 300 },
    )
  })

  test('against a list of counts: mean, interval, percentile and p', () => {
    const drawn = Float64Array.from({ length: 100 }, (_, index) => index + 1)
    expect(compareWithChance(101, drawn)).toMatchObject({ expected: 50.5, low: 3, high: 98, percentile: 1, p: 2 / 101 })
    expect(compareWithChance(1, drawn)).toMatchObject({ percentile: 0.005, p: 4 / 101 })
    expect(compareWithChance(50, drawn).p).toBe(1)
    expect(compareWithChance(4, Float64Array.from([4, 4, 4]))).toMatchObject({ z: null, percentile: 0.5, p: 1 })
  })
})

describe('the test', () => {
  test('needs ten gatherings and thirty people of each group, and says how many there are', () => {
    const groups = groupsOf(30, 30)
    const gatherings = mixedAtRandom('enough', groups, 12, 30)
    expect(testMixing(gatherings, groups, 'x', { permutations: 20 }).kind).toBe('compared')
    expect(testMixing(gatherings.slice(0, 9), groups, 'x').kind).toBe('tooLittle')
    const without = gatherings.map((one) => ({ ...one, people: one.people.filter((name) => name !== 'n7') }))
    expect(testMixing(without, groups, 'x')).toEqual({ kind: 'tooLittle', gatherings: 12, people: [29, 30, 0] })
    const alone = [...gatherings.slice(0, 9), { id: 'alone', kind: '', people: ['n0'] }]
    expect(testMixing(alone, groups, 'x').kind).toBe('tooLittle')
  })

  test(`gives the same answer in whatever order things come in, and for the same seed (seed ${seed})`, () => {
    const groups = groupsOf(12, 12)
    const gatherings = mixedAtRandom('order', groups, 8, 6)
    const answer = comparedOf(gatherings, groups, 'the same')
    fc.assert(
      fc.property(fc.shuffledSubarray(gatherings, { minLength: 8 }), fc.string(), (shuffled, text) => {
        const random = seededRandom(text)
        const turned = shuffled.map((one) => ({ ...one, people: one.people.toSorted(() => random(3) - 1) }))
        const others = { compared, of: new Map([...groups.of].reverse()) }
        expect(comparedOf(turned, others, 'the same')).toEqual(answer)
      }),
      { seed, numRuns: 25 },
    )
    expect(comparedOf(gatherings, groups, 'another').bridging).not.toEqual(answer.bridging)
  })

  test('two groups that never meet lie at the very bottom', () => {
    const groups = groupsOf(20, 20)
    const gatherings = Array.from({ length: 12 }, (_, index) => ({
      id: String(index),
      kind: '',
      people: Array.from({ length: 8 }, (_unused, place) => `${index % 2 ? 'n' : 'l'}${(index * 3 + place) % 20}`),
    }))
    const { bridging, mixed } = comparedOf(gatherings, groups)
    expect(bridging).toMatchObject({ observed: 0, percentile: 0, p: 2 / 201 })
    expect(mixed).toMatchObject({ observed: 0, percentile: 0 })
    expect(bridging.z!).toBeLessThan(-5)
  })

  test('two groups that are brought together on purpose lie at the top', () => {
    const groups = groupsOf(20, 20)
    const random = seededRandom('on purpose')
    const gatherings = Array.from({ length: 12 }, (_, index) => {
      const first = random(20)
      return {
        id: String(index),
        kind: '',
        people: [0, 1, 2].flatMap((place) => [`n${(first + place * 7) % 20}`, `l${(index * 5 + place * 3) % 20}`]),
      }
    })
    const { bridging, mixed } = comparedOf(gatherings, groups, 'x', { ...few, permutations: 1000 })
    expect(bridging.percentile).toBeGreaterThan(0.975)
    expect(mixed.observed).toBe(12)
  })

  test('where people mix at random the p value is below 0.05 in about one of twenty', () => {
    const groups = groupsOf(20, 20)
    const runs = 200
    let [pairsOut, mixedOut] = [0, 0]
    for (let run = 0; run < runs; run++) {
      const { bridging, mixed } = comparedOf(mixedAtRandom(`run ${run}`, groups, 10, 6), groups, `seed ${run}`, {
        ...few,
        permutations: 99,
      })
      pairsOut += Number(bridging.p <= 0.05)
      mixedOut += Number(mixed.p <= 0.05)
    }
    // 10 are expected of 200; over 22 would come up in less than one of a thousand.
    expect(pairsOut).toBeLessThanOrEqual(22)
    expect(pairsOut).toBeGreaterThan(0)
    expect(mixedOut).toBeLessThanOrEqual(22)
  })

  test('a group that is only larger, or goes to more, is not taken for one that keeps apart', () => {
    const groups = groupsOf(60, 30)
    const gatherings = mixedAtRandom('larger', groups, 24, 10)
    const { bridging } = comparedOf(gatherings, groups, 'x', { ...few, permutations: 400 })
    expect(bridging.observed).toBeGreaterThanOrEqual(bridging.low)
    expect(bridging.observed).toBeLessThanOrEqual(bridging.high)
  })

  test('nonsense is refused', () => {
    const groups = groupsOf(2, 2)
    const one = { id: '1', kind: '', people: ['n0', 'l0'] }
    expect(() => testMixing([one, one], groups, 'x')).toThrow('one id')
    expect(() => testMixing([{ ...one, people: ['n0', 'n0'] }], groups, 'x')).toThrow('twice')
    expect(() => testMixing([one], { ...groups, compared: ['local', 'local'] }, 'x')).toThrow(RangeError)
    for (const rules of [{ permutations: 0 }, { trades: 0.5 }, { mixedPercent: 0 }, { mixedPercent: 51 }, { leastPeople: -1 }])
      expect(() => testMixing([one], groups, 'x', rules)).toThrow(RangeError)
  })
})

test('a street’s quarter: six thousand participations of more than two thousand people', () => {
  const groups = groupsOf(1500, 800)
  const { bridging, ...ties } = comparedOf(mixedAtRandom('street', groups, 400, 15), groups, 'street', { permutations: 100 })
  expect(ties).toMatchObject({ permutations: 100, participations: 6000, gatherings: 400 })
  expect(bridging.percentile).toBeGreaterThan(0)
  expect(bridging.percentile).toBeLessThan(1)
})
