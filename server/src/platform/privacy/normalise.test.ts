import { describe, expect, test } from 'vitest'
import { idNumberForm, isIdNumber, isMobile, phoneForm } from './normalise.ts'

describe('phone numbers', () => {
  test.each([
    ['138 0000 2046', '13800002046'],
    ['+86-138-0000-2046', '13800002046'],
    ['008613800002046', '13800002046'],
    ['１３８００００２０４６', '13800002046'],
    ['138\u200b0000\u00a02046', '13800002046'],
    ['(020) 8765 4321', '02087654321'],
    ['86123456', '86123456'],
  ])('%s is stored as %s', (typed, stored) => expect(phoneForm(typed)).toBe(stored))

  test('a mainland mobile number is told from a land line and from one digit too few', () => {
    expect(isMobile('+86 19900001111')).toBe(true)
    expect(isMobile('02087654321')).toBe(false)
    expect(isMobile('1380000204')).toBe(false)
    expect(isMobile('12800002046')).toBe(false)
  })
})

describe('identity numbers (GB 11643)', () => {
  test('the example of the standard, with spaces and a small x', () => {
    expect(isIdNumber('110105194912 31002x')).toBe(true)
    expect(idNumberForm(' 11010519491231002ｘ')).toBe('11010519491231002X')
  })

  test('a wrong check digit, a date that does not exist, too few digits and letters are noticed', () => {
    for (const wrong of ['110105194912310021', '11010519490231002X', '11010519491231002', 'A1010519491231002X', ''])
      expect(isIdNumber(wrong)).toBe(false)
  })

  test('every single wrong digit is noticed', () => {
    const right = '11010519491231002X'
    for (let place = 0; place < 17; place += 1) {
      for (let step = 1; step < 10; step += 1)
        expect(isIdNumber(right.slice(0, place) + ((Number(right[place]) + step) % 10) + right.slice(place + 1))).toBe(false)
    }
  })
})
