import { randomUUID } from 'node:crypto'
import { readByCode } from '@ronghe/contract/programme/concerns.ts'
import { listHazards, reopenHazard, stepHazard } from '@ronghe/contract/station/hazards.ts'
import {
  complainAboutPatrol,
  listMyRounds,
  planRound,
  readArmband,
  readBriefing,
  readPatrolBook,
  readRound,
  reportFinding,
  saveRoute,
  setArmband,
  tickCheckpoint,
} from '@ronghe/contract/volunteers/patrol.ts'
import { laneId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { shift, team } from '../rounds.testing.ts'

let town: Town
let teamId: string
let shiftId: string
let roundId: string
let params: { roundId: string }

beforeAll(async () => {
  town = await openTown()
  teamId = await team(town, 'patrol', '巡逻队队长')
  await town.as('luMeng').call(setArmband, { params: { teamId }, body: { number: 'PA-7' } })
  const lane = laneId(town.street.id, 'laneThree')
  const route = await town.as('heDali').call(saveRoute, {
    params: { teamId },
    body: {
      name: { 'zh-CN': '松柏一圈', en: 'Round Songbai' },
      checkpoints: ['巷口电箱', '旧祠堂边', '三号巷楼梯'].map((place) => ({ place: { 'zh-CN': place }, laneId: lane })),
    },
  })
  shiftId = await shift(town, 'heDali', {
    teamId,
    kind: 'patrol',
    startsAt: '2026-11-23T20:00:00+08:00',
    endsAt: '2026-11-23T22:00:00+08:00',
    who: ['chen', 'liuFang'],
  })
  await town.as('heDali').call(planRound, { params: { shiftId }, body: { routeId: route.routes[0]!.id } })
  roundId = (await town.as('chen').call(listMyRounds, {})).items[0]!.id
  params = { roundId }
})
afterAll(() => town.close())

test('without the briefing there are no checkpoints, and nothing is ticked or reported', async () => {
  const before = await town.as('chen').call(readRound, { params })
  expect(before).toMatchObject({ briefed: false, checkpoints: [], armband: 'PA-7', may: ['brief'] })
  const body = { id: randomUUID(), kind: 'lamp' as const, laneId: laneId(town.street.id, 'laneThree'), words: '灯不亮' }
  expect(await town.as('chen').refused(reportFinding, { params, body })).toMatchObject({ code: 'volunteers-patrol-not-briefed' })
  expect((await town.as('chen').call(readBriefing, { params })).checkpoints).toHaveLength(3)
})

test('places are ticked from an hour before the shift until three days after it, for the team and without a time', async () => {
  const [point] = (await town.as('chen').call(readRound, { params })).checkpoints
  const body = { checkpointId: point!.id, done: true }
  town.at('2026-11-23T18:59:59+08:00')
  expect(await town.as('chen').refused(tickCheckpoint, { params, body })).toMatchObject({ code: 'volunteers-patrol-not-now' })
  town.at('2026-11-23T19:00:00+08:00')
  expect((await town.as('chen').call(tickCheckpoint, { params, body })).checkpoints[0]).toMatchObject({ done: true })
  // The other one on the shift sees the team's tick; the table keeps neither of them and no moment.
  await town.as('liuFang').call(readBriefing, { params })
  expect((await town.as('liuFang').call(readRound, { params })).checkpoints[0]).toMatchObject({ done: true })
  expect(Object.keys((await town.rows('select * from patrol_tick'))[0]!).toSorted()).toEqual([
    'checkpoint_id',
    'done',
    'round_id',
    'street_id',
  ])
  town.at('2026-11-26T22:00:01+08:00')
  expect(await town.as('chen').refused(tickCheckpoint, { params, body })).toMatchObject({ code: 'volunteers-patrol-not-now' })
  town.at('2026-11-23T20:30:00+08:00')
})

test('a hazard sent twice by a phone with a bad line becomes one report at the station, which knows no person', async () => {
  const body = { id: randomUUID(), kind: 'lamp' as const, laneId: laneId(town.street.id, 'laneThree'), words: '三号巷口第二盏路灯不亮' }
  await town.as('chen').call(reportFinding, { params, body })
  const sent = await town.as('chen').call(reportFinding, { params, body })
  expect(sent.findings).toMatchObject([{ kind: 'lamp', state: 'sent', number: null }])
  await town.drain()
  const hazards = await town.rows<{ person_id: string | null; source: string }>("select * from hazard where source = 'patrol'")
  expect(hazards).toMatchObject([{ person_id: null, source: 'patrol' }])
  expect(await town.rows('select 1 from finding where words_sealed is not null')).toEqual([])
  const [found] = (await town.as('liuFang').call(readRound, { params })).findings
  expect(found).toMatchObject({ state: 'reported', answer: null })
  expect(found!.number).not.toBeNull()
})

test('what the station does comes back to the patrol, to the end and back again', async () => {
  const [hazard] = (await town.anonymous.call(listHazards, { query: {} })).items
  const hazardId = { hazardId: hazard!.id }
  const state = async () => (await town.as('heDali').call(readPatrolBook, { params: { teamId } })).findings[0]!
  await town.as('heMin').call(stepHazard, { params: hazardId, body: { step: 'check', words: '三号巷口一盏路灯不亮' } })
  expect(await state()).toMatchObject({ state: 'checked' })
  await town.as('heMin').call(stepHazard, { params: hazardId, body: { step: 'send' } })
  expect(await state()).toMatchObject({ state: 'forwarded' })
  await town.as('heMin').call(stepHazard, { params: hazardId, body: { step: 'fix', words: '灯泡换好了。' } })
  expect(await state()).toMatchObject({ state: 'fixed', answer: '灯泡换好了。', page: `/hazards/${hazard!.id}` })
  expect((await town.as('heDali').call(readPatrolBook, { params: { teamId } })).found).toEqual({ all: 1, open: 0, fixed: 1 })
  await town.as('auntHuang').call(reopenHazard, { params: hazardId, body: {} })
  expect(await state()).toMatchObject({ state: 'reported', answer: null })
})

test('what was not looked at is missed once the shift is over, and the leader sees which places', async () => {
  const book = async () => (await town.as('heDali').call(readPatrolBook, { params: { teamId } })).rounds[0]!
  expect(await book()).toMatchObject({ done: 1, of: 3, over: false, missed: [] })
  town.at('2026-11-23T22:00:01+08:00')
  expect(await book()).toMatchObject({ done: 1, of: 3, over: true, missed: [{ 'zh-CN': '旧祠堂边' }, { 'zh-CN': '三号巷楼梯' }] })
})

test('whoever is not on the shift has no such round; only the own leader has the book', async () => {
  expect(await town.as('auntHuang').refused(readRound, { params })).toMatchObject({ code: 'no-patrol-round' })
  expect(await town.as('auntHuang').refused(readBriefing, { params })).toMatchObject({ code: 'no-patrol-round' })
  expect(await town.as('qinYuelan').refused(readPatrolBook, { params: { teamId } })).toMatchObject({ status: 403 })
  expect(await town.as('heDali').refused(setArmband, { params: { teamId }, body: { number: 'PA-8' } })).toMatchObject({ status: 403 })
  expect(await town.as('heMin').refused(readPatrolBook, { params: { teamId } })).toMatchObject({ status: 403 })
})

test('a complaint by the armband’s number needs no account and is read outside the patrol’s organ', async () => {
  const whose = await town.anonymous.call(readArmband, { params: { number: 'PA-7' } })
  expect(whose.team['zh-CN']).toBe('平安巡逻队')
  expect(whose.readBy['zh-CN']).not.toContain('志愿者服务队')
  const sent = await town.anonymous.call(complainAboutPatrol, {
    params: { number: 'PA-7' },
    body: { words: '他们拦住我问我住哪里。' },
  })
  expect(await town.anonymous.call(readByCode, { body: { code: sent.claimCode } })).toMatchObject({ words: '他们拦住我问我住哪里。' })
  const [row] = await town.rows<{ about_staff: boolean; person_id: string | null; anonymous: boolean; owner_organ: string }>(
    'select concern.*, post.organ_id as owner_organ from concern join post on post.id = concern.owner_post and post.street_id = concern.street_id where number = $1',
    [sent.number],
  )
  expect(row).toMatchObject({ about_staff: true, person_id: null, anonymous: true })
  const [patrol] = await town.rows<{ organ_id: string }>('select organ_id from team where id = $1', [teamId])
  expect(row!.owner_organ).not.toBe(patrol!.organ_id)
  expect(await town.anonymous.refused(complainAboutPatrol, { params: { number: 'XX-1' }, body: { words: '没有' } })).toMatchObject({
    code: 'no-armband',
  })
})

test('after thirty days nothing says where a patrol went; what it found stays', async () => {
  town.at('2026-12-23T12:00:00+08:00')
  await town.drain(['volunteers.patrol.forget'])
  expect(await town.rows('select 1 from patrol_round')).toHaveLength(1)
  town.at('2026-12-24T12:00:00+08:00')
  await town.drain(['volunteers.patrol.forget'])
  expect(await town.rows('select 1 from patrol_round')).toEqual([])
  expect(await town.rows('select 1 from patrol_tick')).toEqual([])
  expect(await town.rows('select 1 from patrol_briefed')).toEqual([])
  expect(await town.rows('select 1 from finding')).toHaveLength(1)
})
