import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tx } from '../database/pool.ts'
import type { Tables } from '../database/tables.ts'

/** The city's database to write to, where there is no cell to read along: its three tables have the cells' names and columns. */
export const kyselyOf = (cityUrl: string): Tx =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: cityUrl, max: 1 }) }) })
