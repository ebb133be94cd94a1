import { expect, test } from 'vitest'
import { mapOpinions } from './map-opinions.ts'
import { readParticipants, readStatementGroups, readSummary } from './read-reports.ts'
import { readStatements } from './read-statements.ts'
import { readVotes } from './read-votes.ts'
import { streetVotes } from './s-street.testing.ts'
import { commentGroupsCsv, commentsCsv, participantsCsv, summaryCsv, votesCsv } from './write-csv.ts'
import { resultOf } from './write-result.ts'

const votes = streetVotes()
const { store } = readVotes([...votesCsv(votes)].join(''))
const statements = Array.from({ length: 16 }, (_, at) => ({
  id: String(at),
  text: at === 3 ? 'Quiet,\n"really" quiet' : `融合 ${at}`,
  moderated: 1 as const,
  meta: at === 5,
  author: String(at % 3),
  time: 1_770_000_000_000,
}))
const landscape = mapOpinions(store, { statements, resamples: 0 })

test('the five files written are read again as they were', () => {
  expect(store.votes).toBe(votes.length)
  expect(readStatements([...commentsCsv(statements, landscape)].join(''))).toEqual(statements)
  const table = readParticipants([...participantsCsv(landscape, store, statements)].join(''))
  expect(resultOf(mapOpinions(table.store, { statements, resamples: 0 }))).toEqual(resultOf(landscape))
  expect(table.groupOf.size).toBe(landscape.groups.reduce((sum, { size }) => sum + size, 0))
  const byGroup = readStatementGroups([...commentGroupsCsv(statements, landscape)].join(''))
  byGroup.forEach(({ total, groups, text }, at) => {
    const { agree, disagree, pass, seen } = landscape.statements[at]!
    expect(total).toEqual({ agree, disagree, pass, seen })
    expect(Object.values(groups)).toEqual(landscape.statements[at]!.byGroup)
    expect(text).toBe(statements.find(({ id }) => id === landscape.statements[at]!.id)!.text)
  })
  const summary = readSummary([...summaryCsv(landscape, { topic: 'Night market, "S Street"' })].join(''))
  expect(summary.get('topic')).toBe('Night market, "S Street"')
  expect(summary.get('voters')).toBe('80')
})
