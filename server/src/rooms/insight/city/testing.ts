import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishedTables } from '../../../platform/city/cell-readiness.ts'
import { addCell, onCity } from '../../../platform/city/cells.ts'
import { subscribe } from '../../../platform/city/subscription.ts'
import { superuser } from '../../../platform/database/cluster.ts'
import { databaseSecrets } from '../../../platform/database/database-secrets.ts'
import { removeEmbedded, startEmbedded, type Embedded } from '../../../platform/database/embedded.ts'
import { cityMigrationsFolder, migrate } from '../../../platform/database/migrate.ts'
import { openDatabase, type Database } from '../../../platform/database/pool.ts'
import { asOwner, inDatabase } from '../../../platform/database/template.ts'
import { handOver, signOf } from './hand-over.ts'
import type { StreetMonths } from './street-figures.ts'

/** A street of a city made up for tests and benchmarks: a row of `street` and invented figures, and nobody who lives there. */
export interface InventedStreet {
  readonly id: string
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  readonly place: number
}

export interface InventedCell {
  readonly name: string
  /** Its database as the server's superuser, who publishes. */
  readonly adminUrl: string
  readonly database: Database
  readonly streets: readonly InventedStreet[]
}

/** Real PostgreSQL servers on this machine: cells that publish and a city that reads along. */
export interface City {
  readonly cells: readonly InventedCell[]
  /** The city's database as its administrator; another address after every start. */
  readonly url: string
  subscribeAll(): Promise<void>
  /** What a street's job does at night, and a sign of life. */
  handOver(cell: InventedCell, street: InventedStreet, months: StreetMonths, now: Date): Promise<void>
  stopCity(): Promise<void>
  startCity(): Promise<void>
  close(): Promise<void>
}

interface CityPlan {
  readonly cells: number
  readonly streets: number
  /** Cells to a server: 1 is a server for each. */
  readonly cellsToServer: number
  /** False only for tests: nothing is forced to disk. */
  readonly durable: boolean
  readonly now: Date
}

const password = 'counts-only'

export async function openCityOfCells({ cells: cellCount, streets: streetCount, cellsToServer, durable, now }: CityPlan): Promise<City> {
  const folders: string[] = []
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'ronghe-city-'))
    folders.push(made)
    return made
  }
  const servers: Embedded[] = []
  const cityFolder = await folder()
  let cityServer: Embedded | undefined
  const cells: InventedCell[] = []
  const adminOf = async (data: string, { ownerUrl }: Embedded, database: string): Promise<string> => {
    const { superuser: secret } = await databaseSecrets(data)
    return `postgresql://${superuser}:${secret}@127.0.0.1:${new URL(ownerUrl).port}/${database}`
  }
  let url = ''
  const startCity = async (): Promise<void> => {
    cityServer = await startEmbedded({ data: cityFolder, durable })
    url = await adminOf(cityFolder, cityServer, 'ronghe')
  }
  const stopCity = async (): Promise<void> => {
    await cityServer?.stop()
    cityServer = undefined
  }
  const close = async (): Promise<void> => {
    for (const { database } of cells) await database.close()
    await stopCity()
    await Promise.all(servers.map((server) => server.stop()))
    for (const one of folders) {
      await removeEmbedded(one).catch(() => undefined)
      await rm(one, { recursive: true, force: true })
    }
  }
  try {
    await startCity()
    // Each cell is a worker all the time, and first copies need more of them.
    await asOwner(url, async (client) => {
      await client.query(`alter system set max_logical_replication_workers = ${cellCount + 4}`)
      await client.query(`alter system set max_worker_processes = ${cellCount + 12}`)
      await client.query('create role city_reader login password $$counts-only$$')
    })
    await stopCity()
    await startCity()
    await migrate(url, undefined, undefined, cityMigrationsFolder)
    for (let number = 0; number < cellCount; number++) {
      const first = number % cellsToServer === 0
      if (first) {
        const data = await folder()
        const server = await startEmbedded({ data, durable, cell: true })
        servers.push(server)
        await migrate(server.ownerUrl)
        await asOwner(await adminOf(data, server, 'ronghe'), async (client) => {
          await client.query(`create role ronghe_city login replication bypassrls nosuperuser password '${password}'`)
          await client.query(`grant select on ${publishedTables.join(', ')} to ronghe_city`)
        })
      }
      const server = servers.at(-1)!
      const name = `cell-${number + 1}`
      const database = first ? 'ronghe' : `ronghe_${number}`
      // Every database of a server starts from the first one, which has no street yet: streets are made afterwards.
      if (!first)
        await asOwner(inDatabase(server.ownerUrl, 'postgres'), (client) => client.query(`create database ${database} template ronghe`))
      cells.push({
        name,
        adminUrl: await adminOf(folders.at(-1)!, server, database),
        database: openDatabase(inDatabase(server.appUrl, database), { connections: 4 }),
        streets: Array.from({ length: streetCount }, (_, place) => inventedStreet(number * streetCount + place + 1)),
      })
    }
    for (const cell of cells) await layStreets(cell, now)
  } catch (error) {
    await close()
    throw error
  }
  return {
    cells,
    get url() {
      return url
    },
    async subscribeAll() {
      for (const { name, adminUrl } of cells) {
        const publisher = new URL(adminUrl)
        publisher.username = 'ronghe_city'
        publisher.password = password
        await addCell(url, name, publisher.toString(), now)
        await onCity(url, (city) => subscribe(city, name))
      }
    },
    handOver: ({ name, database }, street, months, at) =>
      database.inStreet(street.id, 'write', async (tx) => {
        await signOf({ tx, street, now: at }, name)
        await handOver({ tx, street, now: at }, name, months)
      }),
    startCity,
    stopCity,
    close,
  }
}

/** The city's database as whoever may only read it. */
export function asReader(cityUrl: string): string {
  const reader = new URL(cityUrl)
  reader.username = 'city_reader'
  reader.password = password
  return reader.toString()
}

const inventedStreet = (place: number): InventedStreet => ({
  id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  name: { 'zh-CN': `第${place}街`, en: `Street ${place}` },
  place,
})

async function layStreets({ adminUrl, name, streets }: InventedCell, now: Date): Promise<void> {
  const columns = 20
  await asOwner(adminUrl, async (client) => {
    for (const { id, name: words, place } of streets) {
      await client.query('insert into street (id, slug, name, zone, demo, created_at) values ($1, $2, $3, $4, true, $5)', [
        id,
        `street-${place}`,
        words,
        'Asia/Shanghai',
        now,
      ])
      await client.query(
        `insert into city_street (street_id, cell, name, place, map_column, map_row, seen_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, name, words, place, ((place - 1) % columns) + 1, Math.ceil(place / columns), now],
      )
    }
  })
}

/** What the rows of all cells come to, to be compared with the city's. */
export async function countsOf(urls: readonly string[]): Promise<{ streets: number; figures: number; reports: number; n: number }> {
  const sums = { streets: 0, figures: 0, reports: 0, n: 0 }
  for (const url of urls)
    await asOwner(url, async (client) => {
      const { rows } = await client.query<typeof sums>(
        `select (select count(*)::int from city_street) as streets, (select count(*)::int from city_figure) as figures,
                (select count(*)::int from city_report) as reports, (select coalesce(sum(n), 0)::float8 from city_figure) as n`,
      )
      for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += rows[0]![key]
    })
  return sums
}
