import { expect, test } from 'vitest'
import { analyseCorrelations, analysePaths } from './analyse-paths.ts'

const square = (lower: readonly (readonly number[])[]) =>
  lower.map((_, one) => lower.map((__, other) => lower[Math.max(one, other)]![Math.min(one, other)]!))

/** Blau and Duncan 1967, The American Occupational Structure, p. 169 f.: men of 20 to 64, 1962. */
const blauDuncan = analyseCorrelations({
  variables: ['fatherEducation', 'fatherOccupation', 'education', 'firstJob', 'occupation'],
  correlations: square([[1], [0.516, 1], [0.453, 0.438, 1], [0.332, 0.417, 0.538, 1], [0.322, 0.405, 0.596, 0.541, 1]]),
  units: 20_700,
  arrows: [
    { from: 'fatherEducation', to: 'education' },
    { from: 'fatherOccupation', to: 'education' },
    { from: 'fatherOccupation', to: 'firstJob' },
    { from: 'education', to: 'firstJob' },
    { from: 'fatherOccupation', to: 'occupation' },
    { from: 'education', to: 'occupation' },
    { from: 'firstJob', to: 'occupation' },
  ],
})

test('Blau and Duncan: the seven path coefficients of their diagram, to the rounding of the printed correlations', () => {
  const printed = [0.31, 0.279, 0.224, 0.44, 0.115, 0.394, 0.281]
  blauDuncan.coefficients.forEach(({ standardised }, at) => expect(Math.abs(standardised - printed[at]!)).toBeLessThan(0.0011))
})

test('Blau and Duncan: 26, 33 and 43 hundredths of education, first job and occupation', () => {
  expect(blauDuncan.equations.map(({ variable, r2 }) => [variable, r2.toFixed(2)])).toEqual([
    ['education', '0.26'],
    ['firstJob', '0.33'],
    ['occupation', '0.43'],
  ])
})

test('Blau and Duncan: what education does through the first job is the product of the two arrows', () => {
  const effect = blauDuncan.effects.find(({ from, to }) => from === 'education' && to === 'occupation')!
  expect(effect.indirect).toBeCloseTo(0.44 * 0.281, 2)
  expect(effect.total).toBeCloseTo(0.394 + 0.44 * 0.281, 2)
  expect(blauDuncan.effects.find(({ from, to }) => from === 'fatherEducation' && to === 'occupation')).toMatchObject({ direct: 0 })
})

/** Roth, Wiebe, Fillingim and Shay 1989, as Kline takes them up (Principles and Practice of Structural Equation Modeling, 3rd ed., tables 3.4, 7.1 and 8.4). */
const roth = analyseCorrelations({
  variables: ['exercise', 'hardiness', 'fitness', 'stress', 'illness'],
  correlations: square([[1], [-0.03, 1], [0.39, 0.07, 1], [-0.05, -0.23, -0.13, 1], [-0.08, -0.16, -0.29, 0.34, 1]]),
  deviations: [66.5, 38, 18.4, 33.5, 62.48],
  units: 373,
  arrows: [
    { from: 'exercise', to: 'fitness' },
    { from: 'hardiness', to: 'stress' },
    { from: 'fitness', to: 'illness' },
    { from: 'stress', to: 'illness' },
  ],
})

test('Roth and others: coefficients and standard errors', () => {
  expect(roth.coefficients.map(({ value, standardError }) => [value.toFixed(3), standardError.toFixed(3)])).toEqual([
    ['0.108', '0.013'],
    ['-0.203', '0.045'],
    ['-0.849', '0.162'],
    ['0.574', '0.089'],
  ])
})

test('Roth and others: chi-square 11.078 with 5 degrees of freedom, RMSEA .057 (.001 to .103), CFI .961, SRMR .051', () => {
  const { chiSquare, df, p, rmsea, cfi, srmr } = roth.fit!
  expect([chiSquare.toFixed(3), df, p!.toFixed(3)]).toEqual(['11.078', 5, '0.050'])
  expect([rmsea!.value, rmsea!.low, rmsea!.high].map((value) => value.toFixed(3))).toEqual(['0.057', '0.001', '0.103'])
  expect([cfi.toFixed(3), srmr.toFixed(3)]).toEqual(['0.961', '0.051'])
})

/** The fifteen law schools of Efron and Tibshirani 1993, An Introduction to the Bootstrap, table 3.1. */
const schools = [
  [576, 3.39],
  [635, 3.3],
  [558, 2.81],
  [578, 3.03],
  [666, 3.44],
  [580, 3.07],
  [555, 3.0],
  [661, 3.43],
  [651, 3.36],
  [605, 3.13],
  [653, 3.12],
  [575, 2.74],
  [545, 2.76],
  [572, 2.88],
  [594, 2.96],
].map(([test, grade]) => ({ test: test!, grade: grade! }))

test('the law schools: correlation .776, standard error .132 over 3,200 resamples (table 6.1)', () => {
  const found = analysePaths({
    arrows: [{ from: 'test', to: 'grade' }],
    units: schools,
    seed: 'law schools',
    resamples: 3200,
    needs: { leastUnits: 10, perCoefficient: 5 },
  })
  if (found.kind !== 'estimated') throw new Error(found.kind)
  expect(found.coefficients[0]!.standardised).toBeCloseTo(0.776, 3)
  expect(Math.abs(found.coefficients[0]!.standardisedSpread.standardError - 0.132)).toBeLessThan(0.006)
})

test('the law schools: 90 % intervals by percentile and BCa as SciPy gives them over 100,000 resamples', () => {
  const found = analysePaths({
    arrows: [{ from: 'test', to: 'grade' }],
    units: schools,
    seed: 'law schools',
    resamples: 50_000,
    level: 0.9,
    needs: { leastUnits: 10, perCoefficient: 5 },
  })
  if (found.kind !== 'estimated') throw new Error(found.kind)
  const { percentile, bca } = found.coefficients[0]!.standardisedSpread
  for (const [value, given] of [
    [percentile.low, 0.5221],
    [percentile.high, 0.9478],
    [bca.low, 0.4258],
    [bca.high, 0.9263],
  ] as const)
    expect(Math.abs(value - given)).toBeLessThan(0.005)
})
