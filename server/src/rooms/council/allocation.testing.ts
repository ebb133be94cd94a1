import type { AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import { fixRoundRules, openCall, putToCouncil, setUpRound } from '@ronghe/contract/council/allocation.ts'
import { decideFeasibility, proposeProject } from '@ronghe/contract/council/allocation-projects.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { communityId, laneId } from '@ronghe/demo/load-cast.ts'
import type { Deed } from '../../platform/deed.ts'
import { keepLevel } from '../people/residence.ts'
import { today } from '../programme/posts.ts'
import { changeMotion } from './motion-rows.ts'
import { settleMotion } from './motion-steps.ts'
import type { CouncilTown } from './testing.ts'

/** Dates of a round that is called on the town's Monday. */
export const dates = {
  callFrom: '2026-11-23',
  callUntil: '2026-11-30',
  feasibilityUntil: '2026-12-04',
  votingFrom: '2026-12-14',
  votingUntil: '2026-12-20',
} as const

/** Enough for most of what the tests propose. */
export const plan = (more: Partial<AllocationRules> = {}): { title: { 'zh-CN': string; en: string }; rules: AllocationRules } => ({
  title: { 'zh-CN': '2027年街坊小项目', en: 'Neighbourhood projects 2027' },
  rules: {
    budgetCents: 100_000_00,
    communityIds: [],
    sharing: { rule: 'equal-shares', utility: 'cost', completion: 'add1' },
    ties: ['cheapest', 'votes', 'lot'],
    seed: 'S街 2027',
    ballot: { form: 'approval', most: 5 },
    voters: 'attested',
    expected: { newcomer: 50, local: 50 },
    dates,
    ...more,
  },
})

/** A motion that waits for its meeting. */
export async function motionBefore(deed: Deed, councilId: string, kind: 'money' | 'ordinary' = 'money'): Promise<string> {
  const id = deed.id()
  const filed_on = today(deed)
  const last = await deed.tx
    .selectFrom('motion')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('council_id', '=', councilId)
    .executeTakeFirst()
  await deed.tx
    .insertInto('motion')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      state: 'admitted',
      kind,
      origin: 'delegate',
      title: JSON.stringify({ 'zh-CN': '定下资源分配的规则' }),
      reasons: JSON.stringify({ 'zh-CN': '先定规则，再征集项目。' }),
      lines: ['按附上的规则开一轮资源分配。'],
      doer: JSON.stringify({ 'zh-CN': '议事会秘书' }),
      cost_cents: 100_000_00,
      created_at: deed.now,
      year: Number(filed_on.slice(0, 4)),
      number: (last?.number ?? 0) + 1,
      filed_on,
    })
    .execute()
  return id
}

/** On the way to its decision, and not decided yet. */
export const bring = (town: CouncilTown, motionId: string, state: 'onAgenda' | 'putToVote'): Promise<unknown> =>
  town.deed((deed) => changeMotion(deed, motionId, { state }))

export const carry = async (town: CouncilTown, motionId: string): Promise<void> => {
  await bring(town, motionId, 'putToVote')
  await town.deed((deed) => settleMotion(deed, motionId, { kind: 'carried', meetingId: null, figures: {} }))
}

/** A round whose rules stand. */
export async function fixedRound(town: CouncilTown, more: Partial<AllocationRules> = {}): Promise<string> {
  const clerk = town.as('jiangWen')
  const { id: roundId } = await clerk.call(setUpRound, { body: { councilId: town.councilId, ...plan(more) } })
  const motionId = await town.deed((deed) => motionBefore(deed, town.councilId))
  await clerk.call(putToCouncil, { params: { roundId }, body: { motionId } })
  await carry(town, motionId)
  await clerk.call(fixRoundRules, { params: { roundId } }).catch(() => undefined) // the carried motion may have fixed them already
  return roundId
}

export async function calledRound(town: CouncilTown, more: Partial<AllocationRules> = {}): Promise<string> {
  const roundId = await fixedRound(town, more)
  await town.as('jiangWen').call(openCall, { params: { roundId } })
  return roundId
}

export const proposal = (town: CouncilTown, title: string, yuan: number) => ({
  title,
  what: `${title}，大家都用得上。`,
  forWhom: '住在附近的人',
  communityId: communityId(town.street.id, 'songbai'),
  laneId: laneId(town.street.id, 'laneThree'),
  cents: yuan * 100,
})

/** Proposes and admits projects; their ids in the order of the ballot. */
export async function admitted(
  town: CouncilTown,
  roundId: string,
  projects: readonly (readonly [CastKey, string, number])[],
): Promise<string[]> {
  const ids: string[] = []
  for (const [who, title, yuan] of projects) {
    const { id } = await town.as(who).call(proposeProject, { params: { roundId }, body: proposal(town, title, yuan) })
    await town.as('officerLin').call(decideFeasibility, { params: { projectId: id }, body: { feasible: true, reason: '可以办。' } })
    ids.push(id)
  }
  return ids
}

/** Lets the dates of the rules do what they do. */
export async function atDay(town: CouncilTown, day: string): Promise<void> {
  town.at(`${day}T09:00:00+08:00`)
  await town.drain(['council.allocation-dates'])
}

/** Known to live here: what voting asks for. */
export const attest = (town: CouncilTown, ...people: readonly CastKey[]): Promise<unknown> =>
  town.deed(async (deed) => {
    for (const who of people)
      await keepLevel(deed, {
        personId: town.idOf(who),
        level: 'attested',
        communityId: communityId(town.street.id, 'songbai'),
        confirmerPost: null,
      })
  })
