import { randomUUID } from 'node:crypto'
import { readCityPathModel } from '@ronghe/contract/insight/path-model.ts'
import { inventFigures } from '@ronghe/demo/city-figures.ts'
import { layDemoCity } from '@ronghe/demo/insight-city.ts'
import { sStreet } from '@ronghe/demo/load.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { asOwner, givenServer, inDatabase } from '../../../platform/database/template.ts'
import { cityBoxes, cityOutcome } from './city-units.ts'
import { monthsUntil } from './units.ts'

let town: Town
const server = givenServer(process.env)!
const database = `city_${randomUUID().replaceAll('-', '').slice(0, 20)}`
const waves = ['2025-03', '2025-09', '2026-03']

beforeAll(async () => {
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${database}`))
  const url = inDatabase(server.ownerUrl, database)
  await layDemoCity(
    url,
    { street: sStreet, months: inventFigures('S街', 88_000, ['2026-09', '2026-10']) },
    new Date('2026-11-23T09:00:00+08:00'),
  )
  town = await openTown({ env: { RONGHE_CITY_DATABASE_URL: inDatabase(server.appUrl, database) } })
})
afterAll(async () => {
  await town?.close()
  await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${database}`)).catch(() => undefined)
})

/** The same numbers every time, between 0 and 1. */
function noise(...salt: readonly [street: number, wave: number, box: number]): number {
  const key = salt[0] * 1009 + salt[1] * 97 + salt[2]
  let mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** Thirty streets that hand over shares, and three waves of each; embedding leads to answers in time, those to closeness. */
async function thirtyStreets(): Promise<void> {
  const figures: (readonly [string, string, string, string, number, number | null, number | null])[] = []
  for (let street = 0; street < 30; street++) {
    const id = `00000000-0000-7000-8000-00000000f${String(street).padStart(3, '0')}`
    for (const [at, wave] of waves.entries()) {
      const level = new Map(cityBoxes.map(({ box }, place) => [box, noise(street, at, place)]))
      const inTime = 0.7 * level.get('organisationEmbedding')! + 0.3 * noise(street, at, 20)
      level.set('management', inTime)
      for (const { box, measure } of cityBoxes)
        for (const month of monthsUntil(`${wave}-01`))
          figures.push([id, measure, `${month}-01`, 'all', Math.round(level.get(box)! * 200), 200, null])
      const closeness = 2 + 2 * inTime + 0.5 * noise(street, at, 21)
      for (const group of ['newcomer', 'local'])
        figures.push([id, cityOutcome, `${wave}-01`, group, 100, null, Math.round(100 * closeness)])
    }
  }
  await asOwner(inDatabase(server.ownerUrl, database), async (client) => {
    await client.query(
      `insert into city_street (street_id, cell, name, seen_at)
       select distinct (f ->> 0)::uuid, 'thirty', '{"zh-CN":"某街"}'::jsonb, now() from jsonb_array_elements($1::jsonb) f`,
      [JSON.stringify(figures)],
    )
    // A wave's twelve months and the next one's are half the same: what is there stays.
    await client.query(
      `insert into city_figure (street_id, cell, measure, month, grp, n, of_n, amount)
       select (f ->> 0)::uuid, 'thirty', f ->> 1, (f ->> 2)::date, f ->> 3, (f ->> 4)::bigint, (f ->> 5)::bigint, (f ->> 6)::bigint
       from jsonb_array_elements($1::jsonb) f on conflict do nothing`,
      [JSON.stringify(figures)],
    )
    await client.query(
      `insert into city_report (street_id, cell, month, figures, made_at)
       select street_id, cell, month, count(*), now() from city_figure where cell = 'thirty' group by 1, 2, 3`,
    )
  })
}

test('a city whose streets had no survey yet says that all units are missing', async () => {
  const page = await town.anonymous.call(readCityPathModel)
  expect(page).toMatchObject({
    connected: true,
    waves: { complete: 0 },
    state: { kind: 'tooLittle', units: 0, needed: 50, missing: 50, pace: null },
  })
})

test('thirty streets and three waves are enough; what goes together is found, and no street is told', async () => {
  await thirtyStreets()
  const page = await town.anonymous.call(readCityPathModel)
  const { state } = page
  if (state.kind !== 'estimated') throw new Error(JSON.stringify(state))
  // The streets of the demo have waves too, and no twelve months before them.
  expect(page.waves.complete).toBe(90)
  expect(page.waves.seen).toBeGreaterThan(90)
  expect(state).toMatchObject({ units: 90, places: 30 })
  const coefficient = (from: string, to: string) => state.coefficients.find((one) => one.from === from && one.to === to)!
  expect(coefficient('organisationEmbedding', 'management').low).toBeGreaterThan(0.3)
  expect(coefficient('management', 'outcome').low).toBeGreaterThan(0.3)
  expect(JSON.stringify(page)).not.toMatch(/某街|f0\d\d/)
  // Asked again it is not worked out again, and is the same.
  expect(await town.anonymous.call(readCityPathModel)).toEqual(page)
})
