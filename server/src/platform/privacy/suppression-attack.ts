import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { ShownTable } from './suppression.ts'

/** What an attacker learned about one hidden count: a cell, or a total (`all` of a row or column). */
export interface Learned {
  readonly table: number
  readonly row: number | 'all'
  readonly column: number | 'all'
  /** Only one value is possible. */
  readonly pinned: boolean
  /** The count is small, and the attacker can be sure that it is. */
  readonly knownSmall: boolean
}

/**
 * Tries every way of filling the tables that agrees with all that is shown, and says what that gives away. It shares nothing with
 * the way the pattern was chosen, so it can judge it; only for tables small enough to try them all.
 */
export function attack(tables: readonly (readonly (readonly number[])[])[], shown: readonly ShownTable[], k: number): Learned[] {
  const width = tables[0]![0]!.length
  const possible = new Map<string, Set<number>>()
  const note = (table: number, row: number | 'all', column: number | 'all', count: number) => {
    const key = `${table} ${row} ${column}`
    possible.set(key, (possible.get(key) ?? new Set()).add(count))
  }
  const total = valueOf(shown[0]!.total)
  const columnTotals = shown[0]!.columnTotals.map(valueOf)
  // Nothing bounds a hidden grand total from above: what the true tables hold and some more is enough to try.
  const most = total ?? tables[0]!.flat().reduce((sum, count) => sum + count, 0) + k
  for (const totals of waysToShare(columnTotals, total, most)) {
    const filled = shown.map((table) => fillings(table, totals))
    if (filled.some((ways) => ways.length === 0)) continue
    totals.forEach((count, column) => note(0, 'all', column, count))
    filled.forEach((ways, table) => {
      for (const cells of ways) {
        for (let row = 0; row * width < cells.length; row += 1) {
          const line = cells.slice(row * width, (row + 1) * width)
          line.forEach((count, column) => note(table, row, column, count))
          note(
            table,
            row,
            'all',
            line.reduce((sum, count) => sum + count, 0),
          )
        }
      }
    })
  }
  const learned = (table: number, row: number | 'all', column: number | 'all'): Learned => {
    const values = possible.get(`${table} ${row} ${column}`) ?? new Set()
    return { table, row, column, pinned: values.size < 2, knownSmall: Math.max(...values) < k }
  }
  const hidden = (count: Shown) => count.kind === 'few'
  return [
    ...shown[0]!.columnTotals.flatMap((count, column) => (hidden(count) ? [learned(0, 'all', column)] : [])),
    ...shown.flatMap((table, t) => table.rowTotals.flatMap((count, row) => (hidden(count) ? [learned(t, row, 'all')] : []))),
    ...shown.flatMap((table, t) =>
      table.cells.flatMap((cells, row) => cells.flatMap((cell, column) => (hidden(cell) ? [learned(t, row, column)] : []))),
    ),
  ]
}

const valueOf = (shown: Shown): number | undefined => (shown.kind === 'shown' ? shown.count : undefined)

/** Every list of column totals that agrees with the shown ones and with the grand total. */
function waysToShare(known: readonly (number | undefined)[], total: number | undefined, most: number): number[][] {
  let ways: number[][] = [[]]
  for (const value of known) {
    ways = ways.flatMap((way) => {
      const left = most - way.reduce((sum, count) => sum + count, 0)
      if (value !== undefined) return value <= left ? [[...way, value]] : []
      return Array.from({ length: left + 1 }, (_, count) => [...way, count])
    })
  }
  return total === undefined ? ways : ways.filter((way) => way.reduce((sum, count) => sum + count, 0) === total)
}

/** Every way to fill one table, cell by cell, row by row. */
function fillings(table: ShownTable, columnTotals: readonly number[]): number[][] {
  const [rows, width] = [table.cells.length, columnTotals.length]
  const found: number[][] = []
  const rest = [...columnTotals]
  const cells: number[] = []
  const go = (index: number, inRow: number): void => {
    const [row, column] = [Math.floor(index / width), index % width]
    if (row === rows) {
      if (rest.every((left) => left === 0)) found.push([...cells])
      return
    }
    const known = valueOf(table.cells[row]![column]!)
    const rowTotal = valueOf(table.rowTotals[row]!)
    const lastRow = row === rows - 1
    const low = known ?? (lastRow ? rest[column]! : 0)
    const high = known ?? Math.min(rest[column]!, rowTotal === undefined ? Infinity : rowTotal - inRow)
    for (let count = low; count <= Math.min(high, rest[column]!); count += 1) {
      const sum = inRow + count
      if (column === width - 1 && rowTotal !== undefined && sum !== rowTotal) continue
      rest[column]! -= count
      cells.push(count)
      go(index + 1, column === width - 1 ? 0 : sum)
      cells.pop()
      rest[column]! += count
    }
  }
  go(0, 0)
  return found
}
