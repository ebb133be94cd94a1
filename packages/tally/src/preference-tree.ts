import type { Papers } from './prepare-papers.ts'

/**
 * Papers folded by common beginnings: all that begin 3, 1 share the nodes of 3 and of 1 behind 3, so a step of Meek's rule costs one product
 * per node and not one per preference on every paper. Parents come before their children.
 */
export interface PreferenceTree {
  readonly candidate: Int32Array
  /** Index of the node before, -1 at a first preference. */
  readonly parent: Int32Array
  /** Papers that pass through the node. */
  readonly papers: Float64Array
}

/** @returns the tree of all papers for so many candidates */
export function plantTree({ start, preferences, papers }: Papers, candidates: number): PreferenceTree {
  const most = preferences.length
  const candidate = new Int32Array(most)
  const parent = new Int32Array(most)
  const passing = new Float64Array(most)
  const children = new Map<number, number>()
  let size = 0
  for (let paper = 0; paper < papers.length; paper++) {
    let node = -1
    for (let place = start[paper]!; place < start[paper + 1]!; place++) {
      const key = (node + 1) * candidates + preferences[place]!
      let child = children.get(key)
      if (child === undefined) {
        child = size++
        children.set(key, child)
        candidate[child] = preferences[place]!
        parent[child] = node
      }
      passing[child] = passing[child]! + papers[paper]!
      node = child
    }
  }
  return { candidate: candidate.slice(0, size), parent: parent.slice(0, size), papers: passing.slice(0, size) }
}
