import { describe, expect, test } from 'vitest'
import { maskIdNumber, maskName, maskPhone } from './masking.ts'

describe('masks', () => {
  test.each([
    ['陈大文', '陈**'],
    ['陈梅', '陈**'],
    ['欧阳秀兰', '欧阳**'],
    ['欧阳', '欧**'],
    ['Maria Chen', 'M**'],
    ['𠮷田一', '𠮷**'],
    [' ', ''],
  ])('%s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked))

  test('a phone keeps three digits in front and four behind, anything shorter its last two', () => {
    expect(maskPhone('13800002046')).toBe('138****2046')
    expect(maskPhone('87654321')).toBe('****21')
  })

  test('an identity number keeps three in front and four behind, and never the date of birth', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X')
    expect(maskIdNumber('11010519491231002X')).toHaveLength(18)
    expect(maskIdNumber('1234567')).toBe('*******')
  })
})
