import type pg from 'pg'
import { OperatorError } from '../../operator-error.ts'
import { publication, publishedTables, refuseUnready } from './cell-readiness.ts'
import { getCell, listCells, onCell, type Cell } from './cells.ts'

/** The subscription in the city and the slot in the cell carry one name. */
export const slotOf = (name: string): string => `ronghe_city_${name.replaceAll('-', '_')}`

/**
 * Has the city read a cell along. What is subscribed already is only switched on and asked for new tables; `again` throws away what the city
 * has of the cell and copies it afresh, which is the way out when the cell no longer keeps what the city missed. Safe to repeat, and safe
 * after having been cut short: each step looks at what is there.
 */
export async function subscribe(city: pg.Client, name: string, { again = false } = {}): Promise<'subscribed' | 'copied again' | 'went on'> {
  const cell = await getCell(city, name)
  await refuseFewWorkers(city)
  await onCell(cell, refuseUnready)
  const known = await isSubscribed(city, name)
  if (known && !again && (await hasSlot(cell))) {
    await city.query(`alter subscription ${slotOf(name)} connection ${literal(cell.databaseUrl)}`)
    await city.query(`alter subscription ${slotOf(name)} enable`)
    await city.query(`alter subscription ${slotOf(name)} refresh publication`)
    return 'went on'
  }
  await unsubscribe(city, cell)
  // The slot is made with it, outside any transaction: from here on the cell keeps what the city has not fetched.
  await city.query(
    `create subscription ${slotOf(name)} connection ${literal(cell.databaseUrl)} publication ${publication} with (slot_name = ${literal(slotOf(name))})`,
  )
  return known ? 'copied again' : 'subscribed'
}

/** Lets go of a cell: its rows in the city, the subscription, and the slot, for which the cell would keep its log for ever. */
export async function unsubscribe(city: pg.Client, cell: Cell): Promise<void> {
  const { name } = cell
  if (await isSubscribed(city, name)) {
    await city.query(`alter subscription ${slotOf(name)} disable`)
    // Without a slot the subscription can go even when the cell does not answer.
    await city.query(`alter subscription ${slotOf(name)} set (slot_name = none)`)
    await city.query(`drop subscription ${slotOf(name)}`)
  }
  for (const table of publishedTables) await city.query(`delete from ${table} where cell = $1`, [name])
  await onCell(cell, (client) => dropSlot(client, slotOf(name)))
}

/** The one who read from the slot may need a moment to be gone. */
async function dropSlot(client: pg.Client, slot: string): Promise<void> {
  for (let left = 50; left > 0; left--) {
    const { rows } = await client.query<{ active: boolean }>('select active from pg_replication_slots where slot_name = $1', [slot])
    if (!rows[0]) return
    if (!rows[0].active) return void (await client.query('select pg_drop_replication_slot($1)', [slot]))
    await new Promise((again) => setTimeout(again, 100))
  }
  throw new OperatorError(
    `Somebody still reads the replication slot ${slot} of the cell: another city database? Nothing was changed there.`,
  )
}

const isSubscribed = async (city: pg.ClientBase, name: string): Promise<boolean> =>
  (
    await city.query(
      'select 1 from pg_subscription s join pg_database d on d.oid = s.subdbid where d.datname = current_database() and s.subname = $1',
      [slotOf(name)],
    )
  ).rowCount === 1

/** A slot whose log was given up leads nowhere. */
const hasSlot = (cell: Cell): Promise<boolean> =>
  onCell(
    cell,
    async (client) =>
      (await client.query(`select 1 from pg_replication_slots where slot_name = $1 and wal_status <> 'lost'`, [slotOf(cell.name)]))
        .rowCount === 1,
  )

/** Each cell needs one worker all the time and the first copies another two: with too few of them the copies would wait in silence. */
async function refuseFewWorkers(city: pg.Client): Promise<void> {
  const cells = (await listCells(city)).length
  const { rows } = await city.query<{ logical: number; all: number }>(
    `select current_setting('max_logical_replication_workers')::int as logical, current_setting('max_worker_processes')::int as all`,
  )
  const { logical, all } = rows[0]!
  if (logical < cells + 2 || all < logical + 2)
    throw new OperatorError(
      `With ${cells} cells the city's server needs max_logical_replication_workers of at least ${cells + 2} (it is ${logical}) and max_worker_processes of at least ${Math.max(logical, cells + 2) + 2} (it is ${all}).`,
    )
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
