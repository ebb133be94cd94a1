import { expect, test } from 'vitest'
import { firstOpenStep, mayShow, nothingSaid, toBody } from './speaking.ts'

const said = { ...nothingSaid, way: 'anonymous', staff: 'no', topic: 'safety', words: '巷口路灯不亮' } as const

test('a question is shown when those before it are answered; the place may stay unsaid', () => {
  expect(firstOpenStep(nothingSaid)).toBe('start')
  expect(mayShow('staff', nothingSaid)).toBe(false)
  expect(mayShow('words', { ...said, words: '' })).toBe(true)
  expect(mayShow('check', { ...said, words: ' ' })).toBe(false)
  expect(mayShow('check', said)).toBe(true)
})

test('what was left open is not sent', () => {
  expect(toBody(said)).toEqual({ words: '巷口路灯不亮', topic: 'safety' })
})

test('what is said about staff goes through no organ, whatever was chosen before', () => {
  const about = { ...said, staff: 'yes', organId: 'o', throughOrganId: 'x' } as const
  expect(toBody(about)).toEqual({ words: '巷口路灯不亮', topic: 'safety', aboutStaff: { organId: 'o', postId: null } })
})
