import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { codeOfStep, newSecret, stepNow, stepOf, uriOf } from './totp.ts'

// RFC 6238, appendix B: the SHA-1 rows, of which six digits are shown.
const published = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
] as const
const secret = Secret.fromUTF8('12345678901234567890').base32

test.each(published)('at second %i the published code is taken', (second, code) => {
  const now = new Date(second * 1000)
  expect(codeOfStep(secret, stepNow(now))).toBe(code)
  expect(stepOf(secret, code, now)).toBe(stepNow(now))
})

test('a clock half a minute off is fine, a minute and a half is not', () => {
  const code = codeOfStep(secret, 100)
  const at = (step: number) => new Date(step * 30_000)
  expect([99, 100, 101].map((step) => stepOf(secret, code, at(step)))).toEqual([100, 100, 100])
  expect([97, 103].map((step) => stepOf(secret, code, at(step)))).toEqual([undefined, undefined])
})

test('secrets are long, unlike, and the address for the app names the street only', () => {
  const [one, other] = [newSecret(), newSecret()]
  expect(one).not.toBe(other)
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(uriOf(one, 'S街')).toContain(`otpauth://totp/Ronghe:${encodeURIComponent('S街')}`)
})
