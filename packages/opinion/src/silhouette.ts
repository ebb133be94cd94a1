import type { Points } from './k-means.ts'

/**
 * How much nearer points are to their own cluster than to the next one, from -1 to 1: the mean over points of (b − a) / max(a, b). Weights
 * count as so many points at the same place; with all weights 1 it is the plain silhouette. A point alone in its cluster counts 0.
 * @param labels point -> cluster
 * @returns 0 where there is one cluster only
 * Source: Rousseeuw, "Silhouettes" (1987). Takes time in the square of the number of points: for base points, not for people.
 */
export function silhouette({ x, y, weight }: Points, labels: ArrayLike<number>, clusters: number): number {
  const sizes = new Float64Array(clusters)
  for (let at = 0; at < x.length; at++) sizes[labels[at]!]! += weight[at]!
  const sums = new Float64Array(clusters)
  let [score, all] = [0, 0]
  for (let at = 0; at < x.length; at++) {
    const own = labels[at]!
    all += weight[at]!
    if (sizes[own]! <= 1) continue
    sums.fill(0)
    for (let other = 0; other < x.length; other++) {
      const [across, up] = [x[at]! - x[other]!, y[at]! - y[other]!]
      sums[labels[other]!]! += weight[other]! * Math.sqrt(across * across + up * up)
    }
    const inside = sums[own]! / (sizes[own]! - 1)
    let outside = Number.POSITIVE_INFINITY
    for (let cluster = 0; cluster < clusters; cluster++) {
      if (cluster !== own && sizes[cluster]! > 0) outside = Math.min(outside, sums[cluster]! / sizes[cluster]!)
    }
    const larger = Math.max(inside, outside)
    if (Number.isFinite(outside) && larger > 0) score += (weight[at]! * (outside - inside)) / larger
  }
  return all > 0 ? score / all : 0
}
