import { expect, test } from 'vitest'
import { readLines, writeLines } from './typed-lines.ts'

test('lines become items with keys of their own, and come back as they were typed', () => {
  const items = readLines('帮到了人 | It helped\n\n  传手艺 ')
  expect(items).toEqual([
    { key: 'itemA', name: { 'zh-CN': '帮到了人', en: 'It helped' } },
    { key: 'itemB', name: { 'zh-CN': '传手艺' } },
  ])
  expect(readLines(writeLines(items))).toEqual(items)
})

test('an item whose words change keeps its key', () => {
  const before = [{ key: 'helped', name: { 'zh-CN': '帮到了人' } }]
  expect(readLines('真的帮到了人\n又一条', before).map(({ key }) => key)).toEqual(['helped', 'itemB'])
})
