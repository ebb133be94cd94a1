import { checkRoster } from '@ronghe/roster'
import { listAccess } from '@ronghe/contract/people/access.ts'
import { readShift } from '@ronghe/contract/volunteers/sign-ups.ts'
import { answerInvitation, listMyInvitations, proposeRoster, readRoster, sendInvitations } from '@ronghe/contract/volunteers/rosters.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { shift, team, volunteer } from '../rounds.testing.ts'
import { freeIn, localTime } from './free-times.ts'
import { problemOf } from './roster-problem.ts'

let town: Town
let teamId: string
let shiftId: string
let params: { teamId: string }
const week = '2026-11-30'

beforeAll(async () => {
  town = await openTown()
  teamId = await team(town, 'patrol', '巡逻队队长')
  params = { teamId }
  for (const who of ['chen', 'liuFang', 'zhou'] as const) await volunteer(town, who, teamId, ['2-evening', '2-night'], { nights: true })
  await volunteer(town, 'auntHuang', teamId, ['2-evening'])
  shiftId = await shift(town, 'heDali', {
    teamId,
    kind: 'patrol',
    startsAt: '2026-12-01T21:00:00+08:00',
    endsAt: '2026-12-01T23:00:00+08:00',
    needsDialect: '洪湖话',
  })
})
afterAll(() => town.close())

test('a proposal is made apart from the request, keeps the rules and gives reasons without a number', async () => {
  const asked = await town.as('heDali').call(proposeRoster, { params, body: { week } })
  expect(asked).toMatchObject({ state: 'computing', shifts: [] })
  await town.drain()
  const { proposal } = await town.as('heDali').call(readRoster, { params, query: { week } })
  expect(proposal).toMatchObject({ state: 'ready', proven: true, may: ['send'] })
  const [night] = proposal!.shifts
  expect(night!.lines).toHaveLength(2)
  // 陈国强 and 刘芳 speak it; either is there.
  expect(night!.lines.some(({ because }) => because.includes('skill'))).toBe(true)
  expect(JSON.stringify(night!.lines.map(({ because }) => because))).not.toMatch(/\d/)
  expect(night!.lines.map(({ name }) => name)).not.toContain('黄美珍')
  const looks = (await town.as('chen').call(listAccess, { query: {} })).items.map(({ purpose }) => purpose)
  const onIt = night!.lines.some(({ name }) => name === '陈国强')
  expect(looks.includes('volunteerRoster')).toBe(onIt)
})

test('nobody has a place before a yes; a no is a no, and the next proposal asks somebody else', async () => {
  const placesLeft = async () => (await town.anonymous.call(readShift, { params: { shiftId } })).placesLeft
  const before = await placesLeft()
  const { proposal } = await town.as('heDali').call(readRoster, { params, query: { week } })
  const lines = proposal!.shifts[0]!.lines
  await town.as('heDali').call(sendInvitations, { params: { proposalId: proposal!.id }, body: { lines: lines.map(({ id }) => id) } })
  expect(await placesLeft()).toBe(before)
  const keys = { 陈国强: 'chen', 刘芳: 'liuFang', 周桂兰: 'zhou' } as const
  const [yes, no] = lines.map(({ name }) => keys[name as keyof typeof keys])
  const third = Object.values(keys).find((who) => who !== yes && who !== no)!
  const invitation = async (who: typeof third) => (await town.as(who).call(listMyInvitations, {})).items
  expect(await invitation(third)).toEqual([])
  const line = { lineId: (await invitation(yes!))[0]!.id }
  expect(await town.as(no!).refused(answerInvitation, { params: line, body: { answer: 'accept' } })).toMatchObject({
    code: 'no-shift-invitation',
  })
  expect(await town.as(yes!).refused(answerInvitation, { params: line, body: { answer: 'accept' } })).toMatchObject({
    code: 'volunteers-read-briefing',
  })
  await town.as(yes!).call(answerInvitation, { params: line, body: { answer: 'accept', briefed: true } })
  expect(await placesLeft()).toBe(before - 1)
  await town.as(no!).call(answerInvitation, { params: { lineId: (await invitation(no!))[0]!.id }, body: { answer: 'decline' } })
  await town.as('heDali').call(proposeRoster, { params, body: { week } })
  await town.drain()
  const again = (await town.as('heDali').call(readRoster, { params, query: { week } })).proposal!
  const proposed = again.shifts[0]!.lines.filter(({ state }) => state === 'proposed').map(({ name }) => keys[name as keyof typeof keys])
  expect(proposed).toEqual([third])
})

test('only the own team’s leader asks, and only for a week that begins on a Monday', async () => {
  expect(await town.as('qinYuelan').refused(proposeRoster, { params, body: { week } })).toMatchObject({ status: 403 })
  expect(await town.as('chen').refused(readRoster, { params, query: { week } })).toMatchObject({ status: 403 })
  expect(await town.as('heDali').refused(proposeRoster, { params, body: { week: '2026-12-01' } })).toMatchObject({ status: 422 })
})

test('the problem that is solved knows no group and nobody’s name', async () => {
  const problem = await town.deed((deed) => problemOf(deed, teamId, week))
  expect(JSON.stringify(problem)).not.toMatch(/newcomer|local|陈国强|199000/)
  expect(checkRoster(problem, [])).toEqual([])
})

test('a week after the week, nothing says who was asked', async () => {
  town.at('2026-12-15T09:00:00+08:00')
  await town.drain(['volunteers.rosters.forget'])
  expect(await town.rows('select 1 from roster_line')).toEqual([])
  town.at('2026-11-23T09:00:00+08:00')
})

test('parts of the day become hours of that week, and local time is what the wall clock says', () => {
  expect(freeIn(['1-morning', '7-night'], week)).toEqual([
    { from: '2026-11-30T06:00', until: '2026-11-30T12:00' },
    { from: '2026-12-06T22:00', until: '2026-12-07T06:00' },
  ])
  expect(localTime('Asia/Shanghai', new Date('2026-11-30T16:30:00Z'))).toBe('2026-12-01T00:30')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (seconds) => {
      const at = new Date(seconds * 1000)
      const local = localTime('Asia/Shanghai', at)
      // No summer time since 1991.
      if (seconds > 700_000_000) expect(local).toBe(new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16))
    }),
    { seed: 20261123, numRuns: 200 },
  )
})
