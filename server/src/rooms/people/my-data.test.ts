import { createHash } from 'node:crypto'
import { listConsents, enterPaperConsent, giveConsent, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { answerDataRequest, askDataRequest, listDataRequests, listMyDataRequests } from '@ronghe/contract/people/data-requests.ts'
import { confirmMember, inviteToHousehold, joinHousehold, leaveHousehold, readHousehold } from '@ronghe/contract/people/households.ts'
import { chooseMessages, listMessages, readMessage } from '@ronghe/contract/people/messages.ts'
import { chooseGroup, correctMyData, readMyData } from '@ronghe/contract/people/my-data.ts'
import { setPin } from '@ronghe/contract/people/sign-in.ts'
import { giveProxy, listProxies, withdrawProxy } from '@ronghe/contract/people/proxies.ts'
import { listAccess } from '@ronghe/contract/people/access.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { agrees, requireConsent } from '../../platform/privacy/consent.ts'
import { groupOf, groupsOf } from './group.ts'
import { housemates } from './households.ts'
import { proxyScope } from './proxies.ts'

const town: Town = await openTown()
afterAll(() => town.close())
const laterDays = (days: number) => town.at(new Date(town.now().getTime() + days * 86_400_000))
beforeEach(() => town.at(new Date(town.now().getTime() + 60_000)))

test('Chen sees what is kept, corrects it, and removes what he no longer wants kept', async () => {
  const chen = town.as('chen')
  expect(await chen.call(readMyData)).toMatchObject({ name: '陈国强', homeCounty: '湖北洪湖', group: { choice: 'newcomer' } })
  await chen.call(correctMyData, { body: { name: '陈国强（新）', address: '一号巷 3 号', dialects: ['洪湖话', '普通话'] } })
  expect(await chen.call(correctMyData, { body: { homeCounty: null, appearance: 'large' } })).toMatchObject({
    name: '陈国强（新）',
    homeCounty: null,
    address: '一号巷 3 号',
    appearance: 'large',
    dialects: ['洪湖话', '普通话'],
  })
  const [row] = await town.rows<{ text: string }>(
    'select p::text || q::text as text from profile p join person q on q.id = p.person_id where p.person_id = $1',
    [town.idOf('chen')],
  )
  expect(row?.text).not.toMatch(/陈国强|3 号/)
  expect((await chen.refused(correctMyData, { body: { name: '' } })).errors).toMatchObject([{ path: 'name', code: 'field-missing' }])
  expect((await chen.refused(correctMyData, { body: { communityId: town.idOf('chen') } })).code).toBe('no-community')
})

test('the group changes at most once in twelve months, and a draw that opened before keeps the old one', async () => {
  const smith = town.as('smith')
  const before = town.now()
  laterDays(1)
  expect((await smith.call(chooseGroup, { body: { choice: 'newcomer' } })).group.choice).toBe('newcomer')
  expect((await smith.call(chooseGroup, { body: { choice: 'newcomer' } })).group.choice).toBe('newcomer')
  expect((await smith.refused(chooseGroup, { body: { choice: 'local' } })).code).toBe('group-too-soon')
  const id = town.idOf('smith')
  expect(await town.deed((deed) => groupOf(deed, id, before))).toBe('unstated')
  expect(await town.deed((deed) => groupOf(deed, id))).toBe('newcomer')
  expect((await town.deed((deed) => groupsOf(deed, [id, town.idOf('auntHuang')]))).get(town.idOf('auntHuang'))).toBe('local')
  laterDays(366)
  expect((await smith.call(chooseGroup, { body: { choice: 'local' } })).group.choice).toBe('local')
})

test('ten changes of group sent at once are one', async () => {
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, n) => town.as('xu').raw(chooseGroup, { body: { choice: n % 2 ? 'local' : 'unstated' } })),
  )
  expect(results.filter(({ status }) => status === 409).length).toBeGreaterThan(0)
  const [row] = await town.rows<{ n: number }>('select count(*)::int as n from group_choice where person_id = $1', [town.idOf('xu')])
  expect(row?.n).toBe(2)
})

test('consents are unticked, given one by one to the text that was shown, and withdrawn; the gate follows at once', async () => {
  const visitor = town.as('zhou')
  const zhou = town.idOf('zhou')
  const { items } = await visitor.call(listConsents)
  expect(items.every(({ given }) => given === null)).toBe(true)
  expect((await visitor.refused(giveConsent, { params: { purpose: 'photos' }, body: { version: '2020-01' } })).code).toBe(
    'consent-old-text',
  )
  await expect(town.deed((deed) => requireConsent(deed, zhou, 'photos'))).rejects.toMatchObject({ code: 'consent-needed' })
  await Promise.all([1, 2, 3].map(() => visitor.call(giveConsent, { params: { purpose: 'photos' }, body: { version: '2026-11' } })))
  await town.deed((deed) => requireConsent(deed, zhou, 'photos'))
  expect(await town.deed((deed) => agrees(deed, zhou, 'careVisits'))).toBe(false)
  await visitor.call(withdrawConsent, { params: { purpose: 'photos' } })
  expect(await town.deed((deed) => agrees(deed, zhou, 'photos'))).toBe(false)
  expect((await visitor.call(listConsents)).past).toMatchObject([{ purpose: 'photos' }])
  expect((await visitor.refused(withdrawConsent, { params: { purpose: 'photos' } })).code).toBe('no-consent')
})

test('a signed paper counts like a tap; the person is told and can see who entered it; a resident cannot enter one', async () => {
  const params = { personId: town.idOf('auntHuang'), purpose: 'careVisits' as const }
  const body = { given: true, version: '2026-11', signed: true as const }
  expect((await town.as('chen').refused(enterPaperConsent, { params, body })).code).toBe('not-permitted')
  expect(await town.as('heMin').call(enterPaperConsent, { params, body })).toEqual({ inForce: true })
  const aunt = town.as('auntHuang')
  expect((await aunt.call(listConsents)).items.find(({ purpose }) => purpose === 'careVisits')?.given?.channel).toBe('desk-paper')
  const [message] = (await aunt.call(listMessages)).items
  expect(message?.text).toContain('同意书')
  expect((await aunt.call(listAccess)).items[0]).toMatchObject({ purpose: 'paperConsent' })
  expect((await aunt.call(readMessage, { params: { messageId: message!.id } })).readAt).not.toBeNull()
  expect((await aunt.call(listMessages, { query: { unread: 'true' } })).items).toEqual([])
  expect((await town.as('chen').refused(readMessage, { params: { messageId: message!.id } })).code).toBe('no-message')
})

test('two people say they live together: invited by one, confirmed, and left again', async () => {
  const [one, two] = [town.as('chen'), town.as('liuFang')]
  const { code } = await one.call(inviteToHousehold)
  const joined = await two.call(joinHousehold, { body: { code: code.toLowerCase() } })
  expect(joined.household?.members).toHaveLength(1)
  expect((await town.as('zhou').refused(joinHousehold, { body: { code } })).code).toBe('household-code-dead')
  expect((await two.refused(confirmMember, { params: { personId: town.idOf('liuFang') } })).code).toBe('household-not-confirmed')
  expect([...(await town.deed((deed) => housemates(deed, town.idOf('chen'))))]).toEqual([])
  await one.call(confirmMember, { params: { personId: town.idOf('liuFang') } })
  expect([...(await town.deed((deed) => housemates(deed, town.idOf('chen'))))]).toEqual([town.idOf('liuFang')])
  expect((await two.call(readHousehold)).household?.members.map(({ name }) => name)).toContain('刘芳')
  await one.call(leaveHousehold)
  expect((await one.refused(leaveHousehold)).code).toBe('no-household')
  await two.call(leaveHousehold)
  expect(await town.rows('select id from household')).toEqual([])
})

test('an employer may hand papers in and see nothing; a relative may follow the case until told otherwise', async () => {
  const chen = town.as('chen')
  expect((await chen.refused(giveProxy, { body: { name: '印刷厂', relation: 'employer', scope: 'cases' } })).code).toBe('proxy-only-papers')
  expect((await chen.refused(giveProxy, { body: { name: '徐建平', relation: 'friend', scope: 'cases', endsOn: '2099-01-01' } })).code).toBe(
    'proxy-too-long',
  )
  const proxy = await chen.call(giveProxy, { body: { name: cast.xu.name, phone: cast.xu.phone, relation: 'friend', scope: 'cases' } })
  const scope = () => town.deed((deed) => proxyScope(deed, town.idOf('chen'), town.idOf('xu')))
  expect(await scope()).toBe('cases')
  expect((await town.as('xu').call(listProxies)).held).toMatchObject([{ scope: 'cases' }])
  expect((await town.as('xu').refused(withdrawProxy, { params: { proxyId: proxy.id } })).code).toBe('no-proxy')
  await chen.call(withdrawProxy, { params: { proxyId: proxy.id } })
  expect(await scope()).toBeNull()
  // The right number with another name tells nobody whether it is known.
  expect(
    (await chen.call(giveProxy, { body: { name: '猜一猜', phone: cast.xu.phone, relation: 'other', scope: 'handIn' } })).hasAccount,
  ).toBe(false)
})

test('a request about one’s data is due in 15 days and answered by the officer, who is seen looking', async () => {
  const liuFang = town.as('liuFang')
  const asked = await liuFang.call(askDataRequest, { body: { kind: 'correction', words: '我的老家写错了' } })
  expect(asked.dueOn > town.now().toISOString().slice(0, 10)).toBe(true)
  expect((await town.as('heMin').refused(listDataRequests)).code).toBe('not-permitted')
  const officer = town.as('zhengRu')
  expect((await officer.call(listDataRequests)).items).toMatchObject([{ id: asked.id, words: '我的老家写错了', name: '刘芳' }])
  await officer.call(answerDataRequest, { params: { requestId: asked.id }, body: { done: true, words: '改好了' } })
  expect((await officer.refused(answerDataRequest, { params: { requestId: asked.id }, body: { done: true, words: '再来' } })).code).toBe(
    'data-request-answered',
  )
  expect((await liuFang.call(listMyDataRequests)).items).toMatchObject([{ state: 'done', answer: '改好了' }])
  expect((await liuFang.call(listAccess)).items[0]).toMatchObject({ purpose: 'dataRequest', subjectId: asked.id })
  const own = await officer.call(askDataRequest, { body: { kind: 'copy', words: '要一份' } })
  expect((await officer.refused(answerDataRequest, { params: { requestId: own.id }, body: { done: true, words: '给' } })).code).toBe(
    'data-request-own',
  )
})

test('mail needs an address', async () => {
  expect((await town.as('chen').refused(chooseMessages, { body: { sms: false, mail: true } })).errors).toMatchObject([{ path: 'address' }])
  expect(await town.as('chen').call(chooseMessages, { body: { sms: false, mail: true, address: 'chen@example.cn' } })).toEqual({
    sms: false,
    mail: true,
    address: 'chen@example.cn',
  })
})

test('a request sent again with the same key is one request with one reply; with other words it is refused', async () => {
  const zhou = town.as('zhou')
  const key = 'one-key-for-one-request'
  const sent = { body: { kind: 'copy' as const, words: '要一份纸质的' }, key }
  const replies = await Promise.all([1, 2, 3].map(() => zhou.raw(askDataRequest, sent)))
  expect(new Set(replies.filter(({ status }) => status === 201).map(({ body }) => body)).size).toBe(1)
  expect((await zhou.raw(askDataRequest, sent)).body).toBe(replies.find(({ status }) => status === 201)!.body)
  expect((await zhou.refused(askDataRequest, { body: { kind: 'copy', words: '另一份' }, key })).code).toBe('same-key-other-body')
  expect((await zhou.call(listMyDataRequests)).items).toHaveLength(1)
})

test('what is remembered of a request for the retry cannot be guessed from outside: its hash is keyed', async () => {
  await town.as('zhou').call(setPin, { body: { pin: '4321', share: false }, key: 'key-of-the-pin' })
  const [row] = await town.rows<{ body_hash: Buffer }>("select body_hash from idempotency where key = 'key-of-the-pin'")
  const guesses = [['/api/v1/my/pin', { pin: '4321', share: false }], { pin: '4321', share: false }].map((guess) =>
    createHash('sha256').update(JSON.stringify(guess)).digest('hex'),
  )
  expect(guesses).not.toContain(row?.body_hash.toString('hex'))
})
