import { readPathModel } from '@ronghe/contract/insight/path-model.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deed } from '../../../platform/deed.ts'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { describePathModel, workOutPathModel } from './path-model.ts'
import { monthsUntil } from './units.ts'

let town: Town
const page = () => town.anonymous.call(readPathModel)
const communities = 15
const years = [2022, 2023, 2024, 2025, 2026]

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** The same numbers every time, between 0 and 1, one as unlike the next as drawn ones. */
function noise(community: number, year: number, salt: number): number {
  const key = community * 1009 + year * 97 + salt
  let mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** One closed wave at the beginning of each year, and the twelve frozen months before it; embedding leads to quicker cases, those to closeness. */
async function fiveYears(deed: Deed, waves: readonly number[]): Promise<void> {
  const street_id = deed.street.id
  const ids = Array.from({ length: communities }, (_, at) => `00000000-0000-7000-8000-0000000c${String(at).padStart(4, '0')}`)
  const laneOf = (community: string) => community.replace('0000000c', '0000000d')
  if (waves[0] === years[0]) {
    for (const [position, id] of ids.entries()) {
      await deed.tx
        .insertInto('community')
        .values({ street_id, id, position, name: JSON.stringify({ 'zh-CN': `第${position}社区` }) })
        .execute()
      await deed.tx
        .insertInto('lane')
        .values({ street_id, id: laneOf(id), community_id: id, name: JSON.stringify({ 'zh-CN': '一巷' }) })
        .execute()
    }
    await sql`insert into survey_questionnaire (street_id, id, version, title, content, made_on)
      values (${street_id}, ${ids[0]}, 1, '{"zh-CN":"问卷"}', '{"scales":[]}', '2021-12-01')`.execute(deed.tx)
  }
  for (const year of waves) {
    const wave = `00000000-0000-7000-8000-00000000${year}`
    await sql`insert into survey_wave
      (street_id, id, title, questionnaire_id, questionnaire_version, state, doors, least_per_lane, open_link, opens_on, closes_on, closed_on)
      values (${street_id}, ${wave}, ${JSON.stringify({ 'zh-CN': `${year}年` })}, ${ids[0]}, 1, 'closed', 500, 0, false,
              ${`${year}-01-10`}, ${`${year}-01-20`}, ${`${year}-01-20`})`.execute(deed.tx)
    const of = ids.map((id, at) => {
      const together = 4 + Math.round(30 * noise(at, year, 1))
      const days = 60 - together + 10 * noise(at, year, 2)
      return { id, together, days, closeness: 4.6 - days / 40 + noise(at, year, 3) / 3, at }
    })
    for (const { id } of of)
      await sql`insert into survey_frame (street_id, wave_id, lane_id, dwellings, counted_on, source)
        values (${street_id}, ${wave}, ${laneOf(id)}, 1000, ${`${year}-01-01`}, '巷长点数')`.execute(deed.tx)
    const counted = (mean: number) => ({
      people: 40,
      estimate: { mean, standardError: 0.1, df: 30, answers: 40, designEffect: 1, deviation: 1 },
    })
    const answers = of.map(({ id, closeness }) => ({ community: id, groups: { newcomer: counted(closeness), local: counted(closeness) } }))
    const sample = { measures: [{ id: 'closeness', groups: {}, communities: answers, questions: [], reliability: {} }] }
    await sql`insert into survey_result (street_id, wave_id, counts, made_on)
      values (${street_id}, ${wave}, ${JSON.stringify({ sample })}, ${`${year}-01-21`})`.execute(deed.tx)
    for (const period of monthsUntil(`${year}-01-10`)) {
      const line = (community: string, n: number, amount = 0) => ({ community, organ: null, group: 'all', part: '', n, amount })
      const own = {
        together: of.map(({ id, together }) => line(id, together)),
        togetherWithBranch: of.map(({ id, at }) => line(id, Math.round(9 * noise(at, year, 4)))),
        decided: of.map(({ id, days }) => line(id, 10, Math.round(10 * days))),
        attended: of.map(({ id, at }) => line(id, 20 + Math.round(40 * noise(at, year, 5)))),
        served: of.map(({ id, at }) => line(id, 20 + Math.round(40 * noise(at, year, 6)))),
      }
      const concerns = { days: of.map(({ id, at }) => line(id, 6, Math.round(60 + 60 * noise(at, year, 7)))) }
      for (const [figure, counts] of [
        ['insight.pathUnits', own],
        ['insight.concerns', concerns],
      ] as const)
        await sql`insert into frozen_figure (street_id, figure, period, counts, made_on)
          values (${street_id}, ${figure}, ${period}, ${JSON.stringify(counts)}, ${`${year}-01-08`})`.execute(deed.tx)
    }
  }
}

test('before the first survey the arrows stand without an outcome, and nothing is claimed', async () => {
  const { arrows, measures, waves, state, madeOn } = await page()
  expect(arrows.some(({ to }) => to === 'outcome')).toBe(false)
  expect(measures.map(({ box }) => box)).not.toContain('outcome')
  expect({ waves, madeOn }).toEqual({ waves: [], madeOn: null })
  expect(state).toEqual({ kind: 'tooLittle', units: 0, needed: 50, missing: 50, coefficients: 10, pace: null })
})

test('after two waves it says how many units are missing, and by when there would be enough', async () => {
  await town.deed((deed) => fiveYears(deed, years.slice(0, 2)))
  // A wave that closed today is worked out by night.
  expect((await page()).state).toEqual({ kind: 'tonight' })
  await town.drain(['insight.freeze'])
  const { arrows, waves, state, madeOn } = await page()
  expect(arrows.filter(({ to }) => to === 'outcome').length).toBe(4)
  expect(waves.map(({ communities: there, complete }) => [there, complete])).toEqual([
    [15, 15],
    [15, 15],
  ])
  expect(madeOn).toBe('2026-11-23')
  expect(state).toEqual({
    kind: 'tooLittle',
    units: 30,
    needed: 70,
    missing: 40,
    coefficients: 14,
    pace: { perWave: 15, days: 365, waves: 3, enoughOn: '2026-01-19' },
  })
})

test('with five waves there is enough: what led to quicker cases is found, with an interval, and no community can be read off', async () => {
  await town.deed((deed) => fiveYears(deed, years.slice(2)))
  await town.deed(workOutPathModel)
  const reply = await page()
  const { state } = reply
  if (state.kind !== 'estimated') throw new Error(state.kind)
  expect(state).toMatchObject({ units: 75, places: 15, resamples: 2000 })
  const coefficient = (from: string, to: string) => state.coefficients.find((one) => one.from === from && one.to === to)!
  expect(coefficient('organisationEmbedding', 'service').low).toBeGreaterThan(0.8)
  expect(coefficient('service', 'outcome').low).toBeGreaterThan(0.5)
  expect(coefficient('memberEmbedding', 'values').low).toBeLessThan(0)
  expect(state.indirect.find(({ from, to }) => from === 'organisationEmbedding' && to === 'outcome')!.value).toBeGreaterThan(0.5)
  expect(state.fit!.df).toBe(6)
  const names = await town.rows<{ name: { 'zh-CN': string }; id: string }>(
    "select id, name from community where name ->> 'zh-CN' like '第%'",
  )
  expect(names.length).toBe(15)
  for (const { id, name } of names) {
    expect(JSON.stringify(reply)).not.toContain(id)
    expect(JSON.stringify(reply)).not.toContain(name['zh-CN'])
  }
})

test('what was worked out stays: counts that come late change nothing, and nobody can change a row', async () => {
  const before = await page()
  await town.deed((deed) =>
    sql`insert into frozen_figure (street_id, figure, period, counts, made_on) values (${deed.street.id}, 'insight.pathUnits', '2020-12', '{}', '2026-11-23')`.execute(
      deed.tx,
    ),
  )
  await town.drain(['insight.freeze'])
  expect(await page()).toEqual(before)
  await expect(town.deed((deed) => sql`update path_model set boxes = 'x'`.execute(deed.tx))).rejects.toThrow(/permission denied/)
  await expect(town.deed((deed) => sql`delete from path_model`.execute(deed.tx))).rejects.toThrow(/permission denied/)
})

test('with party modules off there is no box of members the same minute, and no word of it', async () => {
  const modules = { council: true, corps: true, school: true, branch: false }
  await town.as('zhaoYu').call(writeSetting, { params: { key: 'modules' }, body: { value: modules } })
  const reply = await page()
  expect(JSON.stringify(reply)).not.toMatch(/member|支部|branch|党/)
  expect(reply.state).toMatchObject({ kind: 'estimated', units: 75 })
  await town.as('zhaoYu').call(writeSetting, { params: { key: 'modules' }, body: { value: { ...modules, branch: true } } })
})

test('another street sees none of it', async () => {
  const state = await town.deed(async (deed) => (await describePathModel(deed)).state, { street: town.otherStreet })
  expect(state).toMatchObject({ kind: 'tooLittle', units: 0 })
})
