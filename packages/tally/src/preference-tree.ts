import type { Papers } from './prepare-papers.ts'

/**
 * Papers folded by common beginnings: all that begin 3, 1 share the nodes of 3 and of 1 behind 3, so a step of Meek's rule costs one product
 * per node and not one per preference on every paper. Every node is followed at once by all that lies behind it, so that where nothing is
 * handed down the walk goes on at `after`.
 */
export interface PreferenceTree {
  readonly candidate: Int32Array
  /** Index of the node before, -1 at a first preference. */
  readonly parent: Int32Array
  /** Papers that pass through the node. */
  readonly papers: Float64Array
  /** Index of the first node that does not lie behind this one. */
  readonly after: Int32Array
}

/** @returns the tree of all papers */
export function plantTree({ start, preferences, papers }: Papers): PreferenceTree {
  // Node 0 is the root; children are chained by `sibling`, in the order in which they are first met.
  const most = preferences.length + 1
  const whose = new Int32Array(most)
  const passing = new Float64Array(most)
  const child = new Int32Array(most)
  const sibling = new Int32Array(most)
  let size = 1
  for (let paper = 0; paper < papers.length; paper++) {
    let node = 0
    for (let place = start[paper]!; place < start[paper + 1]!; place++) {
      let next = child[node]!
      while (next !== 0 && whose[next] !== preferences[place]) next = sibling[next]!
      if (next === 0) {
        next = size++
        whose[next] = preferences[place]!
        sibling[next] = child[node]!
        child[node] = next
      }
      passing[next] = passing[next]! + papers[paper]!
      node = next
    }
  }
  return inOrder(size - 1, whose, passing, child, sibling)
}

/** Lays the nodes so that each is followed by what lies behind it. */
function inOrder(size: number, whose: Int32Array, passing: Float64Array, child: Int32Array, sibling: Int32Array): PreferenceTree {
  const candidate = new Int32Array(size)
  const parent = new Int32Array(size)
  const papers = new Float64Array(size)
  const after = new Int32Array(size)
  // What is open above the next node: its number before, and where it was laid.
  const opened: { readonly node: number; readonly place: number }[] = []
  let laid = 0
  let node = child[0]!
  for (;;) {
    if (node !== 0) {
      candidate[laid] = whose[node]!
      papers[laid] = passing[node]!
      parent[laid] = opened.at(-1)?.place ?? -1
      opened.push({ node, place: laid })
      laid++
      node = child[node]!
      continue
    }
    const done = opened.pop()
    if (!done) return { candidate, parent, papers, after }
    after[done.place] = laid
    node = sibling[done.node]!
  }
}
