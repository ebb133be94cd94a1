import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  listPasskeys,
  removePasskey,
  signInWithPasskey,
} from '@ronghe/contract/people/passkeys.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { findPeople } from '@ronghe/contract/people/desk.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { newPasskeyDevice } from './passkey-device.fixture.ts'
import { newBrowser } from './testing.ts'

const origin = 'https://ronghe.example'
const town: Town = await openTown({ env: { PUBLIC_URL: origin } })
afterAll(() => town.close())
const device = newPasskeyDevice('ronghe.example')

async function answered(change?: Parameters<typeof device.signIn>[2], from = origin, on = device) {
  const browser = newBrowser(town)
  const { challengeId, options } = await browser.call(beginPasskeySignIn)
  return { browser, body: { challengeId, answer: on.signIn(options, from, change) } }
}

test('a clerk adds a passkey, and from then on it signs in and is the second factor in one', async () => {
  const first = newBrowser(town)
  await first.signIn(cast.heMin.phone)
  expect(first.setCookies.find((line) => line.startsWith('ronghe='))).toMatch(/Secure/)
  const { challengeId, options } = await first.call(beginPasskey)
  const answer = device.register(options, origin)
  expect(await first.call(addPasskey, { body: { challengeId, label: '窗口电脑', answer } })).toMatchObject({
    label: '窗口电脑',
    usedAt: null,
  })
  expect((await first.refused(addPasskey, { body: { challengeId, answer } })).code).toBe('challenge-dead')

  const { browser, body } = await answered()
  expect(await browser.call(signInWithPasskey, { body })).toMatchObject({ kind: 'open', personId: town.idOf('heMin'), secondFactor: false })
  expect((await browser.call(whoAmI)).person?.permissions).toContain('people.find')
  await browser.call(findPeople, { query: { name: '陈' } })
})

test('an answer is taken once, for this site only, with the owner’s finger or PIN, and not by a copy of the device', async () => {
  const once = await answered()
  await once.browser.call(signInWithPasskey, { body: once.body })
  expect((await once.browser.refused(signInWithPasskey, { body: once.body })).code).toBe('challenge-dead')
  const elsewhere = await answered({}, 'https://r0nghe.example')
  expect((await elsewhere.browser.refused(signInWithPasskey, { body: elsewhere.body })).code).toBe('passkey-wrong')
  const unlocked = await answered({ userVerified: false })
  expect((await unlocked.browser.refused(signInWithPasskey, { body: unlocked.body })).code).toBe('passkey-wrong')
  const copy = await answered({ sameCounter: true })
  await copy.browser.call(signInWithPasskey, { body: copy.body })
  const again = await answered({ sameCounter: true })
  expect((await again.browser.refused(signInWithPasskey, { body: again.body })).code).toBe('passkey-wrong')
  const stranger = await answered({}, origin, newPasskeyDevice('ronghe.example'))
  expect((await stranger.browser.refused(signInWithPasskey, { body: stranger.body })).code).toBe('passkey-wrong')
})

test('waiting too long means starting again', async () => {
  const { browser, body } = await answered()
  town.at(new Date(town.now().getTime() + 6 * 60_000))
  expect((await browser.refused(signInWithPasskey, { body })).code).toBe('challenge-dead')
})

test('an old number makes an empty session, the passkey opens the account all the same', async () => {
  town.at(new Date(town.now().getTime() + 200 * 86_400_000))
  expect((await newBrowser(town).signIn(cast.heMin.phone)).kind).toBe('empty')
  const { browser, body } = await answered()
  expect(await browser.call(signInWithPasskey, { body })).toMatchObject({ kind: 'open' })
  // The number was not reached by this: it still needs a fact.
  expect((await newBrowser(town).signIn(cast.heMin.phone)).kind).toBe('empty')
})

test('a removed passkey opens nothing, and nobody removes another’s', async () => {
  const { browser, body } = await answered()
  await browser.call(signInWithPasskey, { body })
  const { items, possible } = await browser.call(listPasskeys)
  expect(possible).toBe(true)
  const passkeyId = items[0]!.id
  expect((await town.as('chen').refused(removePasskey, { params: { passkeyId } })).code).toBe('no-passkey')
  await browser.call(removePasskey, { params: { passkeyId } })
  const gone = await answered()
  expect((await gone.browser.refused(signInWithPasskey, { body: gone.body })).code).toBe('passkey-wrong')
})
