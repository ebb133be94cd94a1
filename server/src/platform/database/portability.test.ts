import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeTables } from './generate-tables.ts'
import { readMigrations } from './migrate.ts'
import { withTemplate } from './template.ts'

/** The rules of 05-quality, "Portability of the data", read from the catalogue: the same schema runs on one PostgreSQL, on cells, on Citus. */
let client: pg.Client
let described: string
let release: () => void
let ended: Promise<void>

/** Shared tables: which streets there are, and the migrations themselves. */
const shared = ['street', 'street_host', 'migration']

beforeAll(async () => {
  await new Promise<void>((ready) => {
    ended = withTemplate(async ({ ownerUrl }) => {
      described = await describeTables(ownerUrl)
      client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      const held = new Promise<void>((resolve) => (release = resolve))
      ready()
      await held
      await client.end()
    })
  })
})
afterAll(async () => {
  release()
  await ended
})

const names = async (query: string): Promise<string[]> =>
  (await client.query<{ name: string }>(query, [shared])).rows.map(({ name }) => name)
const tenant = `select c.oid, c.relname from pg_class c where c.relnamespace in ('public'::regnamespace, 'stance'::regnamespace) and c.relkind in ('r', 'p') and c.relname <> all($1::text[])`

test('tables.ts is what the migrations make; `npm run tables` writes it', async () => {
  expect(await readFile(new URL('tables.ts', import.meta.url), 'utf8')).toBe(described)
})

test('every tenant table has a street_id that may not be null', async () => {
  expect(
    await names(
      `select t.relname as name from (${tenant}) t where not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'street_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
    ),
  ).toEqual([])
})

test('the primary key and every unique index of a tenant table contain street_id', async () => {
  const wrong = await names(`
    select i.indexrelid::regclass::text as name from (${tenant}) t join pg_index i on i.indrelid = t.oid
    where i.indisunique and not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'street_id' and a.attnum = any(i.indkey))`)
  expect(wrong).toEqual([])
  expect(
    await names(
      `select t.relname as name from (${tenant}) t where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
    ),
  ).toEqual([])
})

test('foreign keys between tenant tables contain street_id on both sides, none leads from a shared table into one, none sets null', async () => {
  const wrong = await names(`
    select k.conrelid::regclass || ' ' || k.conname as name from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.relnamespace in ('public'::regnamespace, 'stance'::regnamespace) and (
      (t.relname <> all($1::text[]) and not exists (
        select 1 from unnest(k.conkey, k.confkey) as pair (here, there)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = here join pg_attribute b on b.attrelid = k.confrelid and b.attnum = there
        where a.attname = 'street_id' and b.attname = 'street_id'))
      or (f.relname = any($1::text[]) and t.relname <> all($1::text[]))
      or k.confdeltype in ('n', 'd') or k.confupdtype <> 'a')`)
  expect(wrong).toEqual([])
})

test('row-level security is on and forced for every tenant table, with one policy that uses the row and the setting only', async () => {
  expect(
    await names(
      `select t.relname as name from (${tenant}) t join pg_class c on c.oid = t.oid where not (c.relrowsecurity and c.relforcerowsecurity)`,
    ),
  ).toEqual([])
  const policies = await client.query<{ table: string; rule: string }>(
    `select t.relname as table, coalesce(pg_get_expr(p.polqual, p.polrelid), 'none') as rule from (${tenant}) t left join pg_policy p on p.polrelid = t.oid`,
    [shared],
  )
  const rule = "(street_id = (NULLIF(current_setting('app.street'::text, true), ''::text))::uuid)"
  expect(policies.rows.filter((row) => row.rule !== rule)).toEqual([])
})

test('ids are uuid or bigint, there is no serial, and no trigger that carries a rule: triggers count, and what they count can be counted anew', async () => {
  expect(
    await names(
      `select t.relname || '.' || a.attname as name from (${tenant}) t join pg_attribute a on a.attrelid = t.oid where (a.attname = 'id' or a.attname like '%\\_id') and a.attnum > 0 and a.atttypid <> all(array['uuid'::regtype, 'int8'::regtype]) and a.attname <> 'credential_id'`,
    ),
  ).toEqual([])
  expect(
    await names(
      `select c.relname as name from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace and c.relname <> all($1::text[])`,
    ),
  ).toEqual([])
  expect(
    await names(
      `select tgname as name from pg_trigger where not tgisinternal and tgfoid <> 'tally_changes'::regproc and tgrelid in (select oid from pg_class where relnamespace in ('public'::regnamespace, 'stance'::regnamespace) and relname <> all($1::text[]))`,
    ),
  ).toEqual([])
})

test('the migrations use no function that Citus refuses in updates, and collate only where sorting', async () => {
  const wrong = (await readMigrations()).flatMap(({ name, sql }) => {
    const code = sql.replace(/--.*$/gm, '')
    return [/\bgen_random_uuid\(/, /\bnow\(\)/, /\bserial\b/, /on delete set null/, /\bcollate\b/]
      .filter((pattern) => pattern.test(code))
      .map((pattern) => `${name}: ${pattern.source}`)
  })
  expect(wrong).toEqual([])
})
