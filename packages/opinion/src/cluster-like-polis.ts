// Opinion groups as Polis finds them on a cold start. The answer depends on the order of the rows: the default mode does it better.
import { kMeans, type Centres, type Points } from './k-means.ts'
import { silhouette } from './silhouette.ts'

const baseClusters = 100
const mostGroups = 5

/**
 * First up to a hundred base clusters of people, then two to five groups of base clusters, as many as give the best silhouette (of
 * equals the most).
 * @param points people in the order in which they were first met, each of weight 1
 * @param groups this many instead
 * @returns point -> group
 */
export function clusterLikePolis(points: Points, groups?: number): Int32Array {
  if (points.x.length === 0) return new Int32Array(0)
  const base = kMeans(points, firstDistinct(points, baseClusters), { rounds: 100, still: 0.01 })
  const basePoints = { ...base.centres, weight: base.sizes }
  const alike = { ...base.centres, weight: new Float64Array(base.sizes.length).fill(1) }
  const most = groups ?? Math.min(mostGroups, 2 + Math.floor(base.sizes.length / 12))
  let best: { readonly labels: Int32Array; readonly score: number } | undefined
  for (let count = groups ?? 2; count <= most; count++) {
    const { labels, sizes } = kMeans(basePoints, firstDistinct(basePoints, count), { rounds: 20, still: 0.01 })
    const score = silhouette(alike, labels, sizes.length)
    if (!best || score >= best.score) best = { labels, score }
  }
  return base.labels.map((cluster) => best!.labels[cluster]!)
}

function firstDistinct({ x, y }: Points, count: number): Centres {
  const seen = new Set<string>()
  const chosen: number[] = []
  for (let at = 0; at < x.length && chosen.length < count; at++) {
    const place = `${x[at]} ${y[at]}`
    if (!seen.has(place)) chosen.push(at)
    seen.add(place)
  }
  return { x: Float64Array.from(chosen, (at) => x[at]!), y: Float64Array.from(chosen, (at) => y[at]!) }
}
