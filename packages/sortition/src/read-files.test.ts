import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileFault } from './file-fault.ts'
import { readCategories } from './read-categories.ts'
import { csvCell, readCsv } from './read-csv.ts'
import { readRespondents } from './read-respondents.ts'

const quotas = readCategories('category,feature,min,max\ngender,woman,1,2\ngender,man,1,2\narea,north,0,3\n')
const faultOf = (work: () => unknown): FileFault => {
  try {
    work()
  } catch (error) {
    if (error instanceof FileFault) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('what is written with quotes is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const filled = rows.map((row) => ['x', ...row.map((cell) => cell.replaceAll('\uFEFF', ''))])
      const text = filled
        .map((row) => row.map((cell) => (/^\s*"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : csvCell(cell))).join(','))
        .join('\r\n')
      expect(readCsv(text, 'f.csv').map((row) => row.cells.map((cell) => cell.text))).toEqual(filled)
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

test('a byte-order mark, blank lines, capitals and blanks around a feature do no harm', () => {
  const { pool, rows } = readRespondents('\uFEFFName,GENDER , area\r\n\r\n"Wu, Yan", Woman ,NORTH\r\n,,\r\nLin,man,north', quotas)
  expect(pool.people.map(({ row, features }) => [row, features])).toEqual([
    [1, [0, 2]],
    [2, [1, 2]],
  ])
  expect(rows).toEqual(['"Wu, Yan", Woman ,NORTH', 'Lin,man,north'])
})

test('every row that cannot be used is told with line, column and the row', () => {
  const fault = faultOf(() => readRespondents('id,gender,area\n1,woman,north\n1,x,north\n\n3,man,\n', quotas, { file: 'r.csv' }))
  expect(fault.message).toBe(
    [
      'r.csv:3:3: "x" is no feature of "gender"',
      '    1,x,north',
      'r.csv:3:1: the id "1" is already in line 2',
      '    1,x,north',
      'r.csv:5:7: no "area" is given',
      '    3,man,',
    ].join('\n'),
  )
})

test('a quote that is never closed is told where it opens', () => {
  expect(faultOf(() => readCsv('a,b\n1,"2\n3,4\n', 'f.csv')).message).toContain('f.csv:2:3: the quote opened here is never closed')
})

test('a line after a quoted line break still has its number', () => {
  const fault = faultOf(() => readRespondents('name,gender,area\n"a\nb",woman,north\nc,woman,south\n', quotas, { file: 'r.csv' }))
  expect(fault.faults).toMatchObject([{ line: 4, column: 9 }])
})

test('columns that are missing are named', () => {
  expect(faultOf(() => readRespondents('gender\nwoman\n', quotas)).message).toContain('the header has no column "area"')
  expect(faultOf(() => readCategories('category,feature,min\n')).message).toContain('the header lacks max')
})

test('quotas that contradict themselves are refused with the line', () => {
  const text = 'category,feature,min,max,min_flex,max_flex\ng,a,3,2,,\ng,A,0,1,,\ng,b,x,1,,\ng,c,1,1,2,0\n'
  expect(faultOf(() => readCategories(text, 'c.csv')).faults.map(({ line, column, problem }) => [line, column, problem])).toEqual([
    [2, 5, 'min 3 is more than max 2'],
    [3, 3, '"A" of "g" is already in line 2'],
    [4, 5, 'min must be a whole number from 0, not "x"'],
    [5, 9, 'min_flex 2 is more than min 1'],
    [5, 11, 'max_flex 0 is less than max 1'],
  ])
})

test('a blank address is a household of its own', () => {
  const text = 'gender,area,street,no\nwoman,north,Long St,1\nwoman,north,long st ,1\nman,north,,\nman,north,,\n'
  const { pool } = readRespondents(text, quotas, { addressColumns: ['street', 'no'] })
  const homes = pool.people.map((person) => person.household)
  expect(homes[0]).toBe(homes[1])
  expect(homes.slice(2)).toEqual([undefined, undefined])
})
