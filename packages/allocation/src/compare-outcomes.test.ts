import { expect, test } from 'vitest'
import { compareOutcomes } from './compare-outcomes.ts'
import { approvals } from './elections.testing.ts'
import { shareEqually } from './share-equally.ts'
import { weighTurnout } from './weigh-turnout.ts'

const election = approvals(10, { a: 6, b: 4, c: 3 }, ['a', 'ab', 'c', 'bc', ''])
const groups = ['local', 'local', 'newcomer', 'newcomer', undefined]

test('who has nothing, how many of their projects are funded, and who prefers what, for all and for both groups', () => {
  const { all, groups: by } = compareOutcomes(election, ['a', 'c'], ['a', 'b'], { groups })
  expect(all).toMatchObject({ voters: 5, preferOne: 1, preferOther: 2, indifferent: 2 })
  expect(all.one).toEqual({ nothing: 1, meanProjects: 0.8, meanUtility: (6 + 6 + 3 + 3) / 5 })
  expect([...by.keys()]).toEqual(['local', 'newcomer'])
  expect(by.get('newcomer')).toMatchObject({ voters: 2, one: { nothing: 0, meanProjects: 1 }, other: { nothing: 1, meanProjects: 0.5 } })
})

test('an outcome against itself leaves nobody with a preference', () => {
  expect(compareOutcomes(election, ['a'], ['a']).all).toMatchObject({ preferOne: 0, preferOther: 0, indifferent: 5 })
})

test('nonsense is refused', () => {
  expect(() => compareOutcomes(election, ['x'], [])).toThrow('no project is called x')
  expect(() => compareOutcomes(election, [], [], { groups: ['local'] })).toThrow('1 groups for 5 voters')
})

test('weights for turnout give every group the money of its residents', () => {
  const votedAs = ['newcomer', 'local', 'local', 'local']
  const weights = weighTurnout(
    votedAs,
    new Map([
      ['newcomer', 600],
      ['local', 400],
    ]),
  )
  expect(weights).toEqual([9, 2, 2, 2])
  expect(() => weighTurnout(votedAs, new Map([['local', 400]]))).toThrow(/group "newcomer"/)
  // One newcomer of four voters could spend 25 of 100, and now 60.
  const lopsided = approvals(100, { theirs: 60, ours: 40 }, ['', '', '', ''])
  const vote = { ...lopsided, ballots: [{ choices: [0] }, { choices: [1] }, { choices: [1] }, { choices: [1] }] }
  expect(shareEqually(vote, { completion: 'none' }).winners).toEqual(['ours'])
  expect(shareEqually(vote, { completion: 'none', weights }).winners).toContain('theirs')
})
