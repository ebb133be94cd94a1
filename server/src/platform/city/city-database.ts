import pg from 'pg'
import { isUnavailable } from '../database/pool.ts'
import { Refusal } from '../http/problems.ts'

/** The city's database as a street's server reads it: published figures of all streets, nothing else, and never in a street's way. */
export interface CityDatabase {
  /** Refuses with `city-away` when the city does not answer. The same question asked again within a few seconds has the same answer. */
  read<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  close(): Promise<void>
}

/** Whoever asks for the city holds a connection of the street meanwhile, so the city gets less patience than the street's own tables. */
const patienceMs = 1000
/** After a failure nobody tries for so long: a city that hangs costs the street one wait, not one for each reader. */
const restMs = 5000
/** Figures of finished months do not change by the second; many readers at once ask the city once. */
const keptMs = 20_000
const mostKept = 60

interface CityOptions {
  readonly keptMs?: number
  readonly log?: (line: string) => void
  /** Milliseconds that only go forward. */
  readonly clock?: () => number
}

export function openCity(url: string, options: CityOptions = {}): CityDatabase {
  const { log, clock = () => performance.now(), keptMs: keeps = keptMs } = options
  const pool = new pg.Pool({
    connectionString: url,
    max: 3,
    query_timeout: patienceMs,
    connectionTimeoutMillis: patienceMs,
    idleTimeoutMillis: 30_000,
    application_name: 'ronghe',
    options: '-c default_transaction_read_only=on',
  })
  pool.on('error', (error) => log?.(`city: idle connection lost (${error.message})`))
  pool.on('connect', (client) => client.on('error', (error) => log?.(`city: connection lost (${error.message})`)))
  let restUntil = Number.NEGATIVE_INFINITY
  const kept = new Map<string, { readonly until: number; readonly rows: Promise<readonly object[]> }>()

  const ask = async (text: string, values: readonly unknown[]): Promise<readonly object[]> => {
    if (clock() < restUntil) throw cityAway()
    try {
      return (await pool.query<object>(text, [...values])).rows
    } catch (error) {
      if (!isUnavailable(error) && !isClosed(error)) throw error
      restUntil = clock() + restMs
      log?.(`city: not reached (${(error as Error).message})`)
      throw cityAway()
    }
  }
  return {
    async read<Row extends object>(text: string, values: readonly unknown[] = []) {
      const key = JSON.stringify([text, values])
      const known = kept.get(key)
      if (known && clock() < known.until) return (await known.rows) as readonly Row[] // what this very question was answered
      const rows = ask(text, values)
      kept.delete(key)
      kept.set(key, { until: clock() + keeps, rows })
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
      rows.catch(() => kept.delete(key))
      return (await rows) as readonly Row[] // the caller says what its own statement selects
    },
    close: () => pool.end(),
  }
}

const cityAway = (): Refusal => new Refusal(503, 'city-away', { retryAfterSeconds: restMs / 1000 })

/** Not there yet, not let in, not laid out, or too slow: nothing a reader or the street can put right. */
const isClosed = (error: unknown): boolean => /^(28|3D000|42P01|42501|55000|57014)/.test((error as { code?: string }).code ?? '')
