import {
  askMerge,
  answerMerge,
  accountForProject,
  appealProject,
  correctCost,
  correctProject,
  decideAppeal,
  decideFeasibility,
  answerObjection,
  findSimilarProjects,
  listObjections,
  listProjects,
  objectToResult,
  proposeProject,
  readProject,
  withdrawProject,
} from '@ronghe/contract/council/allocation-projects.ts'
import {
  castBallot,
  checkReceipt,
  enterPaper,
  handOutPaper,
  listPapers,
  readOwnBallot,
} from '@ronghe/contract/council/allocation-ballots.ts'
import { countRound, downloadBallots, readOwnEffect, readResult } from '@ronghe/contract/council/allocation-results.ts'
import {
  editRound,
  endRound,
  fixRoundRules,
  listRounds,
  openCall,
  putToCouncil,
  readRound,
  settleResult,
  setUpRound,
} from '@ronghe/contract/council/allocation.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenServer, inDatabase } from '../../platform/database/template.ts'
import { monday } from '../../platform/database/testing.ts'
import { forgetPerson } from '../people/erasing.ts'
import { keepers } from '../../app.ts'
import { admitted, atDay, attest, bring, calledRound, carry, fixedRound, motionBefore, plan, proposal } from './allocation.testing.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())
beforeEach(() => town.at(monday))

const article = '《章程》第18条（资源分配）'
const voters: readonly CastKey[] = [
  'chen',
  'liuFang',
  'zhou',
  'liZhiqiang',
  'sunLanying',
  'heYong',
  'auntHuang',
  'uncleHuang',
  'liangShaofen',
  'zengBo',
]

/** Six locals-and-newcomers' wishes, and what the ten voters of the tests think of them. */
async function votingRound(more: Parameters<typeof calledRound>[1] = {}): Promise<{ roundId: string; projects: string[] }> {
  const roundId = await calledRound(town, more)
  const projects = await admitted(town, roundId, [
    ['auntHuang', '榕树下的长凳', 24_000],
    ['uncleHuang', '三号巷的路灯', 30_000],
    ['chen', '共用厨房', 12_000],
    ['liuFang', '放学后的自习室', 28_000],
    ['zengBo', '戏台', 36_000],
  ])
  await atDay(town, '2026-12-01')
  await atDay(town, '2026-12-14')
  await attest(town, ...voters)
  return { roundId, projects }
}

/** Newcomers want kitchen and room, locals bench, lamp and stage. */
async function vote(roundId: string, projects: readonly string[], who: readonly CastKey[] = voters): Promise<void> {
  for (const [index, key] of who.entries()) {
    const newcomer = voters.indexOf(key) < 6
    const wanted = newcomer ? [2, 3] : [0, 1, ...(index % 2 ? [4] : [])]
    await town
      .as(key)
      .call(castBallot, { params: { roundId }, body: { choices: wanted.map((place) => ({ projectId: projects[place]! })) } })
  }
}

async function countedRound(): Promise<{ roundId: string; projects: string[] }> {
  const round = await votingRound()
  await vote(round.roundId, round.projects)
  await atDay(town, '2026-12-21')
  await town.drain()
  return round
}

const winnersOf = async (roundId: string): Promise<string[]> =>
  (await town.anonymous.call(readResult, { params: { roundId } })).projects.filter(({ funded }) => funded).map(({ projectId }) => projectId)

describe('the rules', () => {
  test('are fixed by a carried money motion before the call, and stand with the charter of the day', async () => {
    const clerk = town.as('jiangWen')
    const { id: roundId, may } = await clerk.call(setUpRound, { body: { councilId: town.councilId, ...plan() } })
    expect(may).toEqual(['edit', 'link'])
    expect(await town.as('chen').refused(readRound, { params: { roundId } })).toMatchObject({ code: 'allocation-draft' })
    expect(await clerk.refused(fixRoundRules, { params: { roundId } })).toMatchObject({ code: 'allocation-not-carried' })
    const ordinary = await town.deed((deed) => motionBefore(deed, town.councilId, 'ordinary'))
    expect(await clerk.refused(putToCouncil, { params: { roundId }, body: { motionId: ordinary } })).toMatchObject({
      code: 'allocation-needs-money-motion',
      article: expect.stringContaining('多数'),
    })
    const motionId = await town.deed((deed) => motionBefore(deed, town.councilId))
    await clerk.call(putToCouncil, { params: { roundId }, body: { motionId } })
    // What is before the council is what it decides on.
    expect(await clerk.refused(editRound, { params: { roundId }, body: plan({ budgetCents: 1_000_00 }) })).toMatchObject({
      code: 'allocation-before-council',
      article,
    })
    expect(await clerk.refused(openCall, { params: { roundId } })).toMatchObject({ code: 'allocation-step' })
    // Nor are the rules exchanged once they have been sent out with an agenda.
    for (const state of ['onAgenda', 'putToVote'] as const) {
      await bring(town, motionId, state)
      for (const motion of [null, motionId])
        expect(await clerk.refused(putToCouncil, { params: { roundId }, body: { motionId: motion } })).toMatchObject({
          code: 'allocation-before-council',
          article,
        })
    }
    await carry(town, motionId)
    await clerk.raw(fixRoundRules, { params: { roundId } })
    expect(await town.anonymous.call(readRound, { params: { roundId } })).toMatchObject({
      state: 'rulesFixed',
      rules: plan().rules,
      motionId,
      fixedOn: '2026-11-23',
      charterVersion: 1,
    })
    for (const motion of [null, motionId])
      expect(await clerk.refused(putToCouncil, { params: { roundId }, body: { motionId: motion } })).toMatchObject({
        code: 'allocation-rules-fixed',
        article,
      })
    expect(await clerk.refused(editRound, { params: { roundId }, body: plan() })).toMatchObject({ code: 'allocation-rules-fixed' })
  })

  test('a motion that is decided already cannot be hung on them, and nobody but this council’s clerk writes them', async () => {
    const { id: roundId } = await town.as('jiangWen').call(setUpRound, { body: { councilId: town.councilId, ...plan() } })
    const motionId = await town.deed((deed) => motionBefore(deed, town.councilId))
    await carry(town, motionId)
    expect(await town.as('jiangWen').refused(putToCouncil, { params: { roundId }, body: { motionId } })).toMatchObject({
      code: 'allocation-motion-decided',
    })
    for (const who of ['liang', 'zhou', 'directorHe', 'officerLin', 'chen'] as const)
      expect(await town.as(who).refused(setUpRound, { body: { councilId: town.councilId, ...plan() } })).toMatchObject({ status: 403 })
    expect(
      await town
        .as('jiangWen')
        .refused(setUpRound, { body: { councilId: town.councilId, ...plan({ expected: { newcomer: 50, local: 40 } }) } }),
    ).toMatchObject({ code: 'fields', errors: [{ path: 'rules.expected' }] })
  })

  test('the database itself lets nobody who serves requests change rules, steps, costs or results', async () => {
    const roundId = await fixedRound(town)
    const database = new URL(town.platform.database.pool.options.connectionString!).pathname.slice(1)
    const app = new pg.Client({ connectionString: inDatabase(givenServer(process.env)!.appUrl, database) })
    await app.connect()
    try {
      for (const table of ['allocation_rules', 'allocation_result', 'allocation_step', 'allocation_cost'])
        for (const statement of [`update ${table} set street_id = street_id`, `delete from ${table}`, `truncate ${table}`])
          await expect(app.query(statement), statement).rejects.toThrow(/permission denied/)
    } finally {
      await app.end()
    }
    await expect(
      town.deed((deed) =>
        deed.tx
          .insertInto('allocation_rules')
          .values({
            street_id: deed.street.id,
            round_id: roundId,
            rules: JSON.stringify(plan({ budgetCents: 100 }).rules),
            motion_id: deed.id(),
            charter_version_id: deed.id(),
            fixed_on: '2026-11-23',
          })
          .execute(),
      ),
    ).rejects.toThrow(/allocation_rules_pkey/)
  })
})

describe('the call', () => {
  test('anybody signed in proposes; what came on paper is typed by the clerk; the office answers with reasons for everybody', async () => {
    const roundId = await calledRound(town)
    const { id, mine, number } = await town
      .as('chen')
      .call(proposeProject, { params: { roundId }, body: proposal(town, '三号巷路灯', 3_000) })
    expect({ mine, number }).toEqual({ mine: true, number: 1 })
    expect(
      await town.as('chen').refused(proposeProject, { params: { roundId }, body: { ...proposal(town, '纸上的', 500), fromPaper: true } }),
    ).toMatchObject({
      code: 'council-not-clerk',
    })
    await town.as('jiangWen').call(proposeProject, { params: { roundId }, body: { ...proposal(town, '纸上的长凳', 500), fromPaper: true } })
    expect(await town.as('chen').refused(proposeProject, { params: { roundId }, body: proposal(town, '太贵', 200_000) })).toMatchObject({
      errors: [{ path: 'cents', code: 'allocation-dearer-than-budget' }],
    })
    expect(
      await town.as('chen').refused(decideFeasibility, { params: { projectId: id }, body: { feasible: true, reason: '行' } }),
    ).toMatchObject({ status: 403 })
    await town
      .as('fangWei')
      .call(decideFeasibility, { params: { projectId: id }, body: { feasible: true, reason: '要换线，加 500 元。', cents: 3_500_00 } })
    await town.as('officerLin').call(correctCost, { params: { projectId: id }, body: { cents: 3_600_00, reason: '灯杆也要换。' } })
    expect(await town.anonymous.call(readProject, { params: { projectId: id } })).toMatchObject({
      state: 'feasible',
      mine: false,
      cents: 3_600_00,
      askedCents: 3_000_00,
      answer: { reason: '要换线，加 500 元。' },
      costHistory: [
        { cents: 3_000_00, reason: '要换线，加 500 元。' },
        { cents: 3_500_00, reason: '灯杆也要换。' },
      ],
    })
    const { items } = await town.anonymous.call(findSimilarProjects, { params: { roundId }, query: { words: '三号巷的灯太暗' } })
    expect(items.map((one) => one.id)).toEqual([id])
  })

  test('a refusal can be appealed for seven days, is decided from another post, and then stands', async () => {
    const roundId = await calledRound(town)
    const { id: projectId } = await town.as('chen').call(proposeProject, { params: { roundId }, body: proposal(town, '屋顶菜园', 5_000) })
    await town.as('officerLin').call(decideFeasibility, { params: { projectId }, body: { feasible: false, reason: '屋顶承重不够。' } })
    expect(await town.as('liuFang').refused(appealProject, { params: { projectId }, body: { words: '不是我提的。' } })).toMatchObject({
      status: 403,
    })
    town.at('2026-12-01T09:00:00+08:00')
    expect(await town.as('chen').refused(appealProject, { params: { projectId }, body: { words: '可以放轻的箱子。' } })).toMatchObject({
      code: 'allocation-appeal-late',
      article,
    })
    town.at('2026-11-30T09:00:00+08:00')
    await town.as('chen').call(appealProject, { params: { projectId }, body: { words: '可以放轻的箱子。' } })
    expect(
      await town.as('officerLin').refused(decideAppeal, { params: { projectId }, body: { granted: false, reason: '不行。' } }),
    ).toMatchObject({
      code: 'allocation-appeal-other',
    })
    expect(
      await town.as('directorHe').call(decideAppeal, { params: { projectId }, body: { granted: true, reason: '轻箱子可以。' } }),
    ).toMatchObject({
      state: 'feasible',
      appeal: { decided: { granted: true } },
    })
  })

  test('two projects become one only when both proposers agree, and the words of both stay', async () => {
    const roundId = await calledRound(town)
    const one = await town.as('chen').call(proposeProject, { params: { roundId }, body: proposal(town, '三号巷路灯', 3_000) })
    const other = await town.as('auntHuang').call(proposeProject, { params: { roundId }, body: proposal(town, '三号巷装灯', 2_000) })
    expect(await town.as('liuFang').refused(askMerge, { params: { projectId: other.id }, body: { intoId: one.id } })).toMatchObject({
      status: 403,
    })
    await town.as('auntHuang').call(askMerge, { params: { projectId: other.id }, body: { intoId: one.id } })
    const [merging] = (await town.as('chen').call(readProject, { params: { projectId: one.id } })).merging
    expect(merging).toMatchObject({ mayAnswer: true })
    expect(await town.as('liuFang').refused(answerMerge, { params: { mergingId: merging!.id }, body: { agreed: true } })).toMatchObject({
      status: 403,
    })
    await town.as('chen').call(answerMerge, { params: { mergingId: merging!.id }, body: { agreed: true } })
    expect(await town.anonymous.call(readProject, { params: { projectId: other.id } })).toMatchObject({
      state: 'merged',
      mergedInto: { number: 1 },
    })
    expect(await town.anonymous.call(readProject, { params: { projectId: one.id } })).toMatchObject({
      merged: [{ number: 2, title: '三号巷装灯' }],
    })
    await town.as('chen').call(withdrawProject, { params: { projectId: one.id } })
    expect(await town.as('auntHuang').refused(withdrawProject, { params: { projectId: other.id } })).toMatchObject({
      code: 'allocation-step',
    })
  })

  test('what the office does not answer in time is voted on at the proposer’s cost', async () => {
    const roundId = await calledRound(town)
    const { id: projectId } = await town.as('chen').call(proposeProject, { params: { roundId }, body: proposal(town, '雨棚', 4_000) })
    await atDay(town, '2026-12-01')
    town.at('2026-12-05T09:00:00+08:00')
    expect(
      await town.as('officerLin').refused(decideFeasibility, { params: { projectId }, body: { feasible: false, reason: '晚了。' } }),
    ).toMatchObject({
      code: 'allocation-too-late-to-refuse',
      article,
    })
    await atDay(town, '2026-12-14')
    expect(await town.anonymous.call(readProject, { params: { projectId } })).toMatchObject({
      state: 'feasible',
      cents: 4_000_00,
      answer: null,
    })
    expect(
      await town.as('officerLin').refused(correctCost, { params: { projectId }, body: { cents: 9_000_00, reason: '贵了。' } }),
    ).toMatchObject({
      code: 'allocation-cost-stands',
    })
  })
})

describe('ballots', () => {
  test('one for each attested resident, changed until the close; the receipt says that it is there and nothing else', async () => {
    const { roundId, projects } = await votingRound()
    expect(
      await town.as('smith').refused(castBallot, { params: { roundId }, body: { choices: [{ projectId: projects[0]! }] } }),
    ).toMatchObject({
      code: 'allocation-level',
      article: 'Article 18 of the charter (Allocation)',
    })
    expect(await town.as('smith').call(readOwnBallot, { params: { roundId } })).toMatchObject({ may: [], because: 'level' })
    const chen = town.as('chen')
    for (const choices of [
      [{ projectId: projects[0]! }, { projectId: projects[0]! }],
      [{ projectId: organId(town.street.id, 'council') }],
      [{ projectId: projects[0]!, points: 3 }],
    ])
      expect(await chen.refused(castBallot, { params: { roundId }, body: { choices } })).toMatchObject({ code: 'fields' })
    const first = await chen.call(castBallot, { params: { roundId }, body: { choices: [{ projectId: projects[4]! }] } })
    const second = await chen.call(castBallot, {
      params: { roundId },
      body: { choices: [{ projectId: projects[3]! }, { projectId: projects[2]! }] },
    })
    expect(second.ballot).toMatchObject({
      choices: [{ projectId: projects[2] }, { projectId: projects[3] }],
      group: 'newcomer',
      may: ['vote'],
    })
    expect(await town.anonymous.call(checkReceipt, { params: { roundId }, body: { receipt: second.receipt! } })).toEqual({ found: true })
    expect(await town.anonymous.call(checkReceipt, { params: { roundId }, body: { receipt: first.receipt! } })).toEqual({ found: false })
    expect(await town.rows(`select count(*)::int as count from stance.ballot where round_id = $1`, [roundId])).toEqual([{ count: 1 }])
    const taken = await chen.call(castBallot, { params: { roundId }, body: { choices: [] } })
    expect(taken).toMatchObject({ receipt: null, ballot: { choices: null } })
    expect(await town.rows(`select count(*)::int as count from stance.ballot where round_id = $1`, [roundId])).toEqual([{ count: 0 }])
  })

  test('a hundred sent at once by one person are one ballot', async () => {
    const { roundId, projects } = await votingRound()
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        town.as('zhou').call(castBallot, { params: { roundId }, body: { choices: [{ projectId: projects[index % 5]! }] } }),
      ),
    )
    expect(await town.rows(`select count(*)::int as count from stance.ballot where round_id = $1`, [roundId])).toEqual([{ count: 1 }])
  })

  test('the group is the one declared when the round opened', async () => {
    const { roundId, projects } = await votingRound()
    await town.deed((deed) =>
      deed.tx
        .insertInto('group_choice')
        .values({ street_id: deed.street.id, id: deed.id(), person_id: town.idOf('chen'), choice: 'local', at: deed.now })
        .execute(),
    )
    const { ballot } = await town.as('chen').call(castBallot, { params: { roundId }, body: { choices: [{ projectId: projects[0]! }] } })
    expect(ballot.group).toBe('newcomer')
    expect(await town.rows(`select bench from stance.ballot where round_id = $1`, [roundId])).toEqual([{ bench: 'newcomer' }])
    await town.rows(`delete from group_choice where person_id = $1 and choice = 'local'`, [town.idOf('chen')])
  })

  test('points and rankings are read by their own rules', async () => {
    const points = await votingRound({
      ballot: { form: 'points', points: 10 },
      sharing: { rule: 'equal-shares', utility: 'points', completion: 'add1' },
    })
    const cast = (round: typeof points, choices: readonly { place: number; points?: number }[]) => ({
      params: { roundId: round.roundId },
      body: { choices: choices.map(({ place, ...rest }) => ({ projectId: round.projects[place]!, ...rest })) },
    })
    expect(
      await town.as('chen').refused(
        castBallot,
        cast(points, [
          { place: 0, points: 6 },
          { place: 1, points: 5 },
        ]),
      ),
    ).toMatchObject({
      errors: [{ code: 'allocation-too-many-points' }],
    })
    expect(await town.as('chen').refused(castBallot, cast(points, [{ place: 0 }]))).toMatchObject({
      errors: [{ code: 'allocation-points-form' }],
    })
    await town.as('chen').call(
      castBallot,
      cast(points, [
        { place: 0, points: 6 },
        { place: 1, points: 4 },
      ]),
    )
    town.at(monday)
    const ranking = await votingRound({
      ballot: { form: 'ranking', most: 2 },
      sharing: { rule: 'equal-shares', utility: 'borda', completion: 'none' },
    })
    expect(await town.as('chen').refused(castBallot, cast(ranking, [{ place: 0 }, { place: 1 }, { place: 2 }]))).toMatchObject({
      errors: [{ code: 'allocation-too-many-choices' }],
    })
    const { ballot } = await town.as('chen').call(castBallot, cast(ranking, [{ place: 3 }, { place: 1 }]))
    expect(ballot.choices).toEqual([{ projectId: ranking.projects[3] }, { projectId: ranking.projects[1] }])
  })

  test('paper: taking one strikes what was sent; two people type every sheet on their own; a difference is shown and stops the count', async () => {
    const { roundId, projects } = await votingRound()
    await vote(roundId, projects)
    const hand = (who: CastKey) => ({ params: { roundId }, body: { personId: town.idOf(who) } })
    expect(await town.as('jiangWen').refused(handOutPaper, hand('auntHuang'))).toMatchObject({ status: 403 })
    expect(await town.as('heMin').call(handOutPaper, hand('auntHuang'))).toEqual({ handedOut: 1 })
    expect(await town.as('heMin').refused(handOutPaper, hand('auntHuang'))).toMatchObject({ code: 'allocation-on-paper', article })
    expect(await town.as('heMin').refused(handOutPaper, hand('smith'))).toMatchObject({ code: 'allocation-level' })
    expect(await town.as('auntHuang').call(readOwnBallot, { params: { roundId } })).toMatchObject({
      onPaper: true,
      choices: null,
      may: [],
      because: 'onPaper',
    })
    expect(
      await town.as('auntHuang').refused(castBallot, { params: { roundId }, body: { choices: [{ projectId: projects[0]! }] } }),
    ).toMatchObject({
      code: 'allocation-on-paper',
    })
    const sheet = (place: number, number = 1) => ({
      params: { roundId, sheet: number },
      body: { group: 'local' as const, choices: [{ projectId: projects[place]! }], spoilt: false },
    })
    expect(await town.as('jiangWen').refused(enterPaper, sheet(0))).toMatchObject({ code: 'allocation-box-shut', article })
    await atDay(town, '2026-12-21')
    expect(await town.as('chen').refused(enterPaper, sheet(0))).toMatchObject({ status: 403 })
    expect((await town.as('jiangWen').call(enterPaper, sheet(0))).sheets).toMatchObject([{ sheet: 1, state: 'one', other: null }])
    expect((await town.as('wuXia').call(listPapers, { params: { roundId } })).sheets).toMatchObject([
      { state: 'one', mine: null, other: null },
    ])
    expect(await town.as('jiangWen').refused(countRound, { params: { roundId } })).toMatchObject({ code: 'allocation-papers-open' })
    expect((await town.as('wuXia').call(enterPaper, sheet(1))).sheets).toMatchObject([
      { state: 'differ', mine: { choices: [{ projectId: projects[1] }] }, other: { choices: [{ projectId: projects[0] }] } },
    ])
    expect(await town.as('wuXia').call(enterPaper, sheet(0))).toMatchObject({ same: 1, handedOut: 1 })
    for (const who of ['jiangWen', 'wuXia'] as const) await town.as(who).call(enterPaper, sheet(0, 2))
    expect(await town.as('jiangWen').refused(countRound, { params: { roundId } })).toMatchObject({ code: 'allocation-more-papers' })
    await town.rows('delete from allocation_paper where round_id = $1 and sheet = 2', [roundId])
    await town.as('jiangWen').call(countRound, { params: { roundId } })
    await town.drain()
    const result = await town.anonymous.call(readResult, { params: { roundId } })
    expect(result.voters).toEqual({ kind: 'shown', count: 10 })
    expect(result.projects.find(({ projectId }) => projectId === projects[0])!.votes).toBe(4)
    expect(await town.as('auntHuang').call(readOwnEffect, { params: { roundId } })).toMatchObject({
      voted: true,
      onPaper: true,
      choices: [],
    })
  })
})

describe('after the vote', () => {
  test('the result is counted aside, explained to everybody and to each voter, and counted again by anybody from the file', async () => {
    const { roundId, projects } = await votingRound()
    await vote(roundId, projects)
    expect(await town.as('jiangWen').refused(countRound, { params: { roundId } })).toMatchObject({ code: 'allocation-step' })
    expect(await town.anonymous.refused(readResult, { params: { roundId } })).toMatchObject({ code: 'no-allocation-result' })
    await atDay(town, '2026-12-21')
    expect(
      await town.as('chen').refused(castBallot, { params: { roundId }, body: { choices: [{ projectId: projects[0]! }] } }),
    ).toMatchObject({
      code: 'allocation-not-open',
      article,
    })
    await town.drain()
    const result = await town.anonymous.call(readResult, { params: { roundId } })
    expect(result).toMatchObject({ count: 1, voters: { kind: 'shown', count: 10 }, budgetCents: 100_000_00, changes: null })
    expect(result.projects.filter(({ funded }) => funded).map(({ why }) => why.kind)).toEqual(expect.arrayContaining(['bought']))
    // Six newcomers and four locals: the four are too few, and then the six may not be told apart either.
    expect(result.groups.newcomer.voters).toEqual({ kind: 'few' })
    expect(result.groups.local.voters).toEqual({ kind: 'few' })
    expect((await town.anonymous.call(readRound, { params: { roundId } })).state).toBe('objection')
    const { body, headers } = await town.anonymous.raw(downloadBallots, { params: { roundId } })
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toContain('vote_type;approval')
    expect(body).not.toMatch(/newcomer|local|2026-12-1[4-9]T/)
    const effect = await town.as('chen').call(readOwnEffect, { params: { roundId } })
    const funded = new Set(await winnersOf(roundId))
    expect(effect.choices.map(({ projectId }) => projectId)).toEqual([projects[2], projects[3]])
    for (const { projectId, paid } of effect.choices) expect(paid !== null).toBe(funded.has(projectId))
    expect(effect.purse!.left).toBeCloseTo(effect.purse!.first - effect.choices.reduce((sum, { paid }) => sum + (paid ?? 0), 0), 6)
    expect(await town.as('smith').call(readOwnEffect, { params: { roundId } })).toMatchObject({ voted: false, choices: [] })
  })

  test('no sequence of requests by any post changes a winner', async () => {
    const { roundId, projects } = await countedRound()
    const before = await winnersOf(roundId)
    const file = (await town.anonymous.raw(downloadBallots, { params: { roundId } })).body
    const people: readonly CastKey[] = [
      'jiangWen',
      'liang',
      'zhou',
      'uncleHuang',
      'officerLin',
      'directorHe',
      'luoYan',
      'fangWei',
      'wuXia',
      'heMin',
      'zhaoYu',
      'sunYi',
      'fuQiang',
      'chen',
    ]
    const projectId = fc.constantFrom(...projects)
    const requests = fc.oneof(
      fc.record({
        operation: fc.constant(editRound),
        params: fc.constant({ roundId }),
        body: fc.constant(plan({ budgetCents: 900_000_00 })),
      }),
      fc.record({ operation: fc.constant(putToCouncil), params: fc.constant({ roundId }), body: fc.constant({ motionId: null }) }),
      fc.record({
        operation: fc.constantFrom(fixRoundRules, openCall, countRound),
        params: fc.constant({ roundId }),
        body: fc.constant({}),
      }),
      fc.record({
        operation: fc.constant(proposeProject),
        params: fc.constant({ roundId }),
        body: fc.constant(proposal(town, '后来的', 500)),
      }),
      fc.record({
        operation: fc.constant(decideFeasibility),
        params: fc.record({ projectId }),
        body: fc.constant({ feasible: false, reason: '不要。' }),
      }),
      fc.record({
        operation: fc.constant(correctCost),
        params: fc.record({ projectId }),
        body: fc.constant({ cents: 99_000_00, reason: '贵。' }),
      }),
      fc.record({ operation: fc.constant(correctProject), params: fc.record({ projectId }), body: fc.constant({ reason: '拿掉。' }) }),
      fc.record({ operation: fc.constant(withdrawProject), params: fc.record({ projectId }), body: fc.constant({}) }),
      fc.record({ operation: fc.constant(askMerge), params: fc.record({ projectId }), body: projectId.map((intoId) => ({ intoId })) }),
      fc.record({
        operation: fc.constant(castBallot),
        params: fc.constant({ roundId }),
        body: projectId.map((id) => ({ choices: [{ projectId: id }] })),
      }),
      fc.record({
        operation: fc.constant(enterPaper),
        params: fc.record({ roundId: fc.constant(roundId), sheet: fc.integer({ min: 1, max: 3 }) }),
        body: projectId.map((id) => ({ group: 'local' as const, choices: [{ projectId: id }], spoilt: false })),
      }),
      fc.record({
        operation: fc.constant(handOutPaper),
        params: fc.constant({ roundId }),
        body: fc.constant({ personId: town.idOf('smith') }),
      }),
      fc.record({
        operation: fc.constant(accountForProject),
        params: fc.record({ projectId }),
        body: fc.constant({ outcome: '没办。', spentCents: 0 }),
      }),
      fc.record({ operation: fc.constant(endRound), params: fc.constant({ roundId }), body: fc.constant({ evaluation: '完。' }) }),
      fc.record({
        operation: fc.constant(settleResult),
        params: fc.constant({ roundId }),
        body: fc.constant({ decision: 'noted' as const }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...people), requests), { minLength: 5, maxLength: 15 }), async (sequence) => {
        for (const [who, { operation, params, body }] of sequence)
          await town.as(who).raw(operation as typeof editRound, { params, body } as never)
        await town.drain(['council.allocation-dates'])
        expect(await winnersOf(roundId)).toEqual(before)
        expect((await town.anonymous.raw(downloadBallots, { params: { roundId } })).body).toBe(file)
      }),
      { seed: 20261123, numRuns: 12 },
    )
  })

  test('an objection is answered in public within the charter’s days; the result then goes to the council', async () => {
    const { roundId } = await countedRound()
    const { id: objectionId } = await town
      .as('chen')
      .call(objectToResult, { params: { roundId }, body: { about: 'count', words: '我那一票算进去了吗？' } })
    expect((await town.as('liuFang').call(listObjections, { params: { roundId } })).items).toMatchObject([
      { id: objectionId, words: null, mine: false },
    ])
    expect((await town.as('jiangWen').call(listObjections, { params: { roundId } })).items).toMatchObject([
      { words: '我那一票算进去了吗？', may: ['answer'] },
    ])
    await atDay(town, '2026-12-27')
    expect((await town.anonymous.call(readRound, { params: { roundId } })).state).toBe('objection')
    expect(await town.as('chen').refused(objectToResult, { params: { roundId }, body: { about: 'count', words: '再问。' } })).toMatchObject(
      {
        code: 'allocation-no-objection',
        article,
      },
    )
    expect(await town.as('chen').refused(answerObjection, { params: { objectionId }, body: { words: '算了。' } })).toMatchObject({
      status: 403,
    })
    await town.as('jiangWen').call(answerObjection, { params: { objectionId }, body: { words: '用回执可以查到。' } })
    await atDay(town, '2026-12-28')
    expect(await town.anonymous.call(readRound, { params: { roundId } })).toMatchObject({ state: 'resolution', until: '2027-01-28' })
  })

  test('a chair whose organisation asks for money is refused the chair of that item, and the article is cited; a delegate who is free of it takes it', async () => {
    const roundId = await calledRound(town)
    const { id: bid } = await town.as('liang').call(proposeProject, {
      params: { roundId },
      body: { ...proposal(town, '社工带的暑期班', 20_000), organId: organId(town.street.id, 'provider') },
    })
    await town.as('officerLin').call(decideFeasibility, { params: { projectId: bid }, body: { feasible: true, reason: '可以。' } })
    await atDay(town, '2026-12-01')
    await atDay(town, '2026-12-14')
    await attest(town, ...voters)
    for (const who of voters) await town.as(who).call(castBallot, { params: { roundId }, body: { choices: [{ projectId: bid }] } })
    await atDay(town, '2026-12-21')
    await town.drain()
    await atDay(town, '2026-12-27')
    const note = { params: { roundId }, body: { decision: 'noted' as const } }
    expect(await town.as('liang').refused(settleResult, note)).toMatchObject({
      code: 'council-interest',
      article: '《章程》第15条（回避）',
      articleAt: `/council/${town.councilId}/charter#interest`,
    })
    expect(await town.as('chen').refused(settleResult, note)).toMatchObject({ status: 403 })
    const { resolutionId, state } = await town.as('uncleHuang').call(settleResult, note)
    expect(state).toBe('projects')
    expect(await town.rows('select source, source_id from resolution where id = $1', [resolutionId])).toEqual([
      { source: 'allocation', source_id: roundId },
    ])
  })

  test('the council returns the result once, as a whole and for the charter’s reasons; the same ballots are counted again', async () => {
    const { roundId, projects } = await countedRound()
    const before = await winnersOf(roundId)
    await atDay(town, '2026-12-27')
    const winner = before[0]!
    const cost = (await town.anonymous.call(readProject, { params: { projectId: winner } })).cents
    const motionId = await town.deed((deed) => motionBefore(deed, town.councilId, 'ordinary'))
    const give = (
      grounds: readonly { projectId: string; ground: 'illegal' | 'unsafe' | 'costWrong'; reason: string; cents?: number }[],
    ) => ({
      params: { roundId },
      body: { decision: 'returned' as const, motionId, grounds: [...grounds] },
    })
    const unsafe = { projectId: winner, ground: 'unsafe' as const, reason: '下面有燃气管。' }
    expect(await town.as('liang').refused(settleResult, give([unsafe]))).toMatchObject({ code: 'allocation-return-not-carried' })
    await carry(town, motionId)
    expect(
      await town
        .as('liang')
        .refused(
          settleResult,
          give([{ projectId: winner, ground: 'costWrong', reason: '贵一点。', cents: Math.floor((cost * 1.2) / 100) * 100 }]),
        ),
    ).toMatchObject({ errors: [{ code: 'allocation-not-wrong-enough' }] })
    const loser = projects.find((id) => !before.includes(id))!
    expect(await town.as('liang').refused(settleResult, give([{ ...unsafe, projectId: loser }]))).toMatchObject({
      errors: [{ path: 'grounds.0.projectId' }],
    })
    expect(await town.as('liang').call(settleResult, give([unsafe]))).toMatchObject({
      state: 'corrections',
      returned: { grounds: [{ corrected: false }] },
    })
    expect(await town.as('jiangWen').refused(countRound, { params: { roundId } })).toMatchObject({ code: 'allocation-corrections-open' })
    // The office does what the return says of this project, and of no other.
    expect(
      await town.as('officerLin').refused(correctProject, { params: { projectId: before[1]! }, body: { reason: '也拿掉。' } }),
    ).toMatchObject({ code: 'allocation-step' })
    expect(
      await town.as('officerLin').call(correctProject, { params: { projectId: winner }, body: { reason: '按议事会的退回拿掉。' } }),
    ).toMatchObject({ state: 'removed' })
    await town.as('jiangWen').call(countRound, { params: { roundId } })
    await town.drain()
    const again = await town.anonymous.call(readResult, { params: { roundId } })
    expect(again).toMatchObject({ count: 2, voters: { count: 10 } })
    expect(again.changes!.lost.length).toBeGreaterThan(0)
    expect(await winnersOf(roundId)).not.toContain(winner)
    expect(
      (await town.anonymous.call(readResult, { params: { roundId }, query: { count: 1 } })).projects
        .filter(({ funded }) => funded)
        .map(({ projectId }) => projectId),
    ).toEqual(before)
    await atDay(town, '2027-01-02')
    expect(await town.as('liang').refused(settleResult, give([{ ...unsafe, projectId: (await winnersOf(roundId))[0]! }]))).toMatchObject({
      code: 'allocation-returned-once',
      article,
    })
    // Whoever only waits cannot hold it up either.
    await atDay(town, '2027-02-03')
    expect(await town.anonymous.call(readRound, { params: { roundId } })).toMatchObject({ state: 'projects', notedOn: '2027-02-03' })
  })

  test('every funded project has its account before the round ends', async () => {
    const { roundId } = await countedRound()
    await atDay(town, '2026-12-27')
    await town.as('liang').call(settleResult, { params: { roundId }, body: { decision: 'noted' } })
    const end = { params: { roundId }, body: { evaluation: '都办好了。' } }
    expect(await town.as('jiangWen').refused(endRound, end)).toMatchObject({ code: 'allocation-accounts-open' })
    for (const projectId of await winnersOf(roundId))
      await town
        .as('officerLin')
        .call(accountForProject, { params: { projectId }, body: { outcome: '装好了，验收过。', spentCents: 9_900_00 } })
    expect(await town.as('jiangWen').call(endRound, end)).toMatchObject({ state: 'evaluated', evaluation: '都办好了。' })
    expect((await town.anonymous.call(listProjects, { params: { roundId } })).items.filter(({ account }) => account !== null).length).toBe(
      (await winnersOf(roundId)).length,
    )
    expect((await town.anonymous.call(listRounds, {})).items.find(({ id }) => id === roundId)).toMatchObject({ state: 'evaluated' })
  })
})

describe('nobody reads how somebody voted', () => {
  test('no post gets another person’s ballot from any address, the journal and the log do not know it, and the table has neither person nor time', async () => {
    const { roundId, projects } = await votingRound()
    await town.as('chen').call(castBallot, { params: { roundId }, body: { choices: [{ projectId: projects[3]! }] } })
    for (const who of ['jiangWen', 'liang', 'directorHe', 'zhaoYu', 'sunYi', 'zhengRu', 'luoYan'] as const) {
      const own = await town.as(who).call(readOwnBallot, { params: { roundId } })
      expect(own.choices).toBeNull()
    }
    const columns = await town.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'stance' and table_name = 'ballot' order by 1`,
    )
    expect(columns.map(({ name }) => name)).toEqual(['bench', 'picks', 'receipt', 'round_id', 'street_id', 'voter'])
    const leaves = await town.rows<{ commitments: object; date_only: boolean }>(
      `select commitments, date_only from journal_leaf where kind = 'council.allocation.voted' and commitments->>'round' = $1`,
      [`plain:${roundId}`],
    )
    expect(leaves.length).toBeGreaterThan(0)
    for (const { commitments, date_only } of leaves) {
      expect(Object.keys(commitments)).toEqual(['round'])
      expect(date_only).toBe(true)
    }
    // No row of any open table ties the voter, or the pseudonym, to what was chosen; the scan itself finds who proposed the project.
    const [ballot] = await town.rows<{ voter: string }>(`select encode(voter, 'hex') as voter from stance.ballot where round_id = $1`, [
      roundId,
    ])
    const tables = await town.rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    )
    const tying = async (one: string, other: string): Promise<string[]> => {
      const found: string[] = []
      for (const { name } of tables)
        if (
          (await town.rows(`select 1 from ${name} t where t::text like $1 and t::text like $2 limit 1`, [`%${one}%`, `%${other}%`]))
            .length > 0
        )
          found.push(name)
      return found
    }
    expect(await tying(town.idOf('chen'), projects[3]!)).toEqual([])
    expect(await tying(ballot!.voter, roundId)).toEqual([])
    expect(await tying(ballot!.voter, '')).toEqual([])
    expect(await tying(town.idOf('liuFang'), projects[3]!)).toContain('public.allocation_project')
    for (const line of town.logged) expect(line).not.toContain(projects[3]!)
  })

  test('ninety days after the close the key is gone: nobody’s ballot is found again, the result stands', async () => {
    const { roundId } = await countedRound()
    expect((await town.as('chen').call(readOwnEffect, { params: { roundId } })).voted).toBe(true)
    const before = await winnersOf(roundId)
    town.at('2027-03-21T08:59:00+08:00')
    await town.drain(['council.round-keys'])
    expect((await town.as('chen').call(readOwnEffect, { params: { roundId } })).voted).toBe(true)
    town.at('2027-03-21T09:01:00+08:00')
    await town.drain(['council.round-keys'])
    expect(await town.as('chen').call(readOwnEffect, { params: { roundId } })).toMatchObject({ voted: false, choices: [] })
    expect((await town.as('chen').call(readOwnBallot, { params: { roundId } })).choices).toBeNull()
    expect(await winnersOf(roundId)).toEqual(before)
  })

  test('whoever is erased is struck from the box and from the project proposed', async () => {
    const { roundId, projects } = await votingRound()
    await vote(roundId, projects)
    await town.deed((deed) => forgetPerson(deed, town.idOf('liuFang'), keepers))
    expect(await town.rows(`select count(*)::int as count from stance.ballot where round_id = $1`, [roundId])).toEqual([{ count: 9 }])
    expect(await town.rows('select proposer_id, title from allocation_project where id = $1', [projects[3]])).toEqual([
      { proposer_id: null, title: '放学后的自习室' },
    ])
  })
})
