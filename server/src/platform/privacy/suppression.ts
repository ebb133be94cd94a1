import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { protect } from './protect.ts'

/**
 * Small cells (D7). Every statistic about residents goes through here, on pages, in exports and in APIs alike; what is exempt is
 * listed in exemptions.ts. Nothing is rounded or given noise: a figure is exact or it is not shown.
 *
 * How two answers stay safe together: (1) tables about the same people that share a dimension are decided in one call,
 * `showTables`, never one by one; a filter is a row or column of such a table, never a query of its own. (2) Figures over time are
 * sums of disjoint blocks, `showOverTime`, so that subtracting two dates gives a block and never less. (3) The same counts
 * always give the same pattern.
 */
export const smallestCount = 5

export interface ShownTable {
  /** By row, then column. */
  readonly cells: readonly (readonly Shown[])[]
  readonly rowTotals: readonly Shown[]
  readonly columnTotals: readonly Shown[]
  readonly total: Shown
}

/** A count that is published alone, with no part or total of it beside it. Zero is few as well: "nobody" says something about everybody. */
export function show(count: number, k = smallestCount): Shown {
  refuseNonsense(count, k)
  return count >= k ? { kind: 'shown', count } : few
}

/** Counts that add up to a shown total, such as answers by group: never one hidden alone, never hidden ones that together are few. */
export function showParts(counts: readonly number[], k = smallestCount): { readonly parts: readonly Shown[]; readonly total: Shown } {
  const { columnTotals, total } = showTable([counts], k)
  return { parts: columnTotals, total }
}

export const showTable = (counts: readonly (readonly number[])[], k = smallestCount): ShownTable => showTables([counts], k)[0]!

/**
 * Tables about the same people with the same columns (group by lane, group by age, group by service …), all totals included.
 * Whoever has all of them, and adds and subtracts, can still not tell for any hidden count that it is below k:
 * for each there is another way to fill the tables, agreeing with everything shown, in which it is k or more.
 *
 * Why one table can be decided after the other: columns whose total is small are put together with others, wholly hidden, until
 * their sum is not small; from then on column totals stay fixed, and a table is protected by changes that leave them alone, so
 * no other table notices.
 */
export function showTables(tables: readonly (readonly (readonly number[])[])[], k = smallestCount): ShownTable[] {
  const columnTotals = sharedColumnTotals(tables, k)
  const total = sum(columnTotals)
  if (total < k)
    return tables.map((table) => ({
      cells: table.map((row) => row.map(() => few)),
      rowTotals: table.map(() => few),
      columnTotals: columnTotals.map(() => few),
      total: few,
    }))
  const together = columnsTogether(columnTotals, k)
  const apart = columnTotals.flatMap((_, column) => (together.has(column) ? [] : [column]))
  return tables.map((table) => {
    const merged = table.map((row) => [
      ...apart.map((column) => row[column]!),
      ...(together.size ? [sum([...together].map((column) => row[column]!))] : []),
    ])
    const hidden = protect(merged, k)
    const at = new Map(apart.map((column, index) => [column, index]))
    return {
      cells: table.map((row, r) =>
        row.map((count, column) => (together.has(column) || hidden.cells[r]![at.get(column)!] ? few : shown(count))),
      ),
      rowTotals: table.map((row, r) => (hidden.rowTotals[r] ? few : shown(sum(row)))),
      columnTotals: columnTotals.map((count, column) => (together.has(column) ? few : shown(count))),
      total: shown(total),
    }
  })
}

export interface Block {
  /** Indices of the first and last period, both included. */
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * A series of periods that grows. Small periods are put together with the next ones until the sum is not small; what is still
 * small at the end waits. A block once shown never changes when periods are added, and every total published over the series is a
 * sum of blocks, so the difference of any two totals is never small.
 */
export function showOverTime(counts: readonly number[], k = smallestCount): { readonly blocks: readonly Block[]; readonly total: Shown } {
  const blocks: Block[] = []
  let from = 0
  let count = 0
  counts.forEach((here, to) => {
    refuseNonsense(here, k)
    count += here
    if (count < k) return
    blocks.push({ from, to, count })
    from = to + 1
    count = 0
  })
  return { blocks, total: blocks.length ? shown(sum(blocks.map((block) => block.count))) : few }
}

/** A share stands alone only when neither those in it nor those outside are few: 18 of 20 tells about the other 2. */
export function showShare(part: number, whole: number, k = smallestCount): ShownFigure {
  refuseNonsense(part, k)
  if (part > whole) throw new RangeError(`${part} is no part of ${whole}`)
  return part >= k && whole - part >= k ? { kind: 'shown', value: part / whole } : few
}

/** A share of two counts of one shown table; hidden as soon as either is. */
export const shareOf = (part: Shown, whole: Shown): ShownFigure =>
  part.kind === 'shown' && whole.kind === 'shown' && whole.count > 0 ? { kind: 'shown', value: part.count / whole.count } : few

/** A mean, median, rate or interval over so many residents. */
export const showFigure = (value: number, people: number, k = smallestCount): ShownFigure =>
  show(people, k).kind === 'shown' ? { kind: 'shown', value } : few

const few = { kind: 'few' } as const
const shown = (count: number): Shown => ({ kind: 'shown', count })
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

function refuseNonsense(count: number, k: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`)
  // A threshold left blank or set to nothing must not switch the protection off.
  if (!Number.isSafeInteger(k) || k < 2) throw new RangeError(`not a smallest count: ${k}`)
}

function sharedColumnTotals(tables: readonly (readonly (readonly number[])[])[], k: number): number[] {
  const totals = tables.map((table) => {
    table.flat().forEach((count) => refuseNonsense(count, k))
    const width = table[0]?.length ?? 0
    if (width === 0 || table.some((row) => row.length !== width))
      throw new RangeError('a table needs a row, a column and rows of one length')
    return Array.from({ length: width }, (_, column) => sum(table.map((row) => row[column]!)))
  })
  const [first] = totals
  if (!first) throw new RangeError('no table')
  if (totals.some((other) => other.join() !== first.join()))
    throw new RangeError('tables of the same people have the same column totals; these differ')
  return first
}

/** The columns that are wholly hidden: the small ones, and the next smallest until they are two and not few together. */
function columnsTogether(totals: readonly number[], k: number): Set<number> {
  const bySize = totals.map((_, column) => column).toSorted((a, b) => totals[a]! - totals[b]! || a - b)
  const together = new Set(bySize.filter((column) => totals[column]! < k))
  for (const column of bySize) {
    if (together.size === 0 || (together.size > 1 && sum([...together].map((one) => totals[one]!)) >= k)) break
    together.add(column)
  }
  return together
}
