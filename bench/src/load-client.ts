import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { percentile, rounded } from './measure.ts'

/** One request of a workload; `kind` is what its figures are told under. */
export interface Ask {
  readonly kind: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Statuses that are an honest answer here. */
  readonly expect?: readonly number[]
}

export interface Answered {
  readonly kind: string
  readonly ms: number
  /** When the answer was there, on the clock of `performance.now()`. */
  readonly at: number
  readonly status: number
  readonly text: string
}

/** Keeps connections open as a browser does. */
export function loadClient(address: string, connections: number) {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (ask: Ask, since = performance.now()): Promise<Answered> =>
    new Promise((resolve) => {
      const body = ask.body === undefined ? undefined : JSON.stringify(ask.body)
      const finish = (status: number, text: string) => {
        const at = performance.now()
        resolve({ kind: ask.kind, ms: at - since, at, status, text })
      }
      const sending = request(
        {
          hostname,
          port,
          agent,
          method: ask.method,
          path: ask.path,
          timeout: 15_000,
          headers: {
            ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
            ...ask.headers,
          },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () => finish(response.statusCode ?? 0, Buffer.concat(parts).toString()))
          response.on('error', () => finish(0, ''))
        },
      )
      sending.on('timeout', () => sending.destroy())
      sending.on('error', (error) => finish(0, error.message))
      sending.end(body)
    })
  return {
    send,
    /** So many a second whether or not earlier ones were answered; a wait in our own line counts as waiting. */
    async openLoop(rate: number, seconds: number, next: () => Ask): Promise<readonly Answered[]> {
      const started = performance.now()
      const all: Promise<Answered>[] = []
      for (let count = 0; count < rate * seconds;) {
        const due = Math.floor(((performance.now() - started) / 1000) * rate)
        for (; count <= due && count < rate * seconds; count++) all.push(send(next(), started + (count / rate) * 1000))
        await sleep(2)
      }
      return Promise.all(all)
    },
    /** As fast as so many at once go. */
    async closedLoop(atOnce: number, seconds: number, next: () => Ask): Promise<readonly Answered[]> {
      const until = performance.now() + seconds * 1000
      const all: Answered[] = []
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (performance.now() < until) all.push(await send(next()))
        }),
      )
      return all
    },
    close: () => agent.destroy(),
  }
}

export const latency = (answers: readonly Answered[], share: number): number =>
  rounded(
    percentile(
      answers.map(({ ms }) => ms),
      share,
    ),
  )

/** What was not the answer hoped for, by kind and status, with one text as an example. */
export function complaints(answers: readonly Answered[]): readonly string[] {
  const wrong = Map.groupBy(
    answers.filter(({ status }) => status === 0 || status >= 400),
    ({ kind, status }) => `${kind} ${status}`,
  )
  return Array.from(wrong, ([what, list]) => `${list.length} x ${what}: ${list[0]!.text.slice(0, 200)}`)
}
