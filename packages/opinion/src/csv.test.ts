import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvRows } from './csv-rows.ts'
import { readGroups } from './read-groups.ts'
import { readParticipants, readStatementGroups, readSummary } from './read-reports.ts'
import { readStatements } from './read-statements.ts'
import { readVotes } from './read-votes.ts'
import { exported, exportedFile, hasSharedData } from './shared-data.testing.ts'

const votes = 'timestamp,datetime,comment-id,voter-id,vote\n1,x,10,7,1\n2,x,10,8,-1\n3,x,11,7,0\n'

test('a file of votes with a byte-order mark, CRLF, further columns and a quoted line break', () => {
  const text = '\uFEFFextra,comment-id,voter-id,vote,timestamp\r\n"a\r\n""b"", c",10,7,1,5\r\n\r\nx,11,7,-1,6'
  const { store } = readVotes(text)
  expect(store.votes).toBe(2)
  expect(store.people.idOf(0)).toBe('7')
  expect([...store.votesOf(7)]).toEqual([2, 4])
})

test('the latest vote counts, wherever its row stands', () => {
  const { store } = readVotes(`${votes}9,x,10,7,-1\n5,x,10,7,0\n`)
  expect(store.casts).toBe(5)
  expect(store.votes).toBe(3)
  expect([...store.votesOf(7)].sort()).toEqual([0, 4 + 1])
})

test('without times it says when it needed them', () => {
  expect(readVotes(votes, { times: false }).timesNeeded).toBe(false)
  expect(readVotes(`${votes}9,x,10,7,-1\n`, { times: false }).timesNeeded).toBe(false)
  expect(readVotes(`${votes}1,x,10,7,-1\n`, { times: false }).timesNeeded).toBe(true)
})

test.each([
  ['comment-id,voter-id,vote\n1,2,1\n1,3,2\n', 'line 3, column 3: the vote "2" is not 1, 0 or -1; the row: 1,3,2'],
  ['comment-id,voter-id,vote\n1,,1\n', 'line 2, column 2: the voter-id is missing; the row: 1,,1'],
  ['comment-id,voter-id,vote\n1,2\n', 'line 2: 2 fields where the header has 3; the row: 1,2'],
  ['comment-id,voter,vote\n1,2,1\n', 'line 1: there is no column "voter-id"; the columns are comment-id, voter, vote'],
  ['comment-id,voter-id,vote\n1,"2,1\n', 'line 2: the quotation that begins here never ends'],
  ['timestamp,comment-id,voter-id,vote\nnoon,1,2,1\n', 'line 2, column 1: the timestamp "noon" is not a whole number; the row: noon,1,2,1'],
  ['', 'line 1: the file is empty'],
])('what is wrong with %j is said with its place', (text, message) => {
  expect(() => readVotes(text)).toThrow(message)
})

test('text that is not UTF-8 is refused with its place', () => {
  const bytes = new TextEncoder().encode('comment-id,voter-id,vote\n1,?,1\n')
  bytes[bytes.indexOf(63)] = 0xff
  expect(() => readVotes(bytes)).toThrow('line 2, column 2: this is not UTF-8 text')
})

test('however the bytes are cut into pieces, the rows are the same', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '融', ' '), maxLength: 6 })
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, size, mark) => {
      const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')
      const bytes = new TextEncoder().encode(`${mark ? '\uFEFF' : ''}${quoted}`)
      const read: string[][] = []
      const reader = new CsvRows((row) => read.push(Array.from({ length: row.size }, (_, at) => row.text(at))))
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size))
      reader.end()
      expect(read).toEqual(rows)
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

test('statements, groups, summary, participants and group counts', () => {
  expect(readStatements('comment-id,moderated,is-meta,comment-body\n3,-1,true,"a, b"\n4,0,false,c\n')).toMatchObject([
    { id: '3', moderated: -1, meta: true, text: 'a, b' },
    { id: '4', moderated: 0, meta: false, text: 'c' },
  ])
  expect(() => readStatements('comment-id\n3\n3\n')).toThrow('line 3, column 1: statement 3 is there twice')
  expect(() => readStatements('comment-id,moderated\n3,maybe\n')).toThrow('moderated "maybe" is not 1, 0 or -1')
  expect(readGroups('voter-id,group\n1,local\nwang,newcomer\n').get('wang')).toBe('newcomer')
  expect(() => readGroups('voter-id,group\n1,local\n1,newcomer\n')).toThrow('voter 1 is in "local" and in "newcomer"')
  expect(readSummary('topic,"a\nb"\nvoters,3\n').get('topic')).toBe('a\nb')
  const { store, groupOf } = readParticipants('participant,xid,group-id,n-votes,5,6\n1,q,0,2,1,-1\n2,r,,0,,\n')
  expect([store.votes, groupOf.size]).toEqual([2, 1])
  const counts =
    'comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,group-a-votes,group-a-agrees,group-a-disagrees,group-a-passes'
  expect(readStatementGroups(`${counts}\n1,x,6,3,2,1,2,1,1,0\n`)[0]!.groups['a']).toEqual({ agree: 1, disagree: 1, pass: 0, seen: 2 })
})

test.skipIf(!hasSharedData).each(exported)('%s: the last votes in votes.csv are those in participants-votes.csv', (conversation) => {
  const { store } = readVotes(exportedFile(conversation, 'votes.csv'))
  const { store: table } = readParticipants(exportedFile(conversation, 'participants-votes.csv'))
  let compared = 0
  for (let person = 0; person < table.people.size; person++) {
    const voter = table.people.idOf(person)
    const told = new Map(Array.from(table.votesOf(voter), (cell) => [table.statements.idOf(cell >> 2), cell & 3]))
    for (const cell of store.votesOf(voter)) {
      const id = store.statements.idOf(cell >> 2)
      if (!told.has(id)) continue
      expect([voter, id, cell & 3]).toEqual([voter, id, told.get(id)])
      compared++
    }
  }
  expect(compared).toBeGreaterThan(0.9 * store.votes)
  expect(readStatements(exportedFile(conversation, 'comments.csv')).length).toBeGreaterThan(20)
  expect(readSummary(exportedFile(conversation, 'summary.csv')).get('voters')).toMatch(/^\d+$/)
})
