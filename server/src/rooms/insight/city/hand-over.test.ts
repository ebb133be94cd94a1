import { readIndicator } from '@ronghe/contract/insight/indicators.ts'
import { readCity, readCityMeasure } from '@ronghe/contract/insight/city.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeStreet } from '../../../platform/city/place-street.ts'
import { asOwner, givenServer, inDatabase } from '../../../platform/database/template.ts'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { freezeInsight } from '../freeze.ts'

let cell: Town
let alone: Town
let ownerUrl: string
beforeAll(async () => {
  cell = await openTown({ env: { RONGHE_CELL: 'east-1' } })
  alone = await openTown()
  const [row] = await cell.rows<{ name: string }>('select current_database() as name')
  ownerUrl = inDatabase(givenServer(process.env)!.ownerUrl, row!.name)
})
afterAll(async () => {
  await cell?.close()
  await alone?.close()
})

/** Three frozen months of concerns answered: enough, too few of one kind, and none at all. */
const freezeMonths = () =>
  asOwner(ownerUrl, async (client) => {
    const line = (part: string, n: number, amount = 0) => ({ community: null, organ: null, group: 'all', part, n, amount })
    for (const [period, yes, no] of [
      ['2026-08', 41, 9],
      ['2026-09', 41, 2],
      ['2026-10', 0, 0],
    ] as const)
      await client.query(
        `insert into frozen_figure (street_id, figure, period, counts, made_on) values ($1, 'insight.concerns', $2, $3, '2026-11-08')`,
        [
          cell.street.id,
          period,
          JSON.stringify({ answeredInTime: [line('yes', yes), line('no', no)], days: [line('', yes + no, 4 * (yes + no))] }),
        ],
      )
  })

test('a night’s freezing hands on what the page shows and no more; a month of which nothing may be shown is handed over empty', async () => {
  await freezeMonths()
  await cell.deed(freezeInsight)
  const page = await cell.anonymous.call(readIndicator, { params: { key: 'concerns' } })
  const shown = page.measures.flatMap(({ key, kind, months }) =>
    kind === 'spread'
      ? []
      : months.flatMap(({ period, groups }) =>
          groups.flatMap(({ group, value, of }) =>
            value.kind === 'shown' && of.kind === 'shown' ? [[`concerns.${key}`, period, group]] : [],
          ),
        ),
  )
  const rows = await cell.rows<{ measure: string; month: string; grp: string; n: number; of_n: number | null; amount: number | null }>(
    `select measure, to_char(month, 'YYYY-MM') as month, grp, n, of_n, amount from city_figure where street_id = $1 and measure like 'concerns.%' order by measure, month`,
    [cell.street.id],
  )
  expect(rows.map(({ measure, month, grp }) => [measure, month, grp]).toSorted()).toEqual(shown.toSorted())
  expect(rows).toContainEqual({ measure: 'concerns.answeredInTime', month: '2026-08', grp: 'all', n: 41, of_n: 50, amount: null })
  // 2 of 43 were late: neither share nor counts leave.
  expect(rows.filter(({ measure, month }) => measure === 'concerns.answeredInTime' && month !== '2026-08')).toEqual([])
  expect(rows).toContainEqual({ measure: 'concerns.days', month: '2026-09', grp: 'all', n: 43, of_n: null, amount: 172 })
  const reports = await cell.rows(`select to_char(month, 'YYYY-MM') as month from city_report where street_id = $1 order by 1`, [
    cell.street.id,
  ])
  expect(reports).toEqual(expect.arrayContaining(['2026-08', '2026-09', '2026-10'].map((month) => ({ month }))))
})

test('a sign of life keeps the place in the register; the job gives it, and the street’s name with it', async () => {
  const now = cell.now()
  await placeStreet(ownerUrl, { slug: cell.street.slug, cell: 'east-1', order: 7, square: { column: 2, row: 3 }, now })
  const later = new Date(now.getTime() + 300_000)
  cell.at(later)
  await cell.drain(['insight.city.sign'])
  expect(
    await cell.rows('select name, place, map_column, map_row, seen_at from city_street where street_id = $1', [cell.street.id]),
  ).toEqual([{ name: cell.street.name, place: 7, map_column: 2, map_row: 3, seen_at: later }])
  await expect(placeStreet(ownerUrl, { slug: 'nowhere', cell: 'east-1', order: 1, square: undefined, now })).rejects.toThrow(
    /no street "nowhere"/,
  )
})

test('an installation that belongs to no city hands nothing over, and its city page says so', async () => {
  await alone.deed(freezeInsight)
  await alone.drain(['insight.city.sign'])
  for (const table of ['city_street', 'city_figure', 'city_report']) expect(await alone.rows(`select 1 from ${table}`)).toEqual([])
  expect(await alone.anonymous.call(readCity)).toMatchObject({ connected: false, streets: [], measures: [] })
  expect(await alone.anonymous.refused(readCityMeasure, { params: { measure: 'concerns.answeredInTime' } })).toMatchObject({ status: 404 })
  expect(await alone.anonymous.refused(readCityMeasure, { params: { measure: 'no such' } })).toMatchObject({ status: 422 })
})
