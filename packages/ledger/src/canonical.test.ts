import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, type Json } from './canonical.ts'

test('the example of RFC 8785, 3.2.2 comes out as printed there', () => {
  const given = String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`
  expect(canonical(JSON.parse(given) as Json)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('members are sorted by UTF-16 code units as in RFC 8785, 3.2.3', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
  const text = canonical(Object.fromEntries(names.map((name) => [name, 0])))
  expect(text).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`)
})

test('what JSON cannot say is refused', () => {
  for (const value of [undefined, NaN, Infinity, 1n, () => 0, '\ud800', { a: undefined }, [undefined], new Date(0), new Map()]) {
    expect(() => canonical(value as unknown as Json)).toThrow(RangeError)
  }
})

test('the text says the value again, whatever order its members came in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value as Json)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonical(JSON.parse(text, reversed) as Json)).toBe(text)
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

function reversed(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).reverse())
}
