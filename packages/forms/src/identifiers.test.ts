import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubtfulCreditCode, toCreditCode } from './credit-code.ts'
import { idNumberFault, maskIdNumber, toIdNumber } from './id-number.ts'
import { isMobile, toMobile } from './mobile.ts'

const today = '2026-11-23'
const published = new URL('../../../../shared/data/standards/gb/identifier-vectors.json', import.meta.url)

describe('ID numbers (GB 11643)', () => {
  test.each([
    ['11010519491231002X', undefined],
    ['440524188001010014', undefined],
    ['110105194912310021', 'id-check'],
    ['11010519491231002', 'id-shape'],
    ['110105194913310021', 'id-birthday'],
    ['990105194912310023', 'id-area'],
    ['11010519491231002x', 'id-shape'],
    ['110105202902290021', 'id-birthday'],
    ['110105203001010013', 'id-birthday'],
    ['', 'id-shape'],
  ])('%s: %s', (number, fault) => {
    expect(idNumberFault(number, today)).toBe(fault)
  })

  test('with a list of areas a county that never existed is found, one abolished in 1993 is not refused', () => {
    expect(idNumberFault('440524188001010014', today, new Set(['440524', '440582']))).toBeUndefined()
    expect(idNumberFault('11010519491231002X', today, new Set(['440524']))).toBe('id-area')
  })

  test('changing any one digit of a good number is always noticed', () => {
    const good = '440524188001010014'
    fc.assert(
      fc.property(fc.nat(17), fc.nat(9), (place, digit) => {
        fc.pre(good[place] !== String(digit))
        expect(idNumberFault(good.slice(0, place) + digit + good.slice(place + 1), today)).toBeDefined()
      }),
      { seed: 20261123, numRuns: 200 },
    )
  })

  test('others see the first three and the last four characters', () => {
    expect(maskIdNumber(toIdNumber(' 110105 19491231 002x'))).toBe('110***********002X')
  })
})

describe('credit codes (GB 32100)', () => {
  test.each([
    ['91350100M000100Y43', false],
    ['91350100M000100Y4Z', true],
    ['91310115MA1H8R7C6D', true],
    ['91350100M0001TGQXM', true], // issued in the pilot years all the same: that is why this is a doubt and not an error
    ['9135010IM000100Y43', true],
  ])('%s doubtful: %s', (code, doubtful) => {
    expect(doubtfulCreditCode(code)).toBe(doubtful)
  })

  test('a code is read however it is typed', () => {
    expect(toCreditCode(' 91350100-m000100y43 ')).toBe('91350100M000100Y43')
  })
})

describe('mobile numbers', () => {
  test.each(['13800000001', '16200000001', '16500000001', '16700000001', '17000000001', '17100000001', '19900000001'])(
    '%s is one',
    (number) => {
      expect(isMobile(number)).toBe(true)
    },
  )
  test.each(['12345', '12800000001', '1380000000', '138000000012', '02088888888'])('%s is none', (number) => {
    expect(isMobile(number)).toBe(false)
  })
  test('country code, blanks and dashes come off', () => {
    expect(toMobile('+86 138-0000-0001')).toBe('13800000001')
    expect(toMobile('008613800000001')).toBe('13800000001')
  })
})

test.skipIf(!existsSync(published))('the published vectors (skipped, and saying so, where the shared data is absent)', () => {
  const vectors = JSON.parse(readFileSync(published, 'utf8'))
  for (const number of vectors.gb11643.valid) expect(idNumberFault(number, today), number).toBeUndefined()
  for (const number of [...vectors.gb11643.invalid, ...Object.keys(vectors.gb11643.checksum_ok_but_invalid)])
    expect(idNumberFault(number, today), number).toBeDefined()
  for (const code of vectors.gb32100.valid) expect(doubtfulCreditCode(code), code).toBe(false)
  for (const code of [...vectors.gb32100.invalid, ...vectors.gb32100.issued_but_checksum_fails])
    expect(doubtfulCreditCode(code), code).toBe(true)
})
