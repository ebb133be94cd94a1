import { listMessages } from '@ronghe/contract/people/messages.ts'
import { addShifts, cancelShift, changeShift, openActivity, planActivity, readActivity } from '@ronghe/contract/volunteers/activities.ts'
import { noteGuardian, stopVolunteering, verifySkill, writeMyVolunteering } from '@ronghe/contract/volunteers/profile.ts'
import {
  answerOffer,
  enterSignUp,
  leaveShift,
  listAttendees,
  listMyShifts,
  readShift,
  signUp,
} from '@ronghe/contract/volunteers/sign-ups.ts'
import { joinTeam } from '@ronghe/contract/volunteers/teams.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { giveConsent } from '@ronghe/contract/people/consents.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { monday } from '../../platform/database/testing.ts'
import { openCorps, openedActivity, planOf, timesOf, type CorpsTown } from './testing.ts'

let town: CorpsTown
beforeAll(async () => {
  town = await openCorps()
})
afterAll(() => town.close())
beforeEach(() => town.at(monday))

const adult = { minor: false }
const come = (who: CastKey, shiftId: string, body: { briefed?: boolean; minor?: boolean } = adult) =>
  town.as(who).call(signUp, { params: { shiftId }, body })
const turned = async (who: CastKey, shiftId: string, body: { briefed?: boolean; minor?: boolean } = adult) =>
  (await town.as(who).refused(signUp, { params: { shiftId }, body })).code
/** A busy house says so, and whoever comes again is served: a turn is taken once all the same. */
const insisting = async <T>(work: () => Promise<T>, tries = 5): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (tries > 0 && String(error).includes('"code":"unavailable"')) return insisting(work, tries - 1)
    throw error
  }
}
const leave = (who: CastKey, shiftId: string) => town.as(who).call(leaveShift, { params: { shiftId } })
const stateOf = async (who: CastKey, shiftId: string) => (await town.as(who).call(readShift, { params: { shiftId } })).mine?.state
const shiftOn = async (from: string, until: string, more: Parameters<typeof timesOf>[2] = {}, plan = {}): Promise<string> =>
  (await openedActivity(town, [timesOf(from, until, more)], plan)).shifts[0]!.id
const told = async (who: CastKey) => (await town.as(who).call(listMessages)).items.map(({ text }) => text)

test('sign up, full, wait, somebody leaves, the first in line is asked and moves up; a newcomer does not jump the line', async () => {
  const shift = await shiftOn('2026-11-28T09:00', '2026-11-28T11:00', { maximum: 1 })
  expect(await come('chen', shift)).toMatchObject({ placesLeft: 0, mine: { state: 'placed' } })
  expect(await come('liuFang', shift)).toMatchObject({ mine: { state: 'waiting', ahead: 0 } })
  expect(await come('auntHuang', shift)).toMatchObject({ waiting: 2, mine: { state: 'waiting', ahead: 1 } })
  await leave('chen', shift)
  // The place is held for Liu Fang: whoever comes now goes behind Aunt Huang, also who had it before.
  expect(await come('chen', shift)).toMatchObject({ placesLeft: 0, mine: { state: 'waiting', ahead: 1 } })
  const held = await town.as('liuFang').call(readShift, { params: { shiftId: shift } })
  expect(held).toMatchObject({
    mine: { state: 'offered', offerUntil: '2026-11-24T10:00:00.000Z' },
    may: expect.arrayContaining(['accept', 'decline']),
  })
  expect(await told('liuFang')).toContain('有一个名额留给您，请在时限内看一看。')
  await town.as('liuFang').call(answerOffer, { params: { shiftId: shift }, body: { answer: 'accept' } })
  expect(await stateOf('liuFang', shift)).toBe('placed')
  expect(await turned('liuFang', shift)).toBe('volunteers-list-already-in')
})

test('an offer that runs out goes to the next by itself, and a late answer is refused with the way to come again', async () => {
  const shift = await shiftOn('2026-12-05T09:00', '2026-12-05T11:00', { maximum: 1 })
  for (const who of ['chen', 'liuFang', 'auntHuang'] as const) await come(who, shift)
  await leave('chen', shift)
  town.at('2026-11-24T18:00:00+08:00')
  expect((await town.as('liuFang').refused(answerOffer, { params: { shiftId: shift }, body: { answer: 'accept' } })).code).toBe(
    'volunteers-list-offer-over',
  )
  await town.drain(['volunteers.lines.move'])
  expect([await stateOf('liuFang', shift), await stateOf('auntHuang', shift)]).toEqual(['waiting', 'offered'])
  await town.as('auntHuang').call(answerOffer, { params: { shiftId: shift }, body: { answer: 'decline' } })
  expect([await stateOf('liuFang', shift), await stateOf('auntHuang', shift)]).toEqual(['offered', 'declined'])
})

test('a place that comes free at night is offered at seven', async () => {
  const shift = await shiftOn('2026-12-06T09:00', '2026-12-06T11:00', { maximum: 1 })
  for (const who of ['chen', 'liuFang'] as const) await come(who, shift)
  town.at('2026-11-24T23:00:00+08:00')
  await leave('chen', shift)
  await town.drain(['volunteers.lines.move'])
  expect(await stateOf('liuFang', shift)).toBe('waiting')
  town.at('2026-11-25T07:00:00+08:00')
  await town.drain(['volunteers.lines.move'])
  expect(await stateOf('liuFang', shift)).toBe('offered')
})

test('nobody is in two places, and nobody gives more than the rules allow', async () => {
  const morning = await shiftOn('2026-11-30T09:00', '2026-11-30T13:00')
  await come('zhongHua', morning)
  expect(await turned('zhongHua', await shiftOn('2026-11-30T12:00', '2026-11-30T14:00'))).toBe('volunteers-overlap')
  expect(await turned('zhongHua', await shiftOn('2026-11-30T18:00', '2026-11-30T20:00'))).toBe('volunteers-rest')
  await come('zhongHua', await shiftOn('2026-12-01T21:00', '2026-12-02T00:00'))
  await come('zhongHua', await shiftOn('2026-12-03T21:00', '2026-12-04T00:00'))
  const refusal = await town.as('zhongHua').refused(signUp, {
    params: { shiftId: await shiftOn('2026-12-05T22:00', '2026-12-05T23:00') },
    body: adult,
  })
  expect(refusal).toMatchObject({ code: 'volunteers-nights-a-week', detail: '一周最多做 2 个夜班，您这周已经满了。' })
  expect(await turned('zhongHua', await shiftOn('2026-12-05T09:00', '2026-12-05T12:00'))).toBe('volunteers-hours-a-week')
  await come('zhongHua', await shiftOn('2026-12-05T14:00', '2026-12-05T16:00'))
})

test('a risky activity is not opened without briefing and insurance to its last day, and nobody signs up unbriefed', async () => {
  const leader = town.as('heDali')
  const { id } = await leader.call(planActivity, { body: planOf(town.patrol, { kind: 'patrol' }) })
  const params = { activityId: id }
  expect((await leader.refused(openActivity, { params })).code).toBe('volunteers-no-shift')
  expect((await leader.refused(addShifts, { params, body: timesOf('2026-12-12T20:00', '2026-12-12T23:00') })).code).toBe(
    'volunteers-two-at-least',
  )
  const night = timesOf('2026-12-12T20:00', '2026-12-12T23:00', { minimum: 2, maximum: 4 })
  await leader.call(addShifts, { params, body: night })
  expect((await leader.refused(openActivity, { params })).code).toBe('volunteers-no-briefing')
  const insured = { kind: 'patrol', briefing: { 'zh-CN': '只看、只提醒、只报告。' }, insurer: '平安保险', policyNumber: 'PA-1' } as const
  const { shifts } = await openedActivity(town, [night], { ...insured, insuredUntil: '2026-12-31', by: 'heDali' })
  const late = town.as('heDali').call(planActivity, { body: planOf(town.patrol, { ...insured, insuredUntil: '2026-12-11' }) })
  const short = { activityId: (await late).id }
  await leader.call(addShifts, { params: short, body: night })
  expect((await leader.refused(openActivity, { params: short })).code).toBe('volunteers-insurance-ends')
  expect(await turned('chen', shifts[0]!.id)).toBe('volunteers-read-briefing')
  expect(await come('chen', shifts[0]!.id, { ...adult, briefed: true })).toMatchObject({ mine: { state: 'placed' } })
  expect(
    (
      await town.rows<{ briefed: boolean }>('select briefed_at is not null as briefed from sign_up where shift_id = $1', [shifts[0]!.id])
    )[0],
  ).toEqual({
    briefed: true,
  })
})

test('under 18: a guardian’s paper first, by day only, no patrol, not alone with children', async () => {
  const day = await shiftOn('2026-12-14T09:00', '2026-12-14T11:00', { maximum: 4 })
  const night = await shiftOn('2026-12-15T21:00', '2026-12-15T23:00', { maximum: 4 })
  const children = await shiftOn('2026-12-16T09:00', '2026-12-16T11:00', { minimum: 2, maximum: 4 }, { withChildren: true })
  expect(await turned('smith', day, {})).toBe('volunteers-age-first')
  expect(await turned('smith', day, { minor: true })).toBe('volunteers-guardian-first')
  await town
    .as('smith')
    .call(writeMyVolunteering, { body: { available: ['6-morning'], nearLanes: [], nights: false, minor: true, skills: [] } })
  expect(await turned('smith', day, {})).toBe('volunteers-guardian-first')
  const params = { personId: town.idOf('smith') }
  expect((await town.as('qinYuelan').refused(noteGuardian, { params, body: { seenOn: '2026-11-23' } })).status).toBe(403)
  await town.as('luMeng').call(noteGuardian, { params, body: { seenOn: '2026-11-23' } })
  expect(await come('smith', day, {})).toMatchObject({ mine: { state: 'placed' } })
  expect(await turned('smith', night, {})).toBe('volunteers-minor-by-day')
  expect(await turned('smith', children, {})).toBe('volunteers-adults-only')
})

test('special places are for who can do what is needed, as stated, or as proven where proof is asked', async () => {
  const all = await shiftOn('2026-12-18T09:00', '2026-12-18T11:00', { maximum: 1, special: 1 }, { needsDialect: '洪湖话' })
  expect(await turned('auntHuang', all)).toBe('volunteers-needs')
  expect(await come('chen', all)).toMatchObject({ mine: { state: 'placed' } })
  const some = await shiftOn(
    '2026-12-19T09:00',
    '2026-12-19T11:00',
    { maximum: 2, special: 1 },
    { needsSkill: 'firstAid', needsProof: true },
  )
  await come('auntHuang', some)
  expect(await come('uncleHuang', some)).toMatchObject({ placesLeft: 1, mine: { state: 'waiting' } })
  await town
    .as('keLei')
    .call(writeMyVolunteering, { body: { available: [], nearLanes: [], nights: true, minor: false, skills: ['firstAid'] } })
  await town.as('keLei').call(joinTeam, { params: { teamId: town.corps } })
  const verify = () =>
    town.as('qinYuelan').call(verifySkill, { params: { personId: town.idOf('keLei') }, body: { skill: 'firstAid', until: '2027-11-01' } })
  const hidden = await town
    .as('qinYuelan')
    .refused(verifySkill, { params: { personId: town.idOf('keLei') }, body: { skill: 'firstAid', until: '2027-11-01' } })
  expect(hidden.code).toBe('volunteers-skills-not-shown')
  expect(await stateOf('keLei', some)).toBeUndefined()
  await town
    .as('keLei')
    .call(giveConsent, { params: { purpose: 'volunteerSkills' }, body: { version: consentTexts.volunteerSkills.version } })
  await verify()
  // Uncle Huang waits for a place of the other kind; nobody waits for this one.
  expect(await come('keLei', some)).toMatchObject({ mine: { state: 'placed' } })
})

test('below the minimum a day ahead everybody is told once, and the leader moves it or calls it off', async () => {
  const shift = await shiftOn('2026-11-27T15:00', '2026-11-27T17:00', { minimum: 2, maximum: 4 })
  await come('maoXia', shift)
  await town.drain(['volunteers.below-minimum'])
  expect(await told('maoXia')).toEqual([])
  town.at('2026-11-26T15:00:00+08:00')
  await town.drain(['volunteers.below-minimum'])
  await town.drain(['volunteers.below-minimum'])
  expect((await told('maoXia')).filter((text) => text.includes('人数还不够'))).toHaveLength(1)
  expect((await told('qinYuelan')).filter((text) => text.includes('人数还不够'))).toHaveLength(1)
  await town
    .as('qinYuelan')
    .call(changeShift, { params: { shiftId: shift }, body: timesOf('2026-11-29T15:00', '2026-11-29T17:00', { maximum: 4 }) })
  expect((await town.as('maoXia').call(listMyShifts)).items).toMatchObject([
    { shiftId: shift, startsAt: '2026-11-29T07:00:00.000Z', state: 'placed' },
  ])
  expect((await told('maoXia')).some((text) => text.includes('改了时间'))).toBe(true)
  const called = await town.as('qinYuelan').call(cancelShift, { params: { shiftId: shift }, body: { reason: '下雨' } })
  expect(called.shifts[0]!.cancelled).toEqual({ because: '下雨' })
  expect((await told('maoXia')).some((text) => text.includes('取消了'))).toBe(true)
  expect(await turned('chen', shift)).toBe('volunteers-list-cancelled')
})

test('on paper by the leader: same line; the list of a shift is for its leader and each on it is shown the look', async () => {
  const shift = await shiftOn('2026-12-21T09:00', '2026-12-21T11:00', { maximum: 1 })
  const params = { shiftId: shift }
  await come('chen', shift)
  const { name, phone } = cast.auntHuang
  expect(await town.as('qinYuelan').call(enterSignUp, { params, body: { name, phone } })).toMatchObject({ state: 'waiting' })
  expect((await town.as('qinYuelan').refused(enterSignUp, { params, body: { name: '别人', phone } })).status).toBe(422)
  const list = await town.as('qinYuelan').call(listAttendees, { params })
  expect(list.items.map(({ name: who, state, fromPaper }) => [who, state, fromPaper])).toEqual([
    ['陈国强', 'placed', false],
    ['黄美珍', 'waiting', true],
  ])
  expect((await town.as('heDali').refused(listAttendees, { params })).code).toBe('volunteers-not-your-team')
  expect((await town.as('chen').refused(listAttendees, { params })).status).toBe(403)
  const looks = await town.rows<{ purpose: string }>("select purpose from access_log where person_id = $1 and purpose = 'volunteerShift'", [
    town.idOf('chen'),
  ])
  expect(looks.length).toBe(1)
})

test('whoever stops leaves every coming shift, and the next in line is asked', async () => {
  const shift = await shiftOn('2026-12-22T09:00', '2026-12-22T11:00', { maximum: 1 })
  await come('sunLanying', shift)
  await come('heYong', shift)
  await town.as('sunLanying').call(stopVolunteering)
  expect([await stateOf('sunLanying', shift), await stateOf('heYong', shift)]).toEqual(['left', 'offered'])
  expect((await town.as('sunLanying').call(listMyShifts)).items).toEqual([])
})

test('an activity is full when its shifts are, runs while they do, and closes when hours can be claimed no more', async () => {
  const activity = await openedActivity(town, [timesOf('2026-12-24T09:00', '2026-12-24T11:00', { maximum: 1, weeks: 2 })])
  const state = async () => (await town.anonymous.call(readActivity, { params: { activityId: activity.id } })).state
  expect([activity.weekly, activity.shifts.length, activity.state]).toEqual([true, 2, 'open'])
  for (const [index, { id }] of activity.shifts.entries()) await come(index === 0 ? 'tanXiaomei' : 'guoLei', id)
  expect(await state()).toBe('full')
  await leave('guoLei', activity.shifts[1]!.id)
  expect(await state()).toBe('open')
  for (const [moment, expected] of [
    ['2026-12-24T09:00', 'running'],
    ['2026-12-31T10:59', 'running'],
    ['2026-12-31T11:00', 'confirmingHours'],
    ['2027-01-07T11:00', 'closed'],
  ]) {
    town.at(`${moment}:00+08:00`)
    await town.drain(['volunteers.activities.settle'])
    expect(await state()).toBe(expected)
  }
})

test('thirty at once for five places: five have one, twenty-five stand in line, each turn once', async () => {
  const shift = await shiftOn('2026-12-07T09:00', '2026-12-07T11:00', { maximum: 5 })
  const everybody = (Object.keys(cast) as CastKey[]).slice(0, 30)
  const answers = await Promise.all(everybody.map((who) => insisting(() => come(who, shift))))
  expect(answers.filter(({ mine }) => mine!.state === 'placed')).toHaveLength(5)
  const rows = await town.rows<{ turn: number; state: string }>('select turn, state from sign_up where shift_id = $1 order by turn', [
    shift,
  ])
  expect(rows.map(({ turn }) => turn)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(rows.map(({ state }) => state)).toEqual([...Array(5).fill('placed'), ...Array(25).fill('waiting')])
  expect((await town.anonymous.call(readShift, { params: { shiftId: shift } })).waiting).toBe(25)
})
