import { readCityPathModel, readPathModel } from '@ronghe/contract/insight/path-model.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { describePathModel, workOutPathModel } from './path-model.ts'
import { closedWaves, years } from './waves.testing.ts'

let town: Town
const page = () => town.anonymous.call(readPathModel)

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('before the first survey the arrows stand without an outcome, and nothing is claimed', async () => {
  const { arrows, measures, waves, state, madeOn } = await page()
  expect(arrows.some(({ to }) => to === 'outcome')).toBe(false)
  expect(measures.map(({ box }) => box)).not.toContain('outcome')
  expect({ waves, madeOn }).toEqual({ waves: [], madeOn: null })
  expect(state).toEqual({ kind: 'tooLittle', units: 0, needed: 50, missing: 50, coefficients: 10, pace: null })
})

test('after two waves it says how many units are missing, and by when there would be enough', async () => {
  await town.deed((deed) => closedWaves(deed, years.slice(0, 2)))
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
    pace: { perWave: 15, days: 365, waves: 3, enoughOn: '2028-11-22' },
  })
})

test('with five waves there is enough: what led to quicker cases is found, with an interval, and no community can be read off', async () => {
  await town.deed((deed) => closedWaves(deed, years.slice(2)))
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

test('a street that belongs to no city is told so, and what would be needed there', async () => {
  const city = await town.anonymous.call(readCityPathModel)
  expect(city).toMatchObject({ connected: false, waves: { seen: 0, complete: 0 }, state: { kind: 'tooLittle', units: 0, needed: 50 } })
  expect(city.arrows.length).toBe(10)
  expect(city.measures.map(({ box }) => box)).not.toContain('memberEmbedding')
})
