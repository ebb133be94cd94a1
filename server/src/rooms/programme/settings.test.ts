import {
  listCalendar,
  readPublicSettings,
  readSettings,
  seedCalendarYear,
  settingDefaults,
  writeCalendar,
  writeSetting,
  writeTexts,
} from '@ronghe/contract/programme/settings.ts'
import { addCommunity, addLane, listPlaces, renamePlace } from '@ronghe/contract/programme/places.ts'
import { raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const write = (key: string, value: unknown) => town.as('zhaoYu').call(writeSetting, { params: { key: key as never }, body: { value } })
const wrong = (key: string, value: unknown) => town.as('zhaoYu').refused(writeSetting, { params: { key: key as never }, body: { value } })

describe('settings', () => {
  test('hold their defaults until the street says otherwise, and every change is kept with the post that made it', async () => {
    expect((await town.as('zhaoYu').call(readSettings)).settings).toEqual(settingDefaults)
    await write('groupNames', { newcomer: { 'zh-CN': '新市民', en: 'New citizens' }, local: { 'zh-CN': '老街坊' } })
    expect((await town.anonymous.call(whoAmI)).groupNames.newcomer['zh-CN']).toBe('新市民')
    const { changes } = await town.as('zhaoYu').call(readSettings)
    expect(changes[0]).toMatchObject({ key: 'groupNames', before: null, by: '系统管理员' })
  })

  test('a clock that is blank or zero is refused, and nothing of it is kept', async () => {
    expect((await wrong('clocks', { ...settingDefaults.clocks, concernAnswer: 0 })).errors).toMatchObject([
      { path: 'value.concernAnswer', code: 'number-small' },
    ])
    expect((await wrong('clocks', { ...settingDefaults.clocks, concernAnswer: '' })).errors).toMatchObject([
      { path: 'value.concernAnswer' },
    ])
    expect((await wrong('clocks', { ...settingDefaults.clocks, concernAnswer: null })).errors).toMatchObject([
      { path: 'value.concernAnswer' },
    ])
    expect((await wrong('clocks', { ...settingDefaults.clocks, residentReminderSecond: 20 })).errors).toMatchObject([
      { path: 'value.residentReminderSecond', code: 'reminder-too-late' },
    ])
    expect((await wrong('modules', { council: true, corps: true, school: true })).errors).toMatchObject([{ path: 'value.branch' }])
    expect((await town.anonymous.call(readPublicSettings)).clocks).toEqual(settingDefaults.clocks)
  })

  test('a changed clock is what the next concern is promised', async () => {
    await write('clocks', { ...settingDefaults.clocks, concernScreen: 1, concernAnswer: 10 })
    expect(await town.as('chen').call(raiseConcern, { body: { words: '楼道堆了杂物', topic: 'environment' } })).toMatchObject({
      screenBy: '2026-11-24',
      answerBy: '2026-12-07',
    })
    await write('clocks', settingDefaults.clocks)
  })

  test('only an integrity post can be named to read what is said about staff, and not the same one twice', async () => {
    const integrity = postId(town.street.id, 'integrityOfficer')
    expect((await wrong('integrity', { post: postId(town.street.id, 'streetLead'), second: null })).errors).toMatchObject([
      { path: 'value.post', code: 'not-an-integrity-post' },
    ])
    expect((await wrong('integrity', { post: integrity, second: integrity })).errors).toMatchObject([
      { path: 'value.second', code: 'same-reader-twice' },
    ])
    await write('integrity', { post: integrity, second: null })
  })

  test('are changed by the system administrator, the texts also by the street officer, by nobody else', async () => {
    for (const who of ['chen', 'heMin', 'officerLin', 'qianXi', 'sunYi'] as const)
      expect(
        (await town.as(who).refused(writeSetting, { params: { key: 'modules' }, body: { value: settingDefaults.modules } })).code,
        who,
      ).toBe('not-permitted')
    expect((await town.as('officerLin').refused(readSettings)).code).toBe('not-permitted')
    await town
      .as('officerLin')
      .call(writeTexts, { params: { key: 'texts' }, body: { value: { ...settingDefaults.texts, clerkPhone: '020-0000-0101' } } })
    expect((await town.anonymous.call(readPublicSettings)).texts.clerkPhone).toBe('020-0000-0101')
    expect((await town.as('zhaoYu').refused(writeTexts, { params: { key: 'texts' }, body: { value: settingDefaults.texts } })).code).toBe(
      'not-permitted',
    )
  })
})

describe('the calendar', () => {
  test('is the announced one until the street enters its own year', async () => {
    const announced = await town.anonymous.call(listCalendar, { params: { year: 2026 } })
    expect(announced.source).toBe('announced')
    expect(announced.days).toContainEqual(expect.objectContaining({ day: '2026-10-01', kind: 'holiday' }))
    const calendar = await town.deed(calendarFor)
    expect([calendar.isWorkingDay('2026-10-01'), calendar.isWorkingDay('2026-10-10'), calendar.isWorkingDay('2026-11-23')]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('a day the office closes counts for the next promise at once', async () => {
    await town.as('zhaoYu').call(seedCalendarYear, { params: { year: 2026 } })
    const { days } = await town.anonymous.call(listCalendar, { params: { year: 2026 } })
    await town.as('zhaoYu').call(writeCalendar, {
      params: { year: 2026 },
      body: { days: [...days, { day: '2026-11-24', kind: 'holiday', name: '全街停电检修' }] },
    })
    expect((await town.as('chen').call(raiseConcern, { body: { words: '停电怎么办', topic: 'other' } })).screenBy).toBe('2026-11-26')
    expect(
      (
        await town
          .as('zhaoYu')
          .refused(writeCalendar, { params: { year: 2026 }, body: { days: [{ day: '2027-01-01', kind: 'holiday', name: '元旦' }] } })
      ).errors,
    ).toMatchObject([{ path: 'days.0.day', code: 'day-of-another-year' }])
    expect((await town.as('heMin').refused(writeCalendar, { params: { year: 2026 }, body: { days } })).code).toBe('not-permitted')
    expect((await town.as('zhaoYu').refused(seedCalendarYear, { params: { year: 2031 } })).code).toBe('year-not-announced')
  })
})

describe('places', () => {
  test('are listed for everybody and entered by whoever configures the street', async () => {
    const { id } = await town.as('zhaoYu').call(addCommunity, { body: { name: { 'zh-CN': '新塘社区' } } })
    const lane = await town.as('zhaoYu').call(addLane, { params: { communityId: id }, body: { name: { 'zh-CN': '一巷' } } })
    await town.as('zhaoYu').call(renamePlace, { params: { kind: 'lane', placeId: lane.id }, body: { name: { 'zh-CN': '塘边巷' } } })
    const { communities } = await town.anonymous.call(listPlaces)
    expect(communities.at(-1)).toMatchObject({ name: { 'zh-CN': '新塘社区' }, lanes: [{ name: { 'zh-CN': '塘边巷' } }] })
    expect((await town.as('officerLin').refused(addCommunity, { body: { name: { 'zh-CN': '别处' } } })).code).toBe('not-permitted')
    expect(
      (await town.as('zhaoYu').refused(addLane, { params: { communityId: town.street.id }, body: { name: { 'zh-CN': '无处' } } })).code,
    ).toBe('no-community')
  })
})
