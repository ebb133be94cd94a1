import { expect, test } from 'vitest'
import { greeting } from './greeting.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh-CN.ts'

test('the greeting follows the clock of the street', () => {
  expect(greeting(zh, '陈国强', new Date('2026-11-23T06:00:00Z'))).toBe('陈国强，下午好。')
  expect(greeting(zh, '陈国强', new Date('2026-11-22T23:30:00Z'))).toBe('陈国强，早上好。')
  expect(greeting(zh, '陈国强', new Date('2026-11-23T15:00:00Z'))).toBe('陈国强，夜里好。')
})

test('a stranger is greeted without a name', () => {
  expect(greeting(zh, '', new Date('2026-11-23T04:30:00Z'))).toBe('中午好。')
  expect(greeting(en, '', new Date('2026-11-23T12:00:00Z'))).toBe('Good evening.')
})
