import pg from 'pg'
import { OperatorError } from '../../operator-error.ts'

export interface Placing {
  readonly slug: string
  readonly cell: string
  readonly order: number
  readonly square: { readonly column: number; readonly row: number } | undefined
  readonly now: Date
}

/** Where a street stands in the city's register and on its schematic map: the operator says so once, as the owner. */
export async function placeStreet(ownerUrl: string, { slug, cell, order, square, now }: Placing): Promise<void> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `insert into city_street (street_id, cell, name, place, map_column, map_row, seen_at)
       select id, $2, name, $3, $4, $5, $6 from street where slug = $1
       on conflict (street_id, cell) do update set place = excluded.place, map_column = excluded.map_column, map_row = excluded.map_row`,
      [slug, cell, order, square?.column ?? null, square?.row ?? null, now],
    )
    if (rowCount === 0) throw new OperatorError(`There is no street "${slug}" here.`)
  } finally {
    await client.end()
  }
}
