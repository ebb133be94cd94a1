import { inventFigures } from '@ronghe/demo/city-figures.ts'
import { readdir, readFile } from 'node:fs/promises'
import { readCity, readCityMeasure } from '@ronghe/contract/insight/city.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedTables } from '../../../platform/city/cell-readiness.ts'
import { onCity } from '../../../platform/city/cells.ts'
import { cityStatus } from '../../../platform/city/city-status.ts'
import { subscribe } from '../../../platform/city/subscription.ts'
import { migrationsFolder } from '../../../platform/database/migrate.ts'
import { asOwner } from '../../../platform/database/template.ts'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { asReader, countsOf, openCityOfCells, type City } from './testing.ts'

// Two cells of three streets and a city, on PostgreSQL servers of their own: the long one is `npm run bench -- city`.
let city: City
let town: Town
const now = new Date(monday)
const months = ['2026-08', '2026-09', '2026-10']

beforeAll(async () => {
  city = await openCityOfCells({ cells: 2, streets: 3, cellsToServer: 2, durable: false, now })
  await city.subscribeAll()
})
afterAll(async () => {
  await town?.close()
  await city?.close()
})

const cellUrls = () => city.cells.map(({ adminUrl }) => adminUrl)
const caughtUp = async (): Promise<void> => {
  const there = await countsOf(cellUrls())
  await expect.poll(() => countsOf([city.url]), { timeout: 15_000, interval: 50 }).toEqual(there)
}
const handOverAll = async (some: readonly string[], people = 5000): Promise<void> => {
  for (const cell of city.cells)
    for (const street of cell.streets) await city.handOver(cell, street, inventFigures(street.name.en, people, some), now)
}

test('one publication, of the three tables of published figures, and no other table of a street can be read along', async () => {
  for (const { adminUrl } of city.cells) {
    const tables = await asOwner(adminUrl, (client) =>
      client.query<{ name: string; names: readonly string[] }>(
        `select pubname as name, array_agg(tablename::text order by tablename) as names from pg_publication_tables group by 1`,
      ),
    )
    expect(tables.rows).toEqual([{ name: 'ronghe_city', names: [...publishedTables] }])
    const all = await asOwner(adminUrl, (client) => client.query(`select 1 from pg_publication where puballtables`))
    expect(all.rows).toEqual([])
    // The role that replicates may select from these three and from nothing else of a street.
    const readable = await asOwner(adminUrl, (client) =>
      client.query<{ name: string }>(
        `select relname::text as name from pg_class where relkind in ('r', 'p') and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
         and has_table_privilege('ronghe_city', oid, 'select') order by 1`,
      ),
    )
    expect(readable.rows.map(({ name }) => name)).toEqual([...publishedTables])
  }
})

test('nothing in what leaves is about a person: no column holds a name, a moment of one, or an id but the street’s', async () => {
  const columns = await asOwner(city.cells[0]!.adminUrl, (client) =>
    client.query<{ name: string }>(
      `select distinct attname::text as name from pg_attribute where attrelid = any($1::regclass[]) and attnum > 0 order by 1`,
      [publishedTables],
    ),
  )
  expect(columns.rows.map(({ name }) => name)).toEqual([
    'amount',
    'cell',
    'figures',
    'grp',
    'made_at',
    'map_column',
    'map_row',
    'measure',
    'month',
    'n',
    'name',
    'of_n',
    'place',
    'seen_at',
    'street_id',
  ])
  // Nor does any later migration publish more.
  for (const file of await readdir(migrationsFolder)) {
    const sql = await readFile(new URL(file, migrationsFolder), 'utf8')
    expect([file, [...sql.matchAll(/\b(create|alter) publication\b/g)].length]).toEqual([file, file.startsWith('0044-') ? 1 : 0])
  }
})

test('what the cells hand over is in the city, and a second hand-over of the same changes nothing', async () => {
  await handOverAll(months)
  await caughtUp()
  const before = await countsOf([city.url])
  expect(before).toMatchObject({ streets: 6, reports: 18 })
  expect(before.figures).toBeGreaterThan(0)
  await handOverAll(months)
  await caughtUp()
  expect(await countsOf([city.url])).toEqual(before)
})

test('the city stops: the streets hand over as before, and when it is back it has all of it', async () => {
  await city.stopCity()
  await handOverAll([...months, '2026-07'])
  expect((await countsOf(cellUrls())).reports).toBe(24)
  await city.startCity()
  await caughtUp()
  expect((await countsOf([city.url])).reports).toBe(24)
})

test('subscribing again goes on, and copying again ends with the same rows', async () => {
  const before = await countsOf([city.url])
  expect(await onCity(city.url, (client) => subscribe(client, 'cell-1'))).toBe('went on')
  expect(await onCity(city.url, (client) => subscribe(client, 'cell-1', { again: true }))).toBe('copied again')
  await caughtUp()
  expect(await countsOf([city.url])).toEqual(before)
  await expect
    .poll(
      async () =>
        (await onCity(city.url, (client) => cityStatus(client, now))).map(({ name, state, streets, missing }) => ({
          name,
          state,
          streets,
          missing,
        })),
      {
        timeout: 10_000,
      },
    )
    .toEqual(['cell-1', 'cell-2'].map((name) => ({ name, state: 'reading', streets: 3, missing: [] })))
})

test('the page: streets in the order of the register, a street that went silent is missing since then, and the rest works', async () => {
  town = await openTown({ env: { RONGHE_CITY_DATABASE_URL: asReader(city.url) } })
  const all = await town.anonymous.call(readCity)
  expect(all).toMatchObject({ connected: true, month: '2026-10', months: ['2026-10', '2026-09', '2026-08', '2026-07'] })
  expect(all.streets.map(({ name }) => name.en)).toEqual(['Street 1', 'Street 2', 'Street 3', 'Street 4', 'Street 5', 'Street 6'])
  expect(all.streets.every(({ missingSince }) => missingSince === null)).toBe(true)
  expect(all.measures.length).toBeGreaterThan(0)
  for (const { streets } of all.measures) expect(streets).toBe(6)

  // Cell 2 falls silent; an hour later its streets are missing, and the others have given their sign.
  const later = new Date(now.getTime() + 3_600_000)
  town.at(later)
  const [first, second] = city.cells
  for (const street of first!.streets) await city.handOver(first!, street, inventFigures(street.name.en, 5000, months), later)
  await expect
    .poll(async () => (await town.anonymous.call(readCity)).cells, { timeout: 10_000 })
    .toEqual([
      { name: 'cell-1', streets: 3, missing: 0, missingSince: null },
      { name: 'cell-2', streets: 3, missing: 3, missingSince: now.toISOString() },
    ])
  const { streets } = await town.anonymous.call(readCity)
  expect(streets.map(({ missingSince }) => missingSince)).toEqual([null, null, null, ...second!.streets.map(() => now.toISOString())])
  const [some] = all.measures
  const one = await town.anonymous.call(readCityMeasure, { params: { measure: some!.key } })
  // What a missing street handed over before still stands.
  expect(one.streets.map(({ handedOver }) => handedOver)).toEqual([true, true, true, true, true, true])
  expect(one.streets.every(({ trend }) => trend.map(({ month }) => month).join() === '2026-07,2026-08,2026-09,2026-10')).toBe(true)
})

test('a street that lives in two cells while it moves is counted once, where it was last heard of', async () => {
  const [first, second] = city.cells
  const [moving] = first!.streets
  const before = await town.anonymous.call(readCity)
  await asOwner(second!.adminUrl, async (client) => {
    await client.query(
      `insert into street (id, slug, name, zone, demo, created_at) values ($1, 'moved', '{}', 'Asia/Shanghai', true, $2)`,
      [moving!.id, now],
    )
  })
  const later = new Date(now.getTime() + 3_700_000)
  town.at(later)
  await city.handOver(second!, moving!, inventFigures(moving!.name.en, 5000, months), later)
  await expect
    .poll(async () => (await town.anonymous.call(readCity)).streets.find(({ id }) => id === moving!.id)?.cell, { timeout: 10_000 })
    .toBe('cell-2')
  const after = await town.anonymous.call(readCity)
  expect(after.streets).toHaveLength(6)
  expect(after.measures.map(({ key, groups }) => [key, groups])).toEqual(before.measures.map(({ key, groups }) => [key, groups]))
})

test('a reader may read and nothing else, and never where the cells are', async () => {
  const ask = (statement: string) => asOwner(asReader(city.url), (client) => client.query(statement))
  expect((await ask('select 1 from city_figure')).rowCount).toBeGreaterThan(0)
  await expect(ask('select database_url from cell')).rejects.toThrow(/permission denied/)
  await expect(ask('delete from city_figure')).rejects.toThrow(/permission denied/)
  await expect(ask('select subconninfo from pg_subscription')).rejects.toThrow(/permission denied/)
})

test('the city is away: its page says so at once, and the street’s own pages go on', async () => {
  await city.stopCity()
  expect(await town.anonymous.refused(readCity)).toMatchObject({ status: 503, code: 'city-away' })
  const { statusCode } = await town.app.fastify.inject({ url: '/api/v1/notices', headers: { host: 's-street.test' } })
  expect(statusCode).toBe(200)
})
