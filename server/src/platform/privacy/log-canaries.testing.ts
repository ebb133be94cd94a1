import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

/**
 * One folder for a whole run of the tests: every town and every server that is started writes its log there, and whatever somebody typed in a
 * test is remembered as a canary. When the run is over no canary may be in any log (S8). Without the folder nothing is kept.
 */
const folderOfRun = (): string | undefined => process.env['RONGHE_TEST_LOGS']

export function keepLog(line: string, folder = folderOfRun()): void {
  if (folder) appendFileSync(join(folder, `${process.pid}.log`), `${line}\n`)
}

const planted = new Set<string>()

/** Names, numbers, codes, tokens, words: what must be in no log. */
export function plantCanaries(words: Iterable<string>, folder = folderOfRun()): void {
  if (!folder) return
  for (const word of words) {
    const key = `${folder} ${word}`
    if (planted.has(key)) continue
    planted.add(key)
    appendFileSync(join(folder, `${process.pid}.canaries`), `${JSON.stringify(word)}\n`)
  }
}

/** Whatever is sent to these routes, from a test or from a browser, and every code, token and cookie that goes back. */
export function watchWords(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async ({ body, query }) => plantCanaries([...personalIn(body), ...personalIn(query)]))
  fastify.addHook('onSend', async (_, reply, payload) => {
    plantCanaries([reply.getHeader('set-cookie') ?? []].flat().flatMap((cookie) => /=([^;]{16,})/.exec(String(cookie))?.[1] ?? []))
    if (reply.statusCode < 400 && typeof payload === 'string' && payload.startsWith('{')) plantCanaries(secretsIn(JSON.parse(payload)))
    return payload
  })
}

/** Chinese words, sentences, phone numbers and ID numbers somewhere in a request. What only machines read, such as ids and keys, is none. */
export function personalIn(sent: unknown): string[] {
  return textsOf(sent).flatMap(([, text]) => [
    ...(text.match(/\p{Script=Han}{2,}/gu) ?? []),
    ...(text.match(/\d{17}[\dXx]|1\d{10}/g) ?? []),
    ...(/\S\s+\S/.test(text) && text.length >= 12 ? [text.trim()] : []),
  ])
}

const secretNames = /^(claimCode|code|codes|token|secret|ticket|uri)$/
const secretsIn = (reply: unknown): string[] =>
  textsOf(reply).flatMap(([name, text]) => (secretNames.test(name) && text.length >= 6 && !/^[a-z-]+$/.test(text) ? [text] : []))

function textsOf(value: unknown, name = ''): [name: string, text: string][] {
  if (typeof value === 'string') return [[name, value]]
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, name))
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, key))
}

export interface LogFindings {
  readonly lines: number
  readonly canaries: number
  /** The lines with a canary in them. */
  readonly leaks: readonly string[]
}

/** Looks for every canary in every log of a run. */
export function searchLogs(folder: string): LogFindings {
  const read = (ending: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => line !== '')
  const lines = read('.log')
  const canaries = new Set(read('.canaries').map((line) => JSON.parse(line) as string))
  // Thousands of lines differ in their ids and their milliseconds only: each kind is searched once.
  const kinds = [...new Set(lines.map((line) => line.replaceAll(idsAndNumbers, '#')))]
  const all = kinds.join('\n')
  const found = [...canaries].filter((canary) => all.includes(canary))
  return {
    lines: lines.length,
    canaries: canaries.size,
    leaks: kinds.filter((line) => found.some((canary) => line.includes(canary))),
  }
}

const idsAndNumbers =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"request":"[0-9a-f]{8}"|"time":"[^"]*"|(?<![\w-])\d{1,5}(?![\w-])/g
