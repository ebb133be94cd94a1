import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../database/pool.ts'
import { asOwner, givenServer, inDatabase, makeTemplate } from '../database/template.ts'
import { forgetOld, rowsAtOnce } from './forget-old.ts'
import { retention } from './retention.ts'

const now = new Date('2026-11-23T02:00:00Z')
const [here, there, person] = [randomUUID(), randomUUID(), randomUUID()]
const name = `forget_${randomUUID().replaceAll('-', '').slice(0, 20)}`
const server = givenServer(process.env)
let database: Database
let owner: pg.Client

beforeAll(async () => {
  if (!server) throw new Error('the tests have no database: run them with vitest, which starts one')
  const template = await makeTemplate(server, [])
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${name} template ${template}`))
  owner = new pg.Client({ connectionString: inDatabase(server.ownerUrl, name) })
  await owner.connect()
  await owner.query(`insert into street (id, slug, name, created_at) values ($1, 's-street', '{}', now()), ($2, 't-street', '{}', now())`, [
    here,
    there,
  ])
  database = openDatabase(inDatabase(server.appUrl, name), { connections: 2 })
})
afterAll(async () => {
  await database?.close()
  await owner?.end()
  if (server) await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${name}`)).catch(() => undefined)
})
beforeEach(async () => {
  await keep(365)
  for (const street of [here, there]) await database.inStreet(street, 'write', (tx) => sql`delete from access_log`.execute(tx))
})

const look = (street: string, daysAgo: number, times = 1) =>
  database.inStreet(street, 'write', (tx) =>
    sql`insert into access_log (street_id, id, person_id, operation, purpose, at)
        select ${street}::uuid, gen_random_uuid(), ${person}::uuid, 'people.person.read', 'test', ${new Date(now.getTime() - daysAgo * 86_400_000)} from generate_series(1, ${times}::int)`.execute(
      tx,
    ),
  )
const left = async (street: string) =>
  database.inStreet(
    street,
    'read',
    async (tx) => (await sql<{ count: number }>`select count(*)::int as count from access_log`.execute(tx)).rows[0]!.count,
  )
const forget = () => database.inStreet(here, 'write', (tx) => forgetOld({ tx, street: { id: here }, now }))
const keep = (accessLogDays: number) =>
  database.inStreet(here, 'write', (tx) =>
    sql`insert into street_setting (street_id, key, value, changed_at) values (${here}::uuid, 'keeping', ${JSON.stringify({ accessLogDays })}::jsonb, ${now})
        on conflict (street_id, key) do update set value = excluded.value`.execute(tx),
  )

test('what was looked at 366 days ago is forgotten, 364 days ago is not, and the other street is not touched', async () => {
  await look(here, 366)
  await look(here, 364)
  await look(there, 366)
  expect(await forget()).toEqual({ deleted: { access_log: 1 }, more: false })
  expect([await left(here), await left(there)]).toEqual([1, 1])
})

test('a street in whose table 30 days were written past the door still keeps the access log for 180', async () => {
  await look(here, 170)
  await look(here, 190)
  await keep(30)
  expect(await forget()).toEqual({ deleted: { access_log: 1 }, more: false })
  expect(await left(here)).toBe(1)
})

test('when there is a great deal it goes in helpings, and says that some is left', async () => {
  await look(here, 400, rowsAtOnce + 5)
  expect(await forget()).toEqual({ deleted: { access_log: rowsAtOnce }, more: true })
  expect(await forget()).toEqual({ deleted: { access_log: 5 }, more: false })
})

test('every rule with a moment of its own can be carried out by the app’s role on the tables as they are', async () => {
  expect(retention.filter((rule) => rule.since).length).toBeGreaterThan(10)
  expect(await forget()).toEqual({ deleted: {}, more: false })
})
