import type pg from 'pg'
import { OperatorError } from '../../operator-error.ts'

export const publication = 'ronghe_city'
/** All that the publication carries; a test compares it with the catalogue. */
export const publishedTables = ['city_figure', 'city_report', 'city_street'] as const

export interface Readiness {
  readonly walLevel: string
  readonly freeSlots: number
  /** Megabytes of log that are kept for a city that is away; -1 is without limit. */
  readonly keptForCity: number
  readonly published: readonly string[]
  readonly missing: readonly string[]
}

/** Whether a cell's server can be read along, and what stands in the way. */
export async function readinessOf(client: pg.ClientBase): Promise<Readiness> {
  const { rows } = await client.query<{ level: string; slots: number; used: number; kept: number; tables: readonly string[] }>(`
    select current_setting('wal_level') as level, current_setting('max_replication_slots')::int as slots,
           (select count(*)::int from pg_replication_slots) as used,
           (select setting::int from pg_settings where name = 'max_slot_wal_keep_size') as kept,
           array(select tablename::text from pg_publication_tables where pubname = '${publication}' order by 1) as tables`)
  const { level, slots, used, kept, tables } = rows[0]!
  const missing = [
    ...(level === 'logical' ? [] : [`wal_level is ${level}; it must be logical (a restart follows).`]),
    ...(used < slots ? [] : [`All ${slots} replication slots are in use; raise max_replication_slots.`]),
    ...(kept === -1 ? ['max_slot_wal_keep_size is without limit: a city that stays away would fill the disk. Set one, such as 4GB.'] : []),
    ...(tables.length > 0 ? [] : [`There is no publication ${publication}: bring the database up to this release (ronghe migrate).`]),
  ]
  return { walLevel: level, freeSlots: slots - used, keptForCity: kept, published: tables, missing }
}

export async function refuseUnready(client: pg.ClientBase): Promise<void> {
  const { walLevel, freeSlots, published } = await readinessOf(client)
  if (walLevel !== 'logical')
    throw new OperatorError(`The cell's wal_level is ${walLevel}; it must be logical. "ronghe cell publish" there says what else.`)
  if (freeSlots < 1) throw new OperatorError('The cell has no replication slot left: raise max_replication_slots there.')
  if (published.join() !== publishedTables.join())
    throw new OperatorError(`The cell publishes ${published.join(', ') || 'nothing'}; this release expects ${publishedTables.join(', ')}.`)
}

/**
 * What the cell's administrator runs. The role reads three tables and nothing else; it passes row-level security by because a copy of them is
 * of all streets. A role that may replicate can ask for more than a publication when it is let in everywhere, so the last line matters: to this
 * database, from the city's address, and not for physical replication.
 */
export const publishStatements = (database: string): string =>
  [
    '-- On the cell, as an administrator; then restart it.',
    `alter system set wal_level = 'logical';`,
    `alter system set max_slot_wal_keep_size = '4GB';`,
    `create role ronghe_city login replication bypassrls nosuperuser password 'CHANGE-ME';`,
    `grant connect on database ${database} to ronghe_city;`,
    `grant usage on schema public to ronghe_city;`,
    `grant select on ${publishedTables.join(', ')} to ronghe_city;`,
    '-- In pg_hba.conf, above every other line; the word replication is in neither, so whole copies of the cluster are refused:',
    `hostssl  ${database}  ronghe_city  CITY-ADDRESS/32  scram-sha-256`,
    `host     all  ronghe_city  all  reject`,
  ].join('\n')
