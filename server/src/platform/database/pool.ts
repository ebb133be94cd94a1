import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { countUp, editions, stand, watch, type Standing } from './standing.ts'
import type { Tables } from './tables.ts'

export type Tx = Kysely<Tables>

/** Streets' data as one login role sees them, reached only through {@link StreetDatabase.inStreet}. */
export interface StreetDatabase<Own> {
  /** One transaction for one street. `read` is refused writes by PostgreSQL itself. */
  inStreet<T>(street: string, mode: 'read' | 'write', work: (tx: Kysely<Own>) => Promise<T>): Promise<T>
  readonly pool: pg.Pool
  /** How long whoever comes now would wait for a connection, by how long the last transactions held theirs. */
  expectedWaitMs(): number
  close(): Promise<void>
}

/** The app's: every room's but the branch's; `shared` reaches the few tables without a street. */
export interface Database extends StreetDatabase<Tables> {
  readonly shared: Kysely<Pick<Tables, 'street' | 'street_host'>>
}

pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
// Counters and sizes; none of ours comes near 2^53, and a number that did would be a defect worth hearing about.
pg.types.setTypeParser(pg.types.builtins.INT8, (digits) => {
  const value = Number(digits)
  if (!Number.isSafeInteger(value)) throw new Error(`a bigint beyond 2^53: ${digits}`)
  return value
})

export const clientTimeoutMs = 2800
const leastPatienceMs = 200

interface PoolOptions {
  readonly connections?: number
  readonly log?: (line: string) => void
}

export function openDatabase(url: string, options: PoolOptions = {}): Database {
  const opened = openPool<Tables>(url, options)
  return { ...opened, shared: new Kysely({ dialect: new PostgresDialect({ pool: opened.pool }) }) }
}

/** `schema` names the one that a role of its own works in: its tables come first under their plain names, and it has no part in the standing data. */
export function openPool<Own>(url: string, options: PoolOptions & { readonly schema?: string } = {}): StreetDatabase<Own> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    // A black-holed connection never answers; only the client's own clock ends the wait (measured: the server's statement_timeout does not).
    query_timeout: clientTimeoutMs,
    connectionTimeoutMillis: clientTimeoutMs,
    idleTimeoutMillis: 30_000,
    application_name: 'ronghe',
  })
  pool.on('error', (error) => options.log?.(`database: idle connection lost (${error.message})`))
  // A checked-out client emits `error` on itself; without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', (error) => options.log?.(`database: connection lost (${error.message})`)))
  const connections = pool.options.max
  let heldMs = 0
  const standingOf = editions()
  const bound = new WeakMap<pg.PoolClient, Tx>()
  const boundTo = (client: pg.PoolClient, here: Standing | undefined): Kysely<Own> => {
    const tx = bound.get(client) ?? kyselyOn(client)
    bound.set(client, tx)
    if (here) stand(tx, here)
    return tx as unknown as Kysely<Own> // which tables there are is the role's matter, and the caller names the role
  }
  const third = options.schema ? `set local search_path = ${options.schema}, public` : 'select number from street_edition'

  return {
    pool,
    expectedWaitMs: () => (pool.waitingCount * heldMs) / connections,
    async inStreet(street, mode, work) {
      if (!/^[0-9a-f-]{36}$/.test(street)) throw new Error(`not a street id: ${street}`)
      const asked = performance.now()
      const client = await pool.connect()
      // Whoever waited for a connection does not wait as long again for a database that may be gone: three seconds in all (R6).
      const got = performance.now()
      const left = Math.max(leastPatienceMs, clientTimeoutMs - (got - asked))
      let broken: Error | undefined
      try {
        // One round trip: begin, enter, and which edition of its standing data the street is at. The setting is local to the transaction, so a pooled connection carries nothing to the next street.
        const text = `begin${mode === 'read' ? ' read only' : ''}; select enter_street('${street}'); ${third}`
        const [, , edition] = (await client.query({ text, query_timeout: left } as pg.QueryConfig)) as unknown as pg.QueryResult[] // pg reads it and answers each statement, its types know neither
        const here = options.schema ? undefined : standingOf(street, (edition?.rows[0] as { number: number } | undefined)?.number ?? 0)
        const result = await work(boundTo(client, here))
        await client.query(here?.changed ? `${countUp(street)}; commit` : 'commit')
        return result
      } catch (error) {
        if (endsConnection(error)) broken = error as Error
        else await client.query('rollback').catch((failed: Error) => (broken = failed))
        throw error
      } finally {
        client.release(broken)
        // One in ten of the newest: quick to notice a slow database, slow to be fooled by one long transaction.
        heldMs += (performance.now() - got - heldMs) / 10
      }
    },
    async close() {
      await pool.end()
    },
  }
}

/** Kysely asks its pool for a connection; ours has this one, which our own transaction holds. */
function kyselyOn(client: pg.PoolClient): Tx {
  const query = preparing(client)
  let last: Promise<unknown> = Promise.resolve()
  // One after the other, as a connection works anyway; a deed may ask for several things at once.
  const watched = (text: string, values?: unknown[]) => {
    watch(tx, text)
    const send = () => query(text, values)
    return (last = last.then(send, send))
  }
  const single = { query: watched, release: () => {} } as unknown as pg.PoolClient
  const poolOfOne = { connect: async () => single, end: async () => {} } as unknown as pg.Pool
  const tx: Tx = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOfOne }) })
  return tx
}

/** So many different statements are kept planned by each connection, and none with a long list of values in it. */
const mostPrepared = 400
const mostValues = 40
const names = new Map<string, string>()

/**
 * Statements by name: PostgreSQL parses and plans a statement once per connection instead of every time, which was half of its work (docs/performance.md).
 * The list is bounded, because `in (…)` makes a statement of its own of every length.
 */
function preparing(client: pg.PoolClient) {
  return (text: string, values?: unknown[]) => {
    if (values === undefined || values.length > mostValues) return client.query(text, values)
    let name = names.get(text)
    if (name === undefined && names.size < mostPrepared) {
      name = `s${names.size}`
      names.set(text, name)
    }
    return name === undefined ? client.query(text, values) : client.query({ name, text, values })
  }
}

/**
 * After a time-out or a lost connection the client may still hold an open transaction and another street's setting; it is thrown away.
 * 57014 is a cancelled statement, 25P03 an idle transaction ended by the server, 55P03 a lock not had in time, 0A000 a prepared statement
 * whose tables were changed by a migration meanwhile.
 */
export function endsConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return true
  const code = (error as { code?: string }).code
  if (code === '57014' || code === '25P03' || code === '55P03' || code === '0A000') return true
  return isUnavailable(error)
}

/** The database cannot be reached or did not answer in time: the caller is told so honestly and may try again. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code ?? ''
  return (
    /^(08|57P0|53300|53100|53200)/.test(code) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/.test(code) ||
    /timeout|terminated|Connection ended|not queryable/i.test(error.message)
  )
}

/** The name of the violated constraint, without the shard suffix Citus adds. */
export function violated(error: unknown): string | undefined {
  const constraint = (error as { constraint?: unknown } | null)?.constraint
  return typeof constraint === 'string' ? constraint.replace(/_\d{4,}$/, '') : undefined
}
