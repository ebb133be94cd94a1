import { ordinaryRules, qualifiedRules } from '@ronghe/tally'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  boxResult,
  channelFault,
  electionResult,
  motionResult,
  paperFault,
  sortedPreferences,
  stepBallot,
  type PaperCount,
} from './ballot-rules.ts'

const seed = { seed: 20261123 }
const paper = (papers: number, marks: readonly number[], blank = 0, invalid = 0): PaperCount => ({
  papers,
  marks: [...marks],
  blank,
  invalid,
  preferences: null,
})
const box = (bench: 'newcomers' | 'locals' | null, entitled: number, opened: readonly number[] | null, counted: PaperCount | null = null) =>
  boxResult({ bench, entitled, ballots: opened ? opened.reduce((sum, one) => sum + one, 0) : 0, opened, paper: counted }, 2)

test('a ballot goes forward step by step, may be set aside until it is published, and never goes back', () => {
  expect(stepBallot('setUp', 'finishKeys')).toBe('trusteesReady')
  expect(stepBallot('setUp', 'open')).toBeUndefined()
  for (const state of ['setUp', 'trusteesReady', 'open', 'closed', 'tallied'] as const)
    expect(stepBallot(state, 'setAside')).toBe('setAside')
  expect(stepBallot('published', 'setAside')).toBeUndefined()
  for (const step of ['finishKeys', 'open', 'close', 'openSums', 'publish', 'setAside'] as const)
    expect(stepBallot('setAside', step)).toBeUndefined()
})

test('fewer than five in all, or in one of two ways, keep no secret', () => {
  expect(channelFault({ electronic: 4, paper: 0 }, 5)).toBe('ballot-too-few')
  expect(channelFault({ electronic: 5, paper: 0 }, 5)).toBeUndefined()
  expect(channelFault({ electronic: 8, paper: 4 }, 5)).toBe('ballot-channel-too-small')
  expect(channelFault({ electronic: 1, paper: 9 }, 5)).toBe('ballot-channel-too-small')
  expect(channelFault({ electronic: 0, paper: 6 }, 5)).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: 5, max: 20 }), (electronic, papers, fewest) => {
      const safe = channelFault({ electronic, paper: papers }, fewest) === undefined
      // Nothing is ever published about fewer than `fewest`, and never nothing at all.
      expect(safe).toBe([electronic, papers].every((many) => many === 0 || many >= fewest) && electronic + papers > 0)
    }),
    seed,
  )
})

test('two counts of the papers stand only where they are the same and papers fit marks', () => {
  const rule = { rule: 'motion', most: 1, taken: 6 } as const
  expect(paperFault(paper(6, [4, 1], 1), paper(6, [4, 1], 1), rule)).toBeNull()
  expect(paperFault(paper(6, [4, 1], 1), paper(6, [3, 2], 1), rule)).toBe('counts-differ')
  expect(paperFault(paper(6, [4, 1]), paper(6, [4, 1]), rule)).toBe('marks-unlike-papers')
  expect(paperFault(paper(7, [5, 1], 1), paper(7, [5, 1], 1), rule)).toBe('papers-unlike-slips')
  // Somebody took a paper and kept it: that is their right.
  expect(paperFault(paper(5, [4, 1]), paper(5, [4, 1]), rule)).toBeNull()
  const approval = { rule: 'approval', most: 2, taken: 6 } as const
  expect(paperFault(paper(6, [5, 4, 1]), paper(6, [5, 4, 1]), approval)).toBeNull()
  expect(paperFault(paper(6, [7, 0, 0]), paper(6, [7, 0, 0]), approval)).toBe('marks-unlike-papers')
  expect(paperFault(paper(6, [6, 6, 1]), paper(6, [6, 6, 1]), approval)).toBe('marks-unlike-papers')
  const ranked = { ...paper(2, []), preferences: '1>2\n2' }
  expect(paperFault(ranked, ranked, { rule: 'scottish', most: 3, taken: 6 })).toBeNull()
  expect(paperFault(ranked, { ...ranked, preferences: '1>2\n3' }, { rule: 'scottish', most: 3, taken: 6 })).toBe('counts-differ')
})

test('preferences lose the order of the pile, and nonsense is refused', () => {
  expect(sortedPreferences('2>1\n 1 > 3 \n\n2>1', 3)).toBe('1>3\n2>1\n2>1')
  for (const typed of ['1>1', '4', '0>1', 'x', '1>>2']) expect(sortedPreferences(typed, 3)).toBeUndefined()
})

test('the example: a double majority that fails in one bench, and two-thirds of the total where benches are not asked', () => {
  const split = [box('newcomers', 6, [0, 6, 0]), box('locals', 6, [0, 3, 3])]
  expect(motionResult(split, qualifiedRules)).toMatchObject({
    outcome: 'rejected',
    conditions: expect.arrayContaining([{ bench: 'locals', what: 'majority', has: 3, needs: 4, met: false }]),
  })
  expect(motionResult([box(null, 12, [0, 9, 3])], { ...qualifiedRules, benchMajority: null })).toMatchObject({ outcome: 'carried' })
  // A tie fails: the chair's vote would be an open one.
  expect(motionResult([box(null, 12, [0, 6, 6])], ordinaryRules)).toMatchObject({ outcome: 'rejected' })
  expect(motionResult([box(null, 12, [0, 4, 1])], ordinaryRules)).toMatchObject({ outcome: 'no-quorum' })
})

test('electronic ballots and papers weigh the same: moving a voter from one to the other changes no result', () => {
  const votes = fc.record({ for: fc.nat(8), against: fc.nat(8), blank: fc.nat(3) })
  fc.assert(
    fc.property(votes, votes, (electronic, papers) => {
      const entitled = 30
      const both = box(
        null,
        entitled,
        [electronic.blank, electronic.for, electronic.against],
        paper(papers.for + papers.against + papers.blank, [papers.for, papers.against], papers.blank),
      )
      const all = box(null, entitled, [electronic.blank + papers.blank, electronic.for + papers.for, electronic.against + papers.against])
      const [one, other] = [motionResult([both], ordinaryRules), motionResult([all], ordinaryRules)]
      expect({ outcome: one.outcome, conditions: one.conditions }).toEqual({ outcome: other.outcome, conditions: other.conditions })
    }),
    seed,
  )
})

test('approvals elect the most approved and order the substitutes; a tie is drawn by lots from a text nobody could know', () => {
  const names = ['甲', '乙', '丙']
  const of = (marks: readonly number[], lotSeed = 'head') =>
    electionResult([boxResult({ bench: null, entitled: 13, ballots: 9, opened: [0, ...marks], paper: null }, 3)], {
      names,
      seats: 1,
      rule: 'approval',
      preferences: null,
      lotSeed,
    })
  expect(of([2, 5, 4])).toMatchObject({ result: { elected: [1], ties: [], lotSeed: null }, order: [1, 2, 0] })
  const tied = of([4, 4, 1])
  expect(tied.result).toMatchObject({ ties: [{ tied: [0, 1], lot: true }], lotSeed: 'head' })
  expect(of([4, 4, 1])).toEqual(tied)
  expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map((lot) => of([4, 4, 1], lot).result.elected[0])).size).toBe(2)
})

test('a transferable vote on paper is counted by the Scottish rules', () => {
  const papers = boxResult({ bench: null, entitled: 9, ballots: 0, opened: null, paper: { ...paper(9, []), preferences: '' } }, 3)
  const { result } = electionResult([papers], {
    names: ['甲', '乙', '丙'],
    seats: 1,
    rule: 'scottish',
    preferences: ['1', '1', '1', '1', '2>3', '2>3', '2>3', '3>2', '3>2'].join('\n'),
    lotSeed: 'x',
  })
  // Nobody has the quota of five; the last, 丙, goes out and both papers pass to 乙.
  expect(result.elected).toEqual([1])
  expect(result.rounds.at(-1)).toEqual([4, 5, 0])
})
