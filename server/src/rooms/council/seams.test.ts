import * as agenda from '@ronghe/contract/council/agenda.ts'
import { readChain } from '@ronghe/contract/council/chain.ts'
import * as charter from '@ronghe/contract/council/charter-pages.ts'
import type { Charter } from '@ronghe/contract/council/charter.ts'
import * as interests from '@ronghe/contract/council/interests.ts'
import * as meetings from '@ronghe/contract/council/meetings.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { communityId, organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admittedMotion, clerkOf, everybody, openHall } from './floor.testing.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import { keepLevel } from '../people/residence.ts'
import { today } from '../programme/posts.ts'
import { delegatesInOffice } from './delegates.ts'
import { changeMotion } from './motion-rows.ts'
import { settleMotion } from './motion-steps.ts'
import { draft, openMotions, planMeeting } from './motions.testing.ts'
import type { CouncilTown } from './testing.ts'

/** Where one part of the council hands something to another. */
let town: CouncilTown
beforeAll(async () => {
  town = await openMotions()
})
afterAll(() => town.close())

const at = (meetingId: string) => ({ params: { meetingId } })
const stateOf = async (motionId: string) => (await town.anonymous.call(motions.readMotion, { params: { motionId } })).state
const withdraw = (who: CastKey, motionId: string) =>
  town.as(who).call(motions.withdrawMotion, { params: { motionId }, body: { because: '已经谈好了。' } })

test('a motion that stands on two proposed agendas goes out with one of them; the other is made anew', async () => {
  const motionId = await admittedMotion(town, 'zhou', { title: '装减速带' })
  const [one, other] = [
    await planMeeting(town, '2026-12-02T19:00:00+08:00', 31),
    await planMeeting(town, '2026-12-02T20:00:00+08:00', 32),
  ] as const
  for (const meetingId of [one, other]) {
    const { items } = await clerkOf(town).call(agenda.proposeAgenda, { ...at(meetingId), body: { motions: 8 } })
    expect(items.map(({ motion }) => motion?.id)).toContain(motionId)
  }
  await clerkOf(town).call(agenda.confirmAgenda, { ...at(one), body: { lateReason: null } })
  expect(await clerkOf(town).refused(agenda.confirmAgenda, { ...at(other), body: { lateReason: null } })).toMatchObject({
    code: 'motion-not-schedule',
    articleAt: `/council/${town.councilId}/charter#filing`,
  })
  const anew = await clerkOf(town).call(agenda.proposeAgenda, { ...at(other), body: { motions: 8 } })
  expect(anew.items.map(({ motion }) => motion?.id)).not.toContain(motionId)
  expect(await stateOf(motionId)).toBe('onAgenda')
  await withdraw('zhou', motionId)
})

test('a meeting that is cancelled gives its motions back, and they wait for the next one', async () => {
  const motionId = await admittedMotion(town, 'heYong', { title: '修球场的灯' })
  const first = await planMeeting(town, '2026-12-03T19:00:00+08:00', 33)
  await clerkOf(town).call(agenda.proposeAgenda, { ...at(first), body: { motions: 8 } })
  await clerkOf(town).call(agenda.confirmAgenda, { ...at(first), body: { lateReason: null } })
  expect(await stateOf(motionId)).toBe('onAgenda')
  await clerkOf(town).call(meetings.cancelMeeting, { ...at(first), body: { because: '停电' } })
  expect(await stateOf(motionId)).toBe('admitted')
  const next = await planMeeting(town, '2026-12-04T19:00:00+08:00', 34)
  const { items } = await clerkOf(town).call(agenda.proposeAgenda, { ...at(next), body: { motions: 8 } })
  expect(items.map(({ motion }) => motion?.id)).toContain(motionId)
  await withdraw('heYong', motionId)
})

test('an item postponed for want of a quorum comes first on the next agenda, also when that agenda is made anew', async () => {
  const lost = await admittedMotion(town, 'uncleHuang', { title: '三号巷装扶手' })
  const hall = await openHall(town, { startsAt: '2026-12-05T19:00:00+08:00' })
  await hall.open()
  await hall.debate(0)
  for (const who of everybody.slice(-5))
    await clerkOf(town).call(meetings.signIn, { params: { meetingId: hall.meetingId, personId: town.idOf(who) }, body: { here: false } })
  await hall.does('liang', { kind: 'putToVote', way: 'rollCall' })
  expect(await stateOf(lost)).toBe('postponed')
  await hall.does('liang', { kind: 'close' })

  const newer = await admittedMotion(town, 'panHui', { title: '开放自习室' })
  const next = await planMeeting(town, '2026-12-19T19:00:00+08:00', 41)
  const why = async (): Promise<unknown> => {
    const { items } = await clerkOf(town).call(agenda.proposeAgenda, { ...at(next), body: { motions: 8 } })
    return items.filter(({ kind }) => kind === 'motion').map(({ motion, why: rule }) => [motion?.id, rule.rule])[0]
  }
  expect(await why()).toEqual([lost, 'carriedOver'])
  await clerkOf(town).call(agenda.confirmAgenda, { ...at(next), body: { lateReason: null } })
  expect(await why()).toEqual([lost, 'carriedOver'])
  await clerkOf(town).call(meetings.cancelMeeting, { ...at(next), body: { because: '台风' } })
  for (const [who, id] of [
    ['uncleHuang', lost],
    ['panHui', newer],
  ] as const)
    await withdraw(who, id)
})

test('an item whose motion was withdrawn since the agenda went out is not opened', async () => {
  const motionId = await admittedMotion(town, 'chenYaozong', { title: '移走报刊亭' })
  const hall = await openHall(town, { startsAt: '2027-01-09T19:00:00+08:00' })
  await withdraw('chenYaozong', motionId)
  await hall.open()
  const { agenda: items } = await hall.state()
  const item = items.find(({ motion }) => motion?.id === motionId)!
  expect(await hall.refused('liang', { kind: 'openItem', itemId: item.id, because: '先议它。' })).toMatchObject({
    code: 'motion-not-move',
    articleAt: `/council/${town.councilId}/charter#floor`,
  })
  await hall.does('liang', { kind: 'close' })
})

test('of two changes that start from the same charter only one is voted on: the second cites the article and leaves no vote open', async () => {
  const councilId = town.councilId
  const { basedOn, charter: standing } = await town.as('zhou').call(charter.readCharterForm, { params: { councilId } })
  const changed = (secondsPerTurn: number): Charter => ({
    ...standing,
    parameters: { ...standing.parameters, floor: { ...standing.parameters.floor, secondsPerTurn } },
  })
  const ids: string[] = []
  for (const [who, seconds] of [
    ['zhou', 120],
    ['uncleHuang', 240],
  ] as const) {
    const { versionId } = await town
      .as(who)
      .call(charter.proposeCharterChange, { params: { councilId }, body: { basedOn, reason: '发言时间', charter: changed(seconds) } })
    ids.push(await admittedMotion(town, who, { title: `改发言时间：${seconds}`, kind: 'charter', charterVersionId: versionId }))
  }
  town.at(new Date(town.now().getTime() + 20 * 86_400_000))
  const hall = await openHall(town, { startsAt: new Date(town.now().getTime() + 12 * 86_400_000).toISOString() })
  await hall.open()
  const items = (await hall.state()).agenda.filter(({ motion }) => motion && ids.includes(motion.id))
  expect(items).toHaveLength(2)
  const [first, second] = items
  await hall.does('liang', { kind: 'openItem', itemId: first!.id, because: '先议章程。' })
  await hall.does('zhou', { kind: 'move', delegateId: town.idOf('zhou') })
  await hall.does('uncleHuang', { kind: 'second', delegateId: town.idOf('uncleHuang'), amendmentId: null })
  await hall.vote(Object.fromEntries(everybody.slice(1).map((who) => [who, 'for'])))
  expect(await stateOf(first!.motion!.id)).toBe('carried')
  expect(await hall.refused('liang', { kind: 'openItem', itemId: second!.id, because: '接着议。' })).toMatchObject({
    code: 'council-charter-stale',
    articleAt: `/council/${councilId}/charter#change`,
  })
  await hall.does('liang', { kind: 'close' })
  expect(await stateOf(second!.motion!.id)).toBe('admitted')

  // The version carried is in force some days later, and not before.
  const inForce = async () => (await town.anonymous.call(charter.readCharter, { params: { councilId } })).version.number
  expect(await inForce()).toBe(1)
  town.at(new Date(town.now().getTime() + 40 * 86_400_000))
  expect(await inForce()).toBeGreaterThan(1)
})

test('a delegate who is paid by the organ concerned supports its motion neither as a delegate nor as a neighbour', async () => {
  const provider = organId(town.street.id, 'provider')
  await town.as('guoLei').call(interests.declareInterest, { body: { kind: 'paidBy', organId: provider, party: null } })
  const { id: motionId } = await town
    .as('chen')
    .call(motions.writeMotion, { params: { councilId: town.councilId }, body: draft({ aboutOrganId: provider, byDay: '2027-12-01' }) })
  await town.as('chen').call(motions.seekSupport, { params: { motionId }, body: {} })
  await town.deed((deed) =>
    keepLevel(deed, {
      personId: town.idOf('guoLei'),
      level: 'attested',
      communityId: communityId(deed.street.id, 'songbai'),
      confirmerPost: null,
    }),
  )
  const article = { code: 'council-interest', articleAt: `/council/${town.councilId}/charter#interest` }
  const of = { params: { motionId } }
  expect(await town.as('guoLei').refused(motions.cosignMotion, { ...of, body: { sign: true } })).toMatchObject(article)
  expect(await town.as('guoLei').refused(motions.supportMotion, { ...of, body: { support: true } })).toMatchObject(article)
})

test('a draft, and one withdrawn before anybody saw it, has no chain for others', async () => {
  const { id: motionId } = await town.as('chen').call(motions.writeMotion, { params: { councilId: town.councilId }, body: draft() })
  expect((await town.anonymous.refused(readChain, { params: { motionId } })).code).toBe('no-motion')
  await withdraw('chen', motionId)
  expect((await town.anonymous.refused(readChain, { params: { motionId } })).code).toBe('no-motion')
})

test('a carried exclusion ends the term it names; the delegate concerned stands aside before', async () => {
  const { seated } = await town.as('zhou').call(motions.readMotionRules, { params: { councilId: town.councilId } })
  const concerned = seated.find(({ name }) => name === cast.panHui.name)!
  const write = (excludedTermId: string | null) =>
    town.as('zhou').call(motions.writeMotion, {
      params: { councilId: town.councilId },
      body: draft({ kind: 'exclusion', exemptAs: 'safety', byDay: '2027-12-01', excludedTermId }),
    })
  const { id: unnamed } = await write(null)
  expect((await town.as('zhou').refused(motions.fileMotion, { params: { motionId: unnamed }, body: {} })).errors).toMatchObject([
    { path: 'excludedTermId' },
  ])
  const { id: motionId } = await write(concerned.termId)
  await town.as('zhou').call(motions.fileMotion, { params: { motionId }, body: {} })
  expect((await town.anonymous.call(motions.readMotion, { params: { motionId } })).excluded).toEqual({
    termId: concerned.termId,
    name: cast.panHui.name,
  })
  expect(await town.as('panHui').refused(motions.cosignMotion, { params: { motionId }, body: { sign: true } })).toMatchObject({
    code: 'council-interest',
    articleAt: `/council/${town.councilId}/charter#interest`,
  })
  const inOffice = (day?: string) =>
    town.deed(async (deed) => (await delegatesInOffice(deed, town.councilId, day)).some(({ termId }) => termId === concerned.termId))
  const tomorrow = addDays(await town.deed((deed) => Promise.resolve(today(deed))), 1)
  expect(await inOffice(tomorrow)).toBe(true)
  await town.deed(async (deed) => {
    await changeMotion(deed, motionId, { state: 'putToVote' })
    await settleMotion(deed, motionId, { kind: 'carried', meetingId: null, figures: {} })
  })
  expect(await inOffice(tomorrow)).toBe(false)
  expect(await town.rows('select ended_because from seat_term where id = $1', [concerned.termId])).toEqual([{ ended_because: 'excluded' }])
})
