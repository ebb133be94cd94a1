import {
  listPlans,
  layOutYear,
  takeUsualPlans,
  addPlan,
  endPlan,
  changePlan,
  listOccasions,
  addOccasion,
  stepOccasion,
  writeOccasionMinutes,
  readOccasion,
  openSheet,
  enterSheet,
  readMyBranchYear,
  sayIWasThere,
  takeBackThere,
  listOpenOccasions,
  readBranchFigures,
} from '@ronghe/contract/branch/occasions.ts'
import { enterPaperCheckIn, answerCheckIn } from '@ronghe/contract/branch/members.ts'
import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { readMyCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { listBranchMessages } from '@ronghe/contract/branch/messages.ts'
import { exportMyData } from '@ronghe/contract/people/my-data.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { checkedIn, openBranch } from './testing.ts'

let town: Town
let branchId: string
let chen: string
const papers: string[] = []
beforeAll(async () => {
  town = await openTown({ at: '2026-11-23T10:00:00+08:00' })
  branchId = await openBranch(town)
  chen = await checkedIn(town, branchId, 'chen')
  for (const name of ['甲一同志', '乙二同志', '丙三同志', '丁四同志', '戊五同志']) {
    const { id } = await town.as('xu').call(enterPaperCheckIn, {
      params: { branchId },
      body: { name, homeBranch: '洪湖', contact: '', signedOn: '2026-11-20', consent: branchConsentTexts.checkIn.version, signed: true },
    })
    await town.as('xu').call(answerCheckIn, { params: { branchId, checkInId: id }, body: { act: 'confirm' } })
    papers.push(id)
  }
})
afterAll(() => town.close())

const office = () => town.as('xu')
const params = () => ({ branchId })
const serving = {
  kind: 'serve' as const,
  title: { 'zh-CN': '给老人修灯' },
  place: { 'zh-CN': '三号巷口' },
  agenda: [],
  from: 540,
  to: 660,
  openToAll: true,
}
const today = '2026-11-23'

describe('what comes back every month, quarter or year', () => {
  test('a branch begins with the usual seven, asked twice it still has seven, and words them its own way', async () => {
    expect(await office().call(takeUsualPlans, { params: params() })).toEqual({ added: 7 })
    expect(await office().call(takeUsualPlans, { params: params() })).toEqual({ added: 0 })
    const { items, may } = await office().call(listPlans, { params: params() })
    expect(items.map(({ kind, days }) => [kind, days.length])).toEqual([
      ['generalMeeting', 4],
      ['committeeMeeting', 12],
      ['groupMeeting', 12],
      ['lecture', 4],
      ['themedDay', 12],
      ['lifeMeeting', 1],
      ['appraisal', 1],
    ])
    expect(may).toEqual(['add', 'layOut'])
    const themed = items.find(({ kind }) => kind === 'themedDay')!
    const { days, may: _may, id, ...rest } = themed
    const changed = await office().call(changePlan, {
      params: { branchId, planId: id },
      body: { ...rest, title: { 'zh-CN': '每月廿五' }, rule: { every: 'month', month: 1, on: { kind: 'date', date: 25 }, moves: 'stays' } },
    })
    expect(changed.days).toContain('2026-11-25')
    expect(days).not.toContain('2026-11-25')
  })

  test('a year is laid out from today on; said again it adds nothing, and the appraisal carries its calendar', async () => {
    const { added } = await office().call(layOutYear, { params: params(), body: { year: 2026 } })
    // Left of the year: one general meeting, one committee, one group meeting, two themed days, one appraisal.
    expect(added).toBe(6)
    expect(await office().call(layOutYear, { params: params(), body: { year: 2026 } })).toEqual({ added: 0 })
    expect(await office().call(layOutYear, { params: params(), body: { year: 2027 } })).toEqual({ added: 46 })
    const { items } = await office().call(listOccasions, { params: params(), query: { year: 2026 } })
    const appraisal = items.find(({ kind }) => kind === 'appraisal')!
    expect(appraisal).toMatchObject({
      day: '2026-12-12',
      appraisal: { meeting: '2026-12-12', letterBy: '2026-12-18' },
      may: ['move', 'cancel'],
    })
  })

  test('one that has ended gives no further dates; those laid out stay', async () => {
    const plan = await office().call(addPlan, {
      params: params(),
      body: { ...serving, rule: { every: 'quarter', month: 1, on: { kind: 'weekday', nth: 1, weekday: 7 }, moves: 'toDayOff' } },
    })
    await office().call(layOutYear, { params: params(), body: { year: 2027 } })
    const before = (await office().call(listOccasions, { params: params(), query: { year: 2027 } })).items.length
    await office().call(endPlan, { params: { branchId, planId: plan.id } })
    expect(await office().call(layOutYear, { params: params(), body: { year: 2028 } })).toEqual({ added: 46 })
    expect((await office().call(listOccasions, { params: params(), query: { year: 2027 } })).items).toHaveLength(before)
    expect(await office().refused(endPlan, { params: { branchId, planId: plan.id } })).toMatchObject({ status: 404 })
  })

  test('hours that run backwards and a third month in a month are refused by their field', async () => {
    const rule = { every: 'month' as const, month: 1, on: { kind: 'date' as const, date: 5 }, moves: 'stays' as const }
    expect(await office().refused(addPlan, { params: params(), body: { ...serving, to: 500, rule } })).toMatchObject({
      errors: [{ path: 'to', code: 'hours-backwards' }],
    })
    expect(await office().refused(addPlan, { params: params(), body: { ...serving, rule: { ...rule, month: 3 } } })).toMatchObject({
      status: 422,
    })
  })
})

describe('one date', () => {
  test('is told to members, moved, held, and its minutes name nobody', async () => {
    const { id } = await office().call(addOccasion, { params: params(), body: { ...serving, day: '2026-11-28' } })
    const at = { branchId, occasionId: id }
    expect((await town.as('chen').call(listBranchMessages)).items.some(({ text }) => text.includes('新的安排'))).toBe(true)
    expect(await office().refused(stepOccasion, { params: at, body: { act: 'hold', guests: 0 } })).toMatchObject({
      code: 'branch-date-not-now',
    })
    expect(
      await office().refused(stepOccasion, {
        params: at,
        body: { act: 'move', day: '2027-01-02', from: 540, to: 600, place: serving.place },
      }),
    ).toMatchObject({ errors: [{ path: 'day', code: 'branch-move-day' }] })
    expect(
      await office().call(stepOccasion, { params: at, body: { act: 'move', day: today, from: 540, to: 600, place: serving.place } }),
    ).toMatchObject({ day: today, plannedDay: '2026-11-28' })
    expect(await office().call(stepOccasion, { params: at, body: { act: 'hold', guests: 12 } })).toMatchObject({
      state: 'held',
      guests: 12,
    })
    expect(await office().refused(writeOccasionMinutes, { params: at, body: { words: `${cast.chen.name}修好了五盏灯。` } })).toMatchObject({
      errors: [{ path: 'words', code: 'branch-names-somebody' }],
    })
    await office().call(writeOccasionMinutes, { params: at, body: { words: '修好了五盏灯，还差两盏。' } })
    expect(await town.as('chen').call(readOccasion, { params: at })).toMatchObject({
      minutes: '修好了五盏灯，还差两盏。',
      may: ['come', 'readMinutes'],
    })
    const [row] = await town.rows<{ minutes_sealed: Buffer }>(`select minutes_sealed from branch.occasion where id = $1`, [id])
    expect(row!.minutes_sealed.toString('utf8')).not.toContain('五盏灯')
  })

  test('called off with a reason it takes no list any more', async () => {
    const { id } = await office().call(addOccasion, { params: params(), body: { ...serving, day: today } })
    const at = { branchId, occasionId: id }
    expect(await office().call(stepOccasion, { params: at, body: { act: 'cancel', reason: 'weather' } })).toMatchObject({
      state: 'cancelled',
      may: [],
    })
    expect(await office().refused(openSheet, { params: at })).toMatchObject({ code: 'branch-sheet-closed' })
  })

  test('what the committee said among itself is read by office-holders alone', async () => {
    const { id } = await office().call(addOccasion, {
      params: params(),
      body: { ...serving, kind: 'committeeMeeting', openToAll: false, day: today },
    })
    const at = { branchId, occasionId: id }
    await office().call(stepOccasion, { params: at, body: { act: 'hold', guests: 0 } })
    await office().call(writeOccasionMinutes, { params: at, body: { words: '商量下月安排。' } })
    expect((await town.as('chen').call(readOccasion, { params: at })).minutes).toBeNull()
    expect((await office().call(readOccasion, { params: at })).minutes).toBe('商量下月安排。')
  })

  test('neighbours see what they may come to, without signing in, and nothing else of the year', async () => {
    await office().call(addOccasion, { params: params(), body: { ...serving, title: { 'zh-CN': '义务理发' }, day: '2026-12-06' } })
    const { items } = await town.anonymous.call(listOpenOccasions, { params: params() })
    expect(items.map(({ title }) => title['zh-CN'])).toContain('义务理发')
    expect(items.every(({ kind }) => kind === 'serve')).toBe(true)
  })
})

describe('who was there', () => {
  test('by one’s own tap or from the paper, both count; a tap is the member’s to take back, the paper is not entered over it', async () => {
    const { id } = await office().call(addOccasion, {
      params: params(),
      body: { ...serving, kind: 'themedDay', openToAll: false, day: today },
    })
    const at = { branchId, occasionId: id }
    expect(await town.as('chen').call(sayIWasThere, { params: { occasionId: id } })).toEqual({ came: 'tap' })
    await office().call(enterSheet, { params: at, body: { came: papers } })
    await office().call(enterSheet, { params: at, body: { came: papers.slice(0, 4) } })
    const sheet = await office().call(openSheet, { params: at })
    expect(
      sheet.items
        .filter(({ came }) => came)
        .map(({ came }) => came)
        .toSorted(),
    ).toEqual(['paper', 'paper', 'paper', 'paper', 'tap'])
    expect(sheet.until).toBe('2026-11-30')
    await town.as('chen').call(takeBackThere, { params: { occasionId: id } })
    expect((await town.as('chen').call(readMyBranchYear)).items.find((one) => one.id === id)).toMatchObject({ came: null, may: ['come'] })
    await town.as('chen').call(sayIWasThere, { params: { occasionId: id } })
  })

  test('opening the list is a look, which the member sees with the office and the day', async () => {
    const { looks } = await town.as('chen').call(readMyCheckIn)
    expect(looks).toContainEqual({ office: 'secretary', purpose: 'list', on: today })
  })

  test('the list closes after seven days for everybody; what was noted stays with the member', async () => {
    const themed = (await town.as('chen').call(readMyBranchYear)).items.find(({ kind, day }) => kind === 'themedDay' && day === today)!
    town.at('2026-12-01T10:00:00+08:00')
    expect(await office().refused(openSheet, { params: { branchId, occasionId: themed.id } })).toMatchObject({
      code: 'branch-sheet-closed',
    })
    expect(await town.as('chen').refused(takeBackThere, { params: { occasionId: themed.id } })).toMatchObject({
      code: 'branch-sheet-closed',
    })
    expect((await town.as('chen').call(readMyBranchYear)).items.find(({ id }) => id === themed.id)).toMatchObject({ came: 'tap', may: [] })
    town.at('2026-11-23T10:00:00+08:00')
  })

  test('the branch’s own figures: due and held, and attendance only where five different people came', async () => {
    const themed = (await town.as('chen').call(readMyBranchYear)).items.find(({ kind, day }) => kind === 'themedDay' && day === today)!
    await office().call(stepOccasion, { params: { branchId, occasionId: themed.id }, body: { act: 'hold', guests: 0 } })
    const { items } = await office().call(readBranchFigures, { params: params() })
    expect(items.find(({ kind }) => kind === 'themedDay')).toMatchObject({
      due: 1,
      held: 1,
      attendance: { kind: 'shown', count: 5 },
      guests: { kind: 'few' },
    })
    expect(items.find(({ kind }) => kind === 'serve')).toMatchObject({
      due: 2,
      held: 1,
      attendance: { kind: 'few' },
      guests: { kind: 'shown', count: 12 },
    })
    await office().call(enterSheet, { params: { branchId, occasionId: themed.id }, body: { came: papers.slice(0, 3) } })
    expect(
      (await office().call(readBranchFigures, { params: params() })).items.find(({ kind }) => kind === 'themedDay')!.attendance,
    ).toEqual({ kind: 'few' })
  })

  test('a member of nothing sees an empty year, and every page of the branch is closed to them and to staff alike', async () => {
    expect(await town.as('zhou').call(readMyBranchYear)).toMatchObject({ branch: null, items: [] })
    const occasionId = (await office().call(listOccasions, { params: params() })).items[0]!.id
    for (const who of ['zhou', 'chen', 'officerLin', 'zhaoYu', 'heMin'] as const) {
      expect(await town.as(who).refused(listPlans, { params: params() })).toMatchObject({ status: 403, code: 'branch-office-only' })
      expect(await town.as(who).refused(readBranchFigures, { params: params() })).toMatchObject({ status: 403 })
      expect(await town.as(who).refused(openSheet, { params: { branchId, occasionId } })).toMatchObject({ status: 403 })
      expect(await town.as(who).refused(addOccasion, { params: params(), body: { ...serving, day: today } })).toMatchObject({ status: 403 })
    }
    expect(await town.as('zhou').refused(readOccasion, { params: { branchId, occasionId } })).toMatchObject({ code: 'branch-members-only' })
    expect(await town.as('zhou').refused(sayIWasThere, { params: { occasionId } })).toMatchObject({ code: 'branch-members-only' })
    expect(await town.anonymous.refused(readMyBranchYear)).toMatchObject({ status: 401 })
  })

  test('my data shows where I was, to me alone', async () => {
    const mine = JSON.stringify(await town.as('chen').call(exportMyData))
    expect(mine).toContain('branchAttendance')
    expect(JSON.stringify(await town.as('zhou').call(exportMyData))).not.toContain('branchAttendance')
    expect(chen).toBeTruthy()
  })
})
