import { expect, test } from 'vitest'
import { collinearity } from './diagnose.ts'
import { leastSquares } from './least-squares.ts'
import { longley, norris } from './nist.testing.ts'

const columnsOf = (rows: readonly { readonly x: readonly number[] }[]) => rows[0]!.x.map((_, at) => rows.map(({ x }) => x[at]!))
/** How many digits agree (NIST's "log relative error"). */
const digits = (value: number, certified: number) => -Math.log10(Math.abs(value - certified) / Math.abs(certified))

test.each([
  ['Norris (lower level of difficulty)', norris, 10],
  ['Longley (higher level of difficulty)', longley, 9],
] as const)('%s: the certified coefficients, errors and residual deviation', (_, { rows, ...certified }, least) => {
  const found = leastSquares(
    rows.map(({ y }) => y),
    columnsOf(rows),
  )!
  ;[found.intercept, ...found.coefficients].forEach((value, at) =>
    expect(digits(value, certified.coefficients[at]!)).toBeGreaterThan(least),
  )
  found.standardErrors.forEach((value, at) => expect(digits(value, certified.standardErrors[at]!)).toBeGreaterThan(least))
  expect(digits(Math.sqrt(found.residualVariance), certified.residualDeviation)).toBeGreaterThan(least)
  expect(digits(found.r2, certified.r2)).toBeGreaterThan(least)
})

test('leverages add up to the number of coefficients, the intercept with them', () => {
  const { leverages } = leastSquares(
    longley.rows.map(({ y }) => y),
    columnsOf(longley.rows),
  )!
  expect(leverages.reduce((sum, value) => sum + value, 0)).toBeCloseTo(7, 8)
})

test('Longley’s variance inflation as textbooks print it, 136, 1789, 34, 3.6, 399 and 759', () => {
  const columns = columnsOf(longley.rows)
  const correlations = columns.map((one) => columns.map((other) => correlation(one, other)))
  const { varianceInflation } = collinearity(correlations)
  ;[135.53, 1788.51, 33.62, 3.59, 399.15, 758.98].forEach((printed, at) => expect(varianceInflation[at]).toBeCloseTo(printed, 2))
})

test('predictors that follow from each other, or stand still, have no coefficients', () => {
  const y = [1, 3, 2, 5, 4, 6]
  const x = [1, 2, 3, 4, 5, 7]
  expect(leastSquares(y, [x, x.map((value) => 3 * value - 1)])).toBeUndefined()
  expect(leastSquares(y, [x.map(() => 4)])).toBeUndefined()
})

function correlation(one: readonly number[], other: readonly number[]): number {
  const middle = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [a, b] = [middle(one), middle(other)]
  const product = (left: readonly number[], l: number, right: readonly number[], r: number) =>
    left.reduce((sum, value, at) => sum + (value - l) * (right[at]! - r), 0)
  return product(one, a, other, b) / Math.sqrt(product(one, a, one, a) * product(other, b, other, b))
}
