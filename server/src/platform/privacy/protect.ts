/**
 * Complementary suppression in one table whose column totals are known. The table is read as a flow: from a source into each row
 * (the row total), from rows to columns (the cells), and out of the columns by fixed amounts. Changing hidden counts without
 * contradicting what is shown is then a circulation, and what must be hidden so that a small count could as well be k is the
 * cheapest set of paths that lets k - count more units through it (Cox 1995, Network models for complementary cell suppression;
 * the shortest-path heuristic of Kelly, Golden and Assad 1992).
 */
export interface Hidden {
  readonly cells: readonly (readonly boolean[])[]
  readonly rowTotals: readonly boolean[]
}

/** Every column total must be at least k; then a pattern always exists, in the worst case everything but those totals. */
export function protect(counts: readonly (readonly number[])[], k: number): Hidden {
  const network = networkOf(counts, k)
  const small = network.arcs.filter((arc) => arc.count < k)
  for (const arc of small) raise(network, arc, k - arc.count)
  // A count hidden on the way that turned out to be fixed by the others protects nobody: it may as well be read.
  for (const arc of network.arcs) if (arc.hidden && arc.count >= k && !canMove(network, arc)) arc.hidden = false
  const [rows, columns] = [counts.length, counts[0]!.length]
  return {
    cells: Array.from({ length: rows }, (_, r) =>
      network.arcs.slice(rows + r * columns, rows + (r + 1) * columns).map((arc) => arc.hidden),
    ),
    rowTotals: network.arcs.slice(0, rows).map((arc) => arc.hidden),
  }
}

interface Arc {
  readonly from: number
  readonly to: number
  readonly count: number
  /** What hiding it would cost the reader; a total is worth more than a cell, a large cell more than a small one. */
  readonly cost: number
  hidden: boolean
}
interface Network {
  readonly nodes: number
  readonly arcs: readonly Arc[]
  readonly at: readonly (readonly Arc[])[]
}
interface Step {
  readonly arc: Arc
  readonly node: number
  readonly up: boolean
}

/** Node 0 is the source, then the rows, then the columns. */
function networkOf(counts: readonly (readonly number[])[], k: number): Network {
  const rows = counts.length
  const arc = (from: number, to: number, count: number, weight: number): Arc => ({
    from,
    to,
    count,
    cost: weight * (1 + Math.log2(1 + count)),
    hidden: count < k,
  })
  const totals = counts.map((row, r) =>
    arc(
      0,
      1 + r,
      row.reduce((total, count) => total + count, 0),
      3,
    ),
  )
  const cells = counts.flatMap((row, r) => row.map((count, c) => arc(1 + r, 1 + rows + c, count, 1)))
  const arcs = [...totals, ...cells]
  const nodes = 1 + rows + counts[0]!.length
  const at: Arc[][] = Array.from({ length: nodes }, () => [])
  for (const one of arcs) {
    at[one.from]!.push(one)
    at[one.to]!.push(one)
  }
  return { nodes, arcs, at }
}

/** Hides what is needed so that `arc` could be larger by `units`. */
function raise(network: Network, arc: Arc, units: number): void {
  const change = new Map<Arc, number>()
  for (let left = units; left > 0;) {
    const path = cheapestPath(network, arc, change, true)
    // Cannot happen while column totals are at least k: all of a column could move into one row.
    if (!path) throw new Error(`a count of ${arc.count} cannot be protected`)
    const most = Math.min(left, ...path.map((step) => (step.up ? Infinity : step.arc.count + (change.get(step.arc) ?? 0))))
    for (const step of path) {
      step.arc.hidden = true
      change.set(step.arc, (change.get(step.arc) ?? 0) + (step.up ? most : -most))
    }
    left -= most
  }
}

/** Whether the hidden ones leave this one more than one value: it can go up along some path back, or down along the reverse. */
function canMove(network: Network, arc: Arc): boolean {
  if (cheapestPath(network, arc, new Map(), false)) return true
  const reversed: Arc = { ...arc, from: arc.to, to: arc.from }
  return arc.count > 0 && cheapestPath(network, reversed, new Map(), false, arc) !== undefined
}

/**
 * The cheapest way round from the head of an arc to its tail: along an arc its count goes up, against it down, never below zero.
 * What is hidden already costs nothing; with `mayHide` false nothing else is used.
 */
function cheapestPath(
  network: Network,
  arc: Arc,
  change: ReadonlyMap<Arc, number>,
  mayHide: boolean,
  without: Arc = arc,
): Step[] | undefined {
  const distance = Array.from({ length: network.nodes }, () => Infinity)
  const came: (Step | undefined)[] = Array.from({ length: network.nodes })
  const done = new Set<number>()
  distance[arc.to] = 0
  for (;;) {
    let here = -1
    for (let node = 0; node < network.nodes; node += 1)
      if (!done.has(node) && distance[node]! < (here < 0 ? Infinity : distance[here]!)) here = node
    if (here < 0) return undefined
    if (here === arc.from) break
    done.add(here)
    for (const next of network.at[here]!) {
      if (next === without || (!next.hidden && !mayHide)) continue
      const up = next.from === here
      if (!up && next.count + (change.get(next) ?? 0) <= 0) continue
      const there = up ? next.to : next.from
      const length = distance[here]! + (next.hidden ? 0.001 : next.cost)
      if (length >= distance[there]!) continue
      distance[there] = length
      came[there] = { arc: next, node: here, up }
    }
  }
  const path: Step[] = []
  for (let node = arc.from; node !== arc.to;) {
    const step = came[node]!
    path.push(step)
    node = step.node
  }
  return path
}
