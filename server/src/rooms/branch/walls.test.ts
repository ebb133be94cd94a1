import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { declareCheckIn, readMyCheckIn, withdrawCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { answerCheckIn, revealMember } from '@ronghe/contract/branch/members.ts'
import { appointOffice, stepMyOffice } from '@ronghe/contract/branch/offices.ts'
import { listBranches } from '@ronghe/contract/branch/branches.ts'
import type { AnyOperation } from '@ronghe/contract/operation.ts'
import { permissionsOf, type PostKind } from '@ronghe/contract/posts.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { readOrgan } from '@ronghe/contract/programme/organs.ts'
import { cast, type CastKey, type CastMember, posts } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { sealedKind } from './nightly.ts'
import { declaring, membersOf, openBranch } from './testing.ts'

/**
 * D1, tested and not promised: whether Chen is a member changes nothing that anybody but Chen and the offices of his branch can get at. The
 * same questions are asked before and after, by every post, and the answers are held side by side.
 */
const canary = '金丝雀党员'
const everyPost = process.env['RONGHE_FULL']
  ? // Chen himself and the secretary of the branch he chose are whom it concerns.
    (Object.keys(cast) as CastKey[]).filter((who) => who !== 'chen' && who !== 'xu')
  : (['zhou', 'heMin', 'luoYan', 'officerLin', 'zhaoYu', 'sunYi', 'zhengRu', 'luMeng'] as const satisfies readonly CastKey[])

let town: Town
let branchId: string
const monday = '2026-11-23T10:00:00+08:00'
beforeAll(async () => {
  town = await openTown({ at: monday })
  branchId = await openBranch(town)
  // Everybody has signed in before the first look.
  for (const who of [...everyPost, 'chen'] as CastKey[]) await town.as(who).cookie()
})
afterAll(() => town.close())
afterEach(() => leaves())

const leaves = () => town.as('chen').raw(withdrawCheckIn)
async function becomesMember(as: 'member' | 'deputy' = 'deputy'): Promise<void> {
  const { id } = await town.as('chen').call(declareCheckIn, { body: declaring(branchId, canary) })
  const params = { branchId, checkInId: id }
  await town.as('xu').call(revealMember, { params })
  await town.as('xu').call(answerCheckIn, { params, body: { act: 'confirm' } })
  if (as === 'deputy') await town.as('xu').call(appointOffice, { params: { branchId }, body: { checkInId: id, kind: 'deputy' } })
}

/** Every row of every table of every schema but the branch's, in the words of the database. */
async function everyOtherTable(): Promise<Map<string, string>> {
  const tables = await town.rows<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'branch') order by 1, 2`,
  )
  // xmin and xmax too: a lock that was held on a row, or a row written again, would show there. The tests' own visitor touches its session
  // before every request, whatever is asked; its rows are compared by what is in them.
  const every = tables.map(({ schema, name }) => {
    const system = name === 'session' ? '' : `t.xmin || ' ' || t.xmax || ' ' || `
    return `select '${schema}.${name}' as "table", ${system}t::text as row from "${schema}"."${name}" t`
  })
  const all = new Map<string, string>(tables.map(({ schema, name }) => [`${schema}.${name}`, '']))
  for (const { table, row } of await town.rows<{ table: string; row: string }>(`${every.join(' union all ')} order by 1, 2`))
    all.set(table, `${all.get(table)}\n${row}`)
  return all
}

describe('that somebody is a member', () => {
  test('leaves no mark in any table outside the branch’s schema: not a row, not a column, not even a lock', async () => {
    const before = await everyOtherTable()
    expect(before.size).toBeGreaterThan(80)
    await becomesMember()
    const after = await everyOtherTable()
    expect([...after].filter(([table, rows]) => rows !== before.get(table)).map(([table]) => table)).toEqual([])
    await town.as('chen').call(withdrawCheckIn)
    const last = await everyOtherTable()
    expect([...last].filter(([table, rows]) => rows !== before.get(table)).map(([table]) => table)).toEqual([])
  })

  test('can be read in no table by its words, in no log line, no figure, no file; in the branch’s own only under its key', async () => {
    await becomesMember()
    const everything = [...(await everyOtherTable()).values(), ...(await branchTables()).values()].join('\n')
    expect(everything).not.toContain(canary)
    expect(everything).not.toContain(Buffer.from(canary).toString('hex'))
    expect([...(await branchTables()).values()].join('\n')).not.toContain(town.idOf('chen'))
    // The search is worth something: the word is there for whoever holds the key.
    expect((await town.as('chen').call(readMyCheckIn)).checkIn?.name).toBe(canary)
    const log = town.logged.join('\n')
    expect(log).not.toContain(canary)
    expect(log).not.toMatch(/check-in|checkIn|branch/)
    const { body: metrics } = await town.app.fastify.inject({ method: 'GET', url: '/metrics', headers: { host: 's-street.test' } })
    expect(metrics).not.toMatch(/branch|closed/)
    const data = town.platform.config.data
    for (const file of await readdir(data, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(String(await readFile(join(file.parentPath, file.name)))).not.toContain(canary)
    await town.as('chen').call(withdrawCheckIn)
  })

  test('changes no answer of any route to any post, nor its status, length or etag', async () => {
    const reads = town.app.operations.filter(({ method, media }) => method === 'GET' && !media?.reply?.includes('event-stream'))
    expect(reads.length).toBeGreaterThan(120)
    const quiet = await walk(reads)
    const before = await walk(reads)
    await becomesMember()
    const after = await walk(reads)
    expect(after.size).toBe(before.size)
    // The list of who looked grows by our own looks, member or not.
    const moves = (door: string): boolean => quiet.get(door)!.answer !== before.get(door)!.answer
    const changed = [...after].filter(([door, { answer }]) => before.get(door)!.answer !== answer && !moves(door))
    // What differs also when nothing happens in between says nothing: codes drawn anew, the list of who looked, which grows by our own looks.
    const telling: string[] = []
    for (const [door, { again, answer }] of changed) if ((await again()) === answer) telling.push(door)
    expect(telling).toEqual([])
    expect(changed.length).toBeLessThan(after.size / 20)
    await town.as('chen').call(withdrawCheckIn)
  }, 900_000)

  test('a member and somebody who is none are refused alike at every branch they did not choose', async () => {
    await becomesMember('member')
    const writes = town.app.operations.filter(
      ({ id, method, path }) => id.startsWith('branch.') && method !== 'GET' && path.includes(':branchId'),
    )
    expect(writes.length).toBeGreaterThan(8)
    const elsewhere = '00000000-0000-7000-8000-00000000dead'
    for (const operation of writes) {
      const knock = async (who: CastKey) => {
        const { status, body } = await ask(operation, who, elsewhere, organId(town.street.id, 'printersBranch'))
        return `${status} ${(JSON.parse(body || '{}') as { code?: string }).code ?? ''}`
      }
      expect([operation.id, await knock('chen')]).toEqual([operation.id, await knock('zhou')])
    }
    await town.as('chen').call(withdrawCheckIn)
  })
})

describe('what the branch does tells nobody how much', () => {
  test('the street’s journal gets one salted hash a day, on a day full of deeds and on an empty one', async () => {
    town.at('2026-11-24T10:00:00+08:00')
    await becomesMember()
    await town.as('chen').call(withdrawCheckIn)
    for (const night of ['2026-11-25', '2026-11-26', '2026-11-29']) {
      town.at(`${night}T02:20:00+08:00`)
      await town.drain(['branch.night'])
    }
    const leaves = await town.rows<{ commitments: Record<string, string>; entries: number }>(
      `select commitments, (select count(*)::int from journal_entry e where e.leaf_id = l.id) as entries
       from journal_leaf l where kind = $1 and street_id = $2 order by commitments ->> 'day'`,
      [sealedKind, town.street.id],
    )
    expect(leaves.map(({ commitments }) => commitments['day'])).toEqual(
      ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map((day) => `plain:${day}`),
    )
    for (const { commitments, entries } of leaves) {
      expect(commitments['root']).toMatch(/^plain:[0-9a-f]{64}$/)
      expect(Object.keys(commitments).toSorted()).toEqual(['actor', 'day', 'root'])
      expect(entries).toBe(1)
    }
    expect(new Set(leaves.map(({ commitments }) => commitments['root'])).size).toBe(5)
    const kinds = await town.rows<{ kind: string }>('select distinct kind from journal_leaf')
    expect(kinds.filter(({ kind }) => kind.startsWith('branch'))).toEqual([])
    town.at(monday)
  })

  test('the app’s role cannot enter the schema, the branch’s role sees nothing of people but that they exist', async () => {
    const { pool } = town.platform.database
    for (const table of ['check_in', 'office', 'journal_leaf', 'message'])
      await expect(pool.query(`select count(*) from branch.${table}`)).rejects.toThrow(/permission denied for schema branch/)
    await expect(pool.query('insert into published_office select * from published_office')).rejects.toThrow(/permission denied/)
  })

  test('a message leaves the house in the morning, as everybody’s does, and is told in no table', async () => {
    await becomesMember()
    const before = await everyOtherTable()
    await town.drain(['branch.morning'])
    const [sms] = town.platform.sms.recent(town.street.id)
    expect(sms).toMatchObject({ to: cast.chen.phone })
    expect(sms?.text).toContain('消息')
    expect(sms?.text).not.toMatch(/支部|党|报到/)
    const changed = [...(await everyOtherTable())].filter(([table, rows]) => rows !== before.get(table)).map(([table]) => table)
    expect(changed).toEqual([])
    const count = town.platform.sms.recent(town.street.id).length
    await town.drain(['branch.morning'])
    expect(town.platform.sms.recent(town.street.id).length).toBe(count)
    await town.as('chen').call(withdrawCheckIn)
  })
})

describe('withdrawing', () => {
  test('leaves the branch’s own tables as they were, but for leaves that lead to nobody and the note of an erasure', async () => {
    const [before, ids] = [await branchTables(), await leafIds()]
    await becomesMember()
    expect([...(await branchTables())].filter(([table, rows]) => before.get(table) !== rows).length).toBeGreaterThan(3)
    const [office] = await town.rows<{ id: string }>('select id from branch.office where kind = $1', ['deputy'])
    const consent = branchConsentTexts.publicity.version
    await town.as('chen').call(stepMyOffice, { params: { officeId: office!.id }, body: { act: 'publish', consent } })
    expect((await town.anonymous.call(readOrgan, { params: { organId: branchId } })).publishedOffices).toMatchObject([{ name: canary }])
    await town.as('chen').call(withdrawCheckIn)
    // Xu's own messages about a check-in that waits name nobody; they are Xu's.
    await town.rows(`delete from branch.message`)
    const after = await branchTables()
    const still = ['branch.journal_leaf', 'branch.journal_entry', 'branch.erasure', 'branch.message', 'branch.idempotency']
    expect([...after].filter(([table, rows]) => before.get(table) !== rows && !still.includes(table)).map(([table]) => table)).toEqual([])
    const entries = await town.rows<{ value: string | null; about: Buffer | null }>(
      `select value, about from branch.journal_entry where name = 'about' and not (leaf_id = any($1))`,
      [ids],
    )
    expect(entries.length).toBeGreaterThan(2)
    expect(entries.every(({ value, about }) => value === null && about === null)).toBe(true)
    expect((await town.anonymous.call(readOrgan, { params: { organId: branchId } })).publishedOffices).toEqual([])
    expect(await membersOf(town, branchId)).toEqual([])
  })
})

describe('a street that does not run the branch (D10)', () => {
  test('shows nothing of it, keeps what lies there, and everything else answers as before', async () => {
    await becomesMember()
    // The other street runs its branch all the while; its night is over too.
    await town.drain(['branch.night', 'branch.morning'])
    const kept = await branchTables()
    const modules = { council: true, corps: true, school: true, branch: true }
    const set = (branch: boolean) =>
      town.as('zhaoYu').call(writeSetting, { params: { key: 'modules' }, body: { value: { ...modules, branch } } })
    await set(false)
    for (const operation of town.app.operations.filter(({ id }) => id.startsWith('branch.'))) {
      const { body } = await ask(operation, 'chen', branchId)
      if (operation.post === 'programme.organs.edit') continue
      const { code } = JSON.parse(body) as { code: string }
      // A form that is not filled in is told so before anybody is asked for.
      expect([operation.id, ['organ-off', 'fields'].includes(code)]).toEqual([operation.id, true])
    }
    expect((await town.anonymous.refused(readOrgan, { params: { organId: organId(town.street.id, 'branch') } })).code).toBe('no-organ')
    await town.drain(['branch.night', 'branch.morning'])
    expect(await branchTables()).toEqual(kept)
    await set(true)
    expect((await town.anonymous.call(listBranches)).items).not.toEqual([])
    expect((await town.as('chen').call(readMyCheckIn)).checkIn?.name).toBe(canary)
    await town.as('chen').call(withdrawCheckIn)
  })
})

async function branchTables(): Promise<Map<string, string>> {
  const tables = await town.rows<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'branch'`)
  const all = new Map<string, string>()
  for (const { name } of tables) {
    const rows = await town.rows<{ row: string }>(`select t::text as row from branch."${name}" t`)
    all.set(
      `branch.${name}`,
      rows
        .map(({ row }) => row)
        .toSorted()
        .join('\n'),
    )
  }
  return all
}

const leafIds = async () => (await town.rows<{ id: string }>('select id from branch.journal_leaf')).map(({ id }) => id)

async function ask(operation: AnyOperation, who: CastKey | null, filler: string, organ = branchId) {
  const url = operation.path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'personId' ? town.idOf('chen') : ['organId', 'branchId'].includes(name) ? organ : filler,
  )
  const writes = operation.method !== 'GET' && operation.method !== 'DELETE'
  const response = await town.app.fastify.inject({
    method: operation.method,
    url,
    headers: {
      host: 's-street.test',
      ...(writes ? { 'content-type': 'application/json' } : {}),
      ...(who ? { cookie: await town.as(who).cookie() } : {}),
    },
    ...(writes ? { payload: '{}' } : {}),
  })
  return { status: response.statusCode, body: response.body, etag: String(response.headers['etag'] ?? '') }
}

interface Answered {
  readonly answer: string
  again(): Promise<string>
}

/** Every door with every caller, and what it answered. Who lacks the permission is refused before anything is read; the full run knocks there too. */
async function walk(operations: readonly AnyOperation[]): Promise<Map<string, Answered>> {
  const answers = new Map<string, Answered>()
  for (const who of [null, ...everyPost])
    for (const operation of operations) {
      if (!process.env['RONGHE_FULL'] && !mayKnock(operation, who)) continue
      const again = async (): Promise<string> => {
        const { status, body, etag } = await ask(operation, who, '00000000-0000-7000-8000-00000000dead')
        // The id of the request is the request's own.
        return `${status} ${etag} ${body.replaceAll(/"request":"[^"]*"/g, '')}`
      }
      answers.set(`${who ?? 'nobody'} ${operation.id}`, { answer: await again(), again })
    }
  return answers
}

function mayKnock({ post }: AnyOperation, who: CastKey | null): boolean {
  if (post === 'anyone' || post === 'nobody') return who === null || post === 'anyone'
  if (who === null) return false
  return post === 'resident' || permissionsOf((cast[who] as CastMember).posts.map((held) => posts[held].kind as PostKind)).has(post)
}
