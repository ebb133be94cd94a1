import type { Problem } from '@ronghe/contract/values.ts'

export interface FieldFault {
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface RefusalDetails {
  readonly params?: Readonly<Record<string, string | number>>
  readonly article?: string
  /** The page where the article stands, from the root of the site. */
  readonly articleAt?: string
  /** A code of the refusals' words: what the person can do instead. */
  readonly instead?: string
  readonly errors?: readonly FieldFault[]
  readonly retryAfterSeconds?: number
}

/**
 * Something an honest person can run into. The code is stable and worded in contract/src/<room>/words; it travels as RFC 9457 problem
 * details. Throwing one rolls the transaction back: a refused request changes nothing.
 */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly details: RefusalDetails

  constructor(status: number, code: string, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.details = details
  }
}

/** A rule says no: 409. */
export const refused = (code: string, details?: RefusalDetails): Refusal => new Refusal(409, code, details)
/** Not this person, or not with this post: 403. */
export const forbidden = (code = 'not-permitted', details?: RefusalDetails): Refusal => new Refusal(403, code, details)
/** Not there, or not to be known to this reader; the two are never told apart: 404. */
export const notFound = (thing: string): Refusal => new Refusal(404, `no-${thing}`)
/** What was typed does not fit; each fault points at its field: 422. */
export const unfit = (errors: readonly FieldFault[]): Refusal => new Refusal(422, 'fields', { errors })
export const signInFirst = (): Refusal => new Refusal(401, 'sign-in-first')
export const tooMany = (retryAfterSeconds: number): Refusal =>
  new Refusal(429, 'too-many', { retryAfterSeconds, params: { seconds: retryAfterSeconds } })
export const unavailable = (): Refusal => new Refusal(503, 'unavailable', { retryAfterSeconds: 5 })

type Say = (code: string, params?: Readonly<Record<string, string | number>>) => string

export function toProblem(refusal: Refusal, say: Say, request?: string): Problem {
  const { params, article, articleAt, instead, errors } = refusal.details
  return {
    type: `urn:ronghe:problem:${refusal.code}`,
    title: say(refusal.code, params),
    status: refusal.status,
    detail: say(refusal.code, params),
    code: refusal.code,
    ...(article ? { article } : {}),
    ...(articleAt ? { articleAt } : {}),
    ...(instead ? { instead: say(instead, params) } : {}),
    ...(errors ? { errors: errors.map(({ path, code, params: values }) => ({ path, code, detail: say(code, values) })) } : {}),
    ...(request ? { request } : {}),
  }
}
