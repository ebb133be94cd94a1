import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuid7 } from '../../platform/codes.ts'
import { listTables, plainName } from '../../platform/database/backup-contents.ts'
import { asOwner, givenServer, inDatabase } from '../../platform/database/template.ts'
import { createRoundKey, destroyRoundKey, findPseudonym, hasRoundKey, pseudonymOf } from '../../platform/privacy/round-keys.ts'
import { opinionRows } from './compass.ts'
import { closeRound, destroyDueKeys, openRound } from './stance-rounds.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
let asApp: pg.Client
let asBranch: pg.Client
let database: string
beforeAll(async () => {
  town = await openCouncil()
  database = new URL(town.platform.database.pool.options.connectionString!).pathname.slice(1)
  const server = givenServer(process.env)!
  asApp = new pg.Client({ connectionString: inDatabase(server.appUrl, database) })
  asBranch = new pg.Client({ connectionString: inDatabase(server.branchUrl, database) })
  await asApp.connect()
  await asBranch.connect()
})
afterAll(async () => {
  await asApp.end()
  await asBranch.end()
  await town.close()
})

/** The tables of the closed schema, those of allocation included, as they stand in the catalogue. */
const closedTables = async () =>
  (
    await town.rows<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'stance'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    )
  ).map(({ name }) => name)

describe('the schema of stances is closed', () => {
  test('no role that serves requests can read, write or empty a table of it', async () => {
    const tables = await closedTables()
    expect(tables).toEqual(expect.arrayContaining(['opinion', 'voter']))
    for (const client of [asApp, asBranch])
      for (const table of tables)
        for (const statement of [
          `select * from stance.${table}`,
          `select count(*) from stance.${table}`,
          `insert into stance.${table} default values`,
          `update stance.${table} set street_id = street_id`,
          `delete from stance.${table}`,
          `truncate stance.${table}`,
          `copy stance.${table} to stdout`,
          `create table stance.mine as select * from stance.${table}`,
        ])
          await expect(client.query(statement), statement).rejects.toThrow(/permission denied/)
  })

  test('nothing is granted on it to anybody but the owner', async () => {
    const granted = await town.rows(
      `select c.relname, a.grantee::regrole::text as grantee from pg_class c cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
       where c.relnamespace = 'stance'::regnamespace and c.relkind in ('r', 'p') and a.grantee <> c.relowner`,
    )
    expect(granted).toEqual([])
  })

  test('the branch’s role may not even call its functions, and the app’s only those that are listed here', async () => {
    const callable = await town.rows<{
      name: string
      app: boolean
      branch: boolean
      public: boolean
      path: string[] | null
      definer: boolean
    }>(
      `select p.proname as name, has_function_privilege('ronghe_app', p.oid, 'execute') as app, has_function_privilege('ronghe_branch', p.oid, 'execute') as branch,
              has_function_privilege('public', p.oid, 'execute') as public, p.proconfig as path, p.prosecdef as definer
       from pg_proc p where p.pronamespace = 'stance'::regnamespace order by 1`,
    )
    expect(callable.filter((one) => one.branch || one.public)).toEqual([])
    for (const one of callable.filter(({ app }) => app))
      expect([one.definer, one.path]).toEqual([true, expect.arrayContaining(['search_path=pg_catalog, pg_temp'])])
    expect(callable.filter(({ app }) => app).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'cast_opinion',
        'count_opinions',
        'count_voters',
        'forget_voter',
        'opinion_rows',
        'own_opinions',
        'take_back_opinion',
      ]),
    )
    await expect(asBranch.query(`select * from stance.own_opinions($1, $2)`, [uuid7(0), randomBytes(32)])).rejects.toThrow(
      /permission denied/,
    )
  })

  test('no function gives out a pseudonym', async () => {
    const replies = await town.rows<{ name: string; reply: string }>(
      `select p.proname as name, pg_get_function_result(p.oid) as reply from pg_proc p where p.pronamespace = 'stance'::regnamespace`,
    )
    expect(replies.length).toBeGreaterThan(7)
    for (const { reply } of replies) expect(reply).not.toMatch(/bytea|voter |record/)
  })

  test('outside of a street every function refuses, and the other street’s round is empty', async () => {
    const round = uuid7(town.now().getTime())
    for (const ask of [
      `select * from stance.count_opinions('${round}')`,
      `select * from stance.count_voters('${round}')`,
      `select * from stance.opinion_rows('${round}')`,
      `select * from stance.own_opinions('${round}', '\\x00')`,
      `select stance.cast_opinion('${round}', '\\x00', '${round}', 1)`,
      `select stance.take_back_opinion('${round}', '\\x00', '${round}')`,
      `select stance.forget_voter('${round}', '\\x00')`,
    ])
      await expect(asApp.query(ask), ask).rejects.toThrow('no street was entered')
  })

  test('a backup holds its tables', async () => {
    const server = givenServer(process.env)!
    const saved = (await asOwner(inDatabase(server.ownerUrl, database), listTables)).map(plainName)
    for (const table of await closedTables()) expect(saved).toContain(`stance.${table}`)
  })
})

describe('the key of a round', () => {
  const inTown = () => ({ street: town.street, platform: town.platform })
  const fileOf = (round: string) => join(town.platform.config.data, 'round-keys', town.street.id, round)

  test('lies in a file of its own that nobody else may read, sealed; a person has one pseudonym in a round and unrelated ones in two', () => {
    const [one, two] = [uuid7(1), uuid7(2)]
    for (const round of [one, two]) createRoundKey(inTown(), round)
    expect(statSync(fileOf(one)).mode & 0o777).toBe(0o600)
    expect(statSync(join(fileOf(one), '..')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(fileOf(one), '..')).filter((name) => name.endsWith('.new'))).toEqual([])
    const zhou = town.idOf('zhou')
    expect(pseudonymOf(inTown(), one, zhou)).toEqual(pseudonymOf(inTown(), one, zhou))
    expect(pseudonymOf(inTown(), one, zhou)).not.toEqual(pseudonymOf(inTown(), two, zhou))
    expect(pseudonymOf(inTown(), one, zhou)).not.toEqual(pseudonymOf(inTown(), one, town.idOf('heYong')))
    expect(() => createRoundKey(inTown(), one)).toThrow(/EEXIST/)
  })

  test('is asked for and gone: nobody gets a new one', () => {
    const round = uuid7(3)
    createRoundKey(inTown(), round)
    destroyRoundKey(inTown(), round)
    expect(findPseudonym(inTown(), round, town.idOf('zhou'))).toBeUndefined()
    expect(() => pseudonymOf(inTown(), round, town.idOf('zhou'))).toThrow('round-key-gone')
  })

  test('is destroyed 90 days after the close, not before, in the journal', async () => {
    const round = uuid7(town.now().getTime())
    const never = uuid7(town.now().getTime())
    await town.deed((deed) => openRound(deed, never, 'allocation'))
    await town.deed((deed) => openRound(deed, round, 'conversation'))
    await town.deed((deed) => closeRound(deed, round))
    const closed = town.now().getTime()
    town.at(new Date(closed + 90 * 86_400_000))
    await town.drain(['council.round-keys'])
    expect(existsSync(fileOf(round))).toBe(true)
    town.at(new Date(closed + 90 * 86_400_000 + 60_000))
    await town.drain(['council.round-keys'])
    expect(existsSync(fileOf(round))).toBe(false)
    expect(hasRoundKey(inTown(), never)).toBe(true)
    expect(await town.deed(destroyDueKeys)).toEqual([])
    expect(
      await town.rows(
        `select commitments->>'round' as round from journal_leaf where kind = 'council.round.keyDestroyed' and street_id = $1`,
        [town.street.id],
      ),
    ).toEqual([{ round: `plain:${round}` }])
    const [row] = await town.rows<{ key_destroyed_at: Date }>('select key_destroyed_at from stance_round where id = $1', [round])
    expect(row!.key_destroyed_at).toEqual(town.now())
    town.at(new Date(closed))
  })
})

test('the rows of a round come in the order of what was said, whoever said it first', async () => {
  const statements = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']
  const said = [
    ['newcomer', 1, -1],
    ['local', -1, 0],
    ['local', 0, 1],
    ['newcomer', -1, 1],
  ] as const
  const readIn = async (order: typeof said | readonly (typeof said)[number][]) => {
    const round = uuid7(town.now().getTime())
    await town.deed((deed) => openRound(deed, round, 'conversation'))
    for (const [bench, ...votes] of order) {
      const voter = randomBytes(32)
      await town.rows(`insert into stance.voter (street_id, round_id, voter, bench, attested) values ($1, $2, $3, $4, true)`, [
        town.street.id,
        round,
        voter,
        bench,
      ])
      for (const [at, vote] of votes.entries())
        await town.rows(`insert into stance.opinion (street_id, round_id, voter, statement_id, vote) values ($1, $2, $3, $4, $5)`, [
          town.street.id,
          round,
          voter,
          statements[at],
          vote,
        ])
    }
    return town.deed(({ tx }) => opinionRows(tx, round))
  }
  const rows = await readIn(said)
  expect(rows.map(({ votes }) => votes)).toEqual([
    [-1, 0],
    [-1, 1],
    [0, 1],
    [1, -1],
  ])
  expect(await readIn(said.toReversed())).toEqual(rows)
})
