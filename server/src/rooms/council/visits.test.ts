import { randomUUID } from 'node:crypto'
import {
  listVisits,
  readVisit,
  readVisitForm,
  readVisitPlan,
  readVisitWords,
  saveVisit,
  withdrawVisitWords,
} from '@ronghe/contract/council/visits.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { listCarried, readByCode } from '@ronghe/contract/programme/concerns.ts'
import { laneId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimCode } from '../../platform/codes.ts'
import { forgetOld } from '../../platform/privacy/forget-old.ts'
import { openCouncil, type CouncilTown } from './testing.ts'
import { eraseVisitWords } from './visit-words.ts'

let town: CouncilTown
let params: { councilId: string }
beforeAll(async () => {
  town = await openCouncil()
  params = { councilId: town.councilId }
})
afterAll(() => town.close())

const consentVersion = consentTexts.visitWords.version
const time = '2026-11-23T01:00:00.000Z'
const times = { laneId: time, onDay: time, part: time, topics: time, seen: time }
const partsIn = (lane: 'laneThree' | 'laneFive' | 'banyanLane') => ({
  laneId: laneId(town.street.id, lane),
  onDay: '2026-11-22',
  part: 'evening' as const,
  topics: ['safety'],
  seen: '巷口第二盏路灯不亮。',
})
const termOf = async (who: 'zhou' | 'uncleHuang' | 'liZhiqiang') => (await town.as(who).call(readVisitForm, { params })).ownTerm!
const visitOf = async (who: 'zhou' | 'uncleHuang', lane: 'laneThree' | 'laneFive' = 'laneThree') => ({
  id: randomUUID(),
  base: null,
  parts: partsIn(lane),
  times,
  delegates: [await termOf(who)],
})

test('a visit sent twice by a phone with a bad line is one visit, its words and concerns once', async () => {
  const [wordsCode, concernCode] = [claimCode(), claimCode()]
  const body = {
    ...(await visitOf('zhou')),
    words: [{ id: randomUUID(), words: '下夜班回来，这条巷子黑得怕人。', consentVersion, code: wordsCode }],
    concerns: [{ id: randomUUID(), topic: 'safety', words: '三号巷路灯修一修。', authorAgreed: true as const, code: concernCode }],
  }
  const kept = await town.as('zhou').call(saveVisit, { params, body, key: 'first-attempt' })
  const again = await town.as('zhou').call(saveVisit, { params, body, key: 'second-attempt' })
  expect(again).toEqual(kept)
  expect(kept).toMatchObject({
    edit: 1,
    concerns: 1,
    unsettled: false,
    delegates: [{ bench: 'newcomers' }],
    words: [{ deletedOn: '2027-11-22' }],
  })
  // The concern is a concern like every other: its author follows it with the code on the slip, the delegate sees that it was carried.
  expect(await town.anonymous.call(readByCode, { body: { code: concernCode } })).toMatchObject({
    words: '三号巷路灯修一修。',
    channel: 'homeVisit',
  })
  expect((await town.as('zhou').call(listCarried, {})).items.map(({ id }) => id)).toContain(body.concerns[0]!.id)
  // The words: read and taken back with the code, and a phone that sends them again does not bring them back.
  expect(await town.anonymous.call(readVisitWords, { body: { code: wordsCode } })).toMatchObject({ saidOn: '2026-11-22', consentVersion })
  await town.anonymous.call(withdrawVisitWords, { body: { code: wordsCode } })
  expect(await town.anonymous.refused(readVisitWords, { body: { code: wordsCode } })).toMatchObject({ code: 'no-visit-words' })
  expect((await town.as('zhou').call(saveVisit, { params, body, key: 'third-attempt' })).words).toEqual([])
  expect(await town.rows('select 1 from visit_words')).toEqual([])
})

test('words lie sealed and go after twelve months; a restore forgets withdrawn ones again', async () => {
  const code = claimCode()
  const body = { ...(await visitOf('zhou')), words: [{ id: randomUUID(), words: '绝不外传的原话', consentVersion, code }] }
  await town.as('zhou').call(saveVisit, { params, body })
  const [row] = await town.rows<{ words_sealed: Buffer; id: string }>('select * from visit_words')
  expect(row!.words_sealed.toString('utf8')).not.toContain('原话')
  town.at('2027-11-24T03:00:00+08:00')
  await town.deed(forgetOld)
  expect(await town.rows('select 1 from visit_words')).toEqual([])
  town.at('2026-11-23T09:00:00+08:00')
  await town.as('zhou').call(saveVisit, { params, body, key: 'once-more-after' })
  await town.deed((deed) => eraseVisitWords(deed, row!.id))
  expect(await town.rows('select 1 from visit_words')).toEqual([])
})

test('two delegates who went together change one visit without a line: both edits are kept and the conflict shown', async () => {
  const [zhou, huang] = [await termOf('zhou'), await termOf('uncleHuang')]
  const body = { ...(await visitOf('zhou', 'laneFive')), delegates: [zhou, huang] }
  const { edit, parts, times: when } = await town.as('zhou').call(saveVisit, { params, body })
  const base = { edit, parts, times: when, aside: [] }
  const later = (hour: string) => ({ ...when, seen: `2026-11-23T0${hour}:30:00.000Z`, topics: `2026-11-23T0${hour}:30:00.000Z` })
  await town.as('uncleHuang').call(saveVisit, {
    params,
    body: { ...body, base, parts: { ...parts, seen: '路灯两盏不亮。', topics: ['safety', 'environment'] }, times: later('3') },
  })
  const both = await town.as('zhou').call(saveVisit, {
    params,
    body: { ...body, base, parts: { ...parts, seen: '楼道堆了杂物。' }, times: { ...when, seen: '2026-11-23T02:30:00.000Z' } },
  })
  expect(both.parts).toMatchObject({ seen: '路灯两盏不亮。', topics: ['safety', 'environment'] })
  expect(both).toMatchObject({ unsettled: true, aside: [{ part: 'seen', value: '楼道堆了杂物。' }] })
  const settled = await town.as('uncleHuang').call(saveVisit, {
    params,
    body: { ...body, base: { ...both }, parts: { ...both.parts, seen: '路灯两盏不亮，楼道堆了杂物。' }, times: both.times, aside: [] },
  })
  expect(settled).toMatchObject({ unsettled: false, parts: { seen: '路灯两盏不亮，楼道堆了杂物。' } })
})

test('the clerk enters a visit from paper; it counts like every other in the plan of lanes', async () => {
  const body = { ...(await visitOf('uncleHuang')), parts: partsIn('banyanLane') }
  expect(await town.as('jiangWen').call(saveVisit, { params, body })).toMatchObject({ fromPaper: true })
  const { items } = await town.anonymous.call(readVisitPlan, { params })
  const of = (lane: 'banyanLane' | 'ferryLane') => items.find(({ laneId: id }) => id === laneId(town.street.id, lane))
  expect(of('banyanLane')).toMatchObject({ visits: 1, lastOn: '2026-11-22', benches: ['locals'] })
  expect(of('ferryLane')).toMatchObject({ visits: 0, lastOn: null })
  expect(items[0]!.visits).toBe(0)
  expect(JSON.stringify(items)).not.toMatch(/路灯|原话/)
})

test('who did not go, who is no delegate and who looks in from outside are refused', async () => {
  const body = await visitOf('zhou')
  expect(await town.as('liZhiqiang').refused(saveVisit, { params, body })).toMatchObject({
    code: 'council-visit-not-yours',
    article: expect.any(String),
  })
  await town.as('zhou').call(saveVisit, { params, body })
  expect(
    await town.as('liZhiqiang').refused(saveVisit, { params, body: { ...body, delegates: [await termOf('liZhiqiang')] } }),
  ).toMatchObject({
    code: 'council-visit-not-yours',
  })
  for (const who of ['chen', 'officerLin', 'directorHe'] as const) {
    expect(await town.as(who).refused(saveVisit, { params, body })).toMatchObject({ code: 'council-not-delegate' })
    expect(await town.as(who).refused(listVisits, { params })).toMatchObject({ code: 'council-not-delegate' })
    expect(await town.as(who).refused(readVisit, { params: { ...params, visitId: body.id } })).toMatchObject({
      code: 'council-not-delegate',
    })
  }
})

test('a day to come, a lane of nowhere, a consent nobody read and a broken code are refused field by field', async () => {
  const body = await visitOf('zhou')
  const zhou = town.as('zhou')
  expect(await zhou.refused(saveVisit, { params, body: { ...body, parts: { ...body.parts, onDay: '2026-11-24' } } })).toMatchObject({
    errors: [{ path: 'parts.onDay', code: 'day-to-come' }],
  })
  expect(await zhou.refused(saveVisit, { params, body: { ...body, parts: { ...body.parts, laneId: randomUUID() } } })).toMatchObject({
    errors: [{ path: 'parts.laneId' }],
  })
  const words = [{ id: randomUUID(), words: '话', consentVersion: '1999-01', code: claimCode() }]
  expect(await zhou.refused(saveVisit, { params, body: { ...body, words } })).toMatchObject({ code: 'council-visit-consent-old' })
  expect(
    await zhou.refused(saveVisit, { params, body: { ...body, words: [{ ...words[0]!, consentVersion, code: 'AAAA-BBBB-CCCC-DDDE' }] } }),
  ).toMatchObject({ errors: [{ path: 'words.0.code' }] })
})
