import { expect, test } from 'vitest'
import { onCircle, strokeOf } from './on-circle.ts'

const organ = (id: string, party: 'government' | 'social' | 'residents') => ({
  id,
  party,
  name: { 'zh-CN': id },
  kind: 'partner' as const,
  joint: 0,
})

test('organs stand on a circle by party, each with a number of its own, none on another', () => {
  const placed = onCircle([organ('a', 'social'), organ('b', 'government'), organ('c', 'residents'), organ('d', 'government')], 100, 80)
  expect(placed.map(({ id, number }) => [id, number])).toEqual([
    ['b', 1],
    ['d', 2],
    ['c', 3],
    ['a', 4],
  ])
  for (const { x, y } of placed) expect(Math.hypot(x - 100, y - 100)).toBeCloseTo(80)
  expect(new Set(placed.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(4)
  expect(placed[0]).toMatchObject({ x: expect.closeTo(100), y: expect.closeTo(20) })
  expect(onCircle([], 100, 80)).toEqual([])
})

test('a line grows with what is done together and never hides the others', () => {
  expect(strokeOf(1)).toBeGreaterThan(1)
  expect(strokeOf(4)).toBeGreaterThan(strokeOf(2))
  expect(strokeOf(400)).toBe(5)
})
