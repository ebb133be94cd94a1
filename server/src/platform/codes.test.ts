import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimCode, digitCode, idAt, queryCode, readCode, uuid7 } from './codes.ts'

const laws = { seed: 20261123, numRuns: 500 }
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const from = (source: Uint8Array) => (size: number) => source.slice(0, size)
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('codes people read out and type', () => {
  test('a case code has two groups of four, a claim code four, and neither has a sign that looks like another', () => {
    expect(queryCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(claimCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('a code is understood in small letters, without dashes, with spaces, full-width, and with O for 0 and l for 1', () => {
    fc.assert(
      fc.property(bytes, (source) => {
        const code = claimCode(from(source))
        expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code)
        expect(readCode(code.replaceAll('-', '－').replaceAll('7', '７'))).toBe(code)
      }),
      laws,
    )
  })

  test('one wrong sign anywhere, and any two signs exchanged, is noticed', () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.nat(15), fc.nat(31), (source, first, second, sign) => {
        const bare = [...claimCode(from(source)).replaceAll('-', '')]
        const wrong = bare.with(first, signs[sign]!)
        const swapped = bare.with(first, bare[second]!).with(second, bare[first]!)
        expect(readCode(wrong.join('')) === undefined).toBe(bare[first] !== signs[sign])
        expect(readCode(swapped.join('')) === undefined).toBe(bare[first] !== bare[second])
      }),
      laws,
    )
  })

  test('what is no code is not read as one', () => {
    for (const typed of ['', '7K3M', 'UUUU-UUUU', '陈大文', '0000-0000-0000']) expect(readCode(typed)).toBeUndefined()
  })

  test('a one-time code has exactly the digits asked for, and leaves out bytes that would make some digits likelier', () => {
    expect(digitCode(6)).toMatch(/^\d{6}$/)
    expect(digitCode(3, () => Uint8Array.of(255, 250, 17, 249, 30))).toBe('790')
  })
})

describe('uuid version 7', () => {
  test('the example of RFC 9562, appendix A.6', () => {
    const rest = Uint8Array.from(Buffer.from('000000000000' + '0cc3' + '18c4dc0c0c07398f', 'hex'))
    expect(uuid7(0x017f22e279b0, () => rest)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  test('a later moment always sorts after an earlier one', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), bytes, (a, b, source) => {
        const [early, late] = [a % 2 ** 48, b % 2 ** 48].toSorted((x, y) => x - y) as [number, number]
        fc.pre(early < late)
        expect(uuid7(early, from(source)) < uuid7(late, from(source.toReversed()))).toBe(true)
      }),
      laws,
    )
  })

  test('an id moved to its day keeps what was drawn and nothing of the hour', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), bytes, (a, b, source) => {
        const [day, hour] = [a % 2 ** 48, b % 2 ** 48]
        expect(idAt(day, uuid7(hour, from(source)))).toBe(uuid7(day, from(source)))
      }),
      laws,
    )
  })

  test('a moment that is none is refused', () => {
    for (const now of [-1, 1.5, Number.NaN, 2 ** 48]) expect(() => uuid7(now)).toThrow(RangeError)
  })
})
