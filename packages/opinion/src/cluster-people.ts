// Opinion groups of the default mode: the same places give the same groups, whatever the order of people and whatever went before.
import { kMeans, nearestCentres, type Centres, type Points } from './k-means.ts'
import { mergeNearest } from './merge-nearest.ts'
import type { Places } from './place-people.ts'
import { leastSeen } from './report-groups.ts'
import { silhouette } from './silhouette.ts'

const exactUpTo = 250
const gridSide = 24

export interface Groups {
  readonly centres: Centres
  /** person -> group; groups from the largest to the smallest */
  readonly labels: Int32Array
}

/**
 * Sorts people into groups: base points (people themselves, or the means of the squares of a 24 x 24 grid where there are more than 250),
 * Ward's method on them, k-means from there. As many groups, two to six, as give the best silhouette; fewer than five people are no group,
 * since nothing could be said about them.
 * @param clusters this many groups instead, as far as there are people
 * @param rows only the people at these places; everybody where left out
 * @returns no group without people, one group where no division leaves five people in each
 */
export function clusterPeople(places: Places, clusters?: number, rows: Uint32Array = everybody(places)): Groups {
  if (rows.length === 0) return { centres: { x: new Float64Array(0), y: new Float64Array(0) }, labels: new Int32Array(0) }
  const points = basePoints(places, rows)
  const cut = mergeNearest(points)
  const candidates = clusters === undefined ? [2, 3, 4, 5, 6] : [Math.min(clusters, points.x.length)]
  let best: { readonly centres: Centres; readonly score: number } | undefined
  for (const count of candidates) {
    if (count > points.x.length) break
    const start = centresOf(points, cut(count), count)
    const found = kMeans(points, start, { rounds: 50, still: 0 })
    if (clusters === undefined && (found.sizes.length < count || Math.min(...found.sizes) < leastSeen)) continue
    const score = silhouette(points, found.labels, found.sizes.length)
    if (!best || score > best.score) best = { centres: found.centres, score }
  }
  const centres = best?.centres ?? centresOf(points, new Int32Array(points.x.length), 1)
  return largestFirst(places, centres, rows)
}

const everybody = ({ x }: Places): Uint32Array => Uint32Array.from(x.keys())

/** At most 576 points with weights that stand for all people. */
function basePoints({ x, y }: Places, rows: Uint32Array): Points {
  if (rows.length <= exactUpTo) {
    const of = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!)
    return { x: of(x), y: of(y), weight: new Float64Array(rows.length).fill(1) }
  }
  let [left, low] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [right, high] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of rows) {
    left = Math.min(left, x[row]!)
    right = Math.max(right, x[row]!)
    low = Math.min(low, y[row]!)
    high = Math.max(high, y[row]!)
  }
  const squares = gridSide * gridSide
  const sums = { x: new Float64Array(squares), y: new Float64Array(squares), weight: new Float64Array(squares) }
  const step = (value: number, from: number, to: number) =>
    to > from ? Math.min(gridSide - 1, Math.floor(((value - from) / (to - from)) * gridSide)) : 0
  for (const row of rows) {
    const square = step(y[row]!, low, high) * gridSide + step(x[row]!, left, right)
    sums.x[square]! += x[row]!
    sums.y[square]! += y[row]!
    sums.weight[square]! += 1
  }
  const kept = [...sums.weight.keys()].filter((square) => sums.weight[square]! > 0)
  return {
    x: Float64Array.from(kept, (square) => sums.x[square]! / sums.weight[square]!),
    y: Float64Array.from(kept, (square) => sums.y[square]! / sums.weight[square]!),
    weight: Float64Array.from(kept, (square) => sums.weight[square]!),
  }
}

function centresOf({ x, y, weight }: Points, labels: Int32Array, count: number): Centres {
  const centres = { x: new Float64Array(count), y: new Float64Array(count) }
  const sizes = new Float64Array(count)
  for (let at = 0; at < x.length; at++) {
    const label = labels[at]!
    sizes[label]! += weight[at]!
    centres.x[label]! += x[at]! * weight[at]!
    centres.y[label]! += y[at]! * weight[at]!
  }
  return { x: centres.x.map((sum, at) => sum / sizes[at]!), y: centres.y.map((sum, at) => sum / sizes[at]!) }
}

function largestFirst(places: Places, centres: Centres, rows: Uint32Array): Groups {
  const labels = nearestCentres(places, centres, rows)
  const sizes = new Float64Array(centres.x.length)
  for (const label of labels) sizes[label]!++
  const order = [...sizes.keys()]
    .filter((label) => sizes[label]! > 0)
    .sort((one, other) => sizes[other]! - sizes[one]! || centres.x[one]! - centres.x[other]! || centres.y[one]! - centres.y[other]!)
  const place = new Int32Array(sizes.length)
  order.forEach((label, at) => (place[label] = at))
  for (let at = 0; at < labels.length; at++) labels[at] = place[labels[at]!]!
  return {
    centres: { x: Float64Array.from(order, (at) => centres.x[at]!), y: Float64Array.from(order, (at) => centres.y[at]!) },
    labels,
  }
}
