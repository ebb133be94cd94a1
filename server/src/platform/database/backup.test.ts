import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installJobs } from '../jobs/jobs.ts'
import { listTables, plainName, prepareCopying, quotedName } from './backup-contents.ts'
import { backup } from './backup.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { migrate, readMigrations } from './migrate.ts'
import { restore, type RestoreOptions } from './restore.ts'
import { asOwner, inDatabase } from './template.ts'
import { startDebian, type Debian } from './debian.fixture.ts'

const street = '01890000-0000-7000-8000-000000000001'
const person = '01890000-0000-7000-8000-0000000000a1'
const other = '01890000-0000-7000-8000-0000000000a2'
const leaf = '01890000-0000-7000-8000-0000000000b1'
const now = new Date('2026-11-23T06:00:00Z')
const keys = ['shared:0011aabb:0123456789abcdef', 'shared:search:fedcba9876543210']

let folder: string
let embedded: Embedded
let source: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ronghe-backup-'))
  await chmod(folder, 0o755)
  embedded = await startEmbedded({ data: join(folder, 'data'), durable: false })
  source = await emptyDatabase(embedded.ownerUrl, 'source')
  await migrate(source)
  await installJobs(source, ['remind'])
  await asOwner(source, fill)
  const boss = new PgBoss({ connectionString: source, schema: 'pgboss', supervise: false, schedule: false })
  await boss.start()
  await boss.send('remind', { street, person })
  await boss.stop({ graceful: false })
  await mkdir(join(folder, 'files/ab'), { recursive: true })
  await writeFile(join(folder, 'files/ab/sealed'), Buffer.from([0, 10, 13, 255]))
  file = join(folder, 'one.backup')
  await backup(source, file, { now, keys, files: join(folder, 'files') })
}, 60_000)

afterAll(async () => {
  await embedded?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('restore drill: every table, constraint, policy and sequence comes back as it was', async () => {
  const target = await emptyDatabase(embedded.ownerUrl, 'drill')
  const restored = await restore(target, file, { ...options(target), files: join(folder, 'files-again') })
  expect(await contents(target)).toEqual(await contents(source))
  expect(await shape(target)).toEqual(await shape(source))
  expect(await readFile(join(folder, 'files-again/ab/sealed'))).toEqual(Buffer.from([0, 10, 13, 255]))
  expect(restored).toMatchObject({ madeAt: now.toISOString(), files: 1, erasedAgain: 0 })
  expect(restored.rows).toBeGreaterThan(8)
})

test('a freshly migrated database can be restored into, and a job that waited still waits', async () => {
  const target = await emptyDatabase(embedded.ownerUrl, 'migrated')
  await migrate(target)
  await installJobs(target, ['remind'])
  await restore(target, file, options(target))
  const boss = new PgBoss({ connectionString: target, schema: 'pgboss', supervise: false, schedule: false })
  await boss.start()
  const [job] = await boss.fetch('remind')
  await boss.stop({ graceful: false })
  expect(job?.data).toEqual({ street, person })
})

test('the backup shows one instant: what is written while it runs is not in it', async () => {
  const late = join(folder, 'late.backup')
  let written: Promise<unknown> | undefined
  const writeMeanwhile = () =>
    (written ??= asOwner(source, (client) =>
      client.query(`insert into street (id, slug, name, created_at) values (gen_random_uuid(), 'late', '{}', now())`),
    ))
  await backup(source, late, { now, keys, progress: writeMeanwhile })
  await written
  const text = gunzipSync(await readFile(late)).toString()
  expect(text).toContain('s-street')
  expect(text).not.toContain('\tlate\t')
  await expect
    .poll(() => asOwner(source, async (client) => (await client.query(`delete from street where slug = 'late'`)).rowCount))
    .toBe(1)
})

test('without the right key nothing is restored', async () => {
  const target = await emptyDatabase(embedded.ownerUrl, 'keyless')
  await expect(restore(target, file, { ...options(target), keys: keys.slice(1) })).rejects.toThrow(
    /keys of this backup are not here \(missing: shared:0011aabb/,
  )
  expect(await asOwner(target, listTables)).toEqual([])
})

test('the file never holds a key and says so, and only its owner may read it', async () => {
  const header = JSON.parse(
    gunzipSync(await readFile(file))
      .toString()
      .split('\n')[0] ?? '',
  ) as Record<string, unknown>
  expect(header).toMatchObject({ keysIncluded: false, keys })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a database in use is not overwritten', async () => {
  await expect(restore(source, file, options(source))).rejects.toThrow(/This database is in use \(s-street\)/)
})

test('a backup with one changed letter is refused and leaves nothing behind', async () => {
  const target = await emptyDatabase(embedded.ownerUrl, 'changed')
  const text = gunzipSync(await readFile(file)).toString('latin1')
  const forged = join(folder, 'forged.backup')
  await writeFile(forged, gzipSync(Buffer.from(text.replace('\tzh-CN\t', '\ten-GB\t'), 'latin1')))
  await expect(restore(target, forged, options(target))).rejects.toThrow(
    /public\.person does not match the manifest .* Nothing was changed\./,
  )
  const people = await asOwner(target, async (client) => {
    await prepareCopying(client)
    return (await client.query('select * from person')).rowCount
  })
  expect(people).toBe(0)
})

test('a backup that was cut short is refused with a sentence', async () => {
  const target = await emptyDatabase(embedded.ownerUrl, 'short')
  const whole = await readFile(file)
  const short = join(folder, 'short.backup')
  for (const length of [0, 100, whole.length - 20]) {
    await writeFile(short, whole.subarray(0, length))
    await expect(restore(target, short, options(target))).rejects.toThrow(/is not a whole Ronghe backup/)
  }
  await expect(restore(target, join(folder, 'none'), options(target))).rejects.toThrow(/There is no file/)
})

test('what was erased after the backup is erased again before anybody can see it', async () => {
  const target = await emptyDatabase(embedded.ownerUrl, 'forgetful')
  const erasures = [{ streetId: street, id: '01890000-0000-7000-8000-0000000000e1', subject: 'person', subjectId: other, at: now }]
  const erase: RestoreOptions['erase'] = async (client, { subjectId }) =>
    void (await client.query('delete from person where id = $1', [subjectId]))
  const restored = await restore(target, file, { ...options(target), erasures, erase })
  expect(restored.erasedAgain).toBe(1)
  await asOwner(target, async (client) => {
    await prepareCopying(client)
    expect((await client.query('select id from person')).rows).toEqual([{ id: person }])
    expect((await client.query('select subject_id from erasure')).rows).toEqual([{ subject_id: other }])
  })
})

test('a backup of an earlier release is brought up to this one, and one of a later release is refused', async () => {
  const [first] = await readMigrations()
  const earlier = await emptyDatabase(embedded.ownerUrl, 'earlier')
  await migrate(earlier, undefined, first?.name)
  await asOwner(earlier, fill)
  const old = join(folder, 'old.backup')
  await backup(earlier, old, { now, keys })
  const target = await emptyDatabase(embedded.ownerUrl, 'upgraded')
  await restore(target, old, options(target))
  expect((await contents(target))['public.person']).toHaveLength(2)
  const applied = await asOwner(target, async (client) => (await client.query('select 1 from migration')).rowCount)
  expect(applied).toBe((await readMigrations()).length)

  await asOwner(earlier, (client) => client.query(`insert into migration (name, hash, at) values ('9999-of-the-future.sql', '', now())`))
  const late = join(folder, 'future.backup')
  await backup(earlier, late, { now, keys })
  const refused = await emptyDatabase(embedded.ownerUrl, 'refused')
  await expect(restore(refused, late, options(refused))).rejects.toThrow(/made by a release with the migration 9999-of-the-future\.sql/)
  expect(await asOwner(refused, listTables)).toEqual([])
})

test('a role from which rows are hidden makes no backup', async () => {
  await expect(backup(inDatabase(embedded.appUrl, 'source'), join(folder, 'app.backup'), { now, keys })).rejects.toThrow(
    /does not see every row/,
  )
  expect(existsSync(join(folder, 'app.backup'))).toBe(false)
})

const debian = '/usr/lib/postgresql/15'
test.runIf(existsSync(debian))('a backup of PostgreSQL 18 restores into Debian 12’s PostgreSQL 15, and back', async () => {
  const older: Debian = await startDebian(debian, join(folder, 'debian'))
  try {
    const there = await emptyDatabase(older.ownerUrl, 'there')
    await restore(there, file, options(there))
    expect(await contents(there)).toEqual(await contents(source))
    const back = join(folder, 'back.backup')
    await backup(there, back, { now, keys })
    const again = await emptyDatabase(embedded.ownerUrl, 'again')
    await restore(again, back, options(again))
    expect(await contents(again)).toEqual(await contents(source))
  } finally {
    await older.stop()
  }
})

const options = (target: string): RestoreOptions => ({
  keys: [...keys, 'shared:99999999:9999999999999999'],
  erasures: [],
  erase: () => Promise.reject(new Error('nothing was erased')),
  files: join(folder, 'files-of-others'),
  installJobs: () => installJobs(target, []),
})

async function emptyDatabase(ownerUrl: string, name: string): Promise<string> {
  await asOwner(ownerUrl, (client) => client.query(`create database ${name}`))
  return inDatabase(ownerUrl, name)
}

/** One row of each kind that could be spoiled on the way: tabs, line feeds, backslashes, empty and null, bytes, arrays, big numbers. */
async function fill(client: pg.Client): Promise<void> {
  await prepareCopying(client)
  const name = JSON.stringify({ 'zh-CN': '江畔“街道”\t一\n二\\三', en: '' })
  await client.query(`insert into street (id, slug, name, demo, created_at) values ($1, 's-street', $2, true, $3)`, [street, name, now])
  await client.query(`insert into street_host (host, street_id) values ('s.example', $1)`, [street])
  for (const [id, tokens] of [
    [person, ['a"b', 'c\\d', '', '𠮷']],
    [other, []],
  ] as const) {
    await client.query(
      `insert into person (street_id, id, name_sealed, name_tokens, phone_sealed, created_at, last_used_at) values ($1, $2, $3, $4, null, $5, '2026-11-23T06:00:00.123456Z')`,
      [street, id, Buffer.from([0, 9, 10, 92, 255]), tokens, now],
    )
  }
  await client.query(
    `insert into passkey (street_id, id, person_id, credential_id, public_key, counter, label, created_at)
     values ($1, $2, $2, '\\N', '\\x00', 9007199254740991, '', $3)`,
    [street, person, now],
  )
  await client.query(`insert into calendar_day (street_id, day, kind, name) values ($1, '2026-10-01', 'holiday', '国庆节')`, [street])
  await client.query(
    `insert into journal_leaf (street_id, id, kind, at, commitments, leaf_hash) values ($1, $2, 'person.register', $3, $4, $5)`,
    [street, leaf, now, JSON.stringify({ actor: 'sha256:00', note: 'plain:\\N' }), Buffer.alloc(32, 7)],
  )
  await client.query(`insert into journal_entry (street_id, leaf_id, name, salt, value, about) values ($1, $2, 'actor', $3, $4, $5)`, [
    street,
    leaf,
    Buffer.alloc(16),
    person,
    person,
  ])
}

/** Every row of every table as text, in an order of its own. */
async function contents(url: string): Promise<Record<string, readonly string[]>> {
  return asOwner(url, async (client) => {
    await prepareCopying(client)
    const all: Record<string, readonly string[]> = {}
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${quotedName(table)} t order by 1`)
      all[plainName(table)] = rows.map(({ row }) => row)
    }
    return all
  })
}

async function shape(url: string): Promise<readonly string[]> {
  return asOwner(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where conrelid <> 0
      union all select tablename || ' ' || policyname || ' ' || qual from pg_policies
      union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
      union all select schemaname || '.' || sequencename || ' ' || coalesce(last_value, 0) from pg_sequences
      order by 1`)
    return rows.map(({ line }) => line)
  })
}
