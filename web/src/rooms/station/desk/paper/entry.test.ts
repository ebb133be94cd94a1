import { expect, test } from 'vitest'
import { dayOfEntry, newEntry, toFiling } from './entry.ts'

const caseId = '01931d7a-0000-7000-8000-000000000001'
const person = '01931d7a-0000-7000-8000-000000000002'
const entry = { ...newEntry(caseId, '2026-11-23'), consents: ['externalParty'] }

test('paper keeps the time on it, by the clock of the street', () => {
  const paper = toFiling({ ...entry, channel: 'paper', day: '2026-11-20', time: '16:05' }, person, 'libraryCard', 1, {})
  expect(paper.filedAt).toBe('2026-11-20T16:05:00+08:00')
  expect(toFiling(entry, person, 'libraryCard', 1, {})).not.toHaveProperty('filedAt')
})

test('the rules of the form look at the day on the paper, and never at a day ahead', () => {
  expect(dayOfEntry({ channel: 'paper', day: '2026-11-20' }, '2026-11-23')).toBe('2026-11-20')
  expect(dayOfEntry({ channel: 'paper', day: '2026-12-01' }, '2026-11-23')).toBe('2026-11-23')
  expect(dayOfEntry({ channel: 'desk', day: '2026-11-20' }, '2026-11-23')).toBe('2026-11-23')
})

test('nobody agrees in the place of somebody else', () => {
  const behalf = { kind: 'relative' as const, name: ' 刘强 ', phone: '', relation: '丈夫', authority: '户口簿' }
  const filing = toFiling({ ...entry, channel: 'onBehalf', behalf }, person, 'libraryCard', 1, {})
  expect(filing.consents).toEqual([])
  expect(filing.onBehalf).toEqual({ kind: 'relative', name: '刘强', relation: '丈夫', authority: '户口簿' })
  expect(toFiling(entry, person, 'libraryCard', 1, {}).consents).toEqual(['externalParty'])
})
