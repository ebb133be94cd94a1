import {
  confirmAuthenticator,
  demoSecondFactor,
  enrolAuthenticator,
  giveSecondFactor,
  readSecondFactor,
} from '@ronghe/contract/people/second-factor.ts'
import { findPeople } from '@ronghe/contract/people/desk.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { codeOfStep, stepNow } from '../../platform/auth/totp.ts'
import { forgetStreets } from '../../platform/http/find-street.ts'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { newBrowser } from './testing.ts'

const town: Town = await openTown()
afterAll(() => town.close())
const later = (seconds: number) => town.at(new Date(town.now().getTime() + seconds * 1000))
beforeEach(() => later(3600))
const signedIn = async (who: CastKey) => {
  const browser = newBrowser(town)
  await browser.signIn(cast[who].phone)
  return browser
}
const codeNow = (secret: string, ahead = 0) => codeOfStep(secret, stepNow(town.now()) + ahead)

test('a clerk may do nothing at the desk before the second factor, and everything of the post after it', async () => {
  const browser = await signedIn('heMin')
  expect((await browser.refused(findPeople, { query: { name: '陈' } })).code).toBe('second-factor-first')
  expect(await browser.call(readSecondFactor)).toMatchObject({
    needed: true,
    authenticator: null,
    given: false,
    may: expect.arrayContaining(['people.second-factor.enrol']),
  })
  const { secret, uri } = await browser.call(enrolAuthenticator)
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=/)
  expect(decodeURIComponent(uri)).not.toMatch(/何敏|199/)
  await browser.call(confirmAuthenticator, { body: { code: codeNow(secret) } })
  await browser.call(findPeople, { query: { name: '陈' } })

  const elsewhere = await signedIn('heMin')
  expect((await elsewhere.call(whoAmI)).person?.permissions).toEqual([])
  expect((await elsewhere.refused(giveSecondFactor, { body: { code: codeNow(secret) } })).code).toBe('totp-used')
  expect((await elsewhere.refused(enrolAuthenticator)).code).toBe('authenticator-exists')
  later(30)
  await elsewhere.call(giveSecondFactor, { body: { code: codeNow(secret) } })
  expect((await elsewhere.call(whoAmI)).person?.permissions).toContain('people.find')
})

test('the secret lies sealed in the database and in no log', async () => {
  const browser = await signedIn('luoYan')
  const { secret } = await browser.call(enrolAuthenticator)
  const [row] = await town.rows<{ text: string }>('select a::text as text from authenticator a where person_id = $1', [town.idOf('luoYan')])
  expect(row?.text).not.toContain(secret)
  expect(town.logged.join('\n')).not.toContain(secret)
})

test('five wrong codes lock for 15 minutes, the right one included', async () => {
  const browser = await signedIn('wangJun')
  const { secret } = await browser.call(enrolAuthenticator)
  await browser.call(confirmAuthenticator, { body: { code: codeNow(secret) } })
  later(60)
  const wrong = ['111111', '222222', '333333', '444444', '555555', '666666']
    .filter((code) => ![-1, 0, 1].some((ahead) => codeNow(secret, ahead) === code))
    .slice(0, 5)
  for (const code of wrong) expect((await browser.refused(giveSecondFactor, { body: { code } })).code).toBe('totp-wrong')
  expect((await browser.refused(giveSecondFactor, { body: { code: codeNow(secret) } })).code).toBe('sign-in-locked')
  later(15 * 60)
  await browser.call(giveSecondFactor, { body: { code: codeNow(secret) } })
})

test('a code from two minutes ago is no code any more', async () => {
  const browser = await signedIn('maLin')
  const { secret } = await browser.call(enrolAuthenticator)
  expect((await browser.refused(confirmAuthenticator, { body: { code: codeNow(secret, -4) } })).code).toBe('totp-wrong')
  expect((await browser.refused(giveSecondFactor, { body: { code: codeNow(secret) } })).code).toBe('no-authenticator')
})

test('the demo street offers the code; a real street does not', async () => {
  const browser = await signedIn('tangLi')
  const { code } = await browser.call(demoSecondFactor)
  await browser.call(giveSecondFactor, { body: { code } })
  const again = await signedIn('tangLi')
  await again.call(giveSecondFactor, { body: { code: (await again.call(demoSecondFactor)).code } })
  await town.rows('update street set demo = false where id = $1', [town.otherStreet.id])
  forgetStreets(town.platform.database)
  expect((await town.as('tangLi', { street: town.otherStreet, secondFactor: false }).refused(demoSecondFactor)).code).toBe('only-in-demo')
})
