import { expect, test } from 'vitest'
import { valueAt } from './answers.ts'
import { filed, permit } from './sample-form.test-data.ts'
import { withoutAnswers } from './without-answers.ts'

test('when a case is closed the ID number goes and the rest stays', () => {
  const { idNumber: _gone, ...rest } = filed
  expect(withoutAnswers(permit, filed, (field) => field.kind === 'idNumber')).toEqual(rest)
})

test('answers to a question that was later hidden, and inside a repeated page, go as well', () => {
  const stored = { ...filed, basis: 'dwelling', stranger: 'x' }
  const left = withoutAnswers(permit, stored, (field) => field.kind === 'text' || field.sensitive === true)
  expect(JSON.stringify(left)).not.toMatch(/荆楚|小满|松柏小学|110105|stranger/)
  expect(left).toMatchObject({ children: [{ school: true }], basis: 'dwelling', contract: true })
})

test('one covered answer can be looked up by the path of its line', () => {
  expect(valueAt(filed, 'idNumber')).toBe('11010519491231002X')
  expect(valueAt(filed, 'children.0.schoolName')).toBe('松柏小学')
  expect(valueAt(filed, 'children.1.schoolName')).toBeUndefined()
  expect(valueAt(filed, 'children.__proto__')).toBeUndefined()
})
