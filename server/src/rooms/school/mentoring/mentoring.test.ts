import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { enterPaperConsent, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import {
  answerPair,
  enterAnswer,
  enterMentoring,
  offerMentoring,
  readMentoring,
  readMentoringDesk,
  readMentoringFigures,
  readMyMentoring,
  readProposal,
  sendProposal,
  stepPair,
  withdrawMentoring,
} from '@ronghe/contract/school/mentoring.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { engagementsBetween } from '../../programme/engagements.ts'
import { freeze } from '../../../platform/privacy/frozen-figures.ts'
import { mentoringFigures } from './mentoring-figures.ts'
import { mentoringKeeper } from './mentoring.keeper.ts'
import { expireProposals } from './proposals.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const consentVersion = consentTexts.mentoring.version
const printing = {
  skills: ['printing' as const],
  languages: ['mandarin' as const, 'honghu' as const],
  times: ['weekdayEvening' as const, 'weekendMorning' as const],
  places: 1,
}
const offer = (who: CastKey, side: 'mentor' | 'learner', change: object = {}) =>
  town.as(who).call(offerMentoring, { body: { ...printing, side, organId: null, consentVersion, ...change } })
const pairOf = async (who: CastKey) => (await town.as(who).call(readMyMentoring)).pairs[0]!
/** Puts two together and lets both say yes. */
async function agreedPair(mentor: CastKey, learner: CastKey): Promise<string> {
  await offer(mentor, 'mentor')
  await offer(learner, 'learner')
  await town.as('suMin').call(sendProposal)
  const { id } = await pairOf(learner)
  for (const who of [mentor, learner]) await town.as(who).call(answerPair, { params: { pairId: id }, body: { yes: true } })
  return id
}
const clear = () => town.rows('delete from mentoring_pair; delete from mentoring_profile; delete from engagement')

test('without the consent nothing is kept; one does not come with the other', async () => {
  const body = { ...printing, side: 'learner' as const, organId: null }
  expect(await town.as('zhou').refused(offerMentoring, { body })).toMatchObject({ code: 'consent-needed' })
  expect((await town.as('zhou').call(readMyMentoring)).consent.given).toBe(false)
  await town.as('zhou').call(offerMentoring, { body: { ...body, consentVersion } })
  expect((await town.as('zhou').call(readMyMentoring)).profiles).toMatchObject([{ side: 'learner', waiting: true, channel: 'phone' }])
  await town.as('zhou').call(withdrawConsent, { params: { purpose: 'mentoring' } })
  // What rested on the consent is gone with it.
  expect((await town.as('zhou').call(readMyMentoring)).profiles).toEqual([])
  expect(await town.as('zhou').refused(offerMentoring, { body })).toMatchObject({ code: 'consent-needed' })
  await clear()
})

test('a pair is proposed with its reasons, and the other one has no name until both have said yes', async () => {
  await offer('dengKai', 'mentor', { organId: organId(town.street.id, 'printWorks') })
  await offer('zhou', 'learner')
  await offer('smith', 'learner', { languages: ['english'] })
  const proposed = await town.as('suMin').call(readProposal)
  expect(proposed.pairs).toMatchObject([{ why: { skill: 'printing', languages: ['honghu', 'mandarin'] } }])
  expect(proposed.without).toMatchObject([{ reason: 'language' }])
  expect(await town.as('suMin').call(sendProposal)).toEqual(proposed)
  expect(await town.as('suMin').refused(sendProposal)).toMatchObject({ code: 'mentoring-nobody-fits' })

  const seen = await pairOf('zhou')
  expect(seen).toMatchObject({
    state: 'proposed',
    side: 'learner',
    other: { name: null, organ: { en: 'Jingchu Colour Printing Works' } },
    may: ['answer'],
  })
  await town.as('zhou').call(answerPair, { params: { pairId: seen.id }, body: { yes: true } })
  expect(await pairOf('zhou')).toMatchObject({ state: 'proposed', saidYes: true, other: { name: null }, may: [] })
  expect(await town.as('zhou').refused(stepPair, { params: { pairId: seen.id }, body: { step: 'goal', words: '会换版' } })).toMatchObject({
    code: 'mentoring-not-agreed',
  })
  const agreed = await town.as('dengKai').call(answerPair, { params: { pairId: seen.id }, body: { yes: true } })
  expect(agreed).toMatchObject({ state: 'agreed', agreedOn: '2026-11-23' })
  expect(agreed.other.name).not.toBeNull()
  expect((await pairOf('zhou')).other.name).toBe('邓凯')
  // Who looked at whose name is kept and shown.
  const looks = await town.rows<{ purpose: string }>('select purpose from access_log where person_id = $1', [town.idOf('zhou')])
  expect(looks.map(({ purpose }) => purpose)).toContain('mentoringPair')
  // The public page knows the skill and the organ, and nobody.
  const offered = await town.anonymous.call(readMentoring)
  expect(offered.offered).toMatchObject([{ skill: 'printing', organs: [{ en: 'Jingchu Colour Printing Works' }] }])
  expect(JSON.stringify(offered)).not.toContain('邓凯')
  expect(offered.organs.length).toBeGreaterThan(3)
  const branches = await town.rows<{ id: string }>(`select id from organ where kind = 'branch'`)
  expect(offered.organs.filter(({ id }) => branches.some((branch) => branch.id === id))).toEqual([])
  await clear()
})

test('three goals in their own words, sealed; meetings stand in both calendars; closing calls off what was to come', async () => {
  const pairId = await agreedPair('dengKai', 'zhou')
  const take = (body: object) => town.as('zhou').call(stepPair, { params: { pairId }, body: body as never })
  for (const words of ['会换版', '会调墨', '会看样']) await take({ step: 'goal', words })
  expect(await town.as('zhou').refused(stepPair, { params: { pairId }, body: { step: 'goal', words: '第四个' } })).toMatchObject({
    code: 'mentoring-goals-enough',
  })
  const [row] = await town.rows<{ words_sealed: Buffer }>('select words_sealed from mentoring_goal')
  expect(row!.words_sealed.toString('utf8')).not.toMatch(/会/)
  const met = { step: 'meet', from: '2026-11-25T19:00:00+08:00', until: '2026-11-25T20:00:00+08:00', place: '榕树路5号门口' }
  const planned = await take(met)
  expect(planned.meetings).toMatchObject([{ place: '榕树路5号门口', state: 'planned' }])
  const busy = (who: CastKey) =>
    town.deed((deed) => engagementsBetween(deed, town.idOf(who), new Date('2026-11-25T00:00:00Z'), new Date('2026-11-30T00:00:00Z')))
  expect([(await busy('zhou')).length, (await busy('dengKai')).length]).toEqual([1, 1])
  expect((await busy('zhou'))[0]!.place).toBeNull()
  expect(await town.as('zhou').refused(stepPair, { params: { pairId }, body: met as never })).toMatchObject({ code: 'mentoring-busy' })
  expect(
    await town.as('dengKai').refused(stepPair, { params: { pairId }, body: { step: 'held', meeting: planned.meetings[0]!.id } }),
  ).toMatchObject({ code: 'mentoring-meeting-to-come' })
  await take({ step: 'goalReached', goal: planned.goals[0]!.id, reached: true })
  const closed = await town.as('dengKai').call(stepPair, { params: { pairId }, body: { step: 'close', because: 'reached' } })
  expect(closed).toMatchObject({ state: 'closed', because: 'reached', meetings: [{ state: 'calledOff' }], may: [] })
  expect(await busy('zhou')).toEqual([])
  // What was learned is no wish any more; whoever showed it can show it to the next.
  expect((await town.as('zhou').call(readMyMentoring)).profiles).toEqual([])
  expect((await town.as('dengKai').call(readMyMentoring)).profiles[0]).toMatchObject({ waiting: true })
  expect(await town.as('zhou').refused(stepPair, { params: { pairId }, body: { step: 'another' } })).toMatchObject({
    code: 'mentoring-not-agreed',
  })
  await clear()
})

test('somebody else without a reason: both wait again, and the same two are never proposed twice', async () => {
  const pairId = await agreedPair('dengKai', 'zhou')
  await town.as('zhou').call(stepPair, { params: { pairId }, body: { step: 'another' } })
  expect((await town.as('zhou').call(readMyMentoring)).profiles[0]).toMatchObject({ waiting: true })
  expect((await town.as('suMin').call(readProposal)).pairs).toEqual([])
  await offer('heDali', 'mentor')
  expect((await town.as('suMin').call(readProposal)).pairs).toHaveLength(1)
  await clear()
})

test('a no needs no reason and is not told as such; an unanswered question is taken back after the days of the settings', async () => {
  await offer('dengKai', 'mentor')
  await offer('zhou', 'learner')
  await town.as('suMin').call(sendProposal)
  const { id, answerBy } = await pairOf('zhou')
  expect(answerBy).toBe('2026-11-30')
  expect(await town.as('dengKai').call(answerPair, { params: { pairId: id }, body: { yes: false } })).toMatchObject({ state: 'declined' })
  expect(await town.as('zhou').refused(answerPair, { params: { pairId: id }, body: { yes: true } })).toMatchObject({
    code: 'mentoring-answered',
  })
  await offer('heDali', 'mentor')
  await town.as('suMin').call(sendProposal)
  town.at('2026-12-01T09:00:00+08:00')
  await town.deed(expireProposals)
  expect(await pairOf('heDali')).toMatchObject({ state: 'expired', may: [] })
  town.at('2026-11-23T09:00:00+08:00')
  await clear()
})

test('who cannot write on a phone takes part on paper and is asked by the school', async () => {
  await offer('zhou', 'learner')
  const body = { ...printing, side: 'mentor' as const, organId: null, personId: town.idOf('auntHuang'), consentVersion }
  await town.as('suMin').call(enterMentoring, { body })
  await town.as('suMin').call(sendProposal)
  const desk = await town.as('suMin').call(readMentoringDesk)
  expect(desk.pairs).toMatchObject([{ state: 'proposed', onPaper: [{ side: 'mentor', name: expect.any(String), saidYes: false }] }])
  expect(JSON.stringify(desk)).not.toContain(town.idOf('zhou'))
  const params = { pairId: desk.pairs[0]!.id }
  expect(await town.as('suMin').refused(enterAnswer, { params, body: { side: 'learner', yes: true } })).toMatchObject({
    code: 'mentoring-answers-oneself',
  })
  await town.as('suMin').call(enterAnswer, { params, body: { side: 'mentor', yes: true } })
  expect(await town.as('zhou').call(answerPair, { params, body: { yes: true } })).toMatchObject({ state: 'agreed' })
  // The paper's consent is one like any other: given on paper, known to the person.
  const [consent] = await town.rows('select channel from consent where person_id = $1 and purpose = $2', [
    town.idOf('auntHuang'),
    'mentoring',
  ])
  expect(consent).toMatchObject({ channel: 'desk-paper' })
  expect(enterPaperConsent.post).toBe('people.register')
  await clear()
})

test('others have no way in: not the desk of another organ, not a stranger to the pair, not bad input', async () => {
  const pairId = await agreedPair('dengKai', 'zhou')
  for (const who of ['chen', 'dengKai', 'heMin', 'officerLin', 'luMeng'] as const)
    for (const operation of [readMentoringDesk, readProposal, sendProposal])
      expect(await town.as(who).refused(operation)).toMatchObject({ code: 'not-permitted' })
  expect(await town.as('chen').refused(stepPair, { params: { pairId }, body: { step: 'another' } })).toMatchObject({
    code: 'no-mentoring-pair',
  })
  expect(await town.as('chen').refused(answerPair, { params: { pairId }, body: { yes: true } })).toMatchObject({
    code: 'no-mentoring-pair',
  })
  expect(await town.anonymous.refused(readMyMentoring)).toMatchObject({ code: 'sign-in-first' })
  expect(
    await town
      .as('chen')
      .refused(offerMentoring, { body: { ...printing, side: 'mentor', skills: [] as never, organId: null, consentVersion } }),
  ).toMatchObject({ code: 'fields' })
  const branch = organId(town.street.id, 'branch')
  expect(
    await town.as('chen').refused(offerMentoring, { body: { ...printing, side: 'mentor', organId: branch, consentVersion } }),
  ).toMatchObject({ code: 'fields', errors: [{ path: 'organId' }] })
  await town.as('zhou').call(withdrawMentoring, { params: { side: 'learner' } })
  expect(await town.as('zhou').refused(withdrawMentoring, { params: { side: 'learner' } })).toMatchObject({ code: 'no-mentoring-profile' })
  expect(await pairOf('zhou')).toMatchObject({ state: 'agreed' })
  await clear()
})

test('figures are of finished years, between groups in total only, and few are not shown', async () => {
  await agreedPair('dengKai', 'yeLan')
  await town.rows(`update mentoring_pair set closed_on = '2026-12-01', state = 'closed', because = 'reached'`)
  town.at('2027-01-04T09:00:00+08:00')
  await town.deed((deed) => freeze(deed, mentoringFigures))
  const few = { kind: 'few' }
  expect(await town.anonymous.call(readMentoringFigures, { query: { year: 2026 } })).toEqual({
    agreed: few,
    mixed: few,
    sameGroup: few,
    unstated: few,
    reached: few,
  })
  const [{ counts }] = (await town.rows<{ counts: { mixed: number[] } }>(
    `select counts from frozen_figure where figure = 'school.mentoring'`,
  )) as [{ counts: { mixed: number[] } }]
  expect(counts.mixed).toEqual([1, 0])
  town.at('2026-11-23T09:00:00+08:00')
  await clear()
})

test('my data: a copy of it, and when somebody is erased the pair goes whole', async () => {
  const pairId = await agreedPair('dengKai', 'zhou')
  await town.as('zhou').call(stepPair, { params: { pairId }, body: { step: 'goal', words: '会换版' } })
  await town.deed(async (deed) => {
    const me = town.idOf('zhou')
    expect(await mentoringKeeper.open(deed, me)).toMatchObject([{ kind: 'mentoringPair', becomes: 'ends' }])
    expect(await mentoringKeeper.export(deed, me)).toMatchObject({ mentoring: { pairs: [{ goals: [{ words: '会换版' }] }] } })
    await mentoringKeeper.forget(deed, me)
    expect(await mentoringKeeper.export(deed, me)).toEqual({})
  })
  expect(await town.rows('select 1 from mentoring_goal')).toEqual([])
  expect((await town.as('dengKai').call(readMyMentoring)).profiles[0]).toMatchObject({ waiting: true })
  await clear()
})
