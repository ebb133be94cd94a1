import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxBetween, type CoverBox, moved, resized } from './cover-boxes.ts'

const part = fc.double({ min: -0.5, max: 1.5, noNaN: true })
const seen = { seed: 20261123, numRuns: 300 }

const inside = ({ left, top, width, height }: CoverBox): boolean =>
  left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= 1 + 1e-9 && top + height <= 1 + 1e-9

test('a box drawn in any direction is the same box', () => {
  expect(boxBetween([0.75, 0.5], [0.25, 0.25])).toEqual({ left: 0.25, top: 0.25, width: 0.5, height: 0.25 })
  expect(boxBetween([0.25, 0.25], [0.75, 0.5])).toEqual({ left: 0.25, top: 0.25, width: 0.5, height: 0.25 })
})

test('a tap covers nothing', () => {
  expect(boxBetween([0.4, 0.4], [0.402, 0.403])).toBeUndefined()
})

test('whatever is drawn, moved or resized stays on the picture', () => {
  fc.assert(
    fc.property(part, part, part, part, part, part, (ax, ay, bx, by, x, y) => {
      const box = boxBetween([ax, ay], [bx, by])
      if (!box) return
      expect(inside(box)).toBe(true)
      expect(inside(moved(box, x, y))).toBe(true)
      expect(inside(resized(box, x, y))).toBe(true)
    }),
    seen,
  )
})
