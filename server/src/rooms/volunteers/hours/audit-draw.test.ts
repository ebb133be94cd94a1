import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentOf, drawFrom, listName, wantedOf } from './audit-draw.ts'

const seed = 20261123

test.each([
  [0, 0],
  [7, 7],
  [10, 10],
  [150, 10],
  [200, 10],
  [201, 11],
  [1000, 50],
])('of %i entries %i are checked: 5 %%, at least 10', (entries, wanted) => {
  expect(wantedOf(entries, { percent: 5, least: 10 })).toBe(wanted)
})

test(`the draw is the same for everybody who has seed and list, in whatever order the list came (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 60 }), fc.string({ minLength: 8 }), fc.nat(20), (ids, text, wanted) => {
      const list = ids.map(listName)
      const drawn = drawFrom(list, text, wanted)
      expect(drawFrom(list.toReversed(), text, wanted)).toEqual(drawn)
      expect(drawn).toHaveLength(Math.min(wanted, list.length))
      expect(new Set(drawn).size).toBe(drawn.length)
      // As an outsider would do it.
      const outside = [...list].sort((a, b) => (hex(`${text} ${a}`) < hex(`${text} ${b}`) ? -1 : 1)).slice(0, wanted)
      expect(drawn).toEqual(outside)
    }),
    { seed },
  )
})

test('nobody’s entry is likelier than another’s', () => {
  const list = Array.from({ length: 40 }, (_, index) => listName(String(index)))
  const drawn = new Map(list.map((name) => [name, 0]))
  for (let round = 0; round < 2000; round++) for (const name of drawFrom(list, `round ${round}`, 10)) drawn.set(name, drawn.get(name)! + 1)
  // 500 expected each, with a standard deviation of about 19.
  expect(Math.min(...drawn.values())).toBeGreaterThan(400)
  expect(Math.max(...drawn.values())).toBeLessThan(600)
})

test('the commitment fits the seed and no other', () => {
  expect(commitmentOf('abc')).toBe(hex('hours-audit abc'))
  expect(commitmentOf('abd')).not.toBe(commitmentOf('abc'))
})

const hex = (text: string): string => createHash('sha256').update(text).digest('hex')
