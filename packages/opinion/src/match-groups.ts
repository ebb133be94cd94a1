/**
 * Gives the groups found now the ids of the groups found last time with which they share most people, so that a colour on a screen keeps its meaning.
 * @param overlap group now -> group before -> how many people they share
 * @returns group now -> place of the group before, or -1 for one that shares nobody with what is left
 * Source: the Hungarian method (Kuhn 1955) with potentials; time in the cube of the number of groups.
 */
export function matchGroups(overlap: readonly (readonly number[])[]): number[] {
  const rows = overlap.length
  const size = Math.max(rows, ...overlap.map((row) => row.length))
  const cost = (row: number, column: number) => -(overlap[row - 1]?.[column - 1] ?? 0)
  const rowPrice = new Float64Array(size + 1)
  const columnPrice = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(size + 1)
    const done = new Uint8Array(size + 1)
    rowOf[0] = row
    let column = 0
    do {
      done[column] = 1
      let next = 0
      let step = Number.POSITIVE_INFINITY
      for (let other = 1; other <= size; other++) {
        if (done[other]) continue
        const reduced = cost(rowOf[column]!, other) - rowPrice[rowOf[column]!]! - columnPrice[other]!
        if (reduced < least[other]!) {
          least[other] = reduced
          from[other] = column
        }
        if (least[other]! < step) {
          step = least[other]!
          next = other
        }
      }
      for (let other = 0; other <= size; other++) {
        if (done[other]) {
          rowPrice[rowOf[other]!]! += step
          columnPrice[other]! -= step
        } else least[other]! -= step
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = from[column]!) rowOf[column] = rowOf[from[column]!]!
  }
  const matched = overlap.map(() => -1)
  for (let column = 1; column <= size; column++) {
    const row = rowOf[column]! - 1
    if (row < rows && (overlap[row]?.[column - 1] ?? 0) > 0) matched[row] = column - 1
  }
  return matched
}
