import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, givenServer, inDatabase } from '@ronghe/server/platform/database/template.ts'
import { createKeys, saveKeys } from '@ronghe/server/platform/privacy/keys.ts'

const bin = fileURLToPath(new URL('../bin/ronghe.js', import.meta.url))

let folder: string
let own: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ronghe-command-'))
  saveKeys({ data: folder }, createKeys(new Date('2026-11-23T00:00:00Z')))
  own = await ownServer('first')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('every command is listed and explains itself', async () => {
  const { code, out } = await ronghe(['--help'])
  expect(code).toBe(0)
  const names = [
    ...out.matchAll(/^ {2}([a-z]+(?: (?:load|verify|recount|add|list|publish|place|migrate|subscribe|status|export|rotate))?)/gm),
  ].map((match) => match[1] ?? '')
  expect(names).toEqual([
    'serve',
    'migrate',
    'demo load',
    'backup',
    'restore',
    'journal verify',
    'street add',
    'street list',
    'figures recount',
    'cell publish',
    'cell place',
    'cell add',
    'cell list',
    'city migrate',
    'city subscribe',
    'city status',
    'keys export',
    'keys rotate',
  ])
  const helps = await Promise.all(names.map((name) => ronghe([...name.split(' '), '--help'])))
  for (const [index, help] of helps.entries()) {
    expect(help.code).toBe(0)
    expect(help.out).toMatch(new RegExp(`^ronghe ${names[index]}.*\\[--json\\]`))
  }
})

test.each([
  [[], /^ronghe <command>\n/],
  [['dance'], /There is no command "dance"/],
  [['backup'], /FILE must be given\.\nUsage: ronghe backup FILE/],
  [['backup', 'a', 'b'], /"b" is one argument too many/],
  [['street', 'list', '--loud'], /Unknown option '--loud'/],
  [['street', 'add', 'Upper', '--name', '上街'], /SLUG is 2 to 41 small letters/],
  [['street', 'add', 'upper'], /--name must be given/],
  [['demo', 'load', '--size', 'giant'], /--size is small/],
  [['cell', 'add', 'East'], /NAME is small letters/],
  [['cell', 'add', 'east'], /--database-url must be given/],
  [['cell', 'place', 's-street', '--order', 'first'], /--order is a whole number/],
])('wrong usage ends with code 2 and says how: %j', async (args, sentence) => {
  const { code, err } = await ronghe(args)
  expect(code).toBe(2)
  expect(err).toMatch(sentence)
})

test.each([
  [['street', 'list'], { RONGHE_DATA: '/nowhere/at/all' }, /There is no database in \/nowhere\/at\/all/],
  [['street', 'list'], { PORT: 'x' }, /PORT is wrong/],
  [['city', 'status'], {}, /RONGHE_CITY_DATABASE_URL must be set/],
  [['cell', 'place', 's-street', '--order', '1'], {}, /RONGHE_CELL is not set/],
  [['street', 'list'], { RONGHE_CELL: 'East 1' }, /RONGHE_CELL is wrong/],
  [['backup', '/nowhere/at/all/file'], {}, /There is no folder \/nowhere\/at\/all/],
  [['restore', '/nowhere/at/all/file'], {}, /There is no file/],
  [['keys', 'export'], { RONGHE_DATA: '/nowhere/at/all' }, /There are no keys at/],
])('a refusal ends with code 1 and one sentence: %j', async (args, env, sentence) => {
  const { code, out, err } = await ronghe(args, env)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(sentence)
  expect(err).not.toMatch(/\n\s+at /)
})

test('--print-roles gives the SQL for a server of one’s own and touches no database', async () => {
  const { code, out } = await ronghe(['migrate', '--print-roles'], { RONGHE_DATA: '/nowhere/at/all' })
  expect(code).toBe(0)
  expect(out).toMatch(/create role ronghe_app login nosuperuser nobypassrls/)
  expect(out).toMatch(/alter role ronghe_branch set statement_timeout = '2500ms'/)
})

test('a street is added with its calendar, listed, backed up and restored into another database', async () => {
  const added = await ronghe(['street', 'add', 'upper', '--name', '上街', '--host', 'Upper.example', '--json'], own)
  expect(added.err).toBe('')
  expect(JSON.parse(added.out)).toMatchObject({ slug: 'upper', name: { 'zh-CN': '上街' }, host: 'upper.example' })
  expect((await ronghe(['street', 'add', 'upper', '--name', '再来'], own)).err).toBe('There is already a street "upper".\n')
  expect((await ronghe(['journal', 'verify'], own)).out).toMatch(/^upper: whole/)
  await asOwner(own['DATABASE_URL'] ?? '', async (client) => {
    const { rows } = await client.query(`select kind, name from calendar_day where day = '2026-10-01'`)
    expect(rows).toEqual([{ kind: 'holiday', name: '国庆节' }])
  })

  const file = join(folder, 'street.backup')
  const saved = await ronghe(['backup', file, '--json'], own)
  expect(JSON.parse(saved.out)).toMatchObject({ keysIncluded: false, tables: { 'public.street': { count: 1 } } })
  expect((await ronghe(['backup', file], own)).err).toMatch(/exists already; it was not overwritten/)

  const second = await ownServer('second')
  const restored = await ronghe(['restore', file], second)
  expect(restored.out).toMatch(/is restored: \d+ rows of \d+ tables, 0 uploaded files, each checked\./)
  expect((await ronghe(['street', 'list'], second)).out).toBe('upper  上街  upper.example\n')
})

test('counters that went wrong are found, put right, and found in order', async () => {
  expect(await ronghe(['figures', 'recount'], own)).toMatchObject({ code: 0, out: 'upper: as counted\n' })
  await asOwner(own['DATABASE_URL']!, (client) =>
    client.query(`insert into tally select id, 'concern.raised', '2026-10-01', $1, $1, 'all', 'phone', 0, 3, 0 from street`, [
      '00000000-0000-0000-0000-000000000000',
    ]),
  )
  expect(await ronghe(['figures', 'recount'], own)).toMatchObject({
    code: 1,
    err: expect.stringContaining('concern.raised 2026-10 all phone: 3 kept, 0 counted anew'),
  })
  expect(await ronghe(['figures', 'recount', '--mend'], own)).toMatchObject({ code: 0 })
  expect(await ronghe(['figures', 'recount'], own)).toMatchObject({ code: 0, out: 'upper: as counted\n' })
})

test('after a rotation the old backups can still be restored, and an export holds both keys', async () => {
  const before = await readFile(join(folder, 'keys'), 'utf8')
  expect((await ronghe(['keys', 'rotate'], own)).code).toBe(0)
  const exported = join(folder, 'keys.export')
  expect((await ronghe(['keys', 'export', exported], own)).code).toBe(0)
  const [old] = (JSON.parse(before) as KeyFile).rings.shared.keys
  const now = (JSON.parse(await readFile(exported, 'utf8')) as KeyFile).rings.shared.keys
  expect(now).toHaveLength(2)
  expect(now[0]).toEqual(old)
  expect((await stat(exported)).mode & 0o777).toBe(0o600)
})

const oldNode = process.env['PATH']
  ?.split(delimiter)
  .flatMap(nodesIn)
  .find(({ major }) => major < 24)
test.runIf(oldNode)('an older Node hands over to the one that comes with Ronghe, exit code and all', async () => {
  expect((await ronghe(['keys', 'rotate', '--help'], {}, oldNode?.path)).code).toBe(0)
  expect((await ronghe(['dance'], {}, oldNode?.path)).code).toBe(2)
})

interface KeyFile {
  readonly rings: { readonly shared: { readonly keys: readonly unknown[] } }
}

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

function ronghe(args: readonly string[], env: Record<string, string> = {}, node = process.execPath): Promise<Ended> {
  return new Promise((resolve) => {
    const settings = { PATH: process.env['PATH'] ?? '', RONGHE_DATA: folder, ...env }
    execFile(node, [bin, ...args], { env: settings }, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }))
  })
}

/** An empty database on the server of the tests, as settings of a server of one's own. */
async function ownServer(name: string): Promise<Record<string, string>> {
  const server = givenServer(process.env)
  if (!server) throw new Error('the tests have no database: run them with vitest, which starts one')
  const database = `command_${name}_${randomBytes(4).toString('hex')}`
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${database}`))
  return {
    DATABASE_URL: inDatabase(server.ownerUrl, database),
    DATABASE_APP_URL: inDatabase(server.appUrl, database),
    DATABASE_BRANCH_URL: inDatabase(server.branchUrl, database),
  }
}

function nodesIn(directory: string): { path: string; major: number }[] {
  const path = join(directory, process.platform === 'win32' ? 'node.exe' : 'node')
  try {
    return [{ path, major: Number(/\d+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[0]) }]
  } catch {
    return [] // no Node in this folder
  }
}
