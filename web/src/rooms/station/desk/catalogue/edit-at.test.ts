import { expect, test } from 'vitest'
import { editAt, freshId, valueAt } from './edit-at.ts'

const whole = { name: { 'zh-CN': '图书证' }, form: { pages: [{ id: 'a' }, { id: 'b' }] } }

test('a value is changed where the path leads, and the definition in force stays as it was', () => {
  const next = editAt(whole, 'form.pages.1.id', 'c')
  expect(next.form.pages).toEqual([{ id: 'a' }, { id: 'c' }])
  expect(whole.form.pages[1]).toEqual({ id: 'b' })
  expect(next.form.pages[0]).toBe(whole.form.pages[0])
})

test('what is taken out leaves no empty place behind', () => {
  const named = editAt(whole, 'name.en', 'Library card')
  expect(named.name).toEqual({ 'zh-CN': '图书证', en: 'Library card' })
  expect(editAt(named, 'name.en', undefined).name).toEqual({ 'zh-CN': '图书证' })
  expect(Object.keys(editAt(named, 'name.en', undefined).name)).not.toContain('en')
})

test('a place that is not there yet is made', () => {
  expect(editAt(whole, 'form.pages.0.help.zh-CN', '月份就行')).toMatchObject({
    form: { pages: [{ id: 'a', help: { 'zh-CN': '月份就行' } }, { id: 'b' }] },
  })
  expect(valueAt(whole, 'form.pages.5.id')).toBeUndefined()
})

test('a new id is one that nobody has', () => {
  expect(freshId('option', ['option', 'option2'])).toBe('option3')
  expect(freshId('page', [])).toBe('page')
})
