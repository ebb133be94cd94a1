/** The little linear algebra a path model of some ten variables needs: lists of rows, nothing changed in place from outside. */
export type Matrix = readonly (readonly number[])[]

/**
 * The lower triangle L with L Lᵀ = `matrix` (Cholesky).
 * @returns undefined where the matrix is not positive definite: a column that follows from the others leaves nothing of itself.
 */
export function cholesky(matrix: Matrix): number[][] | undefined {
  const lower: number[][] = matrix.map(() => matrix.map(() => 0))
  for (let row = 0; row < matrix.length; row++)
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]![column]!
      for (let at = 0; at < column; at++) rest -= lower[row]![at]! * lower[column]![at]!
      if (row !== column) lower[row]![column] = rest / lower[column]![column]!
      else if (rest > 1e-10 * matrix[row]![row]!) lower[row]![row] = Math.sqrt(rest)
      else return undefined
    }
  return lower
}

/** x with L Lᵀ x = `right`. */
export function solveCholesky(lower: Matrix, right: readonly number[]): number[] {
  const half: number[] = []
  for (let row = 0; row < lower.length; row++) {
    let rest = right[row]!
    for (let at = 0; at < row; at++) rest -= lower[row]![at]! * half[at]!
    half[row] = rest / lower[row]![row]!
  }
  const solved: number[] = [...half]
  for (let row = lower.length - 1; row >= 0; row--) {
    let rest = half[row]!
    for (let at = row + 1; at < lower.length; at++) rest -= lower[at]![row]! * solved[at]!
    solved[row] = rest / lower[row]![row]!
  }
  return solved
}

export function inverse(lower: Matrix): number[][] {
  const columns = lower.map((_, column) =>
    solveCholesky(
      lower,
      lower.map((__, row) => (row === column ? 1 : 0)),
    ),
  )
  return transpose(columns)
}

export const logDeterminant = (lower: Matrix): number => 2 * lower.reduce((sum, row, at) => sum + Math.log(row[at]!), 0)

export const transpose = (matrix: Matrix): number[][] => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]!))

export const multiply = (left: Matrix, right: Matrix): number[][] =>
  left.map((row) => (right[0] ?? []).map((_, column) => row.reduce((sum, value, at) => sum + value * right[at]![column]!, 0)))

/** Rows and columns of the given places. */
export const part = (matrix: Matrix, places: readonly number[]): number[][] =>
  places.map((row) => places.map((column) => matrix[row]![column]!))

/**
 * Eigenvalues of a symmetric matrix, greatest first: Jacobi's rotations, sweep by sweep (Golub and Van Loan 2013, 8.5).
 */
export function eigenvalues(symmetric: Matrix): number[] {
  const a = symmetric.map((row) => [...row])
  const size = a.length
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += a[p]![q]! ** 2
    if (off < 1e-30) break
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        if (a[p]![q] === 0) continue
        const turn = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!)
        const tangent = Math.sign(turn || 1) / (Math.abs(turn) + Math.sqrt(turn * turn + 1))
        const cosine = 1 / Math.sqrt(tangent * tangent + 1)
        const sine = tangent * cosine
        for (let at = 0; at < size; at++) {
          const left = a[at]![p]!
          const right = a[at]![q]!
          a[at]![p] = cosine * left - sine * right
          a[at]![q] = sine * left + cosine * right
        }
        for (let at = 0; at < size; at++) {
          const left = a[p]![at]!
          const right = a[q]![at]!
          a[p]![at] = cosine * left - sine * right
          a[q]![at] = sine * left + cosine * right
        }
      }
  }
  return a.map((row, at) => row[at]!).toSorted((one, other) => other - one)
}
