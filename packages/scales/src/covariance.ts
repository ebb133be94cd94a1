export type Matrix = readonly (readonly number[])[]

/**
 * Variances and covariances of the columns, divided by n - 1.
 * @throws RangeError for fewer than two rows, and for rows of different length
 */
export function covarianceOf(rows: Matrix): number[][] {
  const width = rows[0]?.length ?? 0
  if (rows.length < 2 || rows.some((row) => row.length !== width)) throw new RangeError('two rows or more of one length are needed')
  const means = Array.from({ length: width }, (_, column) => rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length)
  return means.map((mean, one) =>
    means.map((otherMean, other) => rows.reduce((sum, row) => sum + (row[one]! - mean) * (row[other]! - otherMean), 0) / (rows.length - 1)),
  )
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

export function refuseUnlessCovariance(covariance: Matrix): void {
  const width = covariance.length
  const fits = covariance.every(
    (row, one) =>
      row.length === width &&
      row.every((value, other) => Number.isFinite(value) && Math.abs(value - (covariance[other]?.[one] ?? Number.NaN)) < 1e-9),
  )
  if (!fits || covariance.some((row, one) => row[one]! < 0)) throw new RangeError('not a matrix of variances and covariances')
}
