import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { castId } from '@ronghe/demo/load-cast.ts'
import { loadDemo, sStreet } from '@ronghe/demo/load.ts'
import { readConfig } from '@ronghe/server/config.ts'
import { openPlatform } from '@ronghe/server/main.ts'
import { cookieName, hashToken, newToken } from '@ronghe/server/platform/auth/session.ts'
import { databaseSecrets, databaseUrls } from '@ronghe/server/platform/database/database-secrets.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import { keepLog, plantCanaries } from '@ronghe/server/platform/privacy/log-canaries.testing.ts'
import pg from 'pg'

const bin = fileURLToPath(new URL('../bin/ronghe.js', import.meta.url))

/** A server in a process of its own, as `ronghe serve` starts it. */
export interface Served {
  readonly child: ChildProcess
  readonly address: string
  /** As a power cut ends it: no farewell. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function serveRonghe(env: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(process.execPath, [bin, 'serve', '--json'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  createInterface({ input: child.stderr }).on('line', (line) => keepLog(line))
  const end = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const { address } = (line.startsWith('{') ? JSON.parse(line) : {}) as { address?: string }
    if (!address) continue
    createInterface({ input: child.stdout }).on('line', (line) => keepLog(line))
    return { child, address, kill: end('SIGKILL'), stop: end('SIGTERM') }
  }
  throw new Error(`serve ended before it listened: ${said}`)
}

/** S Street with few residents, in the embedded database of a data folder or where `env` says. */
export async function loadTinyDemo(env: Readonly<Record<string, string>>): Promise<void> {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const open = await openPlatform(readConfig(env), { log: quiet, work: false })
  try {
    await loadDemo(open, { size: { residents: 20, cases: 10, concerns: 0, hazards: 0, disputes: 0 }, say: () => undefined })
  } finally {
    await open.close()
  }
}

/** The owner's address of an embedded database that runs, and its process. */
export async function embeddedOf(data: string): Promise<{ readonly ownerUrl: string; readonly pid: number }> {
  const lines = (await readFile(join(data, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')
  return { ownerUrl: databaseUrls(await databaseSecrets(data), Number(lines[3])).ownerUrl, pid: Number(lines[0]) }
}

/** Cookies of sessions that are simply there: signing in is tested where it is the subject. */
export async function openSessions(ownerUrl: string, who: CastKey, count: number, now: Date): Promise<readonly string[]> {
  const tokens = Array.from({ length: count }, newToken)
  plantCanaries([...tokens, ...Object.values(cast).flatMap(({ name, phone }) => [name, phone])])
  await asOwner(ownerUrl, (client) =>
    client.query(
      `insert into session (street_id, id, token_hash, person_id, kind, second_factor_at, created_at, seen_at, expires_at)
       select $1, * from unnest($2::uuid[], $3::bytea[]), (values ($4::uuid, 'open', $5::timestamptz, $5::timestamptz, $5::timestamptz, $6::timestamptz)) as rest`,
      [
        sStreet.id,
        tokens.map(() => uuid7(now.getTime())),
        tokens.map(hashToken),
        castId(sStreet.id, who),
        now,
        new Date(now.getTime() + 86_400_000),
      ],
    ),
  )
  return tokens.map((token) => `${cookieName}=${token}`)
}

export const phoneOf = (who: CastKey): string => cast[who].phone

export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
