import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText, guessMapping, quoted, readSheet, writeSheet, type Cell } from './excel.ts'

type Line = readonly Cell[]
const columns = (titles: readonly string[]) => titles.map((title, index) => ({ title, value: (row: Line) => row[index] }))
const there = async (titles: readonly string[], rows: readonly Line[]) => {
  const read = await readSheet(await writeSheet(columns(titles), rows, '名单 [2026/11]'))
  if (read.kind === 'refused') throw new Error(read.code)
  return read
}

describe('sheets out and in', () => {
  test('names, numbers, yes and no, days and empty cells come back as they went, with the row numbers Excel shows', async () => {
    const day = new Date('2026-11-23T00:00:00Z')
    const read = await there(
      ['姓名', '数', '是', '日', '空'],
      [
        ['陈大文', 3.5, true, day, null],
        ['李秀兰', 0, false, day, 'x'],
      ],
    )
    expect(read.headers).toEqual(['姓名', '数', '是', '日', '空'])
    expect(read.rows.map((row) => row.number)).toEqual([2, 3])
    expect(read.rows[0]!.cells.slice(0, 4)).toEqual(['陈大文', 3.5, true, day])
    expect(cellText(read.rows[0]!.cells[3])).toBe('2026-11-23')
    expect(cellText(read.rows[0]!.cells[4])).toBe('')
  })

  test('an empty row is passed over and the numbers below it stay right', async () => {
    const read = await there(['姓名'], [['陈'], [null], ['李']])
    expect(read.rows.map((row) => [row.number, row.cells[0]])).toEqual([
      [2, '陈'],
      [4, '李'],
    ])
  })

  test('any text goes out and comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => /^[^\p{Cc}\p{Cs}\p{Cn}']*$/u.test(text)),
          { minLength: 1, maxLength: 8 },
        ),
        async (texts) => {
          const read = await there(['t'], [...texts.map((text) => [text]), ['end']])
          const kept = new Map(read.rows.map((row) => [row.number, cellText(row.cells[0])]))
          texts.forEach((text, index) => expect(kept.get(index + 2) ?? '').toBe(text.trim()))
        },
      ),
      { seed: 20261123, numRuns: 25 },
    )
  })

  test('what is no workbook is refused with a sentence, and so is an empty one', async () => {
    expect(await readSheet(Buffer.from('name,phone\n'))).toEqual({ kind: 'refused', code: 'file-unreadable' })
    expect(await readSheet(await writeSheet(columns(['']), []))).toEqual({ kind: 'refused', code: 'sheet-empty' })
  })
})

describe('text that looks like a formula', () => {
  test('is quoted on the way out, the quote is taken away on the way in', async () => {
    expect(['=1+1', '+SUM(A1)', '-2+3', '@now', '\tx'].map(quoted)).toEqual(["'=1+1", "'+SUM(A1)", "'-2+3", "'@now", "'\tx"])
    expect(['-5', '+86', '-', '陈=文', ''].map(quoted)).toEqual(['-5', '+86', '-', '陈=文', ''])
    const workbook = await writeSheet(columns(['=cmd()']), [['=HYPERLINK("http://x")']])
    const read = await readSheet(workbook)
    expect(read).toMatchObject({ headers: ['=cmd()'], rows: [{ cells: ['=HYPERLINK("http://x")'] }] })
  })
})

describe('guessing which column is which', () => {
  const fields = [
    { key: 'name', titles: ['姓名', '申请人'] },
    { key: 'phone', titles: ['手机', '电话', '联系电话'] },
    { key: 'idNumber', titles: ['身份证号', '证件号码'] },
  ]
  test.each([
    [['序号', '姓名（必填）', '联系电话', '身份证号码'], { name: 1, phone: 2, idNumber: 3 }],
    [['Phone', 'NAME'], { name: 1, phone: 0, idNumber: undefined }],
    [['申请人姓名', '手机号'], { name: 0, phone: 1, idNumber: undefined }],
    [['电话', '备用电话'], { name: undefined, phone: 0, idNumber: undefined }],
    [['', '备注'], { name: undefined, phone: undefined, idNumber: undefined }],
  ])('%j', (headers, mapping) => expect(guessMapping(headers, fields)).toEqual(mapping))
})
