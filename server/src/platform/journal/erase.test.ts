import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { eraseEntriesAbout } from './erase.ts'
import { evidenceOf } from './proof.ts'
import { record } from './record.ts'
import { openJournal, residentActor, type JournalUnderTest } from './testing.ts'

const leaving = '0190a000-0000-7000-8000-000000000001'
const staying = '0190a000-0000-7000-8000-000000000002'
let journal: JournalUnderTest
const opened: JournalUnderTest[] = []
beforeEach(async () => {
  journal = await openJournal()
  opened.push(journal)
})
afterAll(async () => {
  for (const each of opened) await each.close()
})

test('after an erasure nothing in the journal names the person or says their words, and the proof still holds', async () => {
  const canary = `canary ${randomUUID()}`
  const about = await journal.deed((deed) => record(deed, { kind: 'test.deed', about: leaving, sealed: { words: canary } }))
  await journal.deed((deed) => record(deed, { kind: 'test.deed' }), { actor: residentActor(leaving) })
  await journal.sequencer.catchUp()
  // The words are there, but not to be read without the key.
  const [{ value: sealed }] = (await journal.rows<{ value: string }>(`select value from journal_entry where name = 'words'`)) as [
    { value: string },
  ]
  expect(await everythingWritten()).toContain(leaving)
  expect(await everythingWritten()).not.toContain(canary)

  expect(await journal.deed((deed) => eraseEntriesAbout(deed, leaving), { actor: residentActor(leaving) })).toBe(3)
  await journal.sequencer.catchUp()
  const left = await everythingWritten()
  expect(left).not.toContain(sealed)
  expect(left).not.toContain(leaving)
  const { proof } = await journal.deed((deed) => evidenceOf(deed, about, journal.signerOf(journal.street.id)))
  expect(proof).toMatchObject({ index: 0, head: { size: 3 } })
})

test('what concerns others stays', async () => {
  await journal.deed((deed) => record(deed, { kind: 'test.deed', about: leaving }), { actor: residentActor(staying) })
  await journal.deed((deed) => eraseEntriesAbout(deed, leaving))
  const rows = await journal.rows<{ name: string; value: string | null }>('select name, value from journal_entry order by leaf_id, name')
  expect(rows).toContainEqual({ name: 'actor', value: staying })
  expect(rows).toContainEqual({ name: 'about', value: null })
})

test('another street’s entries about the same person are not touched', async () => {
  await journal.deed((deed) => record(deed, { kind: 'test.deed', about: leaving }), { street: journal.otherStreet })
  expect(await journal.deed((deed) => eraseEntriesAbout(deed, leaving))).toBe(0)
  expect(await everythingWritten()).toContain(leaving)
})

test('the journal notes how many entries were erased, by date, and erasing again leaves no note', async () => {
  await journal.deed((deed) => record(deed, { kind: 'test.deed', about: leaving, sealed: { words: 'x' } }))
  await journal.deed((deed) => eraseEntriesAbout(deed, leaving))
  await journal.deed((deed) => eraseEntriesAbout(deed, leaving))
  const notes = await journal.rows<{ commitments: Record<string, string> }>(
    `select commitments from journal_leaf where kind = 'journal.entries.erase'`,
  )
  expect(notes.map(({ commitments }) => commitments['entries'])).toEqual(['plain:2'])
  const [{ when }] = (await journal.rows<{ when: Date }>(
    'select distinct erased_at as when from journal_entry where erased_at is not null',
  )) as [{ when: Date }]
  expect(when.toISOString()).toBe('2026-11-23T00:00:00.000Z')
})

/** Every row of every journal table as text. */
async function everythingWritten(): Promise<string> {
  let written = ''
  for (const table of ['journal_leaf', 'journal_entry', 'journal_node', 'journal_head']) {
    for (const { text } of await journal.rows<{ text: string }>(`select t::text as text from ${table} t`)) written += `${text}\n`
  }
  return written
}
