import * as care from '@ronghe/contract/volunteers/care.ts'
import { cancelShift, changeShift } from '@ronghe/contract/volunteers/activities.ts'
import { leaveShift } from '@ronghe/contract/volunteers/sign-ups.ts'
import { listAccess } from '@ronghe/contract/people/access.ts'
import { withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { listMessages } from '@ronghe/contract/people/messages.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { communityId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { shift, team } from '../rounds.testing.ts'

let town: Town
let teamId: string
let shiftId: string
let recipientId: string
const consentVersion = consentTexts.careVisits.version

beforeAll(async () => {
  town = await openTown()
  teamId = await team(town, 'corps', '服务队队长')
})

/** Each test begins with one shift, two or three people on it, and one wish. */
beforeEach(async () => {
  town.at(monday)
  for (const table of ['care_worry', 'care_visit', 'care_recipient', 'sign_up', 'engagement', 'shift', 'activity', 'access_log', 'consent'])
    await town.rows(`delete from ${table}`)
  await town.rows("delete from counter where name = 'care-recipient'")
  shiftId = await shift(town, 'qinYuelan', {
    teamId,
    kind: 'care',
    startsAt: '2026-11-23T15:00:00+08:00',
    endsAt: '2026-11-23T17:00:00+08:00',
    who: ['chen', 'liuFang', 'smith'],
  })
  recipientId = (await town.as('auntHuang').call(care.askForVisits, { body: wish() })).id
})
afterAll(() => town.close())

const wish = () => ({
  address: '榕树巷2号301',
  communityId: communityId(town.street.id, 'rongshu'),
  rhythm: 'weekly' as const,
  consentVersion,
})
const plan = (pair: readonly [CastKey, CastKey] = ['chen', 'liuFang']) => ({
  body: { recipientId, shiftId, pair: [town.idOf(pair[0]), town.idOf(pair[1])] as [string, string] },
})
const planned = async () => ({ visitId: (await town.as('shiHui').call(care.planVisit, plan())).id })
const templates = async (who: CastKey) => (await town.as(who).call(listMessages, { query: {} })).items.map(({ text }) => text)

test('name and door are there at the borders of the two hours and nowhere outside; the person visited sees who looked', async () => {
  const params = await planned()
  expect((await town.as('chen').call(care.listMyVisits, {})).items).toMatchObject([{ community: { 'zh-CN': '榕树头社区' }, may: [] }])
  for (const [moment, seen] of [
    ['2026-11-23T12:59:59.999+08:00', false],
    ['2026-11-23T13:00:00+08:00', true],
    ['2026-11-23T19:00:00+08:00', true],
    ['2026-11-23T19:00:00.001+08:00', false],
  ] as const) {
    town.at(moment)
    if (seen) expect(await town.as('chen').call(care.openMyVisit, { params })).toMatchObject({ name: '黄美珍', address: '榕树巷2号301' })
    else expect(await town.as('chen').refused(care.openMyVisit, { params })).toMatchObject({ code: 'volunteers-care-not-now' })
  }
  const looks = (await town.as('auntHuang').call(listAccess, { query: {} })).items
  expect(looks.filter(({ purpose }) => purpose === 'careVisit')).toHaveLength(2)
})

test('only the pair: not a third on the same shift, not the team’s leader, not somebody who gave the place back', async () => {
  const params = await planned()
  town.at('2026-11-23T15:30:00+08:00')
  for (const who of ['smith', 'qinYuelan', 'luMeng', 'shiHui', 'heMin'] as const)
    expect(await town.as(who).refused(care.openMyVisit, { params })).toMatchObject({ code: 'no-care-visit' })
  await town.as('liuFang').call(leaveShift, { params: { shiftId } })
  expect(await town.as('liuFang').refused(care.openMyVisit, { params })).toMatchObject({ code: 'no-care-visit' })
})

test('when one of the two gives the place back nobody goes alone: the coordinator is told and finds another', async () => {
  const params = await planned()
  town.at('2026-11-23T13:30:00+08:00')
  expect(await town.as('chen').call(care.openMyVisit, { params })).toMatchObject({ name: '黄美珍' })
  await town.as('liuFang').call(leaveShift, { params: { shiftId } })
  expect(await town.as('chen').refused(care.openMyVisit, { params })).toMatchObject({ code: 'volunteers-care-not-alone' })
  expect((await town.as('chen').call(care.listMyVisits, {})).items).toMatchObject([{ paired: false, may: [] }])
  await town.drain(['volunteers.care.missed'])
  expect((await town.as('shiHui').call(care.listAlerts, {})).items).toMatchObject([{ kind: 'noPair' }])
  await town.as('shiHui').call(care.planVisit, plan(['chen', 'smith']))
  expect((await town.as('shiHui').call(care.listAlerts, {})).items).toEqual([])
  expect(await town.as('smith').call(care.openMyVisit, { params })).toMatchObject({ name: '黄美珍' })
  expect(await town.as('liuFang').refused(care.openMyVisit, { params })).toMatchObject({ code: 'no-care-visit' })
})

test('a visit moves with its shift, and so do the two hours; a shift called off is the coordinator’s matter', async () => {
  const params = await planned()
  const body = { startsAt: '2026-11-23T18:00:00+08:00', endsAt: '2026-11-23T20:00:00+08:00', minimum: 2, maximum: 6 }
  await town.as('qinYuelan').call(changeShift, { params: { shiftId }, body })
  town.at('2026-11-23T15:59:59+08:00')
  expect(await town.as('chen').refused(care.openMyVisit, { params })).toMatchObject({ code: 'volunteers-care-not-now' })
  town.at('2026-11-23T16:00:00+08:00')
  await town.as('chen').call(care.openMyVisit, { params })
  await town.as('qinYuelan').call(cancelShift, { params: { shiftId }, body: { reason: '下大雨' } })
  await town.drain(['volunteers.care.missed'])
  expect((await town.as('shiHui').call(care.listAlerts, {})).items).toMatchObject([{ kind: 'noPair' }])
})

test('a pair is two adults of the shift', async () => {
  const refusal = (pair: readonly [CastKey, CastKey]) => town.as('shiHui').refused(care.planVisit, plan(pair))
  expect(await refusal(['chen', 'chen'])).toMatchObject({ code: 'volunteers-care-pair' })
  expect(await refusal(['chen', 'uncleHuang'])).toMatchObject({ code: 'volunteers-care-pair' })
  await planned()
  expect(await town.as('shiHui').refused(care.planVisit, { ...plan() })).toMatchObject({
    code: 'volunteers-care-planned-already',
  })
})

test('a record is one of three words: anything else, a word about health too, is refused or dropped', async () => {
  const params = await planned()
  expect(await town.as('chen').refused(care.recordVisit, { params, body: { outcome: 'seenWell' } })).toMatchObject({
    code: 'volunteers-care-not-now',
  })
  town.at('2026-11-23T15:00:00+08:00')
  expect(await town.as('chen').refused(care.recordVisit, { params, body: { outcome: 'ill' as 'seenWell' } })).toMatchObject({ status: 422 })
  const note = { outcome: 'seenWell', note: '血压高' } as { outcome: 'seenWell' }
  expect(await town.as('chen').call(care.recordVisit, { params, body: note })).toMatchObject({ outcome: 'seenWell' })
  const columns = await town.rows<{ column_name: string }>(
    "select column_name from information_schema.columns where table_name = 'care_visit' and data_type in ('text', 'bytea', 'jsonb')",
  )
  expect(columns.map(({ column_name }) => column_name).toSorted()).toEqual(['alert', 'channel', 'help_kind', 'help_number', 'outcome'])
})

test('nobody met: the coordinator is told at once, their superior after an hour, the street after two; settled, nobody any more', async () => {
  const params = await planned()
  town.at('2026-11-23T15:20:00+08:00')
  const before = (await templates('shiHui')).length
  await town.as('chen').call(care.recordVisit, { params, body: { outcome: 'notMet' } })
  expect((await templates('shiHui')).length).toBe(before + 1)
  const [alert] = (await town.as('shiHui').call(care.listAlerts, {})).items
  expect(alert).toMatchObject({ number: 1, kind: 'notMet', level: 1 })
  expect(await town.as('liang').call(care.listAlerts, {})).toEqual({ items: [] })
  expect(await town.as('luMeng').refused(care.listAlerts, {})).toMatchObject({ status: 403 })
  const told = (await templates('liang')).length
  town.at('2026-11-23T16:19:59+08:00')
  await town.drain(['volunteers.care.missed'])
  expect((await templates('liang')).length).toBe(told)
  town.at('2026-11-23T16:20:00+08:00')
  await town.drain(['volunteers.care.missed'])
  expect((await templates('liang')).length).toBe(told + 1)
  expect((await town.as('liang').call(care.listAlerts, {})).items).toMatchObject([{ level: 2 }])
  await town.as('shiHui').call(care.settleAlert, { params, body: {} })
  town.at('2026-11-23T18:00:00+08:00')
  await town.drain(['volunteers.care.missed'])
  expect((await town.as('liang').call(care.listAlerts, {})).items).toEqual([])
  expect((await templates('liang')).length).toBe(told + 1)
})

test('a visit nobody wrote down raises an alert when the shift ends; written down in time it is settled', async () => {
  const params = await planned()
  town.at('2026-11-23T17:00:00+08:00')
  await town.drain(['volunteers.care.missed'])
  expect((await town.as('shiHui').call(care.listAlerts, {})).items).toEqual([])
  town.at('2026-11-23T17:00:01+08:00')
  await town.drain(['volunteers.care.missed'])
  expect((await town.as('shiHui').call(care.listAlerts, {})).items).toMatchObject([{ kind: 'missed' }])
  await town.as('liuFang').call(care.recordVisit, { params, body: { outcome: 'seenWell' } })
  expect((await town.as('shiHui').call(care.listAlerts, {})).items).toEqual([])
})

test('help that is needed is a case or a concern before it is settled; a paper record counts the same', async () => {
  const params = await planned()
  town.at('2026-11-23T18:00:00+08:00')
  await town.as('shiHui').call(care.recordFromPaper, { params, body: { outcome: 'needsHelp' } })
  expect(await town.as('shiHui').refused(care.settleAlert, { params, body: {} })).toMatchObject({ code: 'volunteers-care-which-case' })
  const help = { kind: 'concern' as const, number: 'YJ-2611-0001' }
  expect(await town.as('shiHui').call(care.settleAlert, { params, body: { help } })).toEqual({ items: [] })
})

test('withdrawing the consent removes the entry and its visits in the same moment, on the phone too', async () => {
  const params = await planned()
  town.at('2026-11-23T15:00:00+08:00')
  await town.as('auntHuang').call(withdrawConsent, { params: { purpose: 'careVisits' } })
  expect(await town.as('chen').refused(care.openMyVisit, { params })).toMatchObject({ code: 'no-care-visit' })
  expect((await town.as('shiHui').call(care.listRecipients, {})).items).toEqual([])
  for (const table of ['care_recipient', 'care_visit']) expect(await town.rows(`select 1 from ${table}`)).toEqual([])
})

test('the list has numbers and no names, opening one is shown to that person, and no operation makes a file of it', async () => {
  const { items } = await town.as('shiHui').call(care.listRecipients, {})
  expect(items).toMatchObject([{ number: 1, community: { 'zh-CN': '榕树头社区' } }])
  expect(JSON.stringify(items)).not.toMatch(/黄美珍|301|199/)
  await town.as('shiHui').call(care.openRecipient, { params: { recipientId } })
  expect((await town.as('auntHuang').call(listAccess, { query: {} })).items).toMatchObject([{ purpose: 'careRecipient' }])
  for (const who of ['luMeng', 'qinYuelan', 'heMin', 'officerLin', 'auntHuang'] as const) {
    expect(await town.as(who).refused(care.listRecipients, {})).toMatchObject({ status: 403 })
    expect(await town.as(who).refused(care.openRecipient, { params: { recipientId } })).toMatchObject({ status: 403 })
  }
  const operations = Object.values(care).filter((one): one is typeof care.listRecipients => typeof one === 'object' && 'path' in one)
  expect(operations.length).toBeGreaterThan(15)
  expect(operations.filter((one) => 'media' in one && one.media !== undefined)).toEqual([])
})

test('the family may ask, and nothing happens before the person signed', async () => {
  const body = {
    name: '冯老太',
    phone: '19900000065',
    address: '一号巷1号',
    communityId: communityId(town.street.id, 'songbai'),
    rhythm: 'weekly' as const,
  }
  const asked = await town.as('zhou').call(care.askForFamily, { body })
  expect(asked).toMatchObject({ state: 'asked', mine: false })
  recipientId = asked.id
  expect(await town.as('shiHui').refused(care.planVisit, plan())).toMatchObject({ code: 'volunteers-care-not-agreed' })
  const params = { recipientId }
  expect(await town.as('shiHui').call(care.enterAgreement, { params, body: { consentVersion, signed: true } })).toMatchObject({
    state: 'agreed',
  })
  const { items } = await town.as('zhou').call(care.readMyWish, {})
  expect(items).toMatchObject([{ mine: false, address: '' }])
  await town.as('shiHui').call(care.planVisit, plan())
})

test('an old text of the consent, a second entry and somebody else’s entry are refused', async () => {
  expect(await town.as('zhou').refused(care.askForVisits, { body: { ...wish(), consentVersion: '2020-01' } })).toMatchObject({
    code: 'consent-old-text',
  })
  expect(await town.as('auntHuang').refused(care.askForVisits, { body: wish() })).toMatchObject({ code: 'volunteers-care-already' })
  expect(await town.as('zhou').refused(care.takeBackWish, { params: { recipientId } })).toMatchObject({ code: 'no-care-recipient' })
  expect(await town.as('auntHuang').call(care.takeBackWish, { params: { recipientId } })).toEqual({ gone: true })
})

test('a worry about abuse is read by one post, at once, and the coordinator cannot tell that there is one', async () => {
  const params = await planned()
  town.at('2026-11-23T15:30:00+08:00')
  const before = [await templates('shiHui'), await town.as('shiHui').call(care.listAlerts, {})]
  const { readBy } = await town.as('chen').call(care.tellWorry, { params, body: { words: '手上有伤，不敢说话。' } })
  expect(readBy['zh-CN']).toContain('保护专员')
  expect([await templates('shiHui'), await town.as('shiHui').call(care.listAlerts, {})]).toEqual(before)
  for (const who of ['shiHui', 'luMeng', 'qinYuelan', 'officerLin', 'chen'] as const)
    expect(await town.as(who).refused(care.listWorries, {})).toMatchObject({ status: 403 })
  const { items } = await town.as('weiQing').call(care.listWorries, {})
  expect(items).toMatchObject([{ about: { name: '黄美珍' }, words: '手上有伤，不敢说话。', state: 'open', may: ['take'] }])
  const worry = { worryId: items[0]!.id }
  await town.as('weiQing').call(care.stepWorry, { params: worry, body: { step: 'take' } })
  expect(await town.as('weiQing').refused(care.stepWorry, { params: worry, body: { step: 'take' } })).toMatchObject({
    code: 'volunteers-care-worry-step',
  })
})
