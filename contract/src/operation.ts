import * as z from 'zod/mini'
import type { Access } from './posts.ts'

/**
 * One thing that can be asked of Ronghe over HTTP. The server implements it, the web app calls it, the OpenAPI document and the
 * test matrix are read from it. Nothing else says what crosses the wire.
 */
export interface Operation<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Reply extends z.ZodMiniType = z.ZodMiniType,
> {
  /** `room.noun.verb`, stable: journal entries and idempotency keys refer to it. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify notation: `/api/v1/cases/:caseId`. */
  readonly path: `/${string}`
  /** Who may ask: a permission of posts.ts, or one of the three words for people without a post. */
  readonly post: Access
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly status: 200 | 201 | 202 | 204
  readonly reply: Reply
  /** Not JSON: the reply is a stream of this media type, the request a multipart form. */
  readonly media?: { readonly request?: string; readonly reply?: string }
  /** How many of these one caller may send in a minute; the default is 120 reads, 60 writes. */
  readonly perMinute?: number
  /** Never on somebody's behalf: an assisted session is refused (08, Sign-in). */
  readonly inPerson?: boolean
  /** Also for a session that has not shown yet that the number's owner is the same person. */
  readonly whileEmpty?: boolean
  /** What personal data this reads, in the words shown under "who looked at my data"; absent when it reads none but the caller's own. */
  readonly purpose?: string
}

const nothing = z.object({})
type Nothing = typeof nothing

/** Declares an operation; what is left out is the empty object. */
export function operation<
  Params extends z.ZodMiniType = Nothing,
  Query extends z.ZodMiniType = Nothing,
  Body extends z.ZodMiniType = Nothing,
  Reply extends z.ZodMiniType = Nothing,
>(
  declared: Pick<Operation<Params, Query, Body, Reply>, 'id' | 'method' | 'path' | 'post' | 'summary'> &
    Partial<Operation<Params, Query, Body, Reply>>,
): Operation<Params, Query, Body, Reply> {
  return {
    params: nothing as unknown as Params, // the default of the type parameter, which TypeScript cannot see here
    query: nothing as unknown as Query,
    body: nothing as unknown as Body,
    reply: nothing as unknown as Reply,
    status: 200,
    ...declared,
  }
}

// oxlint-disable-next-line no-explicit-any -- an operation of any shape
export type AnyOperation = Operation<any, any, any, any>
export type ParamsOf<O extends AnyOperation> = z.output<O['params']>
export type QueryOf<O extends AnyOperation> = z.output<O['query']>
export type BodyOf<O extends AnyOperation> = z.output<O['body']>
export type ReplyOf<O extends AnyOperation> = z.output<O['reply']>
/** What a caller writes, before defaults are filled in. */
export type Asked<O extends AnyOperation> = {
  readonly params?: z.input<O['params']>
  readonly query?: z.input<O['query']>
  readonly body?: z.input<O['body']>
}
