import { describe, expect, test } from 'vitest'
import { adjustedRand } from './adjusted-rand.ts'
import { readTable } from './csv-rows.ts'
import { prioritizeLikePolis } from './prioritize.ts'
import { mapOpinions } from './map-opinions.ts'
import { readParticipants } from './read-reports.ts'
import { readStatements } from './read-statements.ts'
import { readVotes } from './read-votes.ts'
import { exportedFile, goldenNames, hasSharedData, readGolden } from './shared-data.testing.ts'
import { resultOf } from './write-result.ts'

describe.skipIf(!hasSharedData).each(goldenNames)('polis mode gives what Polis itself gave for %s', (name) => {
  const { golden, store, statements, opinionGroups } = hasSharedData ? readGolden(name) : (undefined as never)
  const result = hasSharedData ? resultOf(mapOpinions(store, { mode: 'polis', statements, opinionGroups })) : (undefined as never)
  const tids = hasSharedData ? golden.tids.map(String) : []

  test('people, statements, counts of every group', () => {
    expect(result.people).toBe(golden.n)
    expect(Object.keys(result.byStatement).sort()).toEqual(tids.toSorted())
    const landscape = mapOpinions(store, { mode: 'polis', statements, opinionGroups })
    for (const statement of landscape.statements) {
      landscape.groups.forEach(({ id }, group) => {
        const { A, D, S } = golden['group-votes'][String(id)]!.votes[statement.id]!
        const { agree, disagree, seen } = statement.byGroup[group]!
        expect({ agree, disagree, seen }).toEqual({ agree: A, disagree: D, seen: S })
      })
    }
    for (const { id, size } of result.groups) expect(size).toBe(golden['group-votes'][String(id)]!['n-members'])
  })

  test('centre to 1e-12, axes to |cos| > 1 - 1e-8', () => {
    tids.forEach((tid, at) => expect(Math.abs(result.center[tid]! + golden.pca.center[at]!)).toBeLessThan(1e-12))
    for (const which of [0, 1] as const) {
      const ours = tids.map((tid) => result.components[which][tid]!)
      expect(1 - Math.abs(cosine(ours, golden.pca.comps[which]!))).toBeLessThan(1e-8)
    }
  })

  test('base clusters stand where their people stand', () => {
    const { members, x, y } = golden['base-clusters']
    const signs = [0, 1].map((which) => {
      const ours = tids.map((tid) => result.components[which]![tid]!)
      // With agree = +1 distances change their sign, and an axis may point either way.
      return -Math.sign(cosine(ours, golden.pca.comps[which]!))
    })
    members.forEach((people, at) => {
      if (people.length > 1) return
      const [left, up] = result.projections[String(people[0])]!
      expect(Math.abs(left * signs[0]! - x[at]!)).toBeLessThan(1e-5)
      expect(Math.abs(up * signs[1]! - y[at]!)).toBeLessThan(1e-5)
    })
  })

  test('group-aware consensus to 1e-12', () => {
    for (const tid of tids) {
      expect(Math.abs(result.byStatement[tid]!.groupAwareConsensus! - golden['group-aware-consensus'][tid]!)).toBeLessThan(1e-12)
    }
  })

  test('priorities to 1e-12, where the golden axes say how far out a statement is', () => {
    const [left, up] = golden.pca['comment-projection']
    const { statements: ours } = mapOpinions(store, { mode: 'polis', statements, opinionGroups })
    const byId = new Map(ours.map((statement) => [statement.id, statement]))
    tids.forEach((tid, at) => {
      if (golden['meta-tids'].includes(Number(tid))) return
      const votes = { agree: 0, disagree: 0, pass: 0, seen: 0 }
      for (const tally of byId.get(tid)!.byGroup)
        for (const kind of ['agree', 'disagree', 'pass', 'seen'] as const) votes[kind] += tally[kind]
      const priority = prioritizeLikePolis(votes, Math.hypot(left![at]!, up![at]!), false)
      expect(Math.abs(priority / golden['comment-priorities'][tid]! - 1)).toBeLessThan(1e-12)
    })
  })

  // Ours come from axes that agree to |cos| > 1 - 1e-8, so a distance along them agrees to some 1e-7.
  test('extremity and priorities', () => {
    const [left, up] = golden.pca['comment-projection']
    tids.forEach((tid, at) => {
      expect(result.byStatement[tid]!.extremity).toBeCloseTo(Math.hypot(left![at]!, up![at]!), 6)
      const theirs = golden['comment-priorities'][tid]!
      const isMeta = golden['meta-tids'].includes(Number(tid))
      expect(result.byStatement[tid]!.priority / (isMeta ? 49 : theirs)).toBeCloseTo(1, 6)
    })
    expect(new Set(Object.values(result.byStatement).map(({ priority }) => priority)).size).toBeGreaterThan(10)
  })

  test('representative statements of every group, in order, with their figures', () => {
    for (const { id, representative } of result.groups) {
      const theirs = golden.repness[String(id)]!
      expect(
        representative.map(({ statement, direction, successes, trials }) => [Number(statement), direction, successes, trials]),
      ).toEqual(theirs.map((one) => [one.tid, one['repful-for'], one['n-success'], one['n-trials']]))
      representative.forEach(({ z }, at) => expect(z).toBeCloseTo(theirs[at]!['repness-test'], 4))
    }
  })

  test('majority opinions, in order', () => {
    for (const direction of ['agree', 'disagree'] as const) {
      expect(result.consensus[direction].map(({ statement }) => Number(statement))).toEqual(
        golden.consensus[direction].map(({ tid }) => tid),
      )
    }
  })

  test('who is in the conversation, and about the same groups on a cold start', () => {
    const cold = resultOf(mapOpinions(store, { mode: 'polis', statements }))
    // Polis lets nobody leave who once was in, so people who joined when there were few statements are in its list as well.
    const theirs = new Set(golden['in-conv'].map(String))
    for (const voter of cold.inConversation) expect(theirs).toContain(voter)
    expect(cold.inConversation.length).toBeGreaterThan(0.6 * theirs.size)
    const groupOf = new Map(cold.groups.flatMap(({ id, members }) => members.map((member) => [member, Number(id)] as const)))
    const people = cold.inConversation
    const alike = adjustedRand(
      people.map((voter) => groupOf.get(voter) ?? 99),
      people.map((voter) => Number(opinionGroups.get(voter))),
    )
    // Polis' own answer depends on what it had found before, which a cold start cannot know.
    console.info(`${name}: adjusted Rand index to Polis’ groups on a cold start ${alike.toFixed(2)}`)
    expect(alike).toBeGreaterThan(0.2)
  })
})

test.skipIf(!hasSharedData)('with the groups of its export, bg2050 has the group-aware consensus that Polis exported, to 1e-12', () => {
  const { store } = readVotes(exportedFile('bg2050-volunteers', 'votes.csv'))
  const statements = readStatements(exportedFile('bg2050-volunteers', 'comments.csv'))
  const { groupOf } = readParticipants(exportedFile('bg2050-volunteers', 'participants-votes.csv'))
  const theirs = new Map<string, number>()
  readTable(exportedFile('bg2050-volunteers', 'comments.csv'), (header) => (row) => {
    theirs.set(row.text(header.get('comment-id')), Number(row.text(header.get('group-informed-consensus'))))
  })
  const { byStatement } = resultOf(mapOpinions(store, { mode: 'polis', statements, opinionGroups: groupOf }))
  expect(Object.keys(byStatement).length).toBe(371)
  for (const [id, { groupAwareConsensus }] of Object.entries(byStatement)) {
    expect(Math.abs(groupAwareConsensus! - theirs.get(id)!)).toBeLessThan(1e-12)
  }
})

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (left: readonly number[], right: readonly number[]) => left.reduce((sum, value, at) => sum + value * right[at]!, 0)
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other))
}
