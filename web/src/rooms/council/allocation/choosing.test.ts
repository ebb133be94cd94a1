import type { Choice } from '@ronghe/contract/council/allocation-ballots.ts'
import type { BallotForm } from '@ronghe/contract/council/allocation-rules.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostOf, moved, pointed, toggled, usedOf } from './choosing.ts'

const projects = ['a', 'b', 'c', 'd', 'e']
const taps = fc.array(fc.record({ id: fc.constantFrom(...projects), by: fc.constantFrom<1 | -1>(1, -1), move: fc.boolean() }), {
  maxLength: 60,
})
const forms = fc.constantFrom<BallotForm>({ form: 'approval', most: 3 }, { form: 'ranking', most: 3 }, { form: 'points', points: 4 })

test('whatever is tapped, a ballot never says more than its form allows, and no project twice', () => {
  fc.assert(
    fc.property(forms, taps, (ballot, sequence) => {
      let choices: readonly Choice[] = []
      for (const { id, by, move } of sequence) {
        const before = choices
        choices = ballot.form === 'points' ? pointed(choices, ballot, id, by) : move ? moved(choices, id, by) : toggled(choices, ballot, id)
        if (move && ballot.form !== 'points')
          expect(choices.toSorted((x, y) => (x.projectId < y.projectId ? -1 : 1))).toEqual(
            before.toSorted((x, y) => (x.projectId < y.projectId ? -1 : 1)),
          )
      }
      expect(usedOf(choices, ballot)).toBeLessThanOrEqual(mostOf(ballot))
      expect(new Set(choices.map(({ projectId }) => projectId)).size).toBe(choices.length)
      for (const { points } of choices) expect(points === undefined ? ballot.form !== 'points' : points > 0).toBe(true)
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

test('a project goes up and down the ranking one place at a time', () => {
  const ranking = [{ projectId: 'a' }, { projectId: 'b' }, { projectId: 'c' }]
  expect(moved(ranking, 'c', -1).map(({ projectId }) => projectId)).toEqual(['a', 'c', 'b'])
  expect(moved(ranking, 'a', -1)).toBe(ranking)
  expect(moved(ranking, 'c', 1)).toBe(ranking)
})
