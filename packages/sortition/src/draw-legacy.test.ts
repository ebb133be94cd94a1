import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyPanel, smallPool } from './brute-force.testing.ts'
import { drawLegacy } from './draw-legacy.ts'
import { hasInstances, instance } from './instances.testing.ts'
import { seededRandom } from './random.ts'
import { sortIntoTypes } from './sort-into-types.ts'

test.skipIf(!hasInstances)(
  'example_small: the rarest people have about one chance in a hundred, as published (0.96 %, bound 1.21 %), not ten',
  () => {
    const { pool, seats } = instance('example_small_20')
    const problem = sortIntoTypes(pool, { seats })
    const random = seededRandom('legacy')
    const counts = new Map<number, number>()
    const draws = 1500
    for (let draw = 0; draw < draws; draw++) {
      const drawn = drawLegacy(problem, random)
      if (drawn.kind !== 'panel') throw new Error('gave up')
      for (const person of drawn.people) counts.set(person, (counts.get(person) ?? 0) + 1)
    }
    const means = problem.types.map(
      ({ people }) => people.reduce((sum, person) => sum + (counts.get(person) ?? 0), 0) / people.length / draws,
    )
    expect(Math.min(...means)).toBeGreaterThan(0.005)
    expect(Math.min(...means)).toBeLessThan(0.018)
  },
)

test('small pools: what the greedy rule draws keeps quotas and households', () => {
  fc.assert(
    fc.property(smallPool, fc.string(), ({ pool, seats }, seed) => {
      const drawn = drawLegacy(sortIntoTypes(pool, { seats }), seededRandom(seed))
      const panels = everyPanel(pool, seats).map((panel) => panel.join())
      if (panels.length === 0) expect(drawn.kind).toBe('gave up')
      else if (drawn.kind === 'panel') expect(panels).toContain(drawn.people.toSorted((one, other) => one - other).join())
    }),
    { seed: 20261123, numRuns: 200 },
  )
})

test('a quota that needs everybody there is can be met', () => {
  const quotas = [
    { category: 'origin', feature: 'newcomer', min: 2, max: 2 },
    { category: 'origin', feature: 'local', min: 2, max: 2 },
  ]
  const people = [0, 0, 1, 1, 1, 1, 1].map((feature, index) => ({ row: index + 1, features: [feature] }))
  const problem = sortIntoTypes({ quotas, people }, { seats: 4 })
  for (let seed = 0; seed < 50; seed++) expect(drawLegacy(problem, seededRandom(String(seed)), 1).kind).toBe('panel')
})
