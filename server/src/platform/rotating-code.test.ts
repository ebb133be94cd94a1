import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeStepSeconds, isCurrentCode, nextCodeAt, rotatingCode } from './rotating-code.ts'

const laws = { seed: 20261123, numRuns: 300 }
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })

test('a code is good in its own thirty seconds and the next thirty, and never after', () => {
  fc.assert(
    fc.property(secret, fc.uuid(), moment, fc.integer({ min: 0, max: 600 }), (key, thing, now, later) => {
      const read = new Date(now.getTime() + later * 1000)
      const steps = Math.floor(read.getTime() / 1000 / codeStepSeconds) - Math.floor(now.getTime() / 1000 / codeStepSeconds)
      expect(isCurrentCode(key, thing, rotatingCode(key, thing, now), read)).toBe(steps <= 1)
    }),
    laws,
  )
})

test('a code of one class is none of another, nor under another secret, nor before its time', () => {
  fc.assert(
    fc.property(secret, secret, fc.uuid(), fc.uuid(), moment, (key, other, thing, elsewhere, now) => {
      fc.pre(thing !== elsewhere && !Buffer.from(key).equals(Buffer.from(other)))
      const code = rotatingCode(key, thing, now)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
      expect(isCurrentCode(key, thing, ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `, now)).toBe(true)
      expect(isCurrentCode(key, elsewhere, code, now)).toBe(false)
      expect(isCurrentCode(other, thing, code, now)).toBe(false)
      expect(isCurrentCode(key, thing, code, new Date(now.getTime() - codeStepSeconds * 1000))).toBe(false)
    }),
    laws,
  )
})

test('the next code comes when this step is over, and nonsense is no code', () => {
  expect(nextCodeAt(new Date('2026-11-23T10:00:07Z'))).toEqual(new Date('2026-11-23T10:00:30Z'))
  for (const code of ['', 'x', '一二三四五六七八九十'])
    expect(isCurrentCode(new Uint8Array(32), 'a', code, new Date('2026-11-23T10:00:00Z'))).toBe(false)
})
