import { expect, test } from 'vitest'
import { faultsIn, newEntry, saidIn } from './entry.ts'

const said = { ...newEntry('2026-11-23'), topic: 'housing', words: ' 水管漏了 ' }

test('a concern carried for somebody needs their agreement; one taken down at the window does not', () => {
  expect(faultsIn(said, 'carry')).toEqual(['agreed'])
  expect(faultsIn({ ...said, agreed: true }, 'carry')).toEqual([])
  expect(faultsIn(said, 'enter')).toEqual([])
})

test('under an account only when the account was found', () => {
  expect(faultsIn({ ...said, hasAccount: 'yes' }, 'enter')).toEqual(['person'])
  expect(faultsIn({ ...said, hasAccount: 'yes', personId: 'p' }, 'enter')).toEqual([])
})

test('only what was said is sent', () => {
  expect(saidIn(said)).toEqual({ words: '水管漏了', topic: 'housing' })
  expect(saidIn({ ...said, staff: 'yes', organId: 'o' })).toEqual({ words: '水管漏了', topic: 'housing', aboutStaff: { organId: 'o' } })
  expect(saidIn({ ...said, organId: 'o' }), 'an organ chosen and then taken back').toEqual({ words: '水管漏了', topic: 'housing' })
})
