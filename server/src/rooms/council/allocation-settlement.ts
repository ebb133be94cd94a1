import type { AllocationRound, settleResult as settling } from '@ronghe/contract/council/allocation.ts'
import type { AllocationProject } from '@ronghe/contract/council/allocation-projects.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { actingPost } from '../programme/acting-post.ts'
import { today } from '../programme/posts.ts'
import { readProject } from './allocation-project-pages.ts'
import { changeProject, getProject, newCost, refuseOwn, tellProposer } from './allocation-project-rows.ts'
import {
  allocationArticle,
  biddersOf,
  changeRound,
  fundedIn,
  getRound,
  projectsOf,
  refusedBy,
  takeStep,
  type Round,
} from './allocation-rows.ts'
import { readRound } from './allocation.ts'
import { actingDelegate } from './delegates.ts'
import { refuseInterested } from './interests.ts'
import { getMotion } from './motion-rows.ts'
import { adoptAllocation } from './allocation-resolution.ts'

/**
 * Whoever presides over the item enters what the council did: it takes note, or returns the result once, as a whole. A chair, or deputy, who is tied to
 * an organ that asked for money does not preside over it (08, Interest).
 */
export async function settle(deed: Deed, actor: PersonActor, roundId: string, body: BodyOf<typeof settling>): Promise<AllocationRound> {
  const round = await getRound(deed, roundId, 'lock')
  const { row } = round
  await actingDelegate(deed, row.council_id)
  await refuseInterested(deed, row.council_id, actor.personId, await biddersOf(deed, roundId))
  if (body.decision === 'noted') await takeNote(deed, round)
  else await giveBack(deed, round, body)
  return readRound(deed, roundId)
}

/** The result becomes one resolution; its projects are its tasks. */
export async function takeNote(deed: Deed, round: Round): Promise<void> {
  await takeStep(deed, round, 'note', { noted_on: today(deed) })
  const resolutionId = await adoptAllocation(deed, round)
  await changeRound(deed, round.row.id, { resolution_id: resolutionId })
  const funded = await fundedIn(deed, round.row.id)
  for (const project of await projectsOf(deed, round.row.id))
    if (funded.has(project.id)) await tellProposer(deed, project, 'allocation-funded')
}

/** As a whole, on a carried motion, for one of the charter's three reasons each; a wrong cost has to be wrong by more than the charter's share. */
async function giveBack(
  deed: Deed,
  round: Round,
  { motionId, grounds }: Extract<BodyOf<typeof settling>, { decision: 'returned' }>,
): Promise<void> {
  const { row } = round
  const motion = await getMotion(deed, motionId)
  if (motion.council_id !== row.council_id || motion.state !== 'carried')
    throw await refusedBy(deed, round, 'allocation-return-not-carried', { article: 'majority' })
  const funded = await fundedIn(deed, row.id)
  const projects = new Map((await projectsOf(deed, row.id)).map((project) => [project.id, project]))
  const { costWrongPercent } = await allocationArticle(deed, round)
  const faults = grounds.flatMap(({ projectId, ground, cents }, index) => {
    const project = projects.get(projectId)
    const path = `grounds.${index}`
    if (!project || !funded.has(projectId) || grounds.findIndex((one) => one.projectId === projectId) !== index)
      return [{ path: `${path}.projectId`, code: 'field-choice' }]
    if ((ground === 'costWrong') !== (cents !== undefined)) return [{ path: `${path}.cents`, code: 'allocation-true-cost' }]
    if (cents !== undefined && Math.abs(cents - project.cents) * 100 <= costWrongPercent * project.cents)
      return [{ path: `${path}.cents`, code: 'allocation-not-wrong-enough', params: { percent: costWrongPercent } }]
    return []
  })
  if (faults.length > 0) throw unfit(faults)
  await takeStep(deed, round, 'return', { returned_on: today(deed), return_motion_id: motionId })
  await deed.tx
    .insertInto('allocation_ground')
    .values(
      grounds.map(({ projectId, ground, reason, cents }) => ({
        street_id: deed.street.id,
        round_id: row.id,
        project_id: projectId,
        ground,
        reason,
        cents: cents ?? null,
      })),
    )
    .execute()
}

/** The office does for each project what the return says of it and nothing else; then the same ballots are counted again. */
export async function correct(deed: Deed, projectId: string, reason: string): Promise<AllocationProject> {
  const project = await getProject(deed, projectId, 'lock')
  const round = await getRound(deed, project.round_id)
  await refuseOwn(deed, project)
  const ground = await deed.tx
    .selectFrom('allocation_ground')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', project.round_id)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  if (round.row.state !== 'corrections' || !ground || ground.corrected_on) throw await refusedBy(deed, round, 'allocation-step')
  if (ground.cents !== null) await newCost(deed, project, ground.cents, reason)
  // What now costs more than there is cannot be voted for.
  const isOut = ground.cents === null || ground.cents > round.rules.budgetCents
  await changeProject(deed, projectId, {
    ...(isOut ? { state: 'removed' } : {}),
    answer: reason,
    answered_on: today(deed),
    answered_by_post: actingPost(deed, 'council.answer')?.id ?? null,
  })
  await deed.tx
    .updateTable('allocation_ground')
    .set({ corrected_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', project.round_id)
    .where('project_id', '=', projectId)
    .execute()
  await record(deed, { kind: 'council.allocation.corrected', plain: { project: projectId, removed: isOut } })
  await tellProposer(deed, project, 'allocation-answered')
  return readProject(deed, projectId)
}
