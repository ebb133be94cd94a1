import {
  answerRoomWish,
  closeStudyGroup,
  enterGroupMember,
  joinStudyGroup,
  leaveStudyGroup,
  listRoomWishes,
  listStudyGroups,
  readStudyGroup,
  startStudyGroup,
  stepStudyGroup,
} from '@ronghe/contract/school/study-groups.ts'
import { addRoom } from '@ronghe/contract/school/course-desk.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { engagementsBetween } from '../../programme/engagements.ts'
import { studyGroupsKeeper } from './study-groups.keeper.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const about = { name: '夜班后学英语', about: '每周一晚，从打招呼学起。', language: 'mandarin' as const, places: 4, called: '阿陈' }
const start = (who: CastKey = 'chen', change: object = {}) => town.as(who).call(startStudyGroup, { body: { ...about, ...change } })
const join = (who: CastKey, groupId: string, called = '邻居') =>
  town.as(who).call(joinStudyGroup, { params: { groupId }, body: { called } })
const week = { from: '2026-11-30T19:30:00+08:00', until: '2026-11-30T21:00:00+08:00', weeks: 3 }
const calendarOf = (who: CastKey) =>
  town.deed((deed) => engagementsBetween(deed, town.idOf(who), new Date('2026-11-24T00:00:00Z'), new Date('2027-01-30T00:00:00Z')))

test('any resident starts one; who is in it is told to its members only, as they want to be called', async () => {
  const { id } = await start()
  await join('zhou', id, '小周')
  const params = { groupId: id }
  const inside = await town.as('zhou').call(readStudyGroup, { params })
  expect(inside.members).toEqual([
    { called: '阿陈', leads: true, me: false },
    { called: '小周', leads: false, me: true },
  ])
  expect(inside).toMatchObject({ placesLeft: 2, mine: true, may: ['leave'] })
  const outside = await town.anonymous.call(readStudyGroup, { params })
  expect(outside).toMatchObject({ members: null, mine: false, may: [] })
  expect(JSON.stringify(outside)).not.toContain('小周')
  const [row] = await town.rows<{ called_sealed: Buffer }>('select called_sealed from study_group_member where group_id = $1', [id])
  expect(row!.called_sealed.toString('utf8')).not.toContain('阿陈')
  expect((await town.anonymous.call(listStudyGroups)).items.map((one) => one.id)).toContain(id)
})

test('forty at once for the last three places: three are in, nobody twice', async () => {
  const { id } = await start('chen', { places: 4 })
  const crowd = ['zhou', 'wuXia', 'heMin', 'maoXia', 'zhongHua', 'keLei', 'moZhen', 'smith'] as const
  const tries = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      town.as(crowd[index % crowd.length]!).raw(joinStudyGroup, { params: { groupId: id }, body: { called: '邻居' } }),
    ),
  )
  const rows = await town.rows<{ person_id: string }>('select person_id from study_group_member where group_id = $1', [id])
  expect(rows).toHaveLength(4)
  expect(new Set(rows.map(({ person_id }) => person_id)).size).toBe(4)
  expect(tries.filter(({ body }) => body.includes('group-full')).length).toBeGreaterThan(0)
  expect(tries.every(({ status }) => status === 200 || status === 409)).toBe(true)
})

test('a meeting every week stands in everybody’s calendar; whoever leaves has it no more, whoever comes later has it too', async () => {
  const { id } = await start('uncleHuang')
  await join('zhou', id)
  const params = { groupId: id }
  const planned = await town.as('uncleHuang').call(stepStudyGroup, { params, body: { step: 'meet', place: '榕树下', ...week } })
  expect(planned.meetings.map(({ from }) => from)).toEqual([
    '2026-11-30T11:30:00.000Z',
    '2026-12-07T11:30:00.000Z',
    '2026-12-14T11:30:00.000Z',
  ])
  expect(await calendarOf('zhou')).toHaveLength(3)
  await join('wuXia', id)
  expect(await calendarOf('wuXia')).toHaveLength(3)
  await town.as('zhou').call(leaveStudyGroup, { params })
  expect(await calendarOf('zhou')).toEqual([])
  await town.as('uncleHuang').call(stepStudyGroup, { params, body: { step: 'callOff', meeting: planned.meetings[0]!.id } })
  expect(await calendarOf('wuXia')).toHaveLength(2)
  expect(await town.as('wuXia').refused(stepStudyGroup, { params, body: { step: 'close' } })).toMatchObject({ code: 'group-not-leading' })
  // Who led it goes, and the one who has been there longest leads on.
  await town.as('uncleHuang').call(leaveStudyGroup, { params })
  expect((await town.as('wuXia').call(readStudyGroup, { params })).may).toEqual(['leave', 'shut', 'meet', 'close'])
  await town.as('wuXia').call(leaveStudyGroup, { params })
  expect((await town.anonymous.call(readStudyGroup, { params })).state).toBe('closed')
})

test('the school is asked for a room, gives it once, and says why where there is none', async () => {
  const room = await town.as('suMin').call(addRoom, { body: { name: { 'zh-CN': '二楼小教室' }, capacity: 12, stepFree: false } })
  const { id } = await start('zhou', { name: '一起学算账' })
  const params = { groupId: id }
  await town.as('zhou').call(stepStudyGroup, { params, body: { step: 'meet', place: null, ...week, weeks: 2 } })
  const { items } = await town.as('suMin').call(listRoomWishes)
  const [first, second] = items.filter(({ group }) => group.id === id)
  expect(first!.rooms.map(({ id: free }) => free)).toContain(room.id)
  await town.as('suMin').call(answerRoomWish, { params: { meetingId: first!.meeting }, body: { answer: 'give', roomId: room.id } })
  await town
    .as('suMin')
    .call(answerRoomWish, { params: { meetingId: second!.meeting }, body: { answer: 'refuse', because: '那晚要刷墙。' } })
  const { meetings } = await town.as('zhou').call(readStudyGroup, { params })
  expect(meetings).toMatchObject([
    { room: 'given', roomName: { 'zh-CN': '二楼小教室' } },
    { room: 'refused', because: '那晚要刷墙。' },
  ])
  // The same hour is not given to another group.
  const other = await start('wuXia', { name: '同一时间' })
  await town.as('wuXia').call(stepStudyGroup, { params: { groupId: other.id }, body: { step: 'meet', place: null, ...week, weeks: 1 } })
  const wish = (await town.as('suMin').call(listRoomWishes)).items.find(({ group }) => group.id === other.id)!
  expect(wish.rooms).toEqual([])
  expect(
    await town.as('suMin').refused(answerRoomWish, { params: { meetingId: wish.meeting }, body: { answer: 'give', roomId: room.id } }),
  ).toMatchObject({ code: 'room-taken' })
  for (const who of ['zhou', 'heMin', 'dengKai'] as const)
    expect(await town.as(who).refused(listRoomWishes)).toMatchObject({ code: 'not-permitted' })
})

test('joining and leaving on paper counts the same; a group the school has to end says why', async () => {
  const { id } = await start('zhou', { name: '不合规矩的组' })
  const params = { groupId: id }
  const entered = await town
    .as('suMin')
    .call(enterGroupMember, { params, body: { personId: town.idOf('auntHuang'), joins: true, called: '黄阿姨' } })
  expect(entered).toMatchObject({ placesLeft: 2 })
  expect(await town.as('zhou').refused(closeStudyGroup, { params, body: { because: '不行' } })).toMatchObject({ code: 'not-permitted' })
  await town.as('suMin').call(closeStudyGroup, { params, body: { because: '组里在卖东西。' } })
  expect(await town.as('zhou').call(readStudyGroup, { params })).toMatchObject({ state: 'closed', because: '组里在卖东西。', may: [] })
  expect(await town.as('chen').refused(joinStudyGroup, { params, body: { called: '阿陈' } })).toMatchObject({ code: 'group-over' })
  expect(await town.anonymous.refused(startStudyGroup, { body: about })).toMatchObject({ code: 'sign-in-first' })
  expect(await town.as('chen').refused(startStudyGroup, { body: { ...about, places: 1 } })).toMatchObject({ code: 'fields' })
})

test('my data: what I am in, handed on when I go', async () => {
  const { id } = await start('keLei', { name: '要交给别人的组' })
  await join('moZhen', id)
  await town.deed(async (deed) => {
    const me = town.idOf('keLei')
    expect(await studyGroupsKeeper.open(deed, me)).toMatchObject([{ id, becomes: 'handedOn' }])
    expect(await studyGroupsKeeper.export(deed, me)).toMatchObject({
      studyGroups: expect.arrayContaining([{ group: '要交给别人的组', called: '阿陈', leads: true, joinedAt: expect.any(Date) }]),
    })
    await studyGroupsKeeper.forget(deed, me)
    expect(await studyGroupsKeeper.export(deed, me)).toEqual({})
  })
  expect((await town.as('moZhen').call(readStudyGroup, { params: { groupId: id } })).members).toMatchObject([{ leads: true, me: true }])
})
