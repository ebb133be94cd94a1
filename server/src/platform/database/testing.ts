import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyOperation, Asked, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Problem } from '@ronghe/contract/values.ts'
import { cast, type CastKey, type CastMember } from '@ronghe/demo/cast.ts'
import { castId, loadCast } from '@ronghe/demo/load-cast.ts'
import { newRonghe, jobs as everyJob } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { cookieName, hashToken, newToken } from '../auth/session.ts'
import type { Deed } from '../deed.ts'
import { closed, openBranchHouse } from '../branch/house.ts'
import { openCity } from '../city/city-database.ts'
import { openFiles } from '../files/store.ts'
import type { App } from '../http/implement.ts'
import { journalSigner } from '../journal/signer.ts'
import { openMail } from '../notify/mail.ts'
import { openSms } from '../notify/sms.ts'
import { openJobs, systemDeed } from '../jobs/jobs.ts'
import type { Log, Platform } from '../platform.ts'
import { createKeys, type Keys } from '../privacy/keys.ts'
import { keepLog, plantCanaries, watchWords } from '../privacy/log-canaries.testing.ts'
import { sealer } from '../privacy/fields.ts'
import { badgeKeys } from '../standards/open-badges/badge-keys.ts'
import { openDatabase } from './pool.ts'
import type { Street } from './streets.ts'
import { asOwner, givenServer, inDatabase, makeTemplate } from './template.ts'

/** What a caller of the front door gets back. */
export interface Visitor {
  /** The reply; a refusal fails the test with its problem. */
  call<O extends AnyOperation>(operation: O, asked?: Asked<O> & { readonly key?: string }): Promise<ReplyOf<O>>
  /** The problem; an accepted request fails the test. */
  refused<O extends AnyOperation>(operation: O, asked?: Asked<O> & { readonly key?: string }): Promise<Problem>
  /** Status, headers and body as they are. */
  /** The Cookie header this visitor sends. */
  cookie(): Promise<string>
  raw<O extends AnyOperation>(
    operation: O,
    asked?: Asked<O> & { readonly key?: string; readonly headers?: Record<string, string>; readonly payload?: Buffer | string },
  ): Promise<{ status: number; headers: Record<string, unknown>; body: string; bytes: Buffer }>
}

/** S Street with its named people on a database of its own, behind the real front door. */
export interface Town {
  readonly app: App
  readonly platform: Platform
  /** For a restore, which opens the key file itself. */
  readonly keys: Keys
  readonly street: Street
  /** The street once more, for tests of who must not see what. */
  readonly otherStreet: Street
  readonly anonymous: Visitor
  as(who: CastKey, options?: { readonly secondFactor?: boolean; readonly street?: Street }): Visitor
  idOf(who: CastKey): string
  /** Turns the clock: every request and job from now on happens at this moment. */
  at(moment: string | Date): void
  now(): Date
  /** Does something in the street as the system, for what has no door of its own. */
  deed<T>(work: (deed: Deed) => Promise<T>, options?: { readonly street?: Street }): Promise<T>
  /** Looks at the tables as the owner sees them, row security off. */
  rows<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  drain(named?: readonly string[]): Promise<number>
  readonly logged: readonly string[]
  close(): Promise<void>
}

/** A Monday morning of the demo year; no holiday near. */
export const monday = '2026-11-23T09:00:00+08:00'

export async function openTown(
  options: {
    readonly at?: string
    readonly env?: Record<string, string>
    /** Sessions grow idle as the clock is turned. */ readonly idle?: boolean
  } = {},
): Promise<Town> {
  const server = givenServer(process.env)
  if (!server) throw new Error('the tests have no database: run them with vitest, which starts one')
  const template = await makeTemplate(
    server,
    everyJob.map(({ name }) => name),
  )
  const name = `town_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${name} template ${template}`))
  const ownerUrl = inDatabase(server.ownerUrl, name)
  const appUrl = inDatabase(server.appUrl, name)
  const branchUrl = inDatabase(server.branchUrl, name)

  let moment = new Date(options.at ?? monday)
  const logged: string[] = []
  const log = recordingLog(logged)
  const data = await mkdtemp(join(tmpdir(), 'ronghe-town-'))
  const config = readConfig({ RONGHE_DATA: data, ...options.env })
  const keys = createKeys(moment)
  const box = sealer(keys.shared, config.cryptoSuite)
  const house = openBranchHouse(branchUrl, keys.branch, config.cryptoSuite, { connections: 6 })
  const platform: Platform = {
    config,
    database: openDatabase(appUrl, { connections: 12 }),
    city: config.cityDatabaseUrl === undefined ? undefined : openCity(config.cityDatabaseUrl, { keptMs: 0 }),
    sealer: box,
    branch: closed(house),
    files: openFiles(config, box),
    jobs: openJobs(appUrl, { work: false }),
    sms: openSms(config.sms),
    mail: openMail(config.mail),
    log,
    signerOf: (streetId) => journalSigner(keys.shared, streetId),
    badgeKeysOf: badgeKeys(keys.shared),
    clock: () => moment,
  }
  const street: Street = {
    id: '00000000-0000-7000-8000-0000000000a1',
    slug: 's-street',
    name: { 'zh-CN': 'S街', en: 'S Street' },
    zone: 'Asia/Shanghai',
    demo: true,
  }
  const otherStreet: Street = {
    ...street,
    id: '00000000-0000-7000-8000-0000000000b2',
    slug: 't-street',
    name: { 'zh-CN': 'T街', en: 'T Street' },
  }
  await asOwner(ownerUrl, async (client) => {
    for (const { id, slug, name: words, zone, demo } of [street, otherStreet]) {
      await client.query('insert into street (id, slug, name, zone, demo, created_at) values ($1, $2, $3, $4, $5, $6)', [
        id,
        slug,
        words,
        zone,
        demo,
        moment,
      ])
      await client.query('insert into street_host (host, street_id) values ($1, $2)', [`${slug}.test`, id])
    }
  })
  const app = await newRonghe(platform)
  watchWords(app.fastify)
  plantCanaries(Object.values(cast).flatMap(({ name, phone }) => [name, phone]))
  app.limits.take = () => 0
  await platform.jobs.start(platform, everyJob)
  const deed = <T>(work: (deed: Deed) => Promise<T>, { street: where = street }: { readonly street?: Street } = {}) =>
    platform.database.inStreet(where.id, 'write', (tx) => work(systemDeed(platform, where, tx, [])))
  for (const where of [street, otherStreet]) await deed(loadCast, { street: where })

  const sessions = new Map<string, Promise<string>>()
  /** One session for one person: whoever asks at the same time waits for it to be there. */
  const signIn = (who: CastKey, where: Street, secondFactor: boolean): Promise<string> => {
    const key = `${where.slug} ${who} ${secondFactor}`
    const opening = sessions.get(key) ?? openSession(who, where, secondFactor)
    sessions.set(key, opening)
    return opening
  }
  const openSession = async (who: CastKey, where: Street, secondFactor: boolean): Promise<string> => {
    const token = newToken()
    plantCanaries([token])
    await deed(
      ({ tx, id, now }) =>
        tx
          .insertInto('session')
          .values({
            street_id: where.id,
            id: id(),
            token_hash: hashToken(token),
            person_id: castId(where.id, who),
            kind: 'open',
            second_factor_at: secondFactor ? now : null,
            created_at: now,
            seen_at: now,
            expires_at: new Date(now.getTime() + 3650 * 86_400_000),
          })
          .execute(),
      { street: where },
    )
    return token
  }

  const visitor = (where: Street, token: () => Promise<string | undefined>): Visitor => {
    const send: Visitor['raw'] = async (operation, asked = {}) => {
      const value = await token()
      // A test may let days pass between two requests; the idle clock is tested where it is the subject.
      if (value && !options.idle)
        await deed(({ tx, now }) => tx.updateTable('session').set({ seen_at: now }).where('token_hash', '=', hashToken(value)).execute(), {
          street: where,
        })
      const url = toUrl(operation, asked)
      const response = await app.fastify.inject({
        method: operation.method,
        url,
        headers: {
          host: `${where.slug}.test`,
          ...(operation.method === 'POST' ? { 'idempotency-key': asked.key ?? randomUUID() } : {}),
          ...(asked.payload === undefined && operation.method !== 'GET' && operation.method !== 'DELETE'
            ? { 'content-type': 'application/json' }
            : {}),
          ...(value ? { cookie: `${cookieName}=${value}` } : {}),
          ...asked.headers,
        },
        ...(asked.payload !== undefined
          ? { payload: asked.payload }
          : operation.method === 'GET' || operation.method === 'DELETE'
            ? {}
            : { payload: JSON.stringify(asked.body ?? {}) }),
      })
      return { status: response.statusCode, headers: response.headers, body: response.body, bytes: response.rawPayload }
    }
    return {
      raw: send,
      cookie: async () => `${cookieName}=${(await token()) ?? ''}`,
      async call(operation, asked) {
        const { status, body } = await send(operation, asked)
        if (status >= 400) throw new Error(`${operation.id} was refused: ${body}`)
        return (body ? JSON.parse(body) : {}) as ReplyOf<typeof operation>
      },
      async refused(operation, asked) {
        const { status, body } = await send(operation, asked)
        if (status < 400) throw new Error(`${operation.id} was accepted: ${body}`)
        return JSON.parse(body) as Problem
      },
    }
  }

  const town: Town = {
    app,
    platform,
    keys,
    street,
    otherStreet,
    anonymous: visitor(street, async () => undefined),
    as: (who, { secondFactor = true, street: where = street } = {}) =>
      visitor(where, () => signIn(who, where, secondFactor && (cast[who] as CastMember).posts.length > 0)),
    idOf: (who) => castId(street.id, who),
    at: (when) => void (moment = new Date(when)),
    now: () => moment,
    deed,
    rows: (text, values) => asOwner(ownerUrl, async (client) => (await client.query(text, values)).rows),
    drain: (named) => platform.jobs.drain(named),
    logged,
    async close() {
      await platform.jobs.stop()
      await app.fastify.close()
      await platform.database.close()
      await house.database.close()
      await platform.city?.close()
      // A connection that a test broke on purpose may still hold it; then it goes with the test cluster.
      await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${name}`)).catch(() => undefined)
      await rm(data, { recursive: true, force: true })
    },
  }
  return town
}

function toUrl(operation: AnyOperation, { params, query }: Asked<AnyOperation>): string {
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)?.[name] ?? '')),
  )
  const search = new URLSearchParams(
    Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  return search.size > 0 ? `${path}?${search}` : path
}

function recordingLog(lines: string[]): Log {
  const write = (fields: Readonly<Record<string, unknown>>, line: string): void => {
    const entry = `${line} ${JSON.stringify(fields)}`
    lines.push(entry)
    keepLog(entry)
  }
  return { info: write, warn: write, error: write }
}
