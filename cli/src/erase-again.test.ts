import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '@ronghe/server/config.ts'
import { eraseEntriesAbout } from '@ronghe/server/platform/journal/erase.ts'
import { record } from '@ronghe/server/platform/journal/record.ts'
import { asOwner, givenServer, inDatabase } from '@ronghe/server/platform/database/template.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { createKeys, saveKeys } from '@ronghe/server/platform/privacy/keys.ts'
import { eraseAgain, type Erasers } from './erase-again.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  saveKeys({ data: town.platform.config.data }, createKeys(town.now()))
})
afterAll(() => town.close())

test('an erasure is made again inside the transaction of the restore, and what waits for its end is handed back', async () => {
  await town.deed((deed) => record(deed, { kind: 'people.test', about: town.idOf('chen'), sealed: { note: '来过' } }))
  const done: string[] = []
  const person: Erasers[string] = async (deed, id) => {
    await eraseEntriesAbout(deed, id)
    await deed.tx.deleteFrom('person').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
    deed.afterCommit(() => void done.push(`files of ${id}`))
  }
  const later = await inRestore((client) => eraseAgain(client, chenErased(), { ...here(), erasers: { person } }))
  expect(await town.rows('select 1 from person where id = $1', [town.idOf('chen')])).toEqual([])
  expect(await town.rows('select value from journal_entry where name = $1', ['note'])).toEqual([{ value: null }])
  expect(done).toEqual([])
  for (const work of later) await work()
  expect(done).toEqual([`files of ${town.idOf('chen')}`])
})

test('what this release cannot erase stops the restore instead of being passed over', async () => {
  await expect(inRestore((client) => eraseAgain(client, chenErased(), { ...here(), erasers: {} }))).rejects.toThrow(
    /erasures\.log names a person, which this release cannot erase/,
  )
})

test('of a street that the backup does not know there is nothing to erase', async () => {
  const person: Erasers[string] = () => Promise.reject(new Error('must not be called'))
  const erasure = { ...chenErased(), streetId: randomUUID() }
  expect(await inRestore((client) => eraseAgain(client, erasure, { ...here(), erasers: { person } }))).toEqual([])
})

test('an eraser that leaves work for later is told so', async () => {
  const person: Erasers[string] = (deed) => deed.platform.jobs.send(deed, 'later', {})
  await expect(inRestore((client) => eraseAgain(client, chenErased(), { ...here(), erasers: { person } }))).rejects.toThrow(
    'an eraser must do without the platform’s jobs',
  )
})

const here = () => ({ config: readConfig({ RONGHE_DATA: town.platform.config.data }), now: town.now() })
const chenErased = () => ({ streetId: town.street.id, id: randomUUID(), subject: 'person', subjectId: town.idOf('chen'), at: town.now() })

/** As restore does it: one transaction of the owner. */
async function inRestore<T>(work: (client: Parameters<typeof eraseAgain>[0]) => Promise<T>): Promise<T> {
  const server = givenServer(process.env)
  const [row] = await town.rows<{ name: string }>('select current_database() as name')
  if (!server || !row) throw new Error('the tests have no database')
  return asOwner(inDatabase(server.ownerUrl, row.name), async (client) => {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  })
}
