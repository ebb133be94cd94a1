import { pathBoxes, type PathArrow } from '@ronghe/contract/insight/path-model.ts'
import { expect, test } from 'vitest'
import { drawing, placeArrows, placeBoxes } from './places.ts'

const integrations = ['management', 'service', 'resources', 'values'] as const
const arrows: readonly PathArrow[] = [
  ...(['organisationEmbedding', 'memberEmbedding'] as const).flatMap((from) =>
    integrations.map((to) => ({ from, to, because: 'embedding' as const })),
  ),
  { from: 'service', to: 'management', because: 'precondition' },
  { from: 'resources', to: 'management', because: 'means' },
  ...integrations.map((from) => ({ from, to: 'outcome' as const, because: 'outcome' as const })),
]

test('no two boxes lie on each other, and all lie in the drawing', () => {
  const boxes = placeBoxes(new Set(pathBoxes))
  expect(boxes.length).toBe(7)
  for (const [at, one] of boxes.entries()) {
    expect(one.x + one.width <= drawing.width && one.y >= 0 && one.y + one.height <= drawing.height).toBe(true)
    for (const other of boxes.slice(at + 1))
      expect(
        one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y,
      ).toBe(true)
  }
})

test('every arrow is drawn, no two of them the same; precondition and means are upright', () => {
  const placed = placeArrows(arrows, placeBoxes(new Set(pathBoxes)))
  expect(new Set(placed.map(({ path }) => path)).size).toBe(14)
  expect(placed.filter(({ path }) => path.includes('V')).map(({ because }) => because)).toEqual(['precondition', 'means'])
})

test('a box that is absent takes its arrows with it, and the other moves to the middle', () => {
  const drawn = new Set(pathBoxes.filter((box) => box !== 'memberEmbedding'))
  const boxes = placeBoxes(drawn)
  const [organs, outcome] = [boxes[0]!, boxes.at(-1)!]
  expect(organs.y).toBe(outcome.y)
  expect(placeArrows(arrows, boxes).length).toBe(10)
})
