import pg from 'pg'
import { isUnavailable } from '../database/pool.ts'
import { Refusal } from '../http/problems.ts'

/** The city's database as a street's server reads it: published figures of all streets, nothing else, and never in a street's way. */
export interface CityDatabase {
  /** Refuses with `city-away` when the city does not answer. */
  read<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** Whoever asks for the city holds a connection of the street meanwhile, so the city gets less patience than the street's own tables. */
const patienceMs = 1000
/** After a failure nobody tries for so long: a city that hangs costs the street one wait, not one for each reader. */
const restMs = 5000

export function openCity(
  url: string,
  options: { readonly log?: (line: string) => void; readonly clock?: () => number } = {},
): CityDatabase {
  const { log, clock = () => performance.now() } = options
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
  return {
    async read<Row extends object>(text: string, values: readonly unknown[] = []) {
      if (clock() < restUntil) throw cityAway()
      try {
        return (await pool.query<Row>(text, [...values])).rows
      } catch (error) {
        if (!isUnavailable(error) && !isNotOurs(error)) throw error
        restUntil = clock() + restMs
        log?.(`city: not reached (${(error as Error).message})`)
        throw cityAway()
      }
    },
    close: () => pool.end(),
  }
}

const cityAway = (): Refusal => new Refusal(503, 'city-away', { retryAfterSeconds: restMs / 1000 })

/** Not there yet, not let in, or not laid out: nothing the street can put right. */
const isNotOurs = (error: unknown): boolean => /^(28|3D000|42P01|42501|57014)/.test((error as { code?: string }).code ?? '')
