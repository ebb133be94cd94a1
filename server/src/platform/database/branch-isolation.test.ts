import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from './testing.ts'
import { givenServer, inDatabase } from './template.ts'

/** The walls by themselves (S3), with a table made by the owner as the room's migrations make theirs; the room within them is tried in walls.test.ts. */
let town: Town
let asBranch: pg.Client
let asApp: pg.Client
beforeAll(async () => {
  town = await openTown()
  const name = new URL(town.platform.database.pool.options.connectionString!).pathname.slice(1)
  await town.rows('create table branch.secret (word text not null)')
  await town.rows(`insert into branch.secret values ('canary')`)
  await town.rows('grant select on branch.secret to ronghe_branch')
  const server = givenServer(process.env)!
  asBranch = new pg.Client({ connectionString: inDatabase(server.branchUrl, name) })
  asApp = new pg.Client({ connectionString: inDatabase(server.appUrl, name) })
  await asBranch.connect()
  await asApp.connect()
})
afterAll(async () => {
  await asBranch.end()
  await asApp.end()
  await town.close()
})

test('the app’s role cannot read a table of the branch, not even learn its size', async () => {
  await expect(asApp.query('select * from branch.secret')).rejects.toThrow(/permission denied for schema branch/)
  await expect(asApp.query('create table branch.mine (x int)')).rejects.toThrow(/permission denied/)
  await expect(asApp.query(`select pg_relation_size('branch.secret')`)).rejects.toThrow(/permission denied/)
  await expect(asApp.query('set role ronghe_branch')).rejects.toThrow(/permission denied/)
})

test('the branch’s role reads its own, and of everybody else only that they exist', async () => {
  expect((await asBranch.query('select word from branch.secret')).rows).toEqual([{ word: 'canary' }])
  await asBranch.query(`begin; select enter_street('${town.street.id}')`)
  expect((await asBranch.query('select id from person where street_id = $1', [town.street.id])).rowCount).toBeGreaterThan(10)
  await expect(asBranch.query('select name_sealed from person')).rejects.toThrow(/permission denied/)
  await asBranch.query('rollback')
  for (const table of ['service_case', 'concern', 'appointment', 'session', 'journal_entry']) {
    await expect(asBranch.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  }
})
