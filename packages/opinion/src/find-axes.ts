// The two directions in which opinions differ most: the leading eigenvectors of a matrix that is known only by what it does to a vector.
import { seededNumbers } from './seeded-numbers.ts'

export interface Axes {
  /** two unit vectors, orthogonal; all zero where there is no such direction */
  readonly components: readonly [Float64Array, Float64Array]
  /** their eigenvalues, the larger first */
  readonly values: readonly [number, number]
  /** how often the matrix was applied */
  readonly passes: number
}

/**
 * Lanczos' method with full reorthogonalisation.
 * @param apply writes matrix times `vector` into `into`; the matrix is symmetric with no negative eigenvalue
 * @param size of the matrix
 * @param start directions found earlier, to begin closer to the end
 * @param tolerance of the residual, relative to the largest eigenvalue
 * The sign of an axis is such that its largest entry (the first of equals) is positive.
 * Source: Golub and Van Loan, Matrix Computations, chapter 10.
 */
export function findAxes(
  apply: (vector: Float64Array, into: Float64Array) => void,
  size: number,
  { start = [], tolerance = 1e-9 }: { readonly start?: readonly Float64Array[]; readonly tolerance?: number } = {},
): Axes {
  const random = seededNumbers('axes')
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  const product = new Float64Array(size)
  let passes = 0
  let nextCheck = 4
  const first = new Float64Array(size)
  for (const vector of start) for (let at = 0; at < size; at++) first[at]! += vector[at] ?? 0
  let isRandom = lengthOf(first) === 0
  if (isRandom) for (let at = 0; at < size; at++) first[at] = random() - 0.5
  let next = unit(first)
  while (next && basis.length < size && basis.length < 300) {
    basis.push(next)
    apply(next, product)
    passes++
    diagonal.push(dot(next, product))
    // A random direction that the matrix takes to nothing: outside what was found already it takes everything to nothing.
    const isExhausted = isRandom && lengthOf(product) <= Math.max(...diagonal) * 1e-12
    const rest = product.slice()
    orthogonalise(rest, basis)
    const length = lengthOf(rest)
    const scale = Math.max(...diagonal, 1e-300)
    if (length > scale * 1e-13) {
      beside.push(length)
      next = unit(rest)
      isRandom = false
    } else {
      // The space that the start spans is used up: go on in a direction that it did not contain.
      for (let at = 0; at < size; at++) rest[at] = random() - 0.5
      orthogonalise(rest, basis)
      beside.push(0)
      next = lengthOf(rest) > 1e-8 && !isExhausted ? unit(rest) : undefined
      isRandom = true
    }
    if (basis.length < nextCheck && basis.length < size && next) continue
    nextCheck = basis.length + Math.max(2, basis.length >> 2)
    const { values, vectors } = diagonaliseTridiagonal(diagonal, beside)
    const last = basis.length - 1
    const residual = Math.max(...[0, 1].map((which) => Math.abs(beside[last]! * (vectors[which]?.[last] ?? 0))))
    if (basis.length >= 2 && beside[last]! > 0 && residual <= tolerance * Math.max(values[0]!, 1e-300)) break
  }
  return { ...combine(basis, diagonal, beside, size), passes }
}

function combine(basis: readonly Float64Array[], diagonal: number[], beside: number[], size: number): Omit<Axes, 'passes'> {
  const { values, vectors } = diagonaliseTridiagonal(diagonal, beside)
  const axis = (which: number): [Float64Array, number] => {
    const component = new Float64Array(size)
    const value = values[which] ?? 0
    if (!(value > (values[0] ?? 0) * 1e-10) || value <= 1e-12) return [component, 0]
    basis.forEach((vector, row) => {
      const weight = vectors[which]![row]!
      for (let at = 0; at < size; at++) component[at]! += weight * vector[at]!
    })
    return [pointed(unit(component) ?? component), value]
  }
  const [one, oneValue] = axis(0)
  const [other, otherValue] = axis(1)
  return { components: [one, other], values: [oneValue, otherValue] }
}

/** Eigenvalues from the largest down, with vectors, by the rotations of Jacobi: small matrices only. */
function diagonaliseTridiagonal(diagonal: readonly number[], beside: readonly number[]) {
  const size = diagonal.length
  const matrix = diagonal.map((value, row) =>
    Float64Array.from({ length: size }, (_, column) =>
      row === column ? value : column === row + 1 ? beside[row]! : column === row - 1 ? beside[column]! : 0,
    ),
  )
  const vectors = diagonal.map((_, row) => Float64Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)))
  const scale = Math.max(...diagonal.map(Math.abs), ...beside.map(Math.abs), 1e-300)
  for (let sweep = 0; sweep < 60; sweep++) {
    let largest = 0
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = matrix[p]![q]!
        largest = Math.max(largest, Math.abs(off))
        if (Math.abs(off) > scale * 1e-18) rotate(matrix, vectors, p, q)
      }
    }
    if (largest <= scale * 1e-15) break
  }
  const order = diagonal.map((_, place) => place).sort((one, other) => matrix[other]![other]! - matrix[one]![one]!)
  return { values: order.map((place) => matrix[place]![place]!), vectors: order.map((place) => vectors[place]!) }
}

/** One rotation that makes entry (p, q) zero; `vectors` holds eigenvectors as rows. */
function rotate(matrix: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const rowP = matrix[p]!
  const rowQ = matrix[q]!
  const off = rowP[q]!
  const theta = (rowQ[q]! - rowP[p]!) / (2 * off)
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (const row of matrix) {
    const [atP, atQ] = [row[p]!, row[q]!]
    row[p] = cosine * atP - sine * atQ
    row[q] = sine * atP + cosine * atQ
  }
  for (const [one, other] of [
    [rowP, rowQ],
    [vectors[p]!, vectors[q]!],
  ] as const) {
    for (let at = 0; at < one.length; at++) {
      const [atP, atQ] = [one[at]!, other[at]!]
      one[at] = cosine * atP - sine * atQ
      other[at] = sine * atP + cosine * atQ
    }
  }
}

/** Twice is enough (Kahan and Parlett): what rounding leaves after the first time is gone after the second. */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (let round = 0; round < 2; round++) {
    for (const one of basis) {
      const share = dot(vector, one)
      for (let at = 0; at < vector.length; at++) vector[at]! -= share * one[at]!
    }
  }
}

function pointed(vector: Float64Array): Float64Array {
  let largest = 0
  for (const entry of vector) if (Math.abs(entry) > Math.abs(largest) * (1 + 1e-9)) largest = entry
  return largest < 0 ? vector.map((entry) => -entry) : vector
}

function unit(vector: Float64Array): Float64Array | undefined {
  const length = lengthOf(vector)
  return length > 0 ? vector.map((entry) => entry / length) : undefined
}

const lengthOf = (vector: Float64Array): number => Math.sqrt(dot(vector, vector))

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}
