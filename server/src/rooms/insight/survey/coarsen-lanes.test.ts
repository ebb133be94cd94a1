import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coarsenLanes, fewestTogether } from './coarsen-lanes.ts'

const seeded = { seed: 20261123, numRuns: 500 } as const
const groups = ['newcomer', 'local', 'unstated'] as const
type Group = (typeof groups)[number]
const rows = (laneId: string | null, group: Group, count: number) => Array.from({ length: count }, () => ({ laneId, group }))
const countBy = (placed: readonly { laneId: string | null; group: Group }[]) =>
  Map.groupBy(placed, ({ laneId, group }) => (laneId === null ? 'none' : `${laneId} ${group}`))

test('a cell of nine loses its lane; alone it would still be known, so the smallest large cell joins it', () => {
  const result = coarsenLanes([...rows('a', 'newcomer', 30), ...rows('a', 'local', 9), ...rows('b', 'local', 12)])
  expect([...countBy(result)].map(([cell, all]) => [cell, all.length])).toEqual([
    ['a newcomer', 30],
    ['none', 21],
  ])
})

test('a large cell stays where nobody is left over', () => {
  expect(coarsenLanes([...rows('a', 'newcomer', 10), ...rows('b', 'local', 10)]).filter(({ laneId }) => laneId === null)).toEqual([])
})

test('whoever knows which doors answered finds ten responses or more for each of them, or none with a lane at all', () => {
  const cells = fc.array(fc.record({ laneId: fc.constantFrom('a', 'b', 'c', 'd'), group: fc.constantFrom(...groups), count: fc.nat(25) }), {
    maxLength: 10,
  })
  fc.assert(
    fc.property(cells, (drawn) => {
      const responses = drawn.flatMap(({ laneId, group, count }) => rows(laneId, group, count))
      const result = coarsenLanes(responses)
      // Nobody is lost, nobody changes group or gets another lane.
      expect(result).toHaveLength(responses.length)
      result.forEach((response, index) => {
        expect(response.group).toBe(responses[index]!.group)
        expect([null, responses[index]!.laneId]).toContain(response.laneId)
      })
      const sizes = countBy(result)
      for (const [cell, all] of sizes)
        if (cell !== 'none' || responses.length >= fewestTogether) expect(all.length).toBeGreaterThanOrEqual(fewestTogether)
      if (responses.length < fewestTogether) expect(result.every(({ laneId }) => laneId === null)).toBe(true)
    }),
    seeded,
  )
})
