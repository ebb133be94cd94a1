// Opinion groups of the default mode: the same places give the same groups, whatever the order of people and whatever went before.
import { kMeans, nearestCentres, type Centres, type Points } from './k-means.ts'
import { mergeNearest } from './merge-nearest.ts'
import type { Places } from './place-people.ts'
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
 * Ward's method on them, k-means from there. As many groups, two to six, as give the best silhouette; a group of one is no group.
 * @param clusters this many groups instead, as far as there are people
 * @returns no group without people, one group where no division leaves two people in each
 */
export function clusterPeople(places: Places, clusters?: number): Groups {
  if (places.x.length === 0) return { centres: places, labels: new Int32Array(0) }
  const points = basePoints(places)
  const cut = mergeNearest(points)
  const candidates = clusters === undefined ? [2, 3, 4, 5, 6] : [Math.min(clusters, points.x.length)]
  let best: { readonly centres: Centres; readonly score: number } | undefined
  for (const count of candidates) {
    if (count > points.x.length) break
    const start = centresOf(points, cut(count), count)
    const found = kMeans(points, start, { rounds: 50, still: 0 })
    if (clusters === undefined && (found.sizes.length < count || Math.min(...found.sizes) < 2)) continue
    const score = silhouette(points, found.labels, found.sizes.length)
    if (!best || score > best.score) best = { centres: found.centres, score }
  }
  const centres = best?.centres ?? centresOf(points, new Int32Array(points.x.length), 1)
  return largestFirst(places, centres)
}

/** At most 576 points with weights that stand for all people. */
function basePoints({ x, y }: Places): Points {
  if (x.length <= exactUpTo) return { x, y, weight: new Float64Array(x.length).fill(1) }
  let [left, right, low, high] = [x[0]!, x[0]!, y[0]!, y[0]!]
  for (let at = 1; at < x.length; at++) {
    left = Math.min(left, x[at]!)
    right = Math.max(right, x[at]!)
    low = Math.min(low, y[at]!)
    high = Math.max(high, y[at]!)
  }
  const squares = gridSide * gridSide
  const sums = { x: new Float64Array(squares), y: new Float64Array(squares), weight: new Float64Array(squares) }
  const step = (value: number, from: number, to: number) =>
    to > from ? Math.min(gridSide - 1, Math.floor(((value - from) / (to - from)) * gridSide)) : 0
  for (let at = 0; at < x.length; at++) {
    const square = step(y[at]!, low, high) * gridSide + step(x[at]!, left, right)
    sums.x[square]! += x[at]!
    sums.y[square]! += y[at]!
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

function largestFirst(places: Places, centres: Centres): Groups {
  const labels = nearestCentres(places, centres)
  const sizes = new Float64Array(centres.x.length)
  for (const label of labels) sizes[label]!++
  const order = [...sizes.keys()]
    .filter((label) => sizes[label]! > 0)
    .sort((one, other) => sizes[other]! - sizes[one]! || centres.x[one]! - centres.x[other]! || centres.y[one]! - centres.y[other]!)
  const place = new Int32Array(sizes.length)
  order.forEach((label, at) => (place[label] = at))
  return {
    centres: { x: Float64Array.from(order, (at) => centres.x[at]!), y: Float64Array.from(order, (at) => centres.y[at]!) },
    labels: labels.map((label) => place[label]!),
  }
}
