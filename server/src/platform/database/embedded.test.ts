import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { removeEmbedded, startEmbedded, type DatabaseExit, type Embedded } from './embedded.ts'

// One data folder for most of the file: each test finds what the one before left, which is how a data folder lives.
let folder: string
let data: string
let running: Embedded | undefined

beforeAll(async () => {
  folder = await openFolder()
  data = join(folder, 'data')
})

afterEach(async () => {
  await running?.stop()
  running = undefined
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function openFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'ronghe-embedded-'))
  await chmod(made, 0o755)
  return made
}

const asRoot = process.getuid?.() === 0

test('the first start makes a UTF-8 database with three roles, none of which is a superuser', async () => {
  running = await startEmbedded({ data, durable: false })
  const roles = await Promise.all([running.ownerUrl, running.appUrl, running.branchUrl].map((url) => ask(url, whoAmI)))
  expect(roles).toEqual([
    { role: 'ronghe_owner', super: false, bypass: true, owns: true, patience: '0', encoding: 'UTF8' },
    { role: 'ronghe_app', super: false, bypass: false, owns: false, patience: '2500ms', encoding: 'UTF8' },
    { role: 'ronghe_branch', super: false, bypass: false, owns: false, patience: '2500ms', encoding: 'UTF8' },
  ])
  expect((await stat(join(data, 'secrets/database.json'))).mode & 0o777).toBe(0o600)
})

test('what was written is still there after a stop and a start', async () => {
  running = await startEmbedded({ data, durable: false })
  await ask(running.ownerUrl, 'create table noted as select 1 as n')
  await running.stop()
  running = await startEmbedded({ data, durable: false })
  expect(await ask(running.ownerUrl, 'select n from noted')).toEqual({ n: 1 })
})

test('a database left behind by a killed Ronghe is stopped and its rows are kept', async () => {
  const script = `
    import { startEmbedded } from ${JSON.stringify(import.meta.resolve('./embedded.ts'))}
    const { ownerUrl, pid } = await startEmbedded({ data: ${JSON.stringify(data)}, durable: false })
    console.log(JSON.stringify({ ownerUrl, pid }))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed] = await once(child.stdout, 'data')
  const first = JSON.parse(String(printed)) as { ownerUrl: string; pid: number }
  await ask(first.ownerUrl, 'create table kept as select 7 as n')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(first.pid)).toBe(true)

  const lines: string[] = []
  running = await startEmbedded({ data, durable: false, log: (line) => lines.push(line) })
  expect(isAlive(first.pid)).toBe(false)
  expect(lines).toContain('a database left running by an earlier process was stopped')
  expect(await ask(running.ownerUrl, 'select n from kept')).toEqual({ n: 7 })
})

test('a postmaster.pid whose number now belongs to another program does not stop the start', async () => {
  running = await startEmbedded({ data, durable: false })
  const { where } = running
  await running.stop()
  await writeFile(join(where, 'postmaster.pid'), `${process.pid}\n${where}\n`)
  running = await startEmbedded({ data, durable: false })
  expect(isAlive(process.pid)).toBe(true)
  expect(await ask(running.appUrl, 'select 1 as n')).toEqual({ n: 1 })
})

test('PostgreSQL killed under us comes back at the same address, and the listener hears of it', async () => {
  running = await startEmbedded({ data, durable: false })
  const { appUrl, pid } = running
  const exit = new Promise<DatabaseExit>((resolve) => running?.onExit(resolve))
  process.kill(pid, 'SIGKILL')
  expect(await exit).toEqual({ code: null, signal: 'SIGKILL', restarting: true })
  await expect.poll(() => running?.pid, { timeout: 15_000 }).not.toBe(pid)
  expect(await ask(appUrl, 'select 1 as n')).toEqual({ n: 1 })
})

test('a start with the passwords of another database is refused with a sentence, and leaves nothing running', async () => {
  running = await startEmbedded({ data, durable: false })
  const { where } = running
  await running.stop()
  await rename(join(data, 'secrets'), join(data, 'secrets-kept'))
  await expect(startEmbedded({ data, durable: false })).rejects.toThrow(/secrets\/database\.json are not those of this database/)
  await rm(join(data, 'secrets'), { recursive: true })
  await rename(join(data, 'secrets-kept'), join(data, 'secrets'))
  await expect.poll(() => stat(join(where, 'postmaster.pid')).catch(() => 'gone')).toBe('gone')
})

test('a WHERE that leads nowhere refuses to start instead of making an empty database', async () => {
  const moved = join(folder, 'moved')
  await mkdir(moved)
  await writeFile(join(moved, 'WHERE'), join(folder, 'gone'))
  await expect(startEmbedded({ data: moved })).rejects.toThrow(
    /is kept in .*gone, as the file WHERE there says, but it is not there any more/,
  )
})

test.runIf(asRoot)(
  'as root, a data folder that the database user cannot reach keeps its database in /var/lib/ronghe and says so',
  async () => {
    const closed = await openFolder()
    await chmod(closed, 0o700)
    const hidden = join(closed, 'data')
    try {
      running = await startEmbedded({ data: hidden, durable: false })
      expect(running.where).toMatch(/^\/var\/lib\/ronghe\/[0-9a-f]{16}\/cluster$/)
      expect(`${(await readFile(join(hidden, 'WHERE'), 'utf8')).trim()}/cluster`).toBe(running.where)
      await running.stop()
      running = await startEmbedded({ data: hidden, durable: false })
      expect(await ask(running.appUrl, 'select 1 as n')).toEqual({ n: 1 })
    } finally {
      await running?.stop()
      await removeEmbedded(hidden)
      await rm(closed, { recursive: true })
    }
  },
)

test.runIf(asRoot)('as root, the cluster belongs to an unprivileged user and only to that one', async () => {
  running = await startEmbedded({ data, durable: false })
  const { uid, mode } = await stat(running.where)
  expect(uid).not.toBe(0)
  expect(mode & 0o077).toBe(0)
})

const whoAmI = `
  select current_user as role, rolsuper as super, rolbypassrls as bypass, datdba = r.oid as owns,
    current_setting('statement_timeout') as patience, pg_encoding_to_char(encoding) as encoding
  from pg_roles r, pg_database where rolname = current_user and datname = 'ronghe'`

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
