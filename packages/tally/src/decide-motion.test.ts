import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callRoll, type RollEntry } from './call-roll.ts'
import { decideMotion, ordinaryRules, qualifiedRules, type VotingRules } from './decide-motion.ts'
import { runs } from './elections.testing.ts'
import { roundedUp } from './fraction.ts'
import { readRoll } from './read-roll.ts'

/** A council of six and six and a chair: one letter per delegate: For, aGainst, abstaIn, Present, Absent, Interest. */
function roll(newcomers: string, locals: string, chair: 'present' | 'absent' = 'present'): readonly RollEntry[] {
  const meaning = { F: 'for', G: 'against', I: 'abstain', P: 'present', A: 'absent', X: 'present' } as const
  const bench = (name: string, letters: string): RollEntry[] =>
    [...letters].map((letter, index) => ({
      name: `${name} ${index + 1}`,
      bench: name,
      vote: meaning[letter as keyof typeof meaning],
      ...(letter === 'X' && { interest: true }),
    }))
  return [...bench('newcomers', newcomers), ...bench('locals', locals), { name: 'Chair', bench: null, vote: chair }]
}
const decide = (rules: VotingRules, newcomers: string, locals: string, chair: 'for' | 'against' | null = null) =>
  decideMotion(callRoll(roll(newcomers, locals)), rules, chair)

test('fractions round up: two-thirds of 13 are 9, a fifth of 13 are 3', () => {
  expect([roundedUp([2, 3], 13), roundedUp([1, 5], 13), roundedUp([1, 2], 6), roundedUp([0, 1], 6)]).toEqual([9, 3, 3, 0])
  for (const share of [
    [3, 2],
    [-1, 2],
    [1, 0],
    [0.5, 1],
  ] as const)
    expect(() => roundedUp(share, 13)).toThrow(RangeError)
})

test('more for than against carries an ordinary motion; abstentions are recorded, not counted', () => {
  expect(decide(ordinaryRules, 'FFIIII', 'GIIIII')).toMatchObject({ kind: 'carried' })
  expect(decide(ordinaryRules, 'FFIIII', 'GGGIII')).toMatchObject({ kind: 'rejected' })
  expect(callRoll(roll('FFIIII', 'GPIIXA')).total).toEqual({
    inOffice: 12,
    present: 11,
    for: 2,
    against: 1,
    abstain: 6,
    silent: 2,
    interest: 1,
  })
})

test('the quorum is of all in office, the chair included, and of each bench', () => {
  expect(decide(ordinaryRules, 'FFFFFF', 'FFAAAA')).toMatchObject({
    kind: 'no-quorum',
    conditions: [
      { bench: null, has: 9, needs: 9, met: true },
      { bench: 'locals', has: 2, needs: 3, met: false },
      { bench: 'newcomers', met: true },
    ],
  })
  expect(decide(ordinaryRules, 'FFFFFA', 'FFFAAA')).toMatchObject({ kind: 'carried' })
  expect(decide(ordinaryRules, 'FFFFAA', 'FFFAAA').kind).toBe('no-quorum')
})

test('an interest is taken out of quorum and majority: both are of the rest', () => {
  // 13 - 3 = 10 in office, of whom 7 are needed.
  expect(decide(ordinaryRules, 'XXXFFF', 'FFFAAA')).toMatchObject({
    kind: 'carried',
    conditions: [{ has: 7, needs: 7 }, {}, { needs: 2 }, {}],
  })
})

test('the chair settles a tie of the total, and a tie waits for the chair', () => {
  expect(decide(ordinaryRules, 'FFFGGG', 'FFFGGG')).toMatchObject({ kind: 'tied', chairVote: null })
  expect(decide(ordinaryRules, 'FFFGGG', 'FFFGGG', 'for')).toMatchObject({ kind: 'carried', chairVote: 'for' })
  expect(decide(ordinaryRules, 'FFFGGG', 'FFFGGG', 'against')).toMatchObject({ kind: 'rejected', chairVote: 'against' })
})

test('the chair’s vote is left out where there is no tie, and where a deputy presides a tie fails', () => {
  expect(decide(ordinaryRules, 'FFFGGG', 'FFGGGG', 'for')).toMatchObject({ kind: 'rejected', chairVote: null })
  expect(decide({ ...ordinaryRules, tie: 'fails' }, 'FFFGGG', 'FFFGGG', 'for')).toMatchObject({ kind: 'rejected', chairVote: null })
})

test('charter, money, exclusion: two-thirds in total and a majority in each bench', () => {
  expect(decide(qualifiedRules, 'FFFFFF', 'FFFFGG')).toMatchObject({ kind: 'carried' })
  expect(decide(qualifiedRules, 'FFFFFF', 'FFGGGG')).toMatchObject({
    kind: 'rejected',
    conditions: [{}, {}, {}, { has: 8, needs: 8, met: true }, { bench: 'locals', met: false }, {}],
  })
  expect(decide(qualifiedRules, 'FFFFFF', 'FFFGGG')).toMatchObject({
    kind: 'rejected',
    conditions: [{}, {}, {}, { met: true }, { bench: 'locals', has: 3, needs: 4 }, {}],
  })
  // A tie within a bench is never the chair's to settle.
  expect(decide({ ...ordinaryRules, benchMajority: { kind: 'simple' } }, 'FFFGGG', 'FFFGGG', 'for').kind).toBe('rejected')
})

test('an absolute majority is of those in office, however few vote', () => {
  const rules: VotingRules = { ...ordinaryRules, majority: { kind: 'absolute', of: 'in-office' } }
  expect(decide(rules, 'FFFFFF', 'IIIIII')).toMatchObject({ kind: 'rejected', conditions: [{}, {}, {}, { has: 6, needs: 7 }] })
  expect(decide(rules, 'FFFFFF', 'FIIIII')).toMatchObject({ kind: 'carried' })
  expect(decide(rules, 'FFFFFF', 'GGGGGG', 'for')).toMatchObject({ kind: 'carried', chairVote: 'for' })
  expect(decide({ ...rules, majority: { kind: 'share', share: [2, 3], of: 'present' } }, 'FFFFFF', 'FFGGII').kind).toBe('rejected')
})

test('nobody for is no majority, and a bench without delegates gives none', () => {
  expect(decide({ ...ordinaryRules, majority: { kind: 'share', share: [0, 1], of: 'voting' } }, 'IIIIII', 'IIIIII').kind).toBe('rejected')
  const count = callRoll(roll('FFFFFF', ''))
  expect(decideMotion(count, qualifiedRules, null, ['newcomers', 'locals']).kind).toBe('rejected')
  expect(decideMotion(count, qualifiedRules).kind).toBe('carried')
})

test('a delegate called twice, or a chair with a vote, is refused', () => {
  expect(() => callRoll([...roll('F', 'F'), { name: 'Chair', bench: null, vote: 'absent' }])).toThrow('Chair is called twice')
  expect(() => callRoll([{ name: 'Chair', bench: null, vote: 'for' }])).toThrow('who has a vote in a tie only')
})

test('a roll-call file, and what is refused in one', () => {
  const file = 'delegate,bench,vote\nAn,newcomers,for\nBo,locals,interest\nDu,chair,present\n'
  expect(readRoll(file)).toEqual([
    { name: 'An', bench: 'newcomers', vote: 'for' },
    { name: 'Bo', bench: 'locals', vote: 'present', interest: true },
    { name: 'Du', bench: null, vote: 'present' },
  ])
  expect(() => readRoll(file.replace('for', 'yes'))).toThrow(
    'line 2, column 14: a vote is for, against, abstain, present, absent or interest, not yes: An,newcomers,yes',
  )
  expect(() => readRoll(file.replace('locals', ''))).toThrow('line 3, column 4: the bench is missing')
  expect(() => readRoll('name,vote')).toThrow('line 1, column 1: the heading should be delegate,bench,vote')
})

test('laws of the roll: order does not matter, parts sum to the total, no chair carries what a bench rejects', () => {
  const letters = fc.string({ unit: fc.constantFrom('F', 'G', 'I', 'P', 'A', 'X'), minLength: 6, maxLength: 6 })
  const chair = fc.constantFrom('for' as const, 'against' as const)
  const rules = fc.constantFrom(ordinaryRules, qualifiedRules, { ...ordinaryRules, benchMajority: { kind: 'simple' } } as VotingRules)
  fc.assert(
    fc.property(letters, letters, rules, chair, (newcomers, locals, rule, vote) => {
      const delegates = roll(newcomers, locals)
      const count = callRoll(delegates)
      expect(callRoll(delegates.toReversed())).toEqual(count)
      for (const figure of ['for', 'against', 'abstain', 'interest'] as const)
        expect(count.benches['newcomers']![figure] + count.benches['locals']![figure]).toBe(count.total[figure])
      const decision = decideMotion(count, rule, vote)
      const { for: yes, against: no, abstain, silent, present } = count.total
      expect(yes + no + abstain + silent).toBe(present)
      if (decision.kind === 'carried') expect(decision.conditions.every(({ met }) => met)).toBe(true)
      if (decision.conditions.some(({ bench, met }) => bench !== null && !met)) expect(decision.chairVote).toBeNull()
      if (yes !== no) expect(decision).toEqual(decideMotion(count, rule, null))
      // One more vote for, instead of an abstention, never turns a motion down.
      if (decision.kind === 'carried' && newcomers.includes('I'))
        expect(decideMotion(callRoll(roll(newcomers.replace('I', 'F'), locals)), rule, vote).kind).toBe('carried')
    }),
    runs(1000),
  )
})
