import type { AnyOperation, Asked, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Problem } from '@ronghe/contract/values.ts'
import { newId } from './platform/ids.ts'
import { placeOf } from './platform/place.ts'

/** What `call` needs of an operation. The start of the app names an operation by type only, so that no schema is loaded (09, Web). */
export type Callable<O extends AnyOperation> = Pick<O, 'id' | 'method' | 'path'> & {
  readonly params?: O['params']
  readonly query?: O['query']
  readonly body?: O['body']
  readonly reply?: O['reply']
}

export type Asking<O extends AnyOperation> = Asked<O> & {
  /** Kept by the caller for as long as it tries the same deed; a new one is made for each call without. */
  readonly idempotencyKey?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** The server said no, and why. `fieldErrors` goes to the fields of the form by path. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly fieldErrors: Readonly<Record<string, string>>
  /** Seconds after which trying again makes sense, where the server named them. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'ProblemError'
    this.problem = problem
    this.fieldErrors = Object.fromEntries((problem.errors ?? []).map((error) => [error.path, error.detail]))
    this.retryAfter = retryAfter
  }
}

/** Nothing came back, twice: no network, or the server is away. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('offline', { cause })
    this.name = 'OfflineError'
  }
}

/** Sent when a reply says that the session is over; the session provider listens. */
export const sessionEnded = new EventTarget()

/** Asks the server for one thing, typed by the operation. Replies hold only declared fields, so they are not parsed again. */
export async function call<O extends AnyOperation>(operation: O | Callable<O>, asked: Asking<NoInfer<O>> = {}): Promise<ReplyOf<O>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  let body: string | undefined
  if (asked.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(asked.body)
  }
  return (await deliver(operation, asked, headers, body)) as ReplyOf<O>
}

/** The same for files: a multipart form instead of JSON. */
export async function send<O extends AnyOperation>(
  operation: O | Callable<O>,
  form: FormData,
  asked: Omit<Asking<NoInfer<O>>, 'body'> = {},
): Promise<ReplyOf<O>> {
  return (await deliver(operation, asked, { accept: 'application/json' }, form)) as ReplyOf<O>
}

/** Where an operation is asked: prefix of the street, path with its parameters, query. */
export function addressOf(
  operation: { readonly path: string },
  asked: { readonly params?: unknown; readonly query?: unknown },
  prefix: string = herePrefix(),
): string {
  const params = (asked.params ?? {}) as Record<string, string | number>
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`the parameter ${name} of ${operation.path} is missing`)
    return encodeURIComponent(params[name])
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((asked.query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
  }
  return `${prefix}${path}${query.size > 0 ? `?${query}` : ''}`
}

const herePrefix = (): string => placeOf(globalThis.location?.pathname ?? '/').prefix

async function deliver(
  operation: { readonly method: string; readonly path: string },
  asked: Asking<AnyOperation>,
  headers: Record<string, string>,
  body: string | FormData | undefined,
): Promise<unknown> {
  const address = addressOf(operation, asked)
  const language = globalThis.document?.documentElement.lang
  if (language) headers['accept-language'] = language
  if (operation.method === 'POST') headers['idempotency-key'] = asked.idempotencyKey ?? newId()
  const request: RequestInit = {
    method: operation.method,
    headers,
    credentials: 'same-origin',
    body: body ?? null,
    signal: asked.signal ?? null,
  }
  return receive(await reach(address, request))
}

/** A line that broke may have broken after the server had committed: the second try carries the same key, so nothing happens twice. */
async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (error) {
    if (request.signal?.aborted) throw error
    return await fetch(address, request).catch((second: unknown) => {
      if (request.signal?.aborted) throw second
      throw new OfflineError(second)
    })
  }
}

export async function receive(response: Response): Promise<unknown> {
  if (response.ok) return response.status === 204 ? undefined : await readJson(response)
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  const problem = (await readJson(response).catch(() => undefined)) as Partial<Problem> | undefined
  if (response.status === 401) sessionEnded.dispatchEvent(new Event('ended'))
  throw new ProblemError(
    typeof problem?.code === 'string'
      ? (problem as Problem)
      : // Something between us and the server answered, for instance a gateway; Refusal words this code.
        { type: 'about:blank', title: response.statusText, status: response.status, detail: '', code: `http-${response.status}` },
    retryAfter,
  )
}

/** The connection may also break in the middle of a reply. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw new OfflineError(error)
  })
  return text === '' ? undefined : JSON.parse(text)
}
