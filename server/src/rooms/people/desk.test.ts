import { endAssisting, startAssisting } from '@ronghe/contract/people/assist.ts'
import { listAccess } from '@ronghe/contract/people/access.ts'
import { findPeople, openPerson, registerPerson } from '@ronghe/contract/people/desk.ts'
import { giveConsent } from '@ronghe/contract/people/consents.ts'
import { chooseGroup, correctMyData, readMyData } from '@ronghe/contract/people/my-data.ts'
import { listMessages } from '@ronghe/contract/people/messages.ts'
import { decideNumberChange, listNumberChanges, requestNumberChange } from '@ronghe/contract/people/number-changes.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { endSession, listSessions } from '@ronghe/contract/people/sessions.ts'
import { demoSecondFactor, giveSecondFactor } from '@ronghe/contract/people/second-factor.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { listMyConcerns, raiseConcern, readMyConcern } from '@ronghe/contract/programme/concerns.ts'
import { listMyAppointments } from '@ronghe/contract/station/appointments.ts'
import { listMyCases } from '@ronghe/contract/station/cases.ts'
import { listDrafts } from '@ronghe/contract/station/forms.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { requireSettledNumber } from './number-changes.ts'
import { newBrowser } from './testing.ts'

const town: Town = await openTown()
afterAll(() => town.close())
beforeEach(() => minutes(1))
const minutes = (n: number) => town.at(new Date(town.now().getTime() + n * 60_000))
const clerk = town.as('heMin')
const chen = town.idOf('chen')

async function clerkAtDesk() {
  const browser = newBrowser(town)
  await browser.signIn(cast.liTing.phone)
  const { code } = await browser.call(demoSecondFactor)
  await browser.call(giveSecondFactor, { body: { code } })
  return browser
}

test('a clerk finds somebody by the whole number or by name, covered, and the person sees it', async () => {
  const byPhone = await clerk.call(findPeople, { query: { phone: '199 0000 0001' } })
  expect(byPhone.items).toMatchObject([{ id: chen, name: '陈**', phone: '199****0001' }])
  expect((await clerk.call(findPeople, { query: { name: '国强' } })).items.map(({ id }) => id)).toEqual([chen])
  expect((await clerk.call(findPeople, { query: { name: 'cgq' } })).items.map(({ id }) => id)).toEqual([chen])
  const { items } = await town.as('chen').call(listAccess)
  expect(items[0]).toMatchObject({ purpose: 'search', post: { 'zh-CN': '2号窗口' }, organ: { 'zh-CN': '融合社区服务站' } })
})

test('half a number or an empty search finds nobody', async () => {
  expect((await clerk.refused(findPeople, { query: { phone: '1990000' } })).code).toBe('search-empty')
  expect((await clerk.refused(findPeople, { query: { name: '。' } })).code).toBe('search-empty')
  expect((await clerk.refused(findPeople)).code).toBe('search-empty')
})

test('uncovering a person is kept with its purpose; a resident may not', async () => {
  expect(await clerk.call(openPerson, { params: { personId: chen } })).toMatchObject({
    name: '陈国强',
    phone: '19900000001',
    residence: 'phone',
  })
  const { items } = await town.as('chen').call(listAccess)
  expect(items[0]).toMatchObject({ purpose: 'desk', purposeText: '在服务站当面办事' })
  expect((await town.as('auntHuang').refused(openPerson, { params: { personId: chen } })).code).toBe('not-permitted')
  expect((await town.as('auntHuang').call(listAccess)).items).toEqual([])
})

test('what a clerk finds in one street is not there in another', async () => {
  expect((await town.as('heMin', { street: town.otherStreet }).refused(openPerson, { params: { personId: chen } })).code).toBe('no-person')
})

test('somebody without a phone gets an account at the desk; a group cannot be entered for them', async () => {
  const { id } = await clerk.call(registerPerson, { body: { name: '谭阿婆', origin: 'paper', dialects: ['粤语'] } })
  expect((await clerk.call(openPerson, { params: { personId: id } })).dialects).toEqual(['粤语'])
  const { status } = await clerk.raw(registerPerson, { body: { name: '谭阿公', group: 'local' } as never })
  expect(status).toBe(422)
  expect((await clerk.refused(registerPerson, { body: { name: '又一个', phone: cast.chen.phone } })).code).toBe('number-taken')
  expect((await town.as('chen').refused(registerPerson, { body: { name: '某人' } })).code).toBe('not-permitted')
})

test('a clerk acts for Aunt Huang in one matter: she is told, her group and consents stay hers, and half an hour ends it', async () => {
  const browser = await clerkAtDesk()
  const auntHuang = town.idOf('auntHuang')
  const { until } = await browser.call(startAssisting, { params: { personId: auntHuang }, body: { matter: '登记住址' } })
  expect(new Date(until).getTime() - town.now().getTime()).toBe(30 * 60_000)
  expect((await browser.call(whoAmI)).person).toMatchObject({ id: auntHuang, session: 'assisted', matter: '登记住址', permissions: [] })
  await browser.call(correctMyData, { body: { address: '榕树巷 8 号' } })
  expect((await browser.refused(chooseGroup, { body: { choice: 'newcomer' } })).code).toBe('not-while-assisted')
  expect((await browser.refused(giveConsent, { params: { purpose: 'photos' }, body: { version: '2026-11' } })).code).toBe(
    'not-while-assisted',
  )

  await town.drain()
  expect(town.platform.sms.recent(town.street.id)[0]).toMatchObject({ to: cast.auntHuang.phone })
  expect(town.platform.sms.recent(town.street.id)[0]?.text).not.toMatch(/住址|服务站|李婷|黄/)
  expect((await town.as('auntHuang').call(listMessages)).items[0]?.text).toContain('登记住址')
  expect((await town.as('auntHuang').call(listAccess)).items[0]).toMatchObject({ purpose: 'assist' })

  town.at(new Date(town.now().getTime() + 31 * 60_000))
  expect((await browser.refused(readMyData)).code).toBe('sign-in-first')
  await browser.call(endAssisting)
  expect(browser.cookies.has('ronghe-assist')).toBe(false)
})

test('only the one matter chosen at the start is read or done; everything else of the person’s is refused and nothing changes', async () => {
  const browser = await clerkAtDesk()
  const personId = town.idOf('auntHuang')
  const { id: other } = await town.as('auntHuang').call(raiseConcern, { body: { words: '早先说过的一件事', topic: 'other' } })
  const begin = (matter: string, about: BodyOf<typeof startAssisting>['about']) =>
    browser.call(startAssisting, { params: { personId }, body: { matter, about } })

  await begin('登记住址', { kind: 'account' })
  await browser.call(correctMyData, { body: { address: '榕树巷 9 号' } })
  for (const operation of [listMyConcerns, listMyCases, listMessages, listAccess, listMyAppointments, listDrafts])
    expect((await browser.refused(operation)).code, operation.id).toBe('outside-the-matter')
  expect((await browser.refused(raiseConcern, { body: { words: '顺便再说一件', topic: 'other' } })).code).toBe('outside-the-matter')
  await browser.call(endAssisting)

  await begin('提一条意见', { kind: 'concern', concernId: null })
  const raised = await browser.call(raiseConcern, { body: { words: '路灯不亮', topic: 'safety' } })
  // From here on the concern just raised is the matter, and neither an earlier nor another new one.
  expect((await browser.call(readMyConcern, { params: { concernId: raised.id } })).words).toBe('路灯不亮')
  expect((await browser.refused(readMyConcern, { params: { concernId: other } })).code).toBe('outside-the-matter')
  expect((await browser.refused(raiseConcern, { body: { words: '再来一条', topic: 'other' } })).code).toBe('outside-the-matter')
  expect((await browser.refused(readMyData)).code).toBe('outside-the-matter')
  expect((await browser.call(whoAmI)).person?.about).toEqual({ kind: 'concern', concernId: raised.id })
  expect((await town.as('auntHuang').call(listMyConcerns)).items).toHaveLength(2)
  await browser.call(endAssisting)

  await begin('预约', { kind: 'visit' })
  expect((await browser.call(listMyAppointments)).items).toEqual([])
  expect((await browser.refused(readMyConcern, { params: { concernId: raised.id } })).code).toBe('outside-the-matter')
  await browser.call(endAssisting)
  // The person themselves reads everything as before.
  expect((await town.as('auntHuang').call(readMyConcern, { params: { concernId: other } })).words).toBe('早先说过的一件事')
})

test('the person can end it from their own phone, and the clerk is back at their own session', async () => {
  const browser = await clerkAtDesk()
  await browser.call(startAssisting, { params: { personId: town.idOf('auntHuang') }, body: { matter: '预约' } })
  const { items } = await town.as('auntHuang').call(listSessions)
  const assisted = items.find(({ kind }) => kind === 'assisted')!
  await town.as('auntHuang').call(endSession, { params: { sessionId: assisted.id } })
  expect((await browser.refused(readMyData)).code).toBe('sign-in-first')
  await browser.call(endAssisting)
  expect((await browser.call(whoAmI)).person?.id).toBe(town.idOf('liTing'))
  expect((await browser.refused(startAssisting, { params: { personId: town.idOf('liTing') }, body: { matter: '自己' } })).code).toBe(
    'assist-yourself',
  )
  expect(
    (await town.as('chen').refused(startAssisting, { params: { personId: town.idOf('auntHuang') }, body: { matter: '帮忙' } })).code,
  ).toBe('not-permitted')
})

test('a clerk whose post ends in the middle acts for nobody any more', async () => {
  const browser = await clerkAtDesk()
  await browser.call(startAssisting, { params: { personId: chen }, body: { matter: '预约' } })
  await browser.call(readMyData)
  await town.rows('update appointment set revoked_at = $1 where person_id = $2', [town.now(), town.idOf('liTing')])
  expect((await browser.refused(readMyData)).code).toBe('sign-in-first')
  await town.rows('update appointment set revoked_at = null where person_id = $1', [town.idOf('liTing')])
})

test('a lost phone: two clerks change the number, the old one is told, every device is out, sensitive rooms wait three days', async () => {
  const person = newBrowser(town)
  await person.signIn(cast.liuFang.phone)
  const liuFang = town.idOf('liuFang')
  const change = await clerk.call(requestNumberChange, { params: { personId: liuFang }, body: { phone: '13700001111', reason: 'lost' } })
  await town.drain()
  expect(town.platform.sms.recent(town.street.id).map(({ to }) => to)).toContain(cast.liuFang.phone)
  expect(
    (await clerk.refused(requestNumberChange, { params: { personId: liuFang }, body: { phone: '13700002222', reason: 'lost' } })).code,
  ).toBe('number-change-open')
  expect((await clerk.refused(decideNumberChange, { params: { changeId: change.id }, body: { agree: true } })).code).toBe('two-staff')
  expect((await town.as('liTing').call(listNumberChanges)).items).toMatchObject([
    { id: change.id, name: '刘**', may: ['people.number-changes.decide'] },
  ])
  const decided = await town.as('liTing').call(decideNumberChange, { params: { changeId: change.id }, body: { agree: true } })
  expect(decided.state).toBe('approved')
  expect((await town.as('luoYan').refused(decideNumberChange, { params: { changeId: change.id }, body: { agree: false } })).code).toBe(
    'number-change-decided',
  )

  expect((await person.call(whoAmI)).person).toBeNull()
  expect((await newBrowser(town).signIn(cast.liuFang.phone)).kind).toBe('new')
  expect(await newBrowser(town).signIn('13700001111')).toMatchObject({ kind: 'open', personId: liuFang })
  await expect(town.deed((deed) => requireSettledNumber(deed, liuFang))).rejects.toMatchObject({ code: 'number-fresh' })
  town.at(new Date(town.now().getTime() + 3 * 86_400_000 + 1000))
  await town.deed((deed) => requireSettledNumber(deed, liuFang))
})

test('two clerks who agree with each other at once cannot keep it from the old number, and the number is not kept beside the message', async () => {
  const xu = town.idOf('xu')
  const before = town.platform.sms.recent(town.street.id).length
  const change = await clerk.call(requestNumberChange, { params: { personId: xu }, body: { phone: '13700004444', reason: 'lost' } })
  await town.as('liTing').call(decideNumberChange, { params: { changeId: change.id }, body: { agree: true } })
  // Nothing has left the house yet, and the account already has the new number.
  expect(town.platform.sms.recent(town.street.id)).toHaveLength(before)
  await town.drain()
  const sent = town.platform.sms.recent(town.street.id)
  const toOld = sent.filter(({ to }) => to === cast.xu.phone).map(({ text }) => text)
  expect(toOld).toHaveLength(1)
  expect(toOld[0]).toContain('号码')
  // What the old number is told is not told to the new one instead.
  expect(sent.filter(({ to }) => to === '13700004444').map(({ text }) => text)).not.toContain(toOld[0])
  expect(await town.rows('select 1 from delivery where to_sealed is not null')).toEqual([])
})

test('nobody changes their own number at the desk, or gives somebody a number that has an owner', async () => {
  expect(
    (await clerk.refused(requestNumberChange, { params: { personId: town.idOf('heMin') }, body: { phone: '13700003333', reason: 'new' } }))
      .code,
  ).toBe('change-own-number')
  expect(
    (await clerk.refused(requestNumberChange, { params: { personId: chen }, body: { phone: cast.zhou.phone, reason: 'new' } })).code,
  ).toBe('number-taken')
  expect(
    (await clerk.refused(requestNumberChange, { params: { personId: chen }, body: { phone: cast.chen.phone, reason: 'new' } })).code,
  ).toBe('same-number')
  expect((await town.as('zhou').refused(listNumberChanges)).code).toBe('not-permitted')
})
