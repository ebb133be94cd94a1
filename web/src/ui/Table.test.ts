import { expect, test } from 'vitest'
import { type Column, sorted } from './Table.tsx'

interface Row {
  readonly name: string
  readonly left: number
}
const rows: readonly Row[] = [
  { name: '租赁备案', left: 10 },
  { name: '法律援助', left: 9 },
  { name: '居住证', left: 1 },
]
const columns: readonly Column<Row>[] = [
  { key: 'name', label: '事项', cell: (row) => row.name, sortBy: (row) => row.name },
  { key: 'left', label: '剩余', cell: (row) => row.left, sortBy: (row) => row.left, number: true },
  { key: 'plain', label: '备注', cell: () => '' },
]
const names = (sorting: Parameters<typeof sorted<Row>>[2]) => sorted(rows, columns, sorting, 'zh-CN').map((row) => row.name)

test('Chinese is sorted by its sound', () => {
  expect(names({ key: 'name', down: false })).toEqual(['法律援助', '居住证', '租赁备案'])
})

test('numbers are sorted as numbers, both ways', () => {
  expect(names({ key: 'left', down: false })).toEqual(['居住证', '法律援助', '租赁备案'])
  expect(names({ key: 'left', down: true })).toEqual(['租赁备案', '法律援助', '居住证'])
})

test('without a choice, or by a column that has no order, rows stay as they came', () => {
  expect(names(undefined)).toEqual(rows.map((row) => row.name))
  expect(names({ key: 'plain', down: true })).toEqual(rows.map((row) => row.name))
})
