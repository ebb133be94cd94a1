import { randomUUID } from 'node:crypto'
import type { AnyOperation, Asked, ReplyOf } from '@ronghe/contract/operation.ts'
import { askCode, signInWithCode } from '@ronghe/contract/people/sign-in.ts'
import type { Problem } from '@ronghe/contract/values.ts'
import type { Town } from '../../platform/database/testing.ts'
import type { Street } from '../../platform/database/streets.ts'

/** A browser that keeps its cookies, for tests in which signing in is the subject. */
export interface TestBrowser {
  call<O extends AnyOperation>(operation: O, asked?: Asked<O>): Promise<ReplyOf<O>>
  refused<O extends AnyOperation>(operation: O, asked?: Asked<O>): Promise<Problem>
  /** Asks for a code and gives it; what comes back may be a session, a ticket or a question. */
  signIn(phone: string): Promise<ReplyOf<typeof signInWithCode>>
  readonly cookies: ReadonlyMap<string, string>
  /** The attributes of the cookies set last. */
  readonly setCookies: readonly string[]
}

export function newBrowser(town: Town, street: Street = town.street, headers: Readonly<Record<string, string>> = {}): TestBrowser {
  const cookies = new Map<string, string>()
  let setCookies: string[] = []
  const send = async (
    operation: AnyOperation,
    { params, query, body }: Asked<AnyOperation> = {},
  ): Promise<{ status: number; body: string }> => {
    const path = operation.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown>)[name])),
    )
    const search = new URLSearchParams(Object.entries((query ?? {}) as Record<string, string>))
    const response = await town.app.fastify.inject({
      method: operation.method,
      url: search.size > 0 ? `${path}?${search}` : path,
      headers: {
        host: `${street.slug}.test`,
        'user-agent': 'Mozilla/5.0 (Linux; Android 13) Chrome/120.0',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(operation.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(operation.method === 'GET' || operation.method === 'DELETE' ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(operation.method === 'GET' || operation.method === 'DELETE' ? {} : { payload: JSON.stringify(body ?? {}) }),
    })
    const set = response.headers['set-cookie']
    if (set) setCookies = [set].flat()
    for (const { name, value } of response.cookies) {
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return { status: response.statusCode, body: response.body }
  }
  const browser: TestBrowser = {
    cookies,
    get setCookies() {
      return setCookies
    },
    async call(operation, asked) {
      const { status, body } = await send(operation, asked as Asked<AnyOperation>)
      if (status >= 400) throw new Error(`${operation.id} was refused: ${body}`)
      return (body ? JSON.parse(body) : {}) as ReplyOf<typeof operation>
    },
    async refused(operation, asked) {
      const { status, body } = await send(operation, asked as Asked<AnyOperation>)
      if (status < 400) throw new Error(`${operation.id} was accepted: ${body}`)
      return JSON.parse(body) as Problem
    },
    async signIn(phone) {
      const { demoCode } = await browser.call(askCode, { body: { phone } })
      return browser.call(signInWithCode, { body: { phone, code: demoCode ?? '' } })
    },
  }
  return browser
}
