import { checkDefinition, validateForm, type Field } from '@ronghe/forms'
import { expect, test } from 'vitest'
import { type PatternKind, sortNames, toExpression, toPatternKind } from './pattern-kinds.ts'

const title = { 'zh-CN': '题', en: 'question' }
const asking = (expression: string) => ({
  id: 'f',
  version: 1,
  pages: [{ id: 'p', title, fields: [{ id: 'a', kind: 'text', pattern: { expression, message: title } } as Field] }],
})
const accepts = (pattern: PatternKind, text: string) => validateForm(asking(toExpression(pattern)), { a: text }, '2026-11-23').length === 0

test('each sort takes its own signs and no others, as many as said', () => {
  expect(accepts({ kind: 'digits', least: 4, most: 6 }, '1234')).toBe(true)
  expect(accepts({ kind: 'digits', least: 4, most: 6 }, '123')).toBe(false)
  expect(accepts({ kind: 'digits', least: 4, most: 6 }, '12a4')).toBe(false)
  expect(accepts({ kind: 'han', least: 2, most: 4 }, '陈国强')).toBe(true)
  expect(accepts({ kind: 'lettersDigits', least: 3, most: 3 }, 'A1b')).toBe(true)
  expect(accepts({ kind: 'letters', least: 1, most: 3 }, 'A1')).toBe(false)
})

test('what is written is read back as it was, and an expression of one’s own stays as it is', () => {
  for (const kind of sortNames)
    for (const most of [4, 9]) {
      const pattern = { kind, least: 4, most }
      expect(toPatternKind(toExpression(pattern))).toEqual(pattern)
      expect(checkDefinition(asking(toExpression(pattern)))).toEqual([])
    }
  expect(toPatternKind('粤[A-Z]\\d{5}')).toEqual({ kind: 'own', expression: '粤[A-Z]\\d{5}' })
})
