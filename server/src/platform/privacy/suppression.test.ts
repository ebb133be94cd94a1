import type { Shown } from '@ronghe/contract/platform/shown.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attack } from './suppression-attack.ts'
import { shareOf, show, showFigure, showOverTime, showParts, showShare, showTable, showTables } from './suppression.ts'

const laws = { seed: 20261123, numRuns: 200 }
const text = (shown: Shown): string => (shown.kind === 'shown' ? String(shown.count) : '*')
const row = (cells: readonly Shown[]): string => cells.map(text).join(' ')

describe('single figures', () => {
  test('five residents are counted, four are few, and so is nobody', () => {
    expect([5, 4, 0].map((count) => show(count))).toEqual([{ kind: 'shown', count: 5 }, { kind: 'few' }, { kind: 'few' }])
    expect(show(9, 10)).toEqual({ kind: 'few' })
  })

  test('18 of 20 is not shown, because it tells about the other two; 15 of 20 is', () => {
    expect(showShare(18, 20)).toEqual({ kind: 'few' })
    expect(showShare(20, 20)).toEqual({ kind: 'few' })
    expect(showShare(15, 20)).toEqual({ kind: 'shown', value: 0.75 })
  })

  test('a share is worked out from shown counts only, a mean over enough people only', () => {
    expect(shareOf(show(6), show(4))).toEqual({ kind: 'few' })
    expect(shareOf(show(6), show(12))).toEqual({ kind: 'shown', value: 0.5 })
    expect(showFigure(3.5, 4)).toEqual({ kind: 'few' })
    expect(showFigure(3.5, 5)).toEqual({ kind: 'shown', value: 3.5 })
  })

  test('a threshold that is blank, zero or one is refused, and so is half a person', () => {
    for (const k of [0, 1, Number.NaN, -5, 2.5]) expect(() => show(7, k)).toThrow(RangeError)
    for (const count of [1.5, -1, Number.NaN]) expect(() => show(count)).toThrow(RangeError)
    expect(() => showShare(21, 20)).toThrow(RangeError)
    expect(() => showTable([])).toThrow(RangeError)
    expect(() => showTable([[1, 2], [3]])).toThrow(RangeError)
  })
})

describe('counts beside their totals', () => {
  test('of 20, 30 and 3 the 3 is hidden and the 20 with it; the total stays', () => {
    const { parts, total } = showParts([20, 30, 3])
    expect(`${row(parts)} | ${text(total)}`).toBe('* 30 * | 53')
  })

  test('two small ones that make three together take a third with them', () => {
    expect(row(showParts([1, 2, 40, 50]).parts)).toBe('* * * 50')
  })

  test('a table without small cells is shown whole, one with fewer than five people not at all', () => {
    const whole = showTable([
      [10, 20],
      [30, 40],
    ])
    expect(whole.cells.map(row)).toEqual(['10 20', '30 40'])
    expect(`${row(whole.rowTotals)} | ${row(whole.columnTotals)} | ${text(whole.total)}`).toBe('30 70 | 40 60 | 100')
    const none = showTable([
      [1, 0],
      [0, 3],
    ])
    expect(`${none.cells.map(row).join(' ')} ${row(none.rowTotals)} ${row(none.columnTotals)} ${text(none.total)}`).toBe(
      '* * * * * * * * *',
    )
  })

  test('one small cell takes a rectangle of four with it and leaves the rest', () => {
    const table = showTable([
      [3, 40, 50],
      [30, 20, 60],
      [70, 80, 90],
    ])
    expect(table.cells.map(row)).toEqual(['* * 50', '* * 60', '70 80 90'])
    expect(row(table.rowTotals)).toBe('93 110 240')
  })

  test('tables whose column totals differ are not about the same people and are refused', () => {
    expect(() => showTables([[[10, 20]], [[10, 21]]])).toThrow(RangeError)
  })
})

describe('figures over time', () => {
  test('small months wait for the next ones, and the last small ones are not in the total yet', () => {
    expect(showOverTime([7, 2, 1, 4, 6, 3])).toEqual({
      blocks: [
        { from: 0, to: 0, count: 7 },
        { from: 1, to: 3, count: 7 },
        { from: 4, to: 4, count: 6 },
      ],
      total: { kind: 'shown', count: 20 },
    })
    expect(showOverTime([1, 2])).toEqual({ blocks: [], total: { kind: 'few' } })
  })

  test('adding months never changes a block already shown, and two totals never differ by a few', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), fc.nat(30), (months, cut) => {
        const [before, after] = [showOverTime(months.slice(0, cut)), showOverTime(months)]
        expect(after.blocks.slice(0, before.blocks.length)).toEqual(before.blocks)
        if (before.total.kind === 'shown' && after.total.kind === 'shown') {
          const difference = after.total.count - before.total.count
          expect(difference === 0 || difference >= 5).toBe(true)
        }
      }),
      laws,
    )
  })
})

describe('somebody who has everything that is shown', () => {
  const k = 3 // small, so that the attacker can try every table there is
  const counts = (rows: number, columns: number) =>
    fc.array(
      fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(7) }), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    )
  const shape = fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })

  test('cannot pin a hidden count of one table, and for a small one k or more stays possible', () => {
    fc.assert(
      fc.property(
        shape.chain(({ rows, columns }) => counts(rows, columns)),
        (table) => {
          for (const found of attack([table], showTables([table], k), k)) expect(found).toMatchObject({ pinned: false, knownSmall: false })
        },
      ),
      laws,
    )
  })

  test('cannot pin one with two tables of the same people either', () => {
    // The same people, laid out by lane and by age: two ways of dealing out each column's people to rows.
    const linked = shape.chain(({ columns }) =>
      fc.record({ one: counts(2, columns), deal: fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }) }).map(({ one, deal }) => {
        const other = Array.from({ length: 2 }, () => Array.from({ length: columns }, () => 0))
        let next = 0
        for (let c = 0; c < columns; c += 1)
          for (let left = one[0]![c]! + one[1]![c]!; left > 0; left -= 1) other[deal[next++ % 40]! % 2]![c]! += 1
        return [one, other]
      }),
    )
    fc.assert(
      fc.property(linked, (tables) => {
        for (const found of attack(tables, showTables(tables, k), k)) expect(found).toMatchObject({ pinned: false, knownSmall: false })
      }),
      laws,
    )
  })

  test('succeeds against hiding only what is small, which shows that this attacker is worth defending against', () => {
    const naive = {
      cells: [[{ kind: 'few' as const }, { kind: 'shown' as const, count: 7 }]],
      rowTotals: [show(9, k)],
      columnTotals: [{ kind: 'few' as const }, show(7, k)],
      total: show(9, k),
    }
    expect(attack([[[2, 7]]], [naive], k)).toEqual([
      { table: 0, row: 'all', column: 0, pinned: true, knownSmall: true },
      { table: 0, row: 0, column: 0, pinned: true, knownSmall: true },
    ])
  })

  test('gets the same answer every time, and every count that is not hidden is exact', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 12 })
          .chain((rows) => fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), { minLength: rows, maxLength: rows })),
        (table) => {
          const first = showTable(table)
          expect(showTable(table)).toEqual(first)
          table.forEach((counts, r) => {
            counts.forEach((count, c) => {
              const cell = first.cells[r]![c]!
              expect(cell.kind === 'few' || (cell.count === count && count >= 5)).toBe(true)
            })
          })
        },
      ),
      { ...laws, numRuns: 60 },
    )
  })
})
