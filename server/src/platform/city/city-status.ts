import type pg from 'pg'
import { listCells, onCell, type Cell } from './cells.ts'
import { slotOf } from './subscription.ts'

export interface CellStatus {
  readonly name: string
  readonly state: 'reading' | 'copying' | 'waiting' | 'cell away' | 'given up' | 'not subscribed'
  /** Bytes of the cell's log the city has not confirmed yet; null when the cell does not answer. */
  readonly behindBytes: number | null
  readonly streets: number
  /** Streets without a sign of life for half an hour, with when the last one came. */
  readonly missing: readonly { readonly street: string; readonly since: Date }[]
}

/** How each cell is read along: asked of the city, of the cell where it answers, and of the streets' signs of life. */
export async function cityStatus(city: pg.Client, now: Date): Promise<readonly CellStatus[]> {
  const cells = await listCells(city)
  const { rows: workers } = await city.query<{ name: string; reading: boolean; copying: boolean }>(`
    select s.subname as name, exists (select 1 from pg_stat_subscription w where w.subid = s.oid and w.relid is null and w.pid is not null) as reading,
           exists (select 1 from pg_subscription_rel r where r.srsubid = s.oid and r.srsubstate <> 'r') as copying
    from pg_subscription s join pg_database d on d.oid = s.subdbid where d.datname = current_database()`)
  const { rows: streets } = await city.query<{ cell: string; name: string; seen: Date }>(
    `select cell, name ->> 'zh-CN' as name, seen_at as seen from city_street order by place nulls last, 2`,
  )
  const states: CellStatus[] = []
  for (const cell of cells) {
    const own = streets.filter((street) => street.cell === cell.name)
    const worker = workers.find(({ name }) => name === slotOf(cell.name))
    const slot = worker ? await slotIn(cell) : undefined
    states.push({
      name: cell.name,
      state: !worker
        ? 'not subscribed'
        : slot === 'away'
          ? 'cell away'
          : !slot || slot.lost
            ? 'given up'
            : worker.copying
              ? 'copying'
              : worker.reading
                ? 'reading'
                : 'waiting',
      behindBytes: typeof slot === 'object' ? slot.behind : null,
      streets: own.length,
      missing: own
        .filter(({ seen }) => now.getTime() - seen.getTime() > 30 * 60_000)
        .map(({ name, seen }) => ({ street: name, since: seen })),
    })
  }
  return states
}

async function slotIn(cell: Cell): Promise<{ behind: number; lost: boolean } | 'away' | undefined> {
  try {
    return await onCell(cell, async (client) => {
      const { rows } = await client.query<{ behind: number; lost: boolean }>(
        `select coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), 0)::float8 as behind, wal_status = 'lost' as lost
         from pg_replication_slots where slot_name = $1`,
        [slotOf(cell.name)],
      )
      return rows[0]
    })
  } catch {
    return 'away'
  }
}
