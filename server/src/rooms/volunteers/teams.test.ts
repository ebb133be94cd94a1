import { leave, readLeaving } from '@ronghe/contract/people/leaving.ts'
import {
  declineProposal,
  listActivities,
  listMyProposals,
  listWork,
  proposeActivity,
  readActivity,
  readBeginnings,
  takeUpProposal,
} from '@ronghe/contract/volunteers/activities.ts'
import {
  enterVolunteer,
  exportVolunteers,
  importVolunteers,
  listVolunteers,
  readMyVolunteering,
  writeMyVolunteering,
} from '@ronghe/contract/volunteers/profile.ts'
import { readShift, signUp } from '@ronghe/contract/volunteers/sign-ups.ts'
import {
  closeTeam,
  enterMember,
  foundTeam,
  joinTeam,
  leaveTeam,
  listTeamMembers,
  listTeams,
  readTeam,
} from '@ronghe/contract/volunteers/teams.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { laneId, organId, postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet, writeSheet } from '../../platform/standards/excel.ts'
import { coreKeeper } from './core.keeper.ts'
import { openCorps, openedActivity, timesOf, type CorpsTown } from './testing.ts'

let town: CorpsTown
beforeAll(async () => {
  town = await openCorps()
})
afterAll(() => town.close())

test('join in one tap, leave in one tap, and nothing remembers it; few members are not counted', async () => {
  const params = { teamId: town.corps }
  expect(await town.as('chen').call(joinTeam, { params })).toMatchObject({ mine: true, members: { kind: 'few' }, may: ['leave'] })
  await town.as('chen').call(joinTeam, { params })
  for (const who of ['liuFang', 'auntHuang', 'maoXia', 'zhongHua'] as const) await town.as(who).call(joinTeam, { params })
  expect(await town.anonymous.call(readTeam, { params })).toMatchObject({ mine: false, members: { kind: 'shown', count: 5 }, may: [] })
  expect(await town.as('chen').call(leaveTeam, { params })).toMatchObject({ mine: false, may: ['join'] })
  expect(await town.rows('select 1 from team_member where person_id = $1', [town.idOf('chen')])).toEqual([])
})

test('members are for the team’s own leader, skills only of who agreed; the paper form counts the same', async () => {
  const params = { teamId: town.corps }
  const { name, phone } = cast.uncleHuang
  await town.as('qinYuelan').call(enterMember, { params, body: { name, phone } })
  const { items } = await town.as('qinYuelan').call(listTeamMembers, { params })
  expect(items.find((member) => member.name === name)).toMatchObject({ phone, skills: [], dialects: [] })
  expect(items.find((member) => member.name === cast.auntHuang.name)!.dialects).toEqual([])
  expect((await town.as('heDali').refused(listTeamMembers, { params })).code).toBe('volunteers-not-your-team')
  expect((await town.as('heDali').refused(enterMember, { params, body: { name, phone } })).code).toBe('volunteers-not-your-team')
  expect((await town.as('chen').refused(listTeamMembers, { params })).status).toBe(403)
})

test('a task team has a last day and ends after it; a team with shifts ahead is not closed', async () => {
  const body = {
    kind: 'taskTeam' as const,
    name: { 'zh-CN': '春运返乡帮帮队' },
    about: { 'zh-CN': '帮着抢票、看行李。' },
    leaderPost: postId(town.street.id, 'corpsLeader'),
    endsOn: '2026-12-01',
  }
  expect((await town.as('luMeng').refused(foundTeam, { body: { ...body, endsOn: null } })).status).toBe(422)
  expect((await town.as('qinYuelan').refused(foundTeam, { body })).status).toBe(403)
  const { id } = await town.as('luMeng').call(foundTeam, { body })
  await openedActivity(town, [timesOf('2026-11-30T09:00', '2026-11-30T11:00')], { teamId: id, kind: 'taskTeam' })
  expect((await town.as('luMeng').refused(closeTeam, { params: { teamId: id } })).code).toBe('volunteers-team-has-shifts')
  town.at('2026-12-02T09:00:00+08:00')
  await town.drain(['volunteers.activities.settle'])
  expect((await town.anonymous.call(listTeams, { query: { closed: 'yes' } })).items.map((team) => team.id)).toContain(id)
  expect((await town.as('chen').refused(joinTeam, { params: { teamId: id } })).code).toBe('volunteers-team-closed')
  town.at('2026-11-23T09:00:00+08:00')
})

test('an idea of a resident is seen by its author and the leaders; it is taken up, or answered with a reason', async () => {
  const idea = { title: '给下夜班的人留盏灯', about: '路口放一张凳子、一壶热水。', place: '五巷口', kind: 'care' as const }
  const made = await town.as('chen').call(proposeActivity, { body: idea })
  const params = { activityId: made.id }
  expect([made.state, made.mine]).toEqual(['proposed', true])
  expect((await town.as('liuFang').refused(readActivity, { params })).status).toBe(404)
  expect((await town.anonymous.refused(readActivity, { params })).status).toBe(404)
  const seen = await town.as('qinYuelan').call(readActivity, { params })
  expect(seen).toMatchObject({ mine: false, may: ['takeUp', 'decline'] })
  expect(JSON.stringify(seen)).not.toContain(town.idOf('chen'))
  expect((await town.as('qinYuelan').call(listWork, { query: { state: 'proposed' } })).items.map(({ id }) => id)).toEqual([made.id])
  const taken = await town.as('qinYuelan').call(takeUpProposal, { params, body: { teamId: town.corps } })
  expect(taken).toMatchObject({ state: 'draft', parties: [{ host: true, organ: { id: organId(town.street.id, 'corps') } }] })
  expect((await town.as('heDali').refused(declineProposal, { params, body: { reason: '不合适' } })).code).toBe(
    'volunteers-proposal-answered',
  )
  const other = await town.as('chen').call(proposeActivity, { body: { ...idea, title: '夜里一个人巡楼' } })
  await town.as('heDali').call(declineProposal, { params: { activityId: other.id }, body: { reason: '夜里要两个人一起。' } })
  expect((await town.as('chen').call(listMyProposals)).items.map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
    ['declined', '夜里要两个人一起。'],
    ['draft', null],
  ])
  expect(await town.anonymous.call(readBeginnings)).toMatchObject({ quarter: null, total: { kind: 'few' }, newcomers: { kind: 'few' } })
})

test('what is open is public, the next shift first, with places and no names; drafts are not', async () => {
  const later = await openedActivity(town, [timesOf('2026-12-12T09:00', '2026-12-12T11:00')])
  const sooner = await openedActivity(town, [timesOf('2026-12-11T09:00', '2026-12-11T11:00')], { kind: 'care' })
  const { items } = await town.anonymous.call(listActivities)
  const ids = items.map(({ id }) => id)
  expect(ids.indexOf(sooner.id)).toBeLessThan(ids.indexOf(later.id))
  expect(items.every(({ state }) => ['open', 'full', 'running'].includes(state))).toBe(true)
  const page = await town.anonymous.call(listActivities, { query: { limit: 1 } })
  const next = await town.anonymous.call(listActivities, { query: { limit: 1, after: page.next! } })
  expect([page.items[0]!.id, next.items[0]!.id]).toEqual(ids.slice(0, 2))
})

test('the register: paper entry, Excel in and out, for the coordinator of the corps only', async () => {
  const luMeng = town.as('luMeng')
  const body = { name: '向春桃', phone: '13912340001', minor: false, available: ['6-morning'] }
  const { personId } = await luMeng.call(enterVolunteer, { body })
  expect(await luMeng.call(enterVolunteer, { body })).toEqual({ personId })
  expect((await town.as('qinYuelan').refused(enterVolunteer, { body })).status).toBe(403)
  const sheet = await writeSheet(
    ['姓名', '手机号', '队伍'].map((title, index) => ({ title, value: (row: string[]) => row[index] })),
    [
      ['向春桃', '13912340001', '邻里服务队'],
      ['覃小满', '13912340002', ''],
      ['覃小满', '13912340002', ''],
      ['', '13912340003', ''],
      ['温良', '12345', ''],
      ['温和', '13912340004', '没有的队'],
    ],
  )
  const send = async (preview: 'yes' | 'no') => {
    const boundary = 'x-sheet-x'
    const part = (head: string) => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n`
    const payload = Buffer.concat([
      Buffer.from(
        `${part('name="preview"')}\r\n${preview}\r\n${part('name="file"; filename="v.xlsx"')}content-type: application/octet-stream\r\n\r\n`,
      ),
      sheet,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const { status, body: text } = await luMeng.raw(importVolunteers, {
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    expect(status, text).toBe(200)
    return JSON.parse(text) as { written: number; known: number; faults: { row: number; sentence: string }[] }
  }
  expect(await send('yes')).toMatchObject({ written: 2, known: 0, faults: { length: 4 } })
  const done = await send('no')
  expect(done).toMatchObject({ written: 1, known: 1 })
  expect(done.faults.map(({ row }) => row)).toEqual([4, 5, 6, 7])
  const { items } = await luMeng.call(listVolunteers, { query: { limit: 100 } })
  expect(items.find(({ name }) => name === '向春桃')).toMatchObject({ teams: ['邻里服务队'], fromPaper: true })
  const { bytes } = await luMeng.raw(exportVolunteers, { body: { purpose: '给队长发通知' } })
  const read = await readSheet(bytes)
  expect(read).toMatchObject({ kind: 'sheet', headers: ['姓名', '手机号', '队伍'] })
})

test('what somebody said about helping is theirs; leaving the street hands the place on and leaves nothing behind', async () => {
  const wishes = {
    available: ['6-morning', '3-evening'],
    nearLanes: [laneId(town.street.id, 'laneFive')],
    nights: false,
    minor: false,
    skills: ['repair' as const],
  }
  const { profile } = await town.as('dengKai').call(writeMyVolunteering, { body: wishes })
  expect(profile).toMatchObject({ available: ['3-evening', '6-morning'], dialects: ['洪湖话'], leadersSee: false })
  expect((await town.as('dengKai').refused(writeMyVolunteering, { body: { ...wishes, minor: true, nights: true } })).code).toBe(
    'volunteers-minor-by-day',
  )
  const { shifts } = await openedActivity(town, [timesOf('2026-12-19T09:00', '2026-12-19T11:00', { maximum: 1 })])
  const params = { shiftId: shifts[0]!.id }
  await town.as('maoXia').call(signUp, { params, body: { minor: false } })
  await town.as('keLei').call(signUp, { params, body: { minor: false } })
  await town.as('maoXia').call(joinTeam, { params: { teamId: town.patrol } })
  expect((await town.as('maoXia').call(readLeaving)).open.map(({ kind, becomes }) => [kind, becomes])).toContainEqual([
    'volunteerShift',
    'handedOn',
  ])
  const copy = await town.deed((deed) => coreKeeper.export(deed, town.idOf('maoXia')))
  expect(copy).toMatchObject({ volunteering: { shifts: [{ state: 'placed' }] } })
  await town.as('maoXia').call(leave, { body: { sure: true } })
  expect((await town.as('keLei').call(readShift, { params })).mine!.state).toBe('offered')
  for (const table of ['volunteer', 'team_member', 'sign_up', 'shift_presence'])
    expect(await town.rows(`select 1 from ${table} where person_id = $1`, [town.idOf('maoXia')])).toEqual([])
  expect((await town.as('keLei').call(readMyVolunteering)).profile).toMatchObject({ minor: false, available: [] })
})
