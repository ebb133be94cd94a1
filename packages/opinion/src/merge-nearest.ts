// Ward's method: join, again and again, the two clusters whose union spreads least. Nothing is drawn and nothing depends on history.
import type { Points } from './k-means.ts'

/**
 * @returns for a number of clusters from 1 to the number of points, in which each point is
 * Source: Ward (1963); nearest-neighbour chains of Murtagh (1983), time in the square of the number of points.
 */
export function mergeNearest({ x, y, weight }: Points): (clusters: number) => Int32Array {
  const merges = chain(x.slice(), y.slice(), weight.slice())
  return (clusters) => {
    const parent = Array.from(x.keys())
    const find = (point: number): number => {
      let root = point
      while (parent[root] !== root) root = parent[root]!
      return root
    }
    for (const { kept, gone } of merges.slice(0, Math.max(0, x.length - clusters))) parent[find(gone)] = find(kept)
    const names = new Map<number, number>()
    return Int32Array.from(x, (_, point) => {
      const root = find(point)
      if (!names.has(root)) names.set(root, names.size)
      return names.get(root)!
    })
  }
}

interface Merge {
  readonly kept: number
  readonly gone: number
  /** how much the spread grows */
  readonly cost: number
}

/** The merges from the cheapest to the dearest. */
function chain(x: Float64Array, y: Float64Array, weight: Float64Array): Merge[] {
  const alive = new Set(x.keys())
  const merges: Merge[] = []
  const path: number[] = []
  while (alive.size > 1) {
    if (path.length === 0) path.push(alive.values().next().value!)
    const tip = path.at(-1)!
    const before = path.at(-2)
    let nearest = before ?? -1
    let least = before === undefined ? Number.POSITIVE_INFINITY : costOf(tip, before)
    for (const other of alive) {
      if (other === tip) continue
      const cost = costOf(tip, other)
      // The one before on the path wins a tie: otherwise the path could go round in a circle.
      if (cost < least) {
        least = cost
        nearest = other
      }
    }
    if (nearest !== before) {
      path.push(nearest)
      continue
    }
    path.length -= 2
    const [kept, gone] = tip < nearest ? [tip, nearest] : [nearest, tip]
    const both = weight[kept]! + weight[gone]!
    x[kept] = (x[kept]! * weight[kept]! + x[gone]! * weight[gone]!) / both
    y[kept] = (y[kept]! * weight[kept]! + y[gone]! * weight[gone]!) / both
    weight[kept] = both
    alive.delete(gone)
    merges.push({ kept, gone, cost: least })
  }
  return merges.sort((one, other) => one.cost - other.cost)

  function costOf(one: number, other: number): number {
    const [across, up] = [x[one]! - x[other]!, y[one]! - y[other]!]
    return ((weight[one]! * weight[other]!) / (weight[one]! + weight[other]!)) * (across * across + up * up)
  }
}
