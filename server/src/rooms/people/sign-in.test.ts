import {
  createAccount,
  answerFact,
  askCode,
  confirmOwner,
  notMyAccount,
  setPin,
  signInWithCode,
  signInWithName,
  signOut,
} from '@ronghe/contract/people/sign-in.ts'
import { registerPerson, setPinAtDesk } from '@ronghe/contract/people/desk.ts'
import { listMessages } from '@ronghe/contract/people/messages.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { endOtherSessions, endSession, listSessions } from '@ronghe/contract/people/sessions.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { communityId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
import { forgetStreets } from '../../platform/http/find-street.ts'
import { newBrowser } from './testing.ts'

const town: Town = await openTown({ idle: true })
afterAll(() => town.close())
// Everybody was reached at their number on the first day.
await town.rows('update person set phone_seen_at = created_at')
const start = new Date(monday).getTime()
const days = (n: number) => new Date(start + n * 86_400_000)
/** Sign-in limits are counted over time: each test has an hour of its own. */
let hour = 0
beforeEach(() => town.at(new Date(start + ++hour * 3_600_000)))
const later = (minutes: number) => town.at(new Date(town.now().getTime() + minutes * 60_000))
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')
const phone = (n: number) => `1391234${String(n).padStart(4, '0')}`

test('Chen signs in with the code sent to his number, and the page knows him', async () => {
  const browser = newBrowser(town)
  expect(await browser.signIn(cast.chen.phone)).toMatchObject({ kind: 'open', secondFactor: false })
  expect((await browser.call(whoAmI)).person).toMatchObject({ id: town.idOf('chen'), session: 'open', name: '陈国强' })
  expect(browser.setCookies.find((line) => line.startsWith('ronghe='))).toMatch(/Path=\/; HttpOnly; SameSite=Lax/)
  expect(browser.setCookies.join()).not.toMatch(/Domain/)
})

test('a clerk who signed in is told that the second factor is missing', async () => {
  expect(await newBrowser(town).signIn(cast.heMin.phone)).toMatchObject({ kind: 'open', secondFactor: true })
})

test('asking for a code gets the same reply for a number nobody has', async () => {
  const [known, unknown] = [
    await town.anonymous.call(askCode, { body: { phone: cast.liuFang.phone } }),
    await town.anonymous.call(askCode, { body: { phone: phone(1) } }),
  ]
  expect(Object.keys(known)).toEqual(Object.keys(unknown))
})

test('a code works once and for ten minutes', async () => {
  const browser = newBrowser(town)
  const { demoCode: code = '' } = await browser.call(askCode, { body: { phone: phone(2) } })
  later(11)
  expect((await browser.refused(signInWithCode, { body: { phone: phone(2), code } })).code).toBe('code-dead')
  const { demoCode: fresh = '' } = await browser.call(askCode, { body: { phone: phone(2) } })
  expect((await browser.call(signInWithCode, { body: { phone: phone(2), code: fresh } })).kind).toBe('new')
  expect((await browser.refused(signInWithCode, { body: { phone: phone(2), code: fresh } })).code).toBe('code-dead')
})

test('an older code is dead once a newer one was sent', async () => {
  const browser = newBrowser(town)
  const { demoCode: old = '' } = await browser.call(askCode, { body: { phone: phone(3) } })
  later(1)
  const { demoCode: fresh = '' } = await browser.call(askCode, { body: { phone: phone(3) } })
  if (old !== fresh) expect((await browser.refused(signInWithCode, { body: { phone: phone(3), code: old } })).code).toBe('code-wrong')
  expect((await browser.call(signInWithCode, { body: { phone: phone(3), code: fresh } })).kind).toBe('new')
})

test('five wrong tries kill the code and lock the number for 15 minutes, the right code included', async () => {
  const browser = newBrowser(town)
  const { demoCode: code = '' } = await browser.call(askCode, { body: { phone: phone(4) } })
  const codes: string[] = []
  for (let n = 0; n < 5; n++) codes.push((await browser.refused(signInWithCode, { body: { phone: phone(4), code: wrongOf(code) } })).code)
  expect(codes).toEqual(['code-wrong', 'code-wrong', 'code-wrong', 'code-wrong', 'code-dead'])
  expect(await browser.refused(signInWithCode, { body: { phone: phone(4), code } })).toMatchObject({ status: 429, code: 'sign-in-locked' })
  expect((await browser.refused(askCode, { body: { phone: phone(4) } })).code).toBe('sign-in-locked')
  later(15)
  expect((await browser.signIn(phone(4))).kind).toBe('new')
})

test('fifty tries at once are still five', async () => {
  const { demoCode: code = '' } = await town.anonymous.call(askCode, { body: { phone: phone(5) } })
  const tries = await Promise.all(
    Array.from({ length: 50 }, () => town.anonymous.raw(signInWithCode, { body: { phone: phone(5), code: wrongOf(code) } })),
  )
  const [{ tries: counted } = { tries: 0 }] = await town.rows<{ tries: number }>(
    'select tries from sign_in_code where used_at is null order by created_at desc limit 1',
  )
  expect(counted).toBe(5)
  expect(tries.filter(({ status }) => status === 409).length).toBe(5)
}, 60_000)

test('a number gets five codes an hour, then waits; the demo, whose numbers are shared by every visitor, is patient', async () => {
  for (let n = 0; n < 8; n++) await town.anonymous.call(askCode, { body: { phone: phone(6) } })
  await town.rows('update street set demo = false where slug = $1', ['t-street'])
  forgetStreets(town.platform.database)
  const browser = newBrowser(town, town.otherStreet)
  for (let n = 0; n < 5; n++) await browser.call(askCode, { body: { phone: phone(6) } })
  expect(await browser.refused(askCode, { body: { phone: phone(6) } })).toMatchObject({ status: 429, code: 'codes-used-up' })
  later(61)
  await browser.call(askCode, { body: { phone: phone(6) } })
})

test('something that is no number is refused at its field', async () => {
  const problem = await town.anonymous.refused(askCode, { body: { phone: '12345' } })
  expect(problem.errors).toMatchObject([{ path: 'phone', code: 'field-phone' }])
})

test('outside the demo the reply carries no code: it goes to the phone, and is kept nowhere afterwards', async () => {
  await town.rows('update street set demo = false where slug = $1', ['t-street'])
  forgetStreets(town.platform.database)
  const browser = newBrowser(town, town.otherStreet)
  expect(await browser.call(askCode, { body: { phone: phone(7) } })).toEqual({ minutes: 10 })
  await town.drain()
  const [text] = town.platform.sms.recent(town.otherStreet.id)
  expect(text?.to).toBe(phone(7))
  const code = /\d{6}/.exec(text?.text ?? '')?.[0] ?? ''
  expect(
    await town.rows('select held_sealed from sign_in_code where street_id = $1 and purpose = $2 order by created_at desc limit 1', [
      town.otherStreet.id,
      'code',
    ]),
  ).toEqual([{ held_sealed: null }])
  expect((await browser.call(signInWithCode, { body: { phone: phone(7), code } })).kind).toBe('new')
  expect(town.logged.join('\n')).not.toContain(code)
})

test('a new number makes an account with a name and nothing else, once per ticket', async () => {
  const browser = newBrowser(town)
  const reply = await browser.signIn(phone(8))
  if (reply.kind !== 'new') throw new Error(reply.kind)
  expect(await browser.call(createAccount, { body: { ticket: reply.ticket, name: '欧阳小鱼' } })).toMatchObject({ kind: 'open' })
  expect((await browser.call(whoAmI)).person?.name).toBe('欧阳小鱼')
  expect((await browser.refused(createAccount, { body: { ticket: reply.ticket, name: '另一个' } })).code).toBe('ticket-dead')
  expect(town.logged.join('\n')).not.toMatch(/欧阳小鱼|13912340008/)
})

test('two browsers with the same ticket make one account', async () => {
  const reply = await newBrowser(town).signIn(phone(9))
  if (reply.kind !== 'new') throw new Error(reply.kind)
  const both = await Promise.all([1, 2].map(() => town.anonymous.raw(createAccount, { body: { ticket: reply.ticket, name: '双胞胎' } })))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('a number unseen for 180 days opens an empty session that shows nothing of the old owner', async () => {
  town.at(days(200))
  const browser = newBrowser(town)
  expect((await browser.signIn(cast.uncleHuang.phone)).kind).toBe('empty')
  await town.rows(`update person set language = 'en', appearance = 'large' where id = $1`, [town.idOf('uncleHuang')])
  expect((await browser.call(whoAmI)).person).toMatchObject({
    name: null,
    session: 'empty',
    permissions: [],
    language: 'zh-CN',
    appearance: 'normal',
  })
  expect((await browser.refused(listSessions)).code).toBe('session-empty')
  const before = browser.cookies.get('ronghe')
  expect(await browser.call(answerFact, { body: { fact: 'name', value: '志明' } })).toMatchObject({ kind: 'open' })
  expect(browser.cookies.get('ronghe')).not.toBe(before)
  expect((await browser.call(whoAmI)).person?.name).toBe('黄志明')
})

test('from a new device 90 days are enough for an empty session; the known device goes on', async () => {
  const known = newBrowser(town)
  town.at(days(201))
  await known.signIn(cast.auntHuang.phone).then((reply) => expect(reply.kind).toBe('empty'))
  await known.call(answerFact, { body: { fact: 'name', value: '黄美珍' } })
  town.at(days(201 + 100))
  expect((await newBrowser(town).signIn(cast.auntHuang.phone)).kind).toBe('empty')
  expect((await known.signIn(cast.auntHuang.phone)).kind).toBe('open')
})

test('three wrong facts in a month leave only the desk, which opens the waiting session', async () => {
  town.at(days(205))
  const browser = newBrowser(town)
  await browser.signIn(cast.liZhiqiang.phone)
  const codes: string[] = []
  for (const value of ['建国', '建军', '志明']) codes.push((await browser.refused(answerFact, { body: { fact: 'name', value } })).code)
  expect(codes).toEqual(['fact-wrong', 'fact-wrong', 'fact-used-up'])
  expect((await browser.refused(answerFact, { body: { fact: 'name', value: '志强' } })).code).toBe('fact-used-up')
  expect((await browser.refused(confirmOwner, { params: { personId: town.idOf('liZhiqiang') } })).code).toBe('session-empty')
  expect((await town.as('smith').refused(confirmOwner, { params: { personId: town.idOf('liZhiqiang') } })).code).toBe('not-permitted')
  expect(await town.as('heMin').call(confirmOwner, { params: { personId: town.idOf('liZhiqiang') } })).toEqual({ opened: 1 })
  expect((await browser.call(whoAmI)).person?.name).toBe('李志强')
})

test('the month of joining opens an account only together with the community', async () => {
  town.at(days(206))
  const browser = newBrowser(town)
  await browser.signIn(cast.xu.phone)
  const fact = 'joined' as const
  expect(
    (await browser.refused(answerFact, { body: { fact, month: '2026-11', communityId: communityId(town.street.id, 'hebian') } })).code,
  ).toBe('fact-wrong')
  expect(
    (await browser.call(answerFact, { body: { fact, month: '2026-11', communityId: communityId(town.street.id, 'songbai') } })).kind,
  ).toBe('open')
})

test('the new owner of a number leaves the old account alone and gets one of their own', async () => {
  town.at(days(210))
  const browser = newBrowser(town)
  expect((await browser.signIn(cast.liang.phone)).kind).toBe('empty')
  const reply = await browser.call(notMyAccount)
  if (reply.kind !== 'new') throw new Error(reply.kind)
  await browser.call(createAccount, { body: { ticket: reply.ticket, name: '新号主' } })
  expect((await browser.call(whoAmI)).person).toMatchObject({ name: '新号主', posts: [] })
  expect(await town.rows('select phone_hash from person where id = $1', [town.idOf('liang')])).toEqual([{ phone_hash: null }])
  expect((await browser.refused(notMyAccount)).code).toBe('account-is-open')
})

test('two people share one number: each says the name and the own PIN', async () => {
  const first = newBrowser(town)
  const made = await first.signIn(phone(20))
  if (made.kind !== 'new') throw new Error(made.kind)
  await first.call(createAccount, { body: { ticket: made.ticket, name: '苏梅' } })
  await first.call(setPin, { body: { pin: '1357', share: true } })

  const second = newBrowser(town)
  const reply = await second.signIn(phone(20))
  if (reply.kind !== 'named') throw new Error(reply.kind)
  expect((await second.refused(createAccount, { body: { ticket: reply.ticket, name: '苏强' } })).code).toBe('pin-needed')
  await second.call(createAccount, { body: { ticket: reply.ticket, name: '苏强', pin: '2468' } })
  expect((await second.call(whoAmI)).person?.name).toBe('苏强')

  const again = await newBrowser(town).signIn(phone(20))
  if (again.kind !== 'named') throw new Error(again.kind)
  const third = newBrowser(town)
  expect((await third.refused(signInWithName, { body: { ticket: again.ticket, name: '苏梅', pin: '2468' } })).code).toBe(
    'name-or-pin-wrong',
  )
  expect((await third.refused(signInWithName, { body: { ticket: again.ticket, name: '苏大', pin: '1357' } })).code).toBe(
    'name-or-pin-wrong',
  )
  expect(await third.call(signInWithName, { body: { ticket: again.ticket, name: '苏 梅', pin: '1357' } })).toMatchObject({ kind: 'open' })
  expect((await third.call(whoAmI)).person?.name).toBe('苏梅')
})

test('somebody registered at the desk on a shared number has no PIN yet: the name alone opens nothing', async () => {
  const clerk = town.as('heMin')
  await clerk.call(registerPerson, { body: { name: '何大姐', phone: phone(22) } })
  expect((await clerk.refused(registerPerson, { body: { name: '何小弟', phone: phone(22) } })).code).toBe('number-taken')
  await clerk.call(registerPerson, {
    body: { name: '何小弟', phone: phone(22), shared: true, communityId: communityId(town.street.id, 'hebian') },
  })
  await clerk.call(registerPerson, { body: { name: '何小妹', phone: phone(22), shared: true, pin: '3579' } })
  const asNamed = async (name: string, pin?: string) => {
    const browser = newBrowser(town)
    const reply = await browser.signIn(phone(22))
    if (reply.kind !== 'named') throw new Error(reply.kind)
    return { browser, signedIn: await browser.call(signInWithName, { body: { ticket: reply.ticket, name, ...(pin ? { pin } : {}) } }) }
  }
  const { browser, signedIn } = await asNamed('何小弟')
  expect(signedIn.kind).toBe('empty')
  expect((await browser.refused(setPin, { body: { pin: '1111' } })).code).toBe('session-empty')
  expect((await browser.refused(answerFact, { body: { fact: 'name', value: '小弟' } })).code).toBe('fact-not-enough')
  expect(
    (await browser.call(answerFact, { body: { fact: 'joined', month: '2026-11', communityId: communityId(town.street.id, 'hebian') } }))
      .kind,
  ).toBe('open')
  await browser.call(setPin, { body: { pin: '1111' } })
  expect((await asNamed('何小弟', '1111')).signedIn.kind).toBe('open')
  expect((await asNamed('何小妹', '3579')).signedIn.kind).toBe('open')
})

test('who was registered without a PIN types one at the desk later: it opens the account, they are told, and a resident may not set it', async () => {
  const clerk = town.as('heMin')
  await clerk.call(registerPerson, { body: { name: '罗大伯', phone: phone(23) } })
  const { id: personId } = await clerk.call(registerPerson, { body: { name: '罗小妹', phone: phone(23), shared: true } })
  const asNamed = async (pin: string) => {
    const browser = newBrowser(town)
    const reply = await browser.signIn(phone(23))
    if (reply.kind !== 'named') throw new Error(reply.kind)
    return { browser, signIn: { body: { ticket: reply.ticket, name: '罗小妹', pin } } }
  }
  expect((await town.as('zhou').refused(setPinAtDesk, { params: { personId }, body: { pin: '8642' } })).code).toBe('not-permitted')
  const before = await asNamed('8642')
  expect((await before.browser.call(signInWithName, before.signIn)).kind).toBe('empty')

  await clerk.call(setPinAtDesk, { params: { personId }, body: { pin: '8642' } })
  const right = await asNamed('8642')
  expect((await right.browser.call(signInWithName, right.signIn)).kind).toBe('open')
  expect((await right.browser.call(listMessages)).items[0]?.text).toContain('四位密码刚刚在服务站设好了')
  const wrong = await asNamed('2468')
  expect((await wrong.browser.refused(signInWithName, wrong.signIn)).code).toBe('name-or-pin-wrong')
  expect((await clerk.refused(setPinAtDesk, { params: { personId }, body: { pin: '86' } })).status).toBe(422)
  expect((await clerk.refused(setPinAtDesk, { params: { personId: town.idOf('heMin') }, body: { pin: '8642' } })).code).toBe(
    'pin-for-yourself',
  )
  const { id: without } = await clerk.call(registerPerson, { body: { name: '罗阿婆' } })
  expect((await clerk.refused(setPinAtDesk, { params: { personId: without }, body: { pin: '8642' } })).code).toBe('pin-without-phone')
})

test('a number of the demo is let in however old the demo is', async () => {
  await town.rows('update person set phone_seen_at = null where id = $1', [town.idOf('zhou')])
  town.at(days(400))
  expect((await newBrowser(town).signIn(cast.zhou.phone)).kind).toBe('open')
})

test('nobody joins a number whose owner did not say so', async () => {
  const owner = newBrowser(town)
  const made = await owner.signIn(phone(21))
  if (made.kind !== 'new') throw new Error(made.kind)
  const other = await newBrowser(town).signIn(phone(21))
  if (other.kind !== 'new') throw new Error(other.kind)
  await owner.call(createAccount, { body: { ticket: made.ticket, name: '先来' } })
  expect((await newBrowser(town).refused(createAccount, { body: { ticket: other.ticket, name: '后到' } })).code).toBe('number-has-account')
})

test('devices are listed and ended; signing out ends this one', async () => {
  const [phoneBrowser, computer] = [
    newBrowser(town),
    newBrowser(town, town.street, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' }),
  ]
  await phoneBrowser.signIn(cast.liuJianjun.phone)
  await computer.signIn(cast.liuJianjun.phone)
  const { items } = await phoneBrowser.call(listSessions)
  expect(items.map(({ device, current }) => ({ device, current }))).toEqual(
    expect.arrayContaining([
      { device: 'Chrome, Android', current: true },
      { device: 'Firefox, Windows', current: false },
    ]),
  )
  const other = items.find(({ current }) => !current)!
  expect((await town.as('chen').refused(endSession, { params: { sessionId: other.id } })).code).toBe('no-session')
  await phoneBrowser.call(endSession, { params: { sessionId: other.id } })
  expect((await computer.call(whoAmI)).person).toBeNull()
  await computer.signIn(cast.liuJianjun.phone)
  expect(await computer.call(endOtherSessions)).toEqual({ ended: 1 })
  await computer.call(signOut)
  expect((await computer.call(whoAmI)).person).toBeNull()
  expect(computer.cookies.has('ronghe')).toBe(false)
})

test('staff are signed out after 20 idle minutes, a resident is not', async () => {
  const [clerk, resident] = [newBrowser(town), newBrowser(town)]
  await clerk.signIn(cast.liTing.phone)
  await resident.signIn(cast.smith.phone)
  later(19)
  expect((await clerk.call(whoAmI)).person).not.toBeNull()
  later(21)
  expect((await clerk.call(whoAmI)).person).toBeNull()
  expect((await resident.call(whoAmI)).person).not.toBeNull()
})
