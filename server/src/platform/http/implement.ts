import { createHash } from 'node:crypto'
import type { AnyOperation, BodyOf, Operation, ParamsOf, QueryOf } from '@ronghe/contract/operation.ts'
import type { Setting } from '@ronghe/contract/programme/settings.ts'
import type { Language } from '@ronghe/contract/values.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { anonymous, type Actor, type PersonActor } from '../auth/actor.ts'
import { liesWithin } from '../auth/matter.ts'
import { findSession, tokenIn, touchSession } from '../auth/session.ts'
import { uuid7 } from '../codes.ts'
import type { Tx } from '../database/pool.ts'
import type { Street } from '../database/streets.ts'
import type { Deed } from '../deed.ts'
import { record } from '../journal/record.ts'
import type { Platform } from '../platform.ts'
import { setting } from '../settings/settings.ts'
import { keepReply, takeTurn, type Attempt } from './idempotency.ts'
import { forbidden, notFound, Refusal, signInFirst, tooMany, unavailable } from './problems.ts'
import { rateLimits, type RateLimits } from './rate-limits.ts'
import { readUpload, type Upload } from './upload.ts'
import { parsed } from './validation.ts'

/** The app rooms register their operations with. */
export interface App {
  readonly fastify: FastifyInstance
  readonly platform: Platform
  readonly operations: AnyOperation[]
  readonly limits: RateLimits
  findStreet(request: FastifyRequest): Promise<Street | undefined>
}

export const newApp = (fastify: FastifyInstance, platform: Platform, findStreet: App['findStreet']): App => ({
  fastify,
  platform,
  operations: [],
  limits: rateLimits(),
  findStreet,
})

/** What a handler is given: checked input and the deed. `person` is there when the operation is for residents or posts. */
export interface Asking<O extends AnyOperation> {
  readonly deed: Deed
  readonly params: ParamsOf<O>
  readonly query: QueryOf<O>
  readonly body: BodyOf<O>
  /** The signed-in person; calling it where the operation is open to anyone refuses the anonymous. */
  person(): PersonActor
  /** The file of a multipart request, read before the transaction was opened. */
  upload(): Upload
  readonly request: FastifyRequest
  /** For cookies and streams. A handler that sends the reply itself returns {@link sent}. */
  readonly response: FastifyReply
}

/** Returned by a handler that has already sent its reply (a file, a sheet). */
export const sent = Symbol('sent')

/**
 * Serves one operation: enters the street, finds who asks, checks the post and the input, opens the transaction, answers a repeated POST
 * with its first reply, records refused attempts, and sends only what the reply schema declares. A refusal that is returned, not thrown,
 * keeps what the deed wrote: a wrong code was a try.
 */
export function implement<P extends z.ZodMiniType, Q extends z.ZodMiniType, B extends z.ZodMiniType, R extends z.ZodMiniType>(
  app: App,
  operation: Operation<P, Q, B, R>,
  handle: (asking: Asking<Operation<P, Q, B, R>>) => Promise<z.input<R> | typeof sent | Refusal | ({} extends z.input<R> ? void : never)>,
): void {
  register(app, operation, handle as Handle, everyRoom)
}

/** Where an operation does its work: in the tables of every room, or in a house of its own (platform/branch). */
export interface Ground {
  /** Its requests leave no line that says which they were. */
  readonly closed: boolean
  /** One transaction for `run`; whoever asks was recognised before it begins. */
  work<T>(at: Opening, recognise: (tx: Tx) => Promise<void>, run: (tx: Tx) => Promise<T>): Promise<T>
  /** With what deed, and under what name, a repeated POST is kept. */
  kept(deed: Deed, attempt: Attempt): readonly [Deed, Attempt]
  /** That somebody was refused, in a transaction of its own. */
  noteRefusal(at: Pick<Opening, 'platform' | 'street'> & { deedOf(tx: Tx): Deed }, operation: string, code: string): Promise<void>
}
interface Opening {
  readonly platform: Platform
  readonly street: Street
  readonly mode: 'read' | 'write'
}

const everyRoom: Ground = {
  closed: false,
  work: ({ platform, street, mode }, recognise, run) =>
    platform.database.inStreet(street.id, mode, async (tx) => {
      await recognise(tx)
      return run(tx)
    }),
  kept: (deed, attempt) => [deed, attempt],
  noteRefusal: ({ platform, street, deedOf }, operation, code) =>
    platform.database.inStreet(street.id, 'write', async (tx) => {
      await record(deedOf(tx), { kind: 'refused', plain: { operation, code } })
    }),
}

/** Puts an operation on a ground; rooms call {@link implement} or the branch's own. */
export function register(app: App, operation: AnyOperation, handle: Handle, ground: Ground): void {
  if (app.operations.some(({ id }) => id === operation.id)) throw new Error(`operation ${operation.id} is implemented twice`)
  app.operations.push(operation)
  app.fastify.route({
    method: operation.method,
    url: operation.path,
    config: { closed: ground.closed },
    handler: (request, response) => serve(app, operation, handle, ground, request, response),
  })
}

type Handle = (asking: Asking<AnyOperation>) => Promise<unknown>
/** Less than what a request waits for the database at most, so that who is let in is served. */
const longestLineMs = 2000
const writes = (operation: AnyOperation): boolean => operation.method !== 'GET' || operation.purpose !== undefined

async function serve(
  app: App,
  operation: AnyOperation,
  handle: Handle,
  ground: Ground,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<unknown> {
  const { platform } = app
  const now = platform.clock()
  request.unlogged = operation.post === 'nobody' && operation.method !== 'GET'
  const street = await app.findStreet(request)
  if (!street) throw notFound('street')
  request.streetId = street.id
  const token = operation.post === 'nobody' ? undefined : tokenIn(request.cookies)
  // Whoever has no session is refused before a transaction is opened.
  if (!token && operation.post !== 'anyone' && operation.post !== 'nobody') throw signInFirst()
  // Doors open to anyone are counted by address: a cookie made up afresh for every try must not start the count again.
  limit(app, operation, token && !(operation.post === 'anyone' && operation.perMinute) ? token : `ip ${request.ip}`, now)

  // Shape first: a malformed request costs no transaction either.
  const params = parsed(operation.params, request.params) as ParamsOf<AnyOperation>
  const query = parsed(operation.query, request.query) as QueryOf<AnyOperation>
  const body = operation.media?.request ? undefined : (parsed(operation.body, request.body ?? {}) as BodyOf<AnyOperation>)

  const after: (() => void | Promise<void>)[] = []
  let actor: Actor = anonymous
  let language: Language = languageOf(request)
  let stale = false
  const deedOf = (tx: Deed['tx']): Deed => ({
    tx,
    street,
    now,
    actor,
    language,
    platform,
    id: () => uuid7(now.getTime()),
    afterCommit: (work) => void after.push(work),
  })
  const recognise = async (tx: Deed['tx']): Promise<void> => {
    const session = token ? await findSession(tx, street, token, now) : undefined
    if (session) {
      actor = session.actor
      if (!request.headers['accept-language']) language = session.language
      stale = session.stale
    }
    request.language = language
    allow(operation, actor, { ...params, ...(typeof body === 'object' ? (body as object) : {}) })
    if (!(await isRun(deedOf(tx), operation))) throw new Refusal(404, 'organ-off')
  }
  try {
    let received: Upload | undefined
    // Whoever could not be served in time is told so at once instead of after three seconds, and those who wait are served (R5). Nothing is awaited
    // between this look at the line and joining it, or a hundred would join by the same look.
    if (platform.database.expectedWaitMs() > longestLineMs) throw unavailable()
    if (operation.media?.request) {
      // A file may come slowly over a shared line, and a transaction must not wait for it; nor is a stranger's file read at all.
      await platform.database.inStreet(street.id, 'read', recognise)
      received = await readUpload(request)
    }
    const upload = (): Upload => {
      if (!received) throw new Error(`${operation.id} takes no file`)
      return received
    }
    const outcome = await ground.work({ platform, street, mode: writes(operation) ? 'write' : 'read' }, recognise, async (tx) => {
      const deed = deedOf(tx)
      const attempt = attemptOf(operation, request, actor, body)
      if (attempt) {
        // What comes without a session keeps its date only, here too (08, Concerns).
        const [keeping, named] = ground.kept(deed, attempt)
        const turn = await takeTurn(
          operation.post === 'nobody' ? { ...keeping, now: new Date(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`) } : keeping,
          named,
        )
        if (turn.kind === 'again') return { status: turn.status, reply: turn.reply }
      }
      const person = (): PersonActor => {
        if (actor.kind !== 'person') throw signInFirst()
        return actor
      }
      const answered = await handle({ deed, params, query, body, person, upload, request, response })
      if (answered === sent || answered instanceof Refusal) return answered
      // Strips what the contract does not declare; a reply that does not fit is our defect, never the caller's.
      const reply = operation.reply.parse(answered ?? {})
      if (attempt) await keepReply(...ground.kept(deed, attempt), operation.status, reply)
      return { status: operation.status, reply }
    })
    // Noting that somebody was here can wait for the next request where others wait for their own.
    if (stale && platform.database.expectedWaitMs() === 0)
      await platform.database.inStreet(street.id, 'write', (tx) => touchSession(tx, street, actor, now))
    for (const next of after) await next()
    if (outcome instanceof Refusal) throw outcome
    if (outcome === sent) return response
    return answer(operation, request, response, outcome.status, outcome.reply)
  } catch (error) {
    if (error instanceof Refusal && isRecorded(operation, error, actor)) {
      // The deed is rolled back; that it was tried is kept, in a transaction of its own.
      await ground
        .noteRefusal({ platform, street, deedOf }, operation.id, error.code)
        .catch((failed: Error) => platform.log.warn({ problem: failed.message }, 'journal: a refused attempt could not be recorded'))
    }
    throw error
  }
}

/** The organ a room belongs to; the other rooms are never switched off. */
const organOf: Readonly<Record<string, keyof Setting<'modules'>>> = {
  council: 'council',
  volunteers: 'corps',
  school: 'school',
  branch: 'branch',
}

/** What an organ does is not there in a street that does not run it (M1, D10); what it did before stays where it lies. */
async function isRun(deed: Deed, { id }: AnyOperation): Promise<boolean> {
  const organ = organOf[id.slice(0, id.indexOf('.'))]
  return organ === undefined || (await setting(deed, 'modules'))[organ]
}

/** Refused attempts of known people at doing something; a stranger's are counted by the limits and the sign-in failures. */
const isRecorded = (operation: AnyOperation, refusal: Refusal, actor: Actor): boolean =>
  actor.kind === 'person' && (refusal.status === 403 || (refusal.status === 409 && operation.method !== 'GET'))

export function allow(operation: AnyOperation, actor: Actor, said: Readonly<Record<string, unknown>>): void {
  const { post } = operation
  if (post === 'anyone' || post === 'nobody') return
  if (actor.kind !== 'person') throw signInFirst()
  if (actor.session === 'empty' && !operation.whileEmpty) throw forbidden('session-empty')
  if (actor.session === 'assisted' && operation.inPerson) throw forbidden('not-while-assisted')
  if (actor.about && !liesWithin(actor.about, operation.id, said)) throw forbidden('outside-the-matter')
  if (post === 'resident' || actor.permissions.has(post)) return
  throw forbidden(actor.secondFactor || actor.posts.length === 0 ? 'not-permitted' : 'second-factor-first')
}

function limit(app: App, operation: AnyOperation, caller: string, now: Date): void {
  const most = operation.perMinute ?? (operation.method === 'GET' ? 600 : 120)
  const wait = app.limits.take(caller, operation.method === 'GET' && !operation.perMinute ? 'read' : operation.id, most, now.getTime())
  if (wait > 0) throw tooMany(wait)
}

/** Replies of these carry or lead to a session, and a try is a try however often it is sent (09, Idempotency). */
const neverKept = /^people\.(sign-in|second-factor|passkeys|set-up|assist)\./

function attemptOf(operation: AnyOperation, request: FastifyRequest, actor: Actor, body: unknown): Attempt | undefined {
  const key = request.headers['idempotency-key']
  if (operation.method !== 'POST' || operation.media || typeof key !== 'string' || neverKept.test(operation.id)) return undefined
  if (!/^[\w-]{8,100}$/.test(key)) throw new Refusal(400, 'field-format')
  const scope = actor.kind === 'person' ? actor.personId : `device ${String(request.headers['ronghe-device'] ?? '')}`
  return { operation: operation.id, key, scope, url: request.url, body }
}

export const languageOf = (request: FastifyRequest): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN'

function answer(operation: AnyOperation, request: FastifyRequest, response: FastifyReply, status: number, reply: unknown): unknown {
  void response.status(status).header('cache-control', 'no-store')
  if (status === 204) return response.send()
  const text = JSON.stringify(reply)
  if (operation.method === 'GET') {
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    void response.header('etag', etag).header('cache-control', 'private, no-cache')
    if (request.headers['if-none-match'] === etag) return response.status(304).send()
  }
  return response.type('application/json; charset=utf-8').send(text)
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** See {@link Ground}. */
    closed?: boolean
  }
  interface FastifyRequest {
    streetId?: string
    unlogged?: boolean
    streetSlug?: string
    language?: Language
    /** Of a reply that stays open: it no longer counts among the requests that are being served. */
    leaveQueue?: () => void
  }
}
