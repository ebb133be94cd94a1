import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from './testing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const seed = 20261123

test('a query without an entered street sees no row and may write none', async () => {
  const { rows } = await town.platform.database.pool.query('select count(*)::int as count from person')
  expect(rows[0].count).toBe(0)
  await expect(
    town.platform.database.pool.query(`insert into counter (street_id, name, value) values ($1, 'x', 1)`, [town.street.id]),
  ).rejects.toThrow(/row-level security/)
})

test('over random requests through one pool no street sees a row of another', async () => {
  const canaries = { [town.street.id]: 'canary-of-s', [town.otherStreet.id]: 'canary-of-t' }
  for (const street of [town.street, town.otherStreet]) {
    await town.deed(
      ({ tx, now }) =>
        tx
          .insertInto('street_setting')
          .values({ street_id: street.id, key: 'canary', value: JSON.stringify(canaries[street.id]), changed_at: now })
          .execute(),
      { street },
    )
  }
  const tables = ['person', 'street_setting', 'organ', 'post', 'appointment', 'profile', 'group_choice'] as const
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ first: fc.boolean(), table: fc.constantFrom(...tables), fails: fc.boolean() }), { minLength: 5, maxLength: 20 }),
      async (requests) => {
        await Promise.all(
          requests.map(async ({ first, table, fails }) => {
            const street = first ? town.street : town.otherStreet
            const seen = town.platform.database.inStreet(street.id, 'read', async (tx) => {
              const rows = await tx.selectFrom(table).select('street_id').execute()
              if (fails) await sql`select 1/0`.execute(tx)
              return rows
            })
            const rows = await seen.catch(() => [])
            expect(rows.filter((row) => row.street_id !== street.id)).toEqual([])
          }),
        )
      },
    ),
    { seed, numRuns: 30 },
  )
}, 60_000)

test('the control: with the policy off the same look does find foreign rows', async () => {
  const owner = await town.rows<{ street_id: string }>('select distinct street_id from person')
  expect(owner).toHaveLength(2)
})

test('after a time-out in one street the next thousand reads of another see nothing of it', async () => {
  const slow = town.platform.database.inStreet(town.street.id, 'read', (tx) => sql`select pg_sleep(6)`.execute(tx))
  await expect(slow).rejects.toThrow()
  for (let round = 0; round < 50; round++) {
    const rows = await Promise.all(
      Array.from({ length: 20 }, () =>
        town.platform.database.inStreet(town.otherStreet.id, 'read', (tx) => tx.selectFrom('person').select('street_id').execute()),
      ),
    )
    expect(rows.flat().filter((row) => row.street_id !== town.otherStreet.id)).toEqual([])
  }
}, 60_000)

test('a read is refused any write by the database itself', async () => {
  await expect(town.platform.database.inStreet(town.street.id, 'read', (tx) => tx.deleteFrom('person').execute())).rejects.toThrow(
    /read-only/,
  )
})

test('the app’s role owns nothing and cannot switch row-level security off', async () => {
  const client = new pg.Client({ connectionString: town.platform.database.pool.options.connectionString })
  await client.connect()
  try {
    await client.query('set row_security = off')
    await expect(client.query('select * from person')).rejects.toThrow(/row-level security/)
    await expect(client.query('alter table person disable row level security')).rejects.toThrow(/owner/)
  } finally {
    await client.end()
  }
})
