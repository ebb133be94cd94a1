// The small algorithms, against brute force.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedRand } from './adjusted-rand.ts'
import { clusterPeople } from './cluster-people.ts'
import { findAxes } from './find-axes.ts'
import { kMeans, nearestCentres } from './k-means.ts'
import { matchGroups } from './match-groups.ts'
import { mergeNearest } from './merge-nearest.ts'
import { silhouette } from './silhouette.ts'
import { seededNumbers } from './seeded-numbers.ts'

const runs = { seed: 20261123, numRuns: 200 }
const coordinate = fc.integer({ min: -20, max: 20 })
const points = (minLength: number, maxLength: number) => fc.array(fc.tuple(coordinate, coordinate), { minLength, maxLength }).map(pointsOf)

test('groups are matched so that most people keep their id: the best of all ways', () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }))
  fc.assert(
    fc.property(table, (overlap) => {
      const matched = matchGroups(overlap)
      const kept = matched.filter((place) => place >= 0)
      expect(new Set(kept).size).toBe(kept.length)
      const shared = matched.reduce((sum, place, row) => sum + (place < 0 ? 0 : overlap[row]![place]!), 0)
      expect(shared).toBe(mostShared(overlap, 0, new Set()))
    }),
    runs,
  )
})

test('the adjusted Rand index: 1 whatever groups are called, the value of a worked example', () => {
  expect(adjustedRand([0, 0, 1, 1], [5, 5, 2, 2])).toBe(1)
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 12)
  expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12)
  expect(() => adjustedRand([0], [])).toThrow(RangeError)
})

test('the nearest centre is the nearest centre', () => {
  fc.assert(
    fc.property(points(1, 30), points(1, 12), (people, centres) => {
      const labels = nearestCentres(people, centres)
      people.x.forEach((x, at) => {
        const distances = [...centres.x.keys()].map((place) => (x - centres.x[place]!) ** 2 + (people.y[at]! - centres.y[place]!) ** 2)
        expect(labels[at]).toBe(distances.indexOf(Math.min(...distances)))
      })
    }),
    runs,
  )
})

test('k-means ends where nothing can be moved', () => {
  fc.assert(
    fc.property(points(3, 40), (people) => {
      const { centres, labels, sizes } = kMeans(people, { x: people.x.slice(0, 3), y: people.y.slice(0, 3) }, { rounds: 200, still: 0 })
      expect(nearestCentres(people, centres)).toEqual(labels)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people.x.length)
      expect(Math.min(...sizes)).toBeGreaterThan(0)
    }),
    runs,
  )
})

test('Ward’s method joins what costs least at every step', () => {
  fc.assert(
    fc.property(points(2, 9), (people) => {
      const cut = mergeNearest(people)
      for (let clusters = people.x.length; clusters > 1; clusters--) {
        const before = cut(clusters)
        const after = cut(clusters - 1)
        expect(new Set(after).size).toBe(clusters - 1)
        const cheapest = Math.min(
          ...pairs(clusters).map(
            ([one, other]) => spreadOf(people, before, (label) => (label === other ? one : label)) - spreadOf(people, before),
          ),
        )
        expect(spreadOf(people, after) - spreadOf(people, before)).toBeCloseTo(cheapest, 8)
      }
    }),
    runs,
  )
})

test('the silhouette of weighted points is that of as many points', () => {
  fc.assert(
    fc.property(points(3, 8), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }), (people, weights) => {
      const labels = people.x.map((_, at) => at % 2)
      const weighted = { ...people, weight: Float64Array.from(people.x, (_, at) => weights[at]!) }
      const copies = [...people.x.keys()].flatMap((at) => Array<number>(weights[at]!).fill(at))
      const plain = pointsOf(copies.map((at) => [people.x[at]!, people.y[at]!]))
      expect(silhouette(weighted, labels, 2)).toBeCloseTo(
        silhouette(
          plain,
          copies.map((at) => labels[at]!),
          2,
        ),
        9,
      )
    }),
    runs,
  )
})

test('two clouds far apart are two groups, the larger first', () => {
  const random = seededNumbers('clouds')
  const cloud = (size: number, at: number) =>
    Array.from({ length: size }, () => [at + random() + random(), random() + random()] as [number, number])
  for (const scale of [1, 20]) {
    const { labels } = clusterPeople(pointsOf([...cloud(10 * scale, 8), ...cloud(30 * scale, 0)]))
    expect(labels).toEqual(Int32Array.from({ length: 40 * scale }, (_, at) => (at < 10 * scale ? 1 : 0)))
  }
})

test('the axes are the leading eigenvectors, also where there is one or none', () => {
  const entries = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(entries, (rows) => {
      const matrix = rows[0]!.map((_, one) => rows[0]!.map((__, other) => rows.reduce((sum, row) => sum + row[one]! * row[other]!, 0)))
      const times = (vector: ArrayLike<number>) => matrix.map((row) => row.reduce((sum, value, at) => sum + value * vector[at]!, 0))
      const { components, values } = findAxes((vector, into) => into.set(times(vector)), 6)
      components.forEach((component, which) => {
        const length = Math.hypot(...component)
        expect(length === 0 ? values[which] : length).toBeCloseTo(length === 0 ? 0 : 1, 9)
        times(component).forEach((value, at) => expect(value).toBeCloseTo(values[which]! * component[at]!, 5))
      })
      expect(components[0].reduce((sum, value, at) => sum + value * components[1][at]!, 0)).toBeCloseTo(0, 7)
      // No direction spreads more than the first axis.
      const random = seededNumbers(JSON.stringify(rows))
      for (let round = 0; round < 20; round++) {
        const vector = Array.from({ length: 6 }, () => random() - 0.5)
        const spread = times(vector).reduce((sum, value, at) => sum + value * vector[at]!, 0) / Math.hypot(...vector) ** 2
        expect(spread).toBeLessThanOrEqual(values[0] + 1e-8)
      }
    }),
    runs,
  )
})

function pointsOf(places: readonly (readonly [number, number])[]) {
  return {
    x: Float64Array.from(places, ([x]) => x),
    y: Float64Array.from(places, ([, y]) => y),
    weight: new Float64Array(places.length).fill(1),
  }
}

function mostShared(overlap: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  if (row === overlap.length) return 0
  const ways = overlap[row]!.flatMap((shared, column) =>
    taken.has(column) ? [] : [shared + mostShared(overlap, row + 1, new Set([...taken, column]))],
  )
  return Math.max(mostShared(overlap, row + 1, taken), ...ways)
}

function spreadOf({ x, y }: { x: Float64Array; y: Float64Array }, labels: Int32Array, rename = (label: number) => label): number {
  const names = [...labels].map(rename)
  let sum = 0
  for (const name of new Set(names)) {
    const own = [...x.keys()].filter((at) => names[at] === name)
    for (const values of [x, y]) {
      const mean = own.reduce((total, at) => total + values[at]!, 0) / own.length
      sum += own.reduce((total, at) => total + (values[at]! - mean) ** 2, 0)
    }
  }
  return sum
}

function pairs(count: number): [number, number][] {
  return Array.from({ length: count }, (_, one) => Array.from({ length: one }, (__, other): [number, number] => [one, other])).flat()
}
