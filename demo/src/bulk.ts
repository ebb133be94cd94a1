import { openSequencer } from '@ronghe/server/platform/journal/sequence.ts'
import type { JournalRows } from '@ronghe/server/platform/journal/record.ts'
import type { Tables } from '@ronghe/server/platform/database/tables.ts'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import pg from 'pg'
import { copyRows, type RowOf } from './copy-rows.ts'
import type { Maker } from './residents.ts'

type Copy = <Table extends keyof Tables & string>(table: Table, rows: Iterable<RowOf<Table>>) => Promise<void>

/** The owner's way in for many rows at once. */
export interface Bulk {
  /** One transaction; the journal's rows go with it and are put in order behind it. */
  write(work: (copy: Copy) => Promise<void>, journal?: readonly JournalRows[]): Promise<void>
  /** Puts what the rooms themselves recorded in order, as a running server does every half second. */
  orderJournal(): Promise<void>
  /** Statistics for the planner, before anything is counted: nobody waits for autovacuum on the first day. */
  analyze(): Promise<void>
  close(): Promise<void>
}

export async function openBulk(ownerUrl: string, { platform, street }: Maker): Promise<Bulk> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  const { rows } = await client.query<{ sees: boolean }>(
    'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.sees) {
    await client.end()
    throw new OperatorError(
      'The role of DATABASE_URL needs BYPASSRLS to copy the demo in (alter role … bypassrls). RONGHE_DEMO=off starts without it.',
    )
  }
  const sequencer = openSequencer({ database: platform.database, log: platform.log, signerOf: platform.signerOf, clock: platform.clock })
  const touched = new Set<string>()
  const copy: Copy = async (table, some) => {
    touched.add(table)
    await copyRows(client, table, some)
  }
  return {
    async write(work, journal = []) {
      await client.query('begin')
      try {
        await client.query('select enter_street($1)', [street.id])
        await work(copy)
        await copy(
          'journal_leaf',
          journal.map(({ leaf }) => leaf),
        )
        await copy(
          'journal_entry',
          journal.flatMap(({ entries }) => entries),
        )
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      if (journal.length > 0) await sequencer.catchUp()
    },
    async orderJournal() {
      await sequencer.catchUp()
    },
    async analyze() {
      if (touched.size > 0) await client.query(`analyze ${[...touched].join(', ')}, journal_node`)
    },
    close: () => client.end(),
  }
}
