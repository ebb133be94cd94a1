import pg from 'pg'
import { OperatorError } from '../../operator-error.ts'
import { refuseUnready } from './cell-readiness.ts'

export const cellName = /^[a-z][a-z0-9-]{0,30}$/

export interface Cell {
  readonly name: string
  /** With the password of the role that replicates: never printed. */
  readonly databaseUrl: string
  readonly addedAt: Date
}

/** Writes a cell into the city's register, once it was seen that it can be read along. A known one gets its new address. */
export async function addCell(cityUrl: string, name: string, databaseUrl: string, now: Date): Promise<void> {
  await onCell({ name, databaseUrl }, refuseUnready)
  await onCity(cityUrl, (city) =>
    city.query(
      'insert into cell (name, database_url, added_at) values ($1, $2, $3) on conflict (name) do update set database_url = excluded.database_url',
      [name, databaseUrl, now],
    ),
  )
}

export async function listCells(city: pg.ClientBase): Promise<readonly Cell[]> {
  const { rows } = await city.query<{ name: string; database_url: string; added_at: Date }>('select * from cell order by name')
  return rows.map((row) => ({ name: row.name, databaseUrl: row.database_url, addedAt: row.added_at }))
}

export async function getCell(city: pg.ClientBase, name: string): Promise<Cell> {
  const cell = (await listCells(city)).find((one) => one.name === name)
  if (!cell) throw new OperatorError(`The city knows no cell "${name}". Add it first: ronghe cell add ${name} --database-url …`)
  return cell
}

/** Where a cell is, without the password. */
export function addressOf({ databaseUrl }: Pick<Cell, 'databaseUrl'>): string {
  const { hostname, port, pathname } = new URL(databaseUrl)
  return `${hostname}:${port || '5432'}${pathname}`
}

export const onCity = <T>(cityUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected(cityUrl, (why) => new OperatorError(`The city's database (RONGHE_CITY_DATABASE_URL) cannot be reached: ${why}.`), work)

export const onCell = <T>(cell: Pick<Cell, 'name' | 'databaseUrl'>, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected(cell.databaseUrl, (why) => new OperatorError(`The cell ${cell.name} cannot be reached at ${addressOf(cell)}: ${why}.`), work)

async function connected<T>(url: string, refusal: (why: string) => OperatorError, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'ronghe' })
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect().catch((error: Error) => {
    throw refusal(error.message)
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
