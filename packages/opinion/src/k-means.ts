// Lloyd's k-means in the plane, with weights. The labels are those of the plain loop over all centres; looking at centres in the
// order of x and stopping when x alone is farther than the best only saves time.

export interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
  /** how many people a point stands for */
  readonly weight: Float64Array
}

export interface Centres {
  readonly x: Float64Array
  readonly y: Float64Array
}

export interface Clustering {
  readonly centres: Centres
  /** point -> cluster */
  readonly labels: Int32Array
  /** cluster -> weight; never 0 */
  readonly sizes: Float64Array
}

/**
 * @param start where the centres begin; clusters that become empty are dropped
 * @param rounds at most
 * @param still stop when no centre (compared in the order of x) moved farther than this
 */
export function kMeans(points: Points, start: Centres, { rounds, still }: { readonly rounds: number; readonly still: number }): Clustering {
  let centres = start
  let labels = nearestCentres(points, centres)
  for (let round = 0; ; round++) {
    const next = meansOf(points, labels, centres.x.length)
    const moved = next.x.length === centres.x.length ? farthestMove(centres, next) : Number.POSITIVE_INFINITY
    centres = next
    labels = nearestCentres(points, centres)
    if (moved <= still || round + 1 >= rounds) break
  }
  const sizes = new Float64Array(centres.x.length)
  for (let at = 0; at < labels.length; at++) sizes[labels[at]!]! += points.weight[at]!
  return withoutEmpty({ centres, labels, sizes })
}

/** point -> nearest centre; of two equally near the first. @param rows only these points */
export function nearestCentres({ x, y }: Omit<Points, 'weight'>, centres: Centres, rows?: Uint32Array): Int32Array {
  const order = Array.from(centres.x.keys()).sort((one, other) => centres.x[one]! - centres.x[other]! || one - other)
  const sortedX = Float64Array.from(order, (place) => centres.x[place]!)
  const sortedY = Float64Array.from(order, (place) => centres.y[place]!)
  const labels = new Int32Array(rows?.length ?? x.length)
  for (let at = 0; at < labels.length; at++) {
    const point = rows ? rows[at]! : at
    const px = x[point]!
    const py = y[point]!
    let right = firstAtLeast(sortedX, px)
    let left = right - 1
    let best = Number.POSITIVE_INFINITY
    let label = 0
    while (left >= 0 || right < sortedX.length) {
      const toLeft = left >= 0 ? px - sortedX[left]! : Number.POSITIVE_INFINITY
      const toRight = right < sortedX.length ? sortedX[right]! - px : Number.POSITIVE_INFINITY
      const across = Math.min(toLeft, toRight)
      if (across * across > best) break
      const place = toLeft <= toRight ? left-- : right++
      const up = sortedY[place]! - py
      const distance = across * across + up * up
      if (distance < best || (distance === best && order[place]! < label)) {
        best = distance
        label = order[place]!
      }
    }
    labels[at] = label
  }
  return labels
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function meansOf({ x, y, weight }: Points, labels: Int32Array, count: number): Centres {
  const sums = { x: new Float64Array(count), y: new Float64Array(count), weight: new Float64Array(count) }
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!
    sums.x[label]! += x[at]! * weight[at]!
    sums.y[label]! += y[at]! * weight[at]!
    sums.weight[label]! += weight[at]!
  }
  const kept = [...sums.weight.keys()].filter((cluster) => sums.weight[cluster]! > 0)
  return {
    x: Float64Array.from(kept, (cluster) => sums.x[cluster]! / sums.weight[cluster]!),
    y: Float64Array.from(kept, (cluster) => sums.y[cluster]! / sums.weight[cluster]!),
  }
}

function farthestMove(before: Centres, after: Centres): number {
  const sorted = ({ x, y }: Centres) => Array.from(x.keys()).sort((one, other) => x[one]! - x[other]! || y[one]! - y[other]!)
  const [was, is] = [sorted(before), sorted(after)]
  return Math.max(...was.map((one, at) => Math.hypot(before.x[one]! - after.x[is[at]!]!, before.y[one]! - after.y[is[at]!]!)))
}

function withoutEmpty({ centres, labels, sizes }: Clustering): Clustering {
  const kept = [...sizes.keys()].filter((cluster) => sizes[cluster]! > 0)
  if (kept.length === sizes.length) return { centres, labels, sizes }
  const place = new Map(kept.map((cluster, at) => [cluster, at]))
  return {
    centres: { x: Float64Array.from(kept, (at) => centres.x[at]!), y: Float64Array.from(kept, (at) => centres.y[at]!) },
    labels: labels.map((label) => place.get(label)!),
    sizes: Float64Array.from(kept, (at) => sizes[at]!),
  }
}
