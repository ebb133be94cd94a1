import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { system, type Actor } from '../auth/actor.ts'
import { uuid7 } from '../codes.ts'
import { openDatabase, type Database } from '../database/pool.ts'
import type { Street } from '../database/streets.ts'
import { asOwner, givenServer, inDatabase, makeTemplate } from '../database/template.ts'
import { sealer } from '../privacy/fields.ts'
import { createKeys } from '../privacy/keys.ts'
import type { JournalledDeed } from './record.ts'
import { openSequencer, type Sequencer } from './sequence.ts'
import { journalSigner, type Signer } from './signer.ts'

/** Two streets with nothing but their journals, on a database of their own. */
export interface JournalUnderTest {
  readonly ownerUrl: string
  readonly database: Database
  readonly street: Street
  readonly otherStreet: Street
  readonly sequencer: Sequencer
  readonly warnings: readonly string[]
  signerOf(streetId: string): Signer
  /** Another process: its own pool, its own sequencer, the same database. */
  secondProcess(): { readonly database: Database; readonly sequencer: Sequencer }
  /** Turns the clock. */
  at(moment: string): void
  now(): Date
  /** One transaction in the first street, or in another. */
  deed<T>(work: (deed: JournalledDeed) => Promise<T>, options?: { readonly street?: Street; readonly actor?: Actor }): Promise<T>
  /** The tables as the owner sees them. */
  rows<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export async function openJournal(): Promise<JournalUnderTest> {
  const server = givenServer(process.env)
  if (!server) throw new Error('the tests have no database: run them with vitest, which starts one')
  const name = `journal_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const template = await makeTemplate(server, [])
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${name} template ${template}`))
  const ownerUrl = inDatabase(server.ownerUrl, name)

  let moment = new Date('2026-11-23T01:00:00.000Z')
  const ring = createKeys(moment).shared
  const box = sealer(ring, 'intl')
  const signerOf = (streetId: string) => journalSigner(ring, streetId)
  const warnings: string[] = []
  const warn = (fields: object, line: string) => void warnings.push(`${line} ${JSON.stringify(fields)}`)
  const opened: Database[] = []
  const newProcess = () => {
    const database = openDatabase(inDatabase(server.appUrl, name), { connections: 4 })
    opened.push(database)
    const sequencer = openSequencer({ database, signerOf, clock: () => moment, log: { info: warn, warn, error: warn } })
    return { database, sequencer }
  }
  const first = newProcess()
  const streetNamed = (slug: string): Street => ({
    id: uuid7(moment.getTime()),
    slug,
    name: { 'zh-CN': slug, en: slug },
    zone: 'Asia/Shanghai',
    demo: false,
  })
  const street = streetNamed('s-street')
  const otherStreet = streetNamed('t-street')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const rows: JournalUnderTest['rows'] = async (text, values) => (await owner.query(text, values)).rows
  for (const { id, slug, name: words } of [street, otherStreet]) {
    await rows('insert into street (id, slug, name, created_at) values ($1, $2, $3, $4)', [id, slug, words, moment])
  }
  return {
    ...first,
    ownerUrl,
    street,
    otherStreet,
    warnings,
    signerOf,
    secondProcess: newProcess,
    at: (when) => void (moment = new Date(when)),
    now: () => moment,
    deed: (work, { street: where = street, actor = system } = {}) =>
      first.database.inStreet(where.id, 'write', (tx) => work({ tx, street: where, now: moment, actor, platform: { sealer: box } })),
    rows,
    async close() {
      await owner.end()
      for (const database of opened) await database.close()
      await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${name}`)).catch(() => undefined)
    },
  }
}

/** A resident at the phone, as far as the journal is concerned. */
export function residentActor(personId: string): Actor {
  return {
    kind: 'person',
    personId,
    sessionId: uuid7(0),
    session: 'open',
    assistantId: null,
    matter: null,
    about: null,
    posts: [],
    permissions: new Set(),
    secondFactor: false,
  }
}
