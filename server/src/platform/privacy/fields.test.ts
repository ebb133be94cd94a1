import { createCipheriv, createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sealer, type Place } from './fields.ts'
import { createKeys, rotateKeys, type KeyRing, type Suite } from './keys.ts'

const laws = { seed: 20261123, numRuns: 200 }
const now = new Date('2026-11-23T02:00:00Z')
const { shared, branch } = createKeys(now)
const place: Place = { street: 's', table: 'person', column: 'name', row: '0190' }
const suites: Suite[] = ['intl', 'sm']

describe.each(suites)('sealing with the %s suite', (suite) => {
  const fields = sealer(shared, suite)

  test('what is sealed opens in its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fields.open(place, fields.seal(place, text))).toBe(text)
      }),
      laws,
    )
  })

  test('sealed twice, the same name looks different, and the name is nowhere in it', () => {
    const [one, two] = [fields.seal(place, '陈大文'), fields.seal(place, '陈大文')]
    expect(one.equals(two)).toBe(false)
    expect(one.includes(Buffer.from('陈'))).toBe(false)
  })

  test('a value moved to another row, column, table or street does not open', () => {
    const sealed = fields.seal(place, '13800002046')
    const elsewhere: Place[] = [
      { ...place, street: 't' },
      { ...place, table: 'staff' },
      { ...place, column: 'phone' },
      { ...place, row: '0191' },
      { ...place, table: 'personn', column: 'ame' },
    ]
    for (const other of elsewhere) expect(() => fields.open(other, sealed)).toThrow(/does not open/)
  })

  test('any changed bit, and any cut, is noticed, and the message carries no plain text', () => {
    const sealed = fields.seal(place, '陈大文')
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        expect(() => fields.open(place, changed)).toThrow()
        expect(() => fields.open(place, changed)).not.toThrow('陈')
      }),
      laws,
    )
    for (let length = 0; length < sealed.length; length += 1) expect(() => fields.open(place, sealed.subarray(0, length))).toThrow()
  })

  test('after a rotation old values open, new ones carry the new key, and look-ups stay the same', () => {
    const before = fields.seal(place, '旧')
    const turned = sealer(rotateKeys({ shared, branch }, now).shared, suite)
    expect(turned.open(place, before)).toBe('旧')
    expect(turned.seal(place, '新').subarray(1, 5)).not.toEqual(before.subarray(1, 5))
    expect(turned.lookup('s', 'phone', '13800002046')).toEqual(fields.lookup('s', 'phone', '13800002046'))
    expect(() => fields.open(place, turned.seal(place, '新'))).toThrow(/not on the ring/)
  })

  test('the branch ring opens nothing of the shared one', () => {
    expect(() => sealer(branch, suite).open(place, fields.seal(place, '陈'))).toThrow()
  })

  test('either suite opens what the other sealed', () => {
    const other = sealer(shared, suite === 'sm' ? 'intl' : 'sm')
    expect(other.open(place, fields.seal(place, '陈大文'))).toBe('陈大文')
  })

  test('a phone is found however it was typed, not in another street, and not as an identity number', () => {
    const stored = fields.lookup('s', 'phone', '13800002046')
    expect(stored).toHaveLength(32)
    for (const typed of ['138 0000 2046', '+86 138-0000-2046', '１３８０００02046', '0086 13800002046'])
      expect(fields.lookup('s', 'phone', typed)).toEqual(stored)
    expect(fields.lookup('t', 'phone', '13800002046')).not.toEqual(stored)
    expect(fields.lookup('s', 'idNumber', '13800002046')).not.toEqual(stored)
    expect(fields.lookup('s', 'code', '13800002046')).not.toEqual(stored)
  })
})

describe('known answers', () => {
  const fixed = (size: number) => Buffer.alloc(size, 0x42)
  const ring: KeyRing = {
    current: '00000001',
    keys: [{ id: '00000001', secret: Buffer.alloc(32, 7), createdAt: '' }],
    search: Buffer.alloc(32, 9),
  }

  // The bytes below were computed apart from this code, with Python's hmac and cryptography and the openssl command.
  test('the layout of a sealed value never changes: the key derivation, the order of the parts and what is bound to the place', () => {
    for (const [suite, hex] of [
      ['intl', '010000000142424242424242424242424237661564232d9b45759a63950e29c8c0cac35bbae481de14ee'],
      [
        'sm',
        '020000000142424242424242424242424242424242f4d0464ad7b34557d8c3b0391f820440f8d89ab64582b78178366e61cd590996e411d81075c5877c58',
      ],
    ] as const) {
      expect(sealer(ring, suite, fixed).seal(place, '陈大文').toString('hex')).toBe(hex)
      expect(sealer(ring, suite).open(place, Buffer.from(hex, 'hex'))).toBe('陈大文')
    }
  })

  test('look-up hashes never change: otherwise nobody would be found any more', () => {
    expect(sealer(ring, 'intl').lookup('s', 'phone', '13800002046').toString('hex')).toBe(
      'e65d7b82225498552a748bd797ddac524ce30d86cb6ae8d144e19adb2a220d51',
    )
    expect(sealer(ring, 'sm').lookup('s', 'phone', '13800002046').toString('hex')).toBe(
      '572724f684a0817a8a4c10649f362f5d2e49683cb6401b97d3c253f3ff8658f5',
    )
  })

  test('this Node computes SM3, HMAC-SM3, SM4 and AES-GCM as their standards print', () => {
    // GB/T 32905 appendix A.1
    expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    // GB/T 32907 appendix A.1: one block is enough, CTR only adds a counter
    const sm4 = createCipheriv('sm4-ecb', Buffer.from('0123456789abcdeffedcba9876543210', 'hex'), null).setAutoPadding(false)
    expect(sm4.update('0123456789abcdeffedcba9876543210', 'hex', 'hex')).toBe('681edf34d206965e86b3e94f536e4246')
    // RFC 8998 has no CTR vector: CTR is ECB of the counter, xored
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const ctr = createCipheriv('sm4-ctr', key, key).update(Buffer.alloc(16)).toString('hex')
    expect(ctr).toBe('681edf34d206965e86b3e94f536e4246')
    // GB/T 15852.2 appendix: HMAC-SM3
    const mac = createHmac('sm3', Buffer.from(Array.from({ length: 32 }, (_, i) => i + 1)))
      .update(Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)))
      .digest('hex')
    expect(mac).toBe('ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a')
    // McGrew and Viega, AES-GCM test case 13
    const gcm = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12))
    gcm.final()
    expect(gcm.getAuthTag().toString('hex')).toBe('530f8afbc74536b9a963b4f1c4cb738b')
  })
})

describe('finding people by name', () => {
  const fields = sealer(shared, 'intl')
  const finds = (typed: string, name: string): boolean => {
    const wanted = fields.queryTokens('s', typed)
    const stored = new Set(fields.nameTokens('s', name))
    return wanted.length > 0 && wanted.every((token) => stored.has(token))
  }

  test.each([
    ['陈', '陈大文', true],
    ['大文', '陈大文', true],
    ['陈 大文', '陈大文', true],
    ['文大', '陈大文', false],
    ['cdw', '陈大文', true],
    ['CD', '陈大文', true],
    ['dw', '陈大文', false],
    ['zj', '曾静', true],
    ['s', '单雄', true],
    ['阿不都买买提', '阿不都·买买提', true],
    ['买买提', '阿不都·买买提', true],
    ['maria', 'Maria Chén', true],
    ['chen mar', 'Maria Chén', true],
    ['ria', 'Maria Chén', false],
    ['ｃｄｗ', '陈大文', true],
    ['𠮷田', '𠮷田', true],
    ['  ', '陈大文', false],
    ['%', '陈大文', false],
  ])('“%s” and %s: %s', (typed, name, found) => expect(finds(typed, name)).toBe(found))

  test('tokens are twelve hex digits, differ by street, hold no plain text and come in an order that says nothing', () => {
    const tokens = fields.nameTokens('s', '陈大文')
    expect(tokens.every((token) => /^[0-9a-f]{12}$/.test(token))).toBe(true)
    expect(tokens).toEqual(tokens.toSorted())
    expect(new Set([...tokens, ...fields.nameTokens('t', '陈大文')]).size).toBe(tokens.length * 2)
  })

  test('every part of a Chinese name finds it', () => {
    const character = fc.constantFrom(...'陈李王张黄刘荣梅勇秀兰曾单乐长')
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 6 }), fc.nat(5), fc.nat(5), (name, a, b) => {
        const [start, end] = [Math.min(a, b) % name.length, Math.max(a, b) + 1]
        expect(finds(name.slice(start, Math.max(end, start + 1)).join(''), name.join(''))).toBe(true)
      }),
      laws,
    )
  })
})
