import { expect, test } from 'vitest'
import { centsOf, linesOf, nothingWritten, toDraft } from './writing.ts'

test('one point on each line; empty lines and blanks at the ends are no points', () => {
  expect(linesOf(' 一 \n\n二\n')).toEqual(['一', '二'])
})

test('yuan as people type them, and nothing else, are cents', () => {
  expect(['1200', '1,200.5', '0', '一千', '', '-3', '1.234'].map(centsOf)).toEqual([120_000, 120_050, 0, null, null, null, null])
})

test('what was answered for another way of finding common ground is not sent', () => {
  const both = { ...nothingWritten, conversationId: 'c', statementIds: ['s'], exemptAs: 'safety' as const }
  expect(toDraft({ ...both, ground: 'exempt' })).toMatchObject({ conversationId: null, statementIds: [], exemptAs: 'safety' })
  expect(toDraft({ ...both, ground: 'from' })).toMatchObject({ conversationId: 'c', statementIds: ['s'], exemptAs: null })
})
