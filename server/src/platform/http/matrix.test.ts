import type { AnyOperation } from '@ronghe/contract/operation.ts'
import { permissionsOf, postKinds, type Permission, type PostKind } from '@ronghe/contract/posts.ts'
import { cast, type CastKey, type CastMember, posts } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../database/testing.ts'

/**
 * Every route x every kind of caller (S1). The matrix is made from the operations: one that nobody wrote a row for is in it all the same.
 * Inputs are whatever; what is asked here is only whether the door opens: 401 and 403 are closed, anything else means it was open.
 */
let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const everyOne: readonly CastKey[] = process.env['RONGHE_FULL']
  ? (Object.keys(cast) as CastKey[])
  : [
      'chen',
      'liuJianjun',
      'wuXia',
      'heMin',
      'luoYan',
      'wangJun',
      'officerLin',
      'directorHe',
      'zhaoYu',
      'qianXi',
      'sunYi',
      'fengJie',
      'zhengRu',
    ]

const permissionsFor = (who: CastKey): Set<Permission> =>
  permissionsOf((cast[who] as CastMember).posts.map((post) => posts[post].kind as PostKind))
const isClosed = (status: number, code: string | undefined): boolean => status === 401 || (status === 403 && code !== 'session-empty')

const filler = '00000000-0000-7000-8000-00000000dead'
const knock = async (operation: AnyOperation, headers: Record<string, string>): Promise<{ status: number; code: string | undefined }> => {
  const url = operation.path.replace(/:(\w+)/g, filler)
  const writes = operation.method !== 'GET' && operation.method !== 'DELETE'
  const response = await town.app.fastify.inject({
    method: operation.method,
    url,
    headers: { ...(writes && !operation.media?.request ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(writes && !operation.media?.request ? { payload: '{}' } : {}),
  })
  let code: string | undefined
  try {
    code = (JSON.parse(response.body) as { code?: string }).code
  } catch {
    code = undefined
  }
  return { status: response.statusCode, code }
}

describe('every route and every kind of caller', () => {
  test('there are operations, and every permission in posts.ts is asked for by one or by a rule', () => {
    expect(town.app.operations.length).toBeGreaterThan(100)
    expect(new Set(town.app.operations.map(({ id }) => id)).size).toBe(town.app.operations.length)
    for (const { post } of town.app.operations)
      if (!['anyone', 'resident', 'nobody'].includes(post)) expect(Object.values(postKinds).flat()).toContain(post)
  })

  test('without a session, with an expired or an invented one, no protected door opens', async () => {
    const wrong: string[] = []
    for (const operation of town.app.operations) {
      if (operation.post === 'anyone' || operation.post === 'nobody') continue
      for (const headers of [{ host: 's-street.test' }, { host: 's-street.test', cookie: 'ronghe=invented' }] as Record<string, string>[]) {
        const { status, code } = await knock(operation, headers)
        // An invented session may be told first that its input is malformed: that opens nothing.
        if (status !== 401 && status !== 422 && status !== 415) wrong.push(`${operation.id} ${status} ${code}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test('a permission of another post opens nothing; the own one is never refused for want of a post', async () => {
    const wrong: string[] = []
    for (const who of everyOne) {
      const cookie = await cookieOf(who)
      const permissions = permissionsFor(who)
      for (const operation of town.app.operations) {
        if (['anyone', 'resident', 'nobody'].includes(operation.post)) continue
        const { status, code } = await knock(operation, { host: 's-street.test', cookie })
        const permitted = permissions.has(operation.post as Permission)
        if (!permitted && !isClosed(status, code) && status !== 422 && status !== 415)
          wrong.push(`${who} opened ${operation.id}: ${status}`)
        if (permitted && status === 403 && code === 'not-permitted') wrong.push(`${who} was refused ${operation.id}`)
        if (status >= 500) wrong.push(`${who} broke ${operation.id}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  test('a session of one street is nobody in another, on every protected route', async () => {
    const cookie = await cookieOf('luoYan')
    const wrong: string[] = []
    for (const operation of town.app.operations) {
      if (operation.post === 'anyone' || operation.post === 'nobody') continue
      const { status, code } = await knock(operation, { host: 't-street.test', cookie })
      if (status !== 401 && status !== 422 && status !== 415) wrong.push(`${operation.id} ${status} ${code}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test('an ended session and an ended post open nothing with the very next request', async () => {
    const operation = town.app.operations.find(
      ({ post, method, params }) =>
        post === 'station.cases.work' &&
        method === 'GET' &&
        Object.keys((params as { def?: { shape?: object } }).def?.shape ?? {}).length === 0,
    )!
    const cookie = await cookieOf('liTing')
    expect((await knock(operation, { host: 's-street.test', cookie })).status).toBeLessThan(400)
    await town.deed(({ tx, now }) =>
      tx.updateTable('appointment').set({ revoked_at: now }).where('person_id', '=', town.idOf('liTing')).execute(),
    )
    expect((await knock(operation, { host: 's-street.test', cookie })).status).toBe(403)
    await town.deed(({ tx }) => tx.deleteFrom('session').where('person_id', '=', town.idOf('liTing')).execute())
    expect((await knock(operation, { host: 's-street.test', cookie })).status).toBe(401)
  })
})

const cookies = new Map<CastKey, string>()
async function cookieOf(who: CastKey): Promise<string> {
  const known = cookies.get(who)
  if (known) return known
  const cookie = await town.as(who).cookie()
  cookies.set(who, cookie)
  return cookie
}
