import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportMyData } from '@ronghe/contract/people/my-data.ts'
import { leave } from '@ronghe/contract/people/leaving.ts'
import { erasers } from '@ronghe/server/app.ts'
import { backup } from '@ronghe/server/platform/database/backup.ts'
import { readErasures } from '@ronghe/server/platform/database/erasure-log.ts'
import { restore } from '@ronghe/server/platform/database/restore.ts'
import { asOwner, givenServer, inDatabase } from '@ronghe/server/platform/database/template.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'
import { installJobs } from '@ronghe/server/platform/jobs/jobs.ts'
import { openSequencer } from '@ronghe/server/platform/journal/sequence.ts'
import { fingerprints, saveKeys } from '@ronghe/server/platform/privacy/keys.ts'
import { openCounter } from '@ronghe/server/rooms/station/counter.testing.ts'
import { openStation } from '@ronghe/server/rooms/station/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseAgain } from './erase-again.ts'
import { busyResident, canary, latin, numbers, phone } from './erasing-everywhere.testing.ts'
import { verifyJournal } from './verify-journal.ts'

const server = givenServer(process.env)!
let town: Town
let townUrl = ''
const restored = `restored_${randomUUID().replaceAll('-', '').slice(0, 20)}`
const restoredUrl = inDatabase(server.ownerUrl, restored)
beforeAll(async () => {
  town = await openStation()
  await openCounter(town)
  const [row] = await town.rows<{ name: string }>('select current_database() as name')
  townUrl = inDatabase(server.ownerUrl, row!.name)
})
afterAll(async () => {
  await town?.close()
  await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${restored}`)).catch(() => undefined)
})

test('whoever used every room and leaves is in no table, sealed or not, no file, no log, and in no backup that is restored', async () => {
  const { personId, browser } = await busyResident(town)
  const phoneHash = town.platform.sealer.lookup(town.street.id, 'phone', phone).toString('hex')

  // The search is worth something: it finds the words where they lie, in the open and under seal.
  const before = await traces(townUrl, [canary, latin, numbers])
  for (const table of [
    'case_draft',
    'case_event',
    'case_external',
    'concern',
    'data_request',
    'dispute',
    'hazard',
    'idempotency',
    'message',
    'message_choice',
    'number_change',
    'person',
    'profile',
    'proxy',
    'rating',
    'rating_follow_up',
    'rating_follow_up_event',
    'service_case',
    'session',
    'ticket',
  ])
    expect(before.found, table).toContain(table)
  // Not one sealed value of the town is passed over because the search could not open it.
  expect(before.unopened).toEqual([])
  const copy = JSON.stringify(await browser.call(exportMyData))
  for (const part of ['名', '县', '话', '巷 7 号', '的申请', '的意见', '的纠纷', '门口的灯', '不满意', '带来了', '的事实'])
    expect(copy).toContain(`${canary}${part}`)

  const data = town.platform.config.data
  saveKeys({ data }, town.keys)
  await mkdir(join(data, 'backups'))
  const file = join(data, 'backups', 'before.backup')
  const kept = { keys: fingerprints(town.keys), files: join(data, 'files') }
  await backup(townUrl, file, { now: town.now(), ...kept })

  await browser.call(leave, { body: { sure: true } })
  await town.drain()
  await expectNothing(townUrl, personId, phoneHash)
  expect(await filesWith(join(data, 'files'), [canary, latin, numbers, personId])).toEqual([])
  const left = await fileNames(join(data, 'files'))

  await asOwner(server.ownerUrl, (client) => client.query(`create database ${restored}`))
  const later: (() => void | Promise<void>)[] = []
  const { erasedAgain } = await restore(restoredUrl, file, {
    keys: kept.keys,
    files: kept.files,
    erasures: await readErasures(data),
    erase: async (client, erasure) =>
      void later.push(...(await eraseAgain(client, erasure, { config: town.platform.config, now: town.now(), erasers }))),
    installJobs: () => installJobs(restoredUrl, []),
  })
  for (const work of later) await work()
  expect(erasedAgain).toBeGreaterThan(0)
  await expectNothing(restoredUrl, personId, phoneHash)
  expect(await fileNames(join(data, 'files'))).toEqual(left)

  expect(town.logged.join('\n')).not.toMatch(new RegExp([canary, latin, numbers, personId].join('|')))
}, 120_000)

test('the journal of the town still verifies, and says that entries were erased, not that they are missing', async () => {
  const { database, signerOf, clock, log } = town.platform
  town.at(new Date(town.now().getTime() + 2 * 86_400_000))
  await openSequencer({ database, signerOf, clock, log }).catchUp()
  const report = await verifyJournal(townUrl, { street: town.street.slug, now: town.now() })
  expect(report.streets.map(({ findings }) => findings)).toEqual([[]])
  expect(report.streets[0]!.erased).toBeGreaterThan(50)
})

/** Only the emptied row and the note of the erasure know the id; nothing knows the words, the number or its hash. */
async function expectNothing(url: string, personId: string, phoneHash: string): Promise<void> {
  const words = await traces(url, [canary, latin, numbers, phoneHash])
  expect(words).toEqual({ found: [], unopened: [] })
  expect((await traces(url, [personId])).found).toEqual(['erasure', 'person'])
}

interface Traces {
  readonly found: readonly string[]
  readonly unopened: readonly string[]
}

/** Every row of every table of every schema as text, and every sealed value opened. */
async function traces(url: string, needles: readonly string[]): Promise<Traces> {
  return asOwner(url, async (client) => {
    await client.query('set row_security = off')
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
    )
    const found = new Set<string>()
    const unopened = new Set<string>()
    for (const { schema, name } of tables) {
      const { rows } = await client.query<Record<string, unknown>>(`select t.*, t::text as "asText" from "${schema}"."${name}" t`)
      for (const row of rows) {
        const texts = [String(row['asText'])]
        for (const [column, value] of Object.entries(row)) {
          const sealed = sealedIn(name, column, value)
          if (!sealed) continue
          const text = opened(name, column, row, sealed)
          if (text === undefined) unopened.add(`${name}.${column}`)
          else texts.push(text)
        }
        if (needles.some((needle) => texts.some((text) => text.includes(needle)))) found.add(name)
      }
    }
    return { found: [...found].toSorted(), unopened: [...unopened].toSorted() }
  })
}

function sealedIn(table: string, column: string, value: unknown): Buffer | undefined {
  if (column.endsWith('_sealed') && Buffer.isBuffer(value)) return value
  const isWord = table === 'journal_entry' && column === 'value' && typeof value === 'string'
  return isWord && !/^[0-9a-f-]{36}$|^(system|anonymous)$/.test(value) ? Buffer.from(value, 'base64') : undefined
}

/** Sealed values are bound to their place; a row is known by its id, its person, or the names the journal and the replies use. */
function opened(table: string, column: string, row: Readonly<Record<string, unknown>>, sealed: Buffer): string | undefined {
  const places = [
    row['id'],
    row['person_id'],
    `${String(row['operation'])} ${String(row['key'])}`,
    `${String(row['leaf_id'])} ${String(row['name'])}`,
  ]
  for (const place of places) {
    try {
      return town.platform.sealer.open({ street: String(row['street_id']), table, column, row: String(place) }, sealed)
    } catch {
      continue
    }
  }
  return undefined
}

const fileNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
    .toSorted()

async function filesWith(folder: string, needles: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of await fileNames(folder)) {
    const bytes = await readFile(name)
    if (needles.some((needle) => name.includes(needle) || bytes.includes(needle))) found.push(name)
  }
  return found
}
