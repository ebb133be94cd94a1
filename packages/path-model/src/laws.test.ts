import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analysePaths, type Analysis, type Estimated, type Unit } from './analyse-paths.ts'
import { readModel, type Arrow } from './arrows.ts'
import { diagnose, normalityOf } from './diagnose.ts'
import { judgeUnits } from './enough.ts'
import { leastSquares } from './least-squares.ts'
import { seededNumbers } from './seeded-numbers.ts'

fc.configureGlobal({ seed: 20261123, numRuns: 30 })

const arrow = (from: string, to: string): Arrow => ({ from, to })
/** The study's figure in small: two causes, two in between, one outcome. */
const arrows = [arrow('a', 'm'), arrow('b', 'm'), arrow('a', 's'), arrow('s', 'm'), arrow('m', 'y'), arrow('s', 'y')]
const truth = new Map([
  ['a m', 0.4],
  ['b m', -0.3],
  ['a s', 0.6],
  ['s m', 0.2],
  ['m y', 0.5],
  ['s y', 0],
])

/** Units that were made by the arrows with the coefficients of `truth`, and nothing else. */
function made(seed: string, count: number): Unit[] {
  const random = seededNumbers(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Array.from({ length: count }, () => {
    const a = normal()
    const b = 0.3 * a + normal()
    const s = truth.get('a s')! * a + normal()
    const m = truth.get('a m')! * a + truth.get('b m')! * b + truth.get('s m')! * s + normal()
    return { a, b, s, m, y: truth.get('m y')! * m + normal() }
  })
}

const estimated = (analysis: Analysis): Estimated => {
  if (analysis.kind !== 'estimated') throw new Error(analysis.kind)
  return analysis
}
const ask = (units: readonly Unit[], more: Partial<Parameters<typeof analysePaths>[0]> = {}) =>
  estimated(analysePaths({ arrows, units, seed: 'laws', resamples: 200, ...more }))
const seeds = fc.integer({ min: 1, max: 1_000_000 }).map(String)

test('another scale of a variable changes no standardised coefficient and no fit', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.constantFrom('a', 'b', 's', 'm', 'y'),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.integer({ min: -50, max: 50 }),
      (seed, name, scale, shift) => {
        const units = made(seed, 60)
        const one = ask(units)
        const other = ask(units.map((unit) => ({ ...unit, [name]: unit[name]! * scale + shift })))
        one.coefficients.forEach(({ standardised, t }, at) => {
          expect(other.coefficients[at]!.standardised).toBeCloseTo(standardised, 8)
          expect(other.coefficients[at]!.t).toBeCloseTo(t, 6)
        })
        expect(other.fit!.chiSquare).toBeCloseTo(one.fit!.chiSquare, 6)
        expect(other.separation!.c).toBeCloseTo(one.separation!.c, 6)
      },
    ),
  )
})

test('the order of the units changes nothing, the intervals included', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const units = made(seed, 48)
      const blocks = units.map((_, at) => `community ${at % 12}`)
      const mixed = units.map((unit, at) => ({ unit, block: blocks[at]! })).toSorted((one, other) => one.unit['y']! - other.unit['y']!)
      const one = ask(units, { blocks })
      const other = ask(
        mixed.map(({ unit }) => unit),
        { blocks: mixed.map(({ block }) => block) },
      )
      expect(one.resampling.drawn).toBe('blocks')
      one.coefficients.forEach(({ standardised, standardisedSpread }, at) => {
        const there = other.coefficients[at]!
        expect(there.standardised).toBeCloseTo(standardised, 9)
        expect(there.standardisedSpread.percentile.low).toBeCloseTo(standardisedSpread.percentile.low, 9)
        expect(there.standardisedSpread.bca.high).toBeCloseTo(standardisedSpread.bca.high, 9)
      })
    }),
    { numRuns: 10 },
  )
})

test('what made the data is found again: 95 of 100 intervals hold the coefficient, 90 at the least', () => {
  let held = 0
  let asked = 0
  for (let round = 0; round < 60; round++)
    for (const { from, to, spread } of ask(made(`found again ${round}`, 120), { resamples: 400 }).coefficients) {
      const value = truth.get(`${from} ${to}`)!
      asked += 1
      if (spread.percentile.low <= value && value <= spread.percentile.high) held += 1
    }
  expect(held / asked).toBeGreaterThan(0.9)
  expect(held / asked).toBeLessThan(0.99)
})

test('a model that leaves no arrow out says nothing that could be wrong: chi-square 0', () => {
  const names = ['a', 'b', 's', 'm', 'y']
  const all = names.flatMap((to, at) => (at < 2 ? [] : names.slice(0, at).map((from) => arrow(from, to))))
  fc.assert(
    fc.property(seeds, (seed) => {
      const { fit, separation, effects } = ask(made(seed, 60), { arrows: all })
      expect(fit!.chiSquare).toBeCloseTo(0, 6)
      expect(fit).toMatchObject({ df: 0, p: null, rmsea: null, tli: null })
      expect(fit!.cfi).toBeCloseTo(1, 9)
      expect(separation).toMatchObject({ claims: [], p: null })
      // In such a model a total effect from outside is the coefficient without anything in between.
      const units = made(seed, 60)
      const plain = ask(units, { arrows: [arrow('a', 'y'), arrow('b', 'y')] })
      for (const from of ['a', 'b'])
        expect(effects.find((effect) => effect.from === from && effect.to === 'y')!.total).toBeCloseTo(
          plain.coefficients.find((coefficient) => coefficient.from === from)!.standardised,
          8,
        )
    }),
  )
})

test('each arrow left out is one claim and one degree of freedom; a true model is refused 5 times in 100, a false one nearly always', () => {
  let refused = 0
  let refusedBySeparation = 0
  for (let round = 0; round < 200; round++) {
    const { fit, separation } = ask(made(`fit ${round}`, 150), { resamples: 100 })
    expect(separation!.claims.length).toBe(fit!.df)
    if (fit!.p! < 0.05) refused += 1
    if (separation!.p! < 0.05) refusedBySeparation += 1
  }
  for (const count of [refused, refusedBySeparation]) {
    expect(count).toBeGreaterThan(1)
    expect(count).toBeLessThan(22)
  }
  const wrong = arrows.filter(({ from, to }) => from !== 'm' || to !== 'y')
  const { fit, separation } = ask(made('false', 150), { arrows: wrong })
  expect(fit!.p).toBeLessThan(0.001)
  expect(separation!.p).toBeLessThan(0.001)
})

test('the boundary of too little data is exact: below 40 units, below 5 for each coefficient', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 30 }), (units, coefficients) => {
      const { needed, missing } = judgeUnits(units, coefficients)
      expect(missing === 0).toBe(units >= 40 && units >= 5 * coefficients)
      expect(units + missing).toBe(Math.max(units, needed))
    }),
  )
  const units = made('boundary', 40)
  expect(ask(units).units).toBe(40)
  expect(analysePaths({ arrows, units: units.slice(1), seed: 'x' })).toMatchObject({ kind: 'tooLittle', units: 39, needed: 40, missing: 1 })
  expect(analysePaths({ arrows, units: [], seed: 'x' })).toMatchObject({ kind: 'tooLittle', units: 0, missing: 40 })
})

test('a unit of which something is missing is left out and counted', () => {
  const units = [...made('gaps', 41), { a: 1, b: 2, s: 3, m: null, y: 1 }, { a: 1, b: 2, s: NaN, m: 1, y: 1 }, { a: 1 }]
  expect(ask(units)).toMatchObject({ units: 41, leftOut: 3 })
  expect(analysePaths({ arrows, units: units.slice(2), seed: 'x' })).toMatchObject({ kind: 'tooLittle', units: 39, leftOut: 3, missing: 1 })
})

test('what stands still, and causes that follow from each other, are named instead of estimated', () => {
  const units = made('still', 60)
  expect(analysePaths({ arrows, units: units.map((unit) => ({ ...unit, b: 7 })), seed: 'x' })).toMatchObject({
    kind: 'still',
    variables: ['b'],
  })
  expect(analysePaths({ arrows, units: units.map((unit) => ({ ...unit, b: 2 * unit['a']! + 1 })), seed: 'x' })).toMatchObject({
    kind: 'together',
    variables: ['m'],
  })
})

test('the same question has the same answer, another seed nearly the same intervals', () => {
  const units = made('again', 80)
  expect(ask(units)).toEqual(ask(units))
  const [one, other] = ['one', 'other'].map((seed) => ask(units, { seed, resamples: 2000 }).coefficients[0]!.standardisedSpread)
  expect(one!.percentile).not.toEqual(other!.percentile)
  expect(Math.abs(one!.percentile.low - other!.percentile.low)).toBeLessThan(0.05)
})

test('Cook’s distance is what leaving the unit out does to all fitted values', () => {
  const units = made('cook', 30)
  const y = units.map((unit) => unit['y']!)
  const columns = ['m', 's'].map((name) => units.map((unit) => unit[name]!))
  const whole = leastSquares(y, columns)!
  const { cooksDistances } = diagnose(whole, [
    [1, 0],
    [0, 1],
  ])
  for (const left of [0, 7, 29]) {
    const without = (values: readonly number[]) => values.filter((_, at) => at !== left)
    const partial = leastSquares(without(y), columns.map(without))!
    const fitted = (found: typeof whole, at: number) =>
      found.intercept + columns.reduce((sum, column, place) => sum + column[at]! * found.coefficients[place]!, 0)
    const moved = units.reduce((sum, _, at) => sum + (fitted(whole, at) - fitted(partial, at)) ** 2, 0)
    expect(cooksDistances[left]).toBeCloseTo(moved / (3 * whole.residualVariance), 9)
  }
})

test('Jarque and Bera’s statistic as SciPy gives it', () => {
  const { statistic, p, skewness, excessKurtosis } = normalityOf([1.2, -0.3, 0.8, 5.1, -2.2, 0.4, -0.9, 0.1, 1.7, -0.6])
  expect(statistic).toBeCloseTo(2.7312081256460408, 10)
  expect(p).toBeCloseTo(0.25522645659978443, 10)
  expect([skewness, excessKurtosis].map((value) => value.toFixed(6))).toEqual(['1.126453', '1.216271'])
})

test('arrows in a ring, to themselves, twice or none are nonsense', () => {
  for (const wrong of [[], [arrow('a', 'a')], [arrow('a', 'b'), arrow('a', 'b')], [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'a')]])
    expect(() => readModel(wrong)).toThrow(RangeError)
  expect(readModel([arrow('m', 'y'), arrow('a', 'm')])).toMatchObject({ variables: ['a', 'm', 'y'], outside: ['a'] })
})
