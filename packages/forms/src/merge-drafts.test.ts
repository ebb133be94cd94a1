import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DraftParts, mergeDrafts, nothingYet, sameParts, stampParts } from './merge-drafts.ts'

const parts = (values: DraftParts['values'], times: DraftParts['times'] = {}, aside: DraftParts['aside'] = []): DraftParts => ({
  values,
  times,
  aside,
})
const ten = '2026-11-23T02:00:00.000Z'
const eleven = '2026-11-23T03:00:00.000Z'

describe('two edits of one form', () => {
  const base = parts({ since: '2026-01', street: '三号巷' })

  test('of different questions are both taken, and nobody is asked anything', () => {
    const merged = mergeDrafts(base, parts({ since: '2026-03', street: '三号巷' }), parts({ since: '2026-01', street: '五号巷' }))
    expect(merged).toMatchObject({ values: { since: '2026-03', street: '五号巷' }, aside: [] })
  })

  test('of one question keep both: the later one stands, the earlier one waits with its time', () => {
    const phone = parts({ ...base.values, since: '2026-03' }, { since: ten })
    const tablet = parts({ ...base.values, since: '2026-04' }, { since: eleven })
    expect(mergeDrafts(base, phone, tablet)).toEqual({
      values: { since: '2026-04', street: '三号巷' },
      times: { since: eleven },
      aside: [{ part: 'since', value: '2026-03', at: ten }],
    })
  })

  test('what one device took back and the other wrote anew is kept', () => {
    expect(mergeDrafts(base, parts({ street: '三号巷' }), parts({ ...base.values, since: '2026-04' })).values).toMatchObject({
      since: '2026-04',
    })
  })

  test('photos added on both are all there, and one taken away on either is gone', () => {
    const photo = (file: string) => ({ file, name: `${file}.jpg` })
    const merged = mergeDrafts(
      parts({ paper: [photo('a'), photo('b')] }),
      parts({ paper: [photo('a'), photo('b'), photo('c')] }),
      parts({ paper: [photo('b'), photo('d')] }),
    )
    expect(merged).toMatchObject({ values: { paper: [photo('b'), photo('c'), photo('d')] }, aside: [] })
  })

  test('what was picked on one device is not asked again on the other', () => {
    const aside = [{ part: 'since', value: '2026-03', at: ten }]
    const before = parts({ since: '2026-04' }, { since: eleven }, aside)
    const picked = parts({ since: '2026-03' }, { since: eleven })
    expect(mergeDrafts(before, picked, parts({ since: '2026-04', street: '五号巷' }, {}, aside))).toMatchObject({
      values: { since: '2026-03', street: '五号巷' },
      aside: [],
    })
  })

  test('a changed part is stamped with its moment and the others keep theirs', () => {
    const after = stampParts(parts({ a: 1, b: 2 }, { a: ten, b: ten }), parts({ a: 1, b: 3, c: 4 }, { a: ten, b: ten }), eleven)
    expect(after.times).toEqual({ a: ten, b: eleven, c: eleven })
  })
})

const names = ['since', 'street', 'contact', 'paper'] as const
const anyValue = fc.oneof(
  fc.constantFrom('', '甲', '乙', '丙', 1, 2, true, null),
  fc.record({ name: fc.constantFrom('陈', '黄') }),
  fc.uniqueArray(fc.constantFrom('f1', 'f2', 'f3', 'f4'), { minLength: 1 }).map((ids) => ids.map((file) => ({ file }))),
)
const anyTime = fc.constantFrom('2026-11-23T01:00:00.000Z', ten, eleven)
const anyParts: fc.Arbitrary<DraftParts> = fc.record({
  values: fc.dictionary(fc.constantFrom(...names), anyValue),
  times: fc.dictionary(fc.constantFrom(...names), anyTime),
  aside: fc.array(fc.record({ part: fc.constantFrom(...names), value: fc.constantFrom('丁', '戊'), at: anyTime }), { maxLength: 2 }),
})
const seeded = { seed: 20261123, numRuns: 1000 }
const text = (value: unknown): string => JSON.stringify(value)
const blank = (value: unknown): boolean => value === undefined || value === null || value === ''

describe('laws of merging', () => {
  test('it does not matter which device is asked first', () => {
    fc.assert(
      fc.property(anyParts, anyParts, anyParts, (base, one, other) => {
        expect(mergeDrafts(base, one, other)).toEqual(mergeDrafts(base, other, one))
      }),
      seeded,
    )
  })

  test('no value that somebody wrote disappears: it stands, or it waits to be picked', () => {
    fc.assert(
      fc.property(anyParts, anyParts, anyParts, (base, one, other) => {
        const merged = mergeDrafts(base, one, other)
        for (const side of [one, other])
          for (const [part, value] of Object.entries(side.values)) {
            if (blank(value) || text(value) === text(base.values[part])) continue // not written since
            if (Array.isArray(value)) {
              // A file added here is there, whatever the other side did.
              const known = text(base.values[part] ?? '')
              const kept = text([merged.values[part], merged.aside])
              for (const { file } of value as readonly { readonly file: string }[])
                if (!known.includes(`"${file}"`)) expect(kept).toContain(`"${file}"`)
            } else
              expect([merged.values[part], ...merged.aside.filter((one) => one.part === part).map((one) => one.value)].map(text)).toContain(
                text(value),
              )
          }
      }),
      seeded,
    )
  })

  test('what only one device changed is taken as it is, and merging with oneself changes nothing', () => {
    fc.assert(
      fc.property(anyParts, anyParts, (base, one) => {
        expect(sameParts(mergeDrafts(base, one, base), mergeDrafts(one, one, one))).toBe(true)
        expect(mergeDrafts(nothingYet, one, one)).toEqual(mergeDrafts(one, one, one))
      }),
      seeded,
    )
  })
})
