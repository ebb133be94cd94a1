import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elections, runs } from './elections.testing.ts'
import { plantTree } from './preference-tree.ts'
import { preparePapers } from './prepare-papers.ts'

test('every beginning of a paper is one node, with the papers that begin so, and all behind it before `after`', () => {
  fc.assert(
    fc.property(elections(), (election) => {
      const beginnings = new Map<string, number>()
      for (const { papers, preferences } of election.ballots)
        preferences.forEach((_, index) => {
          const beginning = preferences.slice(0, index + 1).join(' ')
          beginnings.set(beginning, (beginnings.get(beginning) ?? 0) + papers)
        })
      const { candidate, parent, papers, after } = plantTree(preparePapers(election))
      const path = (node: number): number[] => (node === -1 ? [] : [...path(parent[node]!), candidate[node]!])
      const paths = Array.from(candidate, (_, node) => path(node).join(' '))
      expect(new Map(paths.map((one, node) => [one, papers[node]!]))).toEqual(beginnings)
      paths.forEach((one, node) => {
        const behind = paths.flatMap((other, index) => (other.startsWith(`${one} `) ? [index] : []))
        expect(behind).toEqual(Array.from({ length: after[node]! - node - 1 }, (_, index) => node + 1 + index))
      })
    }),
    runs(150),
  )
})
