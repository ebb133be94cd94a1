import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapOpinions } from './map-opinions.ts'
import { groupOf, streetVotes } from './s-street.testing.ts'
import { exported, exportedFile, hasSharedData } from './shared-data.testing.ts'
import { readVotes } from './read-votes.ts'
import { readStatements } from './read-statements.ts'
import { VoteStore } from './vote-store.ts'
import type { CastVote } from './write-csv.ts'
import { resultOf, type Result } from './write-result.ts'

const runs = { seed: 20261123, numRuns: 40 }
const storeOf = (votes: readonly CastVote[]) => {
  const store = new VoteStore({ times: true })
  for (const { voter, statement, vote, time } of votes) store.cast(voter, statement, vote, time)
  return store
}
const street = () => resultOf(mapOpinions(storeOf(streetVotes()), { declared: groupOf }))

const conversation = fc
  .array(
    fc.record({
      voter: fc.integer({ min: 0, max: 30 }).map(String),
      statement: fc.oneof(fc.integer({ min: 0, max: 12 }).map(String), fc.constantFrom('a', 'b')),
      vote: fc.constantFrom(-1 as const, 0 as const, 1 as const),
    }),
    { maxLength: 250 },
  )
  .map((votes) => votes.map((vote, at): CastVote => ({ ...vote, time: at })))

describe('the same votes in any order', () => {
  test('give the same map, bit by bit, on conversations made up at random', () => {
    fc.assert(
      fc.property(conversation, fc.integer(), (votes, key) => {
        const shuffled = votes.toSorted((one, other) => hash(one.time, key) - hash(other.time, key))
        const asked = { declared: groupOf, resamples: 3 }
        expect(resultOf(mapOpinions(storeOf(shuffled), asked))).toEqual(resultOf(mapOpinions(storeOf(votes), asked)))
      }),
      runs,
    )
  })

  test.skipIf(!hasSharedData)('give the same map of a real conversation', () => {
    const text = new TextDecoder().decode(exportedFile('15-per-hour-seattle', 'votes.csv')).trim().split('\n')
    const [header, ...rows] = text
    const once = resultOf(mapOpinions(readVotes(text.join('\n')).store, { resamples: 2 }))
    const backwards = [header, ...rows.toReversed()].join('\n')
    expect(resultOf(mapOpinions(readVotes(backwards).store, { resamples: 2 }))).toEqual(once)
  })
})

describe('S Street', () => {
  test('finds newcomers and locals by their opinions alone, and says that they hold', () => {
    const { groups, stability } = street()
    expect(groups.length).toBe(2)
    const newcomers = groups.find(({ members }) => members.includes('79'))!
    expect(newcomers.members.filter((voter) => groupOf.get(voter) === 'newcomer').length).toBeGreaterThanOrEqual(18)
    expect(stability!).toBeGreaterThan(0.8)
  })

  test('common ground is what both agree on, divisive what one wants and the other does not', () => {
    const { commonGround, divisive, byStatement, consensus } = street()
    expect(commonGround.map(({ statement }) => statement).sort()).toEqual(['0', '1', '14', '7'])
    expect(divisive.map(({ statement }) => statement)).toEqual(expect.arrayContaining(['2', '3', '4', '11', '13', '15']))
    expect(divisive.map(({ statement }) => statement)).not.toContain('0')
    expect(byStatement['0']!.bridging!).toBeGreaterThan(byStatement['11']!.bridging!)
    expect(consensus.disagree.map(({ statement }) => statement)).toEqual(['8'])
  })

  test('declared groups have counts and an interval around their share', () => {
    const { declared } = street().byStatement['4']!
    for (const { agree, disagree, pass, seen, low, high } of Object.values(declared)) {
      expect(agree + disagree + pass).toBe(seen)
      expect(low).toBeLessThan((agree + 1) / (seen + 2))
      expect(high).toBeGreaterThan((agree + 1) / (seen + 2))
    }
    expect(declared['newcomer']!.low).toBeGreaterThan(declared['local']!.high)
  })

  test('a group twenty times larger outvotes nobody: bridging is that of the least convinced', () => {
    const votes = [...unanimous(200, 'l', 1), ...unanimous(10, 'n', -1)]
    const declared = { get: (voter: string) => voter[0] }
    const { byStatement } = resultOf(mapOpinions(storeOf(votes), { declared, resamples: 0 }))
    expect(byStatement['1']!.bridging!).toBeLessThan(0.1)
    expect(byStatement['1']!.agree).toBe(200)
  })

  test('the ids of groups stay with their people from run to run', () => {
    const first = street()
    const swapped = first.groups.map(({ members, id }) => ({ members, id: id === 0 ? 7 : 3 }))
    const again = resultOf(mapOpinions(storeOf(streetVotes()), { previous: swapped }))
    expect(again.groups.map(({ id }) => id)).toEqual([7, 3])
    const fewer = resultOf(mapOpinions(storeOf(streetVotes()), { previous: swapped.slice(1) }))
    expect(fewer.groups.map(({ id }) => id)).toEqual([4, 3])
  })

  test('priorities vary, and what the smaller group has not seen comes before what both know', () => {
    const votes = streetVotes()
    const { byStatement } = resultOf(mapOpinions(storeOf(votes), { declared: groupOf, resamples: 0 }))
    expect(new Set(Object.values(byStatement).map(({ priority }) => priority)).size).toBeGreaterThan(10)
    const unseen = votes.filter(({ voter, statement }) => !(statement === '0' && groupOf.get(voter) === 'newcomer'))
    const after = resultOf(mapOpinions(storeOf(unseen), { declared: groupOf, resamples: 0 }))
    expect(after.byStatement['0']!.priority).toBeGreaterThan(byStatement['0']!.priority * 2)
  })
})

describe('at the edges', () => {
  test('nobody', () => {
    const empty = resultOf(mapOpinions(new VoteStore(), { statements: [{ id: '1', moderated: 0, meta: false }] }))
    expect(empty).toMatchObject({ people: 0, statements: 1, votes: 0, groups: [], stability: null, projections: {} })
    expect(empty.byStatement['1']).toMatchObject({ seen: 0, groupAwareConsensus: null, bridging: null })
    expect(resultOf(mapOpinions(new VoteStore(), { mode: 'polis' })).groups).toEqual([])
  })

  test.each(['ronghe', 'polis'] as const)('one person and two people, %s', (mode) => {
    for (const people of [1, 2]) {
      const result = resultOf(mapOpinions(storeOf(streetVotes().filter(({ voter }) => Number(voter) < people)), { mode }))
      expect(result.people).toBe(people)
      expect(finite(result)).toBe(true)
    }
  })

  test('everybody agrees with everything: one point, one group', () => {
    const votes = streetVotes().map((vote) => ({ ...vote, vote: 1 as const }))
    const result = resultOf(mapOpinions(storeOf(votes), { resamples: 2 }))
    expect(result.variance).toEqual([0, 0])
    expect(result.groups).toHaveLength(1)
    expect(result.consensus.agree.length).toBe(16)
  })

  test('statements nobody saw, rejected ones and meta ones are listed but move nobody', () => {
    const statements = [
      { id: '2', moderated: -1 as const, meta: false },
      { id: '3', moderated: 1 as const, meta: true },
      { id: '99', moderated: 0 as const, meta: false },
    ]
    const result = resultOf(mapOpinions(storeOf(streetVotes()), { statements, resamples: 0 }))
    const without = resultOf(
      mapOpinions(storeOf(streetVotes().filter(({ statement }) => statement !== '2' && statement !== '3')), { resamples: 0 }),
    )
    expect(result.statements).toBe(17)
    expect(result.byStatement['99']!.seen).toBe(0)
    expect(result.byStatement['2']!.seen).toBeGreaterThan(60)
    expect(result.components[0]['2']).toBe(0)
    for (const [voter, place] of Object.entries(without.projections)) {
      place.forEach((value, axis) => expect(result.projections[voter]![axis]).toBeCloseTo(value, 6))
    }
    const named = [...result.groups.flatMap(({ representative }) => representative), ...result.consensus.agree, ...result.commonGround]
    expect(named.map(({ statement }) => statement)).not.toEqual(expect.arrayContaining(['2']))
  })

  test('a pass is not a disagreement', () => {
    const votes = streetVotes().map((vote) => (vote.statement === '12' && vote.vote === -1 ? { ...vote, vote: 0 as const } : vote))
    const before = street().byStatement['12']!
    const after = resultOf(mapOpinions(storeOf(votes), { declared: groupOf })).byStatement['12']!
    expect(after.groupAwareConsensus!).toBeGreaterThan(before.groupAwareConsensus!)
    expect(after.disagree).toBe(0)
  })

  test('whatever people vote, in both modes: every figure is a number, every person is in one group at most', () => {
    fc.assert(
      fc.property(conversation, fc.constantFrom('ronghe' as const, 'polis' as const), (votes, mode) => {
        const result = resultOf(mapOpinions(storeOf(votes), { mode, resamples: 1, declared: groupOf }))
        expect(finite(result)).toBe(true)
        const members = result.groups.flatMap(({ members: own }) => own)
        expect(new Set(members).size).toBe(members.length)
        expect(members.toSorted()).toEqual(result.inConversation.toSorted())
        for (const { size, members: own } of result.groups) expect(own.length).toBe(size)
        for (const { bridging, groupAwareConsensus } of Object.values(result.byStatement)) {
          expect((bridging ?? 0) >= 0 && (bridging ?? 0) <= 1).toBe(true)
          expect((groupAwareConsensus ?? 0) >= 0 && (groupAwareConsensus ?? 0) <= 1).toBe(true)
        }
      }),
      runs,
    )
  })

  test('nonsense is refused', () => {
    expect(() => mapOpinions(new VoteStore(), { mode: 'other' as never })).toThrow(RangeError)
    expect(() => mapOpinions(storeOf(streetVotes()), { clusters: 0 })).toThrow(RangeError)
    expect(() => new VoteStore().cast(1, 1, 2)).toThrow(RangeError)
  })
})

test.skipIf(!hasSharedData).each(exported)('%s is mapped in the default mode', (name) => {
  const { store } = readVotes(exportedFile(name, 'votes.csv'))
  const statements = readStatements(exportedFile(name, 'comments.csv'))
  const result = resultOf(mapOpinions(store, { statements, resamples: 4 }))
  expect(finite(result)).toBe(true)
  expect(result.groups.length).toBeGreaterThanOrEqual(1)
  expect(result.stability!).toBeGreaterThan(-0.1)
  expect(new Set(Object.values(result.byStatement).map(({ priority }) => priority)).size).toBeGreaterThan(10)
})

test('a store that spends its votes gives the same map', () => {
  const spent = storeOf(streetVotes())
  expect(resultOf(mapOpinions(spent, { spendVotes: true, resamples: 2 }))).toEqual(
    resultOf(mapOpinions(storeOf(streetVotes()), { resamples: 2 })),
  )
  expect([spent.votes, spent.votesOf('3').length]).toEqual([0, 0])
})

test('as many groups as were asked for', () => {
  const { groups } = resultOf(mapOpinions(storeOf(streetVotes()), { clusters: 4, resamples: 0 }))
  expect(groups).toHaveLength(4)
})

function unanimous(people: number, letter: string, vote: 1 | -1): CastVote[] {
  return Array.from({ length: people }, (_, at) =>
    [1, 2, 3].map((statement) => ({ time: at, voter: `${letter}${at}`, statement: String(statement), vote })),
  ).flat()
}

function finite(result: Result): boolean {
  const isFine = (value: unknown): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value === 'object' && value !== null
        ? Object.values(value).every(isFine)
        : true
  // JSON writes NaN and infinity as null: so nulls are counted where there may be none.
  const { center, components, variance, projections } = result
  return isFine(result) && !JSON.stringify([center, components, variance, projections]).includes('null')
}

function hash(time: number, key: number): number {
  let mixed = Math.imul(time ^ key, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
