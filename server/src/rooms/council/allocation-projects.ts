import type { AllocationProject, proposeProject as proposing } from '@ronghe/contract/council/allocation-projects.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { actingPost, holds } from '../programme/acting-post.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { checkPlace } from '../programme/places.ts'
import { today } from '../programme/posts.ts'
import { isBefore } from './allocation-lifecycle.ts'
import { readProject } from './allocation-project-pages.ts'
import { changeProject, getProject, isProposer, newCost, refuseOwn, tellProposer } from './allocation-project-rows.ts'
import { allocationArticle, fundedIn, getRound, projectsOf, refusedBy } from './allocation-rows.ts'
import { cited } from './charter.ts'
import { heldIn } from './delegates.ts'

/** Anybody who is signed in may propose; the clerk types what came on paper. */
export async function propose(deed: Deed, actor: PersonActor, roundId: string, body: BodyOf<typeof proposing>): Promise<AllocationProject> {
  const round = await getRound(deed, roundId, 'lock')
  if (round.row.state !== 'call') throw await refusedBy(deed, round, 'allocation-no-call')
  const onPaper = body.fromPaper === true
  if (onPaper && !heldIn(deed, round.row.council_id, 'councilClerk')) throw forbidden('council-not-clerk')
  if (body.organId) {
    await getOrgan(deed, body.organId)
    if (!actor.posts.some(({ organId }) => organId === body.organId)) throw forbidden('not-your-organ')
  }
  const place = await checkPlace(deed, body.communityId, body.laneId)
  const { communityIds, budgetCents } = round.rules
  if (communityIds.length > 0 && !communityIds.includes(place.community_id ?? ''))
    throw unfit([{ path: 'communityId', code: 'allocation-outside-area' }])
  if (body.cents > budgetCents) throw unfit([{ path: 'cents', code: 'allocation-dearer-than-budget' }])
  const others = await projectsOf(deed, roundId)
  const mine = others.filter(({ proposer_id, state }) => proposer_id === actor.personId && state !== 'withdrawn')
  if (!onPaper && mine.length >= mostOwn) throw await refusedBy(deed, round, 'allocation-enough-projects', { params: { most: mostOwn } })
  const id = deed.id()
  await deed.tx
    .insertInto('allocation_project')
    .values({
      street_id: deed.street.id,
      id,
      round_id: roundId,
      number: others.length + 1,
      title: body.title,
      what: body.what,
      for_whom: body.forWhom,
      ...place,
      organ_id: body.organId ?? null,
      proposer_id: onPaper ? null : actor.personId,
      from_paper: onPaper,
      asked_cents: body.cents,
      cents: body.cents,
      state: 'proposed',
      created_at: deed.now,
    })
    .execute()
  await record(deed, {
    kind: 'council.allocation.proposed',
    about: onPaper ? null : actor.personId,
    plain: { round: roundId, project: id, onPaper },
  })
  return readProject(deed, id)
}

/** One person fills no ballot alone. */
const mostOwn = 5

/** One's own project can be taken back until voting begins; its number stays taken. */
export async function withdraw(deed: Deed, actor: PersonActor, id: string): Promise<AllocationProject> {
  const row = await getProject(deed, id, 'lock')
  const round = await getRound(deed, row.round_id)
  if (!isProposer(deed, round, row, actor)) throw forbidden('allocation-not-proposer')
  if (!isBefore(round.row.state, 'voting') || !['proposed', 'feasible'].includes(row.state))
    throw await refusedBy(deed, round, 'allocation-step')
  await changeProject(deed, id, { state: 'withdrawn' })
  await record(deed, { kind: 'council.allocation.withdrawn', about: row.proposer_id, plain: { project: id } })
  return readProject(deed, id)
}

/** Whether it can be done and for how much, with the reason for everybody to read. A refusal may be appealed. */
export async function decideFeasibility(
  deed: Deed,
  id: string,
  { feasible, reason, cents }: { readonly feasible: boolean; readonly reason: string; readonly cents?: number | undefined },
): Promise<AllocationProject> {
  const row = await getProject(deed, id, 'lock')
  const round = await getRound(deed, row.round_id)
  await refuseOwn(deed, row)
  if (!['call', 'feasibility'].includes(round.row.state) || row.state !== 'proposed') throw await refusedBy(deed, round, 'allocation-step')
  // A refusal on the last days would leave no time to appeal before the vote.
  if (!feasible && today(deed) > round.rules.dates.feasibilityUntil) throw await refusedBy(deed, round, 'allocation-too-late-to-refuse')
  if (cents !== undefined && cents > round.rules.budgetCents) throw unfit([{ path: 'cents', code: 'allocation-dearer-than-budget' }])
  if (feasible && cents !== undefined) await newCost(deed, row, cents, reason)
  await changeProject(deed, id, {
    state: feasible ? 'feasible' : 'refused',
    answer: reason,
    answered_on: today(deed),
    answered_by_post: actingPost(deed, 'council.answer')?.id ?? null,
  })
  await record(deed, { kind: 'council.allocation.answered', about: row.proposer_id, plain: { project: id, feasible } })
  await tellProposer(deed, row, 'allocation-answered')
  return readProject(deed, id)
}

/** Costs are put right until voting begins, each with its reason; the old ones stay readable. */
export async function correctCost(deed: Deed, id: string, cents: number, reason: string): Promise<AllocationProject> {
  const row = await getProject(deed, id, 'lock')
  const round = await getRound(deed, row.round_id)
  await refuseOwn(deed, row)
  if (!['call', 'feasibility'].includes(round.row.state) || row.state !== 'feasible')
    throw await refusedBy(deed, round, 'allocation-cost-stands')
  if (cents > round.rules.budgetCents) throw unfit([{ path: 'cents', code: 'allocation-dearer-than-budget' }])
  await newCost(deed, row, cents, reason)
  await record(deed, { kind: 'council.allocation.cost', plain: { project: id, cents } })
  await tellProposer(deed, row, 'allocation-answered')
  return readProject(deed, id)
}

export async function appeal(deed: Deed, actor: PersonActor, id: string, words: string): Promise<AllocationProject> {
  const row = await getProject(deed, id, 'lock')
  const round = await getRound(deed, row.round_id)
  if (!isProposer(deed, round, row, actor)) throw forbidden('allocation-not-proposer')
  const { appealDays } = await allocationArticle(deed, round)
  if (row.state !== 'refused' || row.appeal_decided_on) throw await refusedBy(deed, round, 'allocation-step')
  if (today(deed) > addDays(row.answered_on!, appealDays))
    throw await refusedBy(deed, round, 'allocation-appeal-late', { params: { days: appealDays } })
  await changeProject(deed, id, { state: 'appealed', appeal_words: words, appealed_on: today(deed) })
  await record(deed, { kind: 'council.allocation.appealed', about: row.proposer_id, plain: { project: id } })
  return readProject(deed, id)
}

export async function decideAppeal(deed: Deed, id: string, granted: boolean, reason: string): Promise<AllocationProject> {
  const row = await getProject(deed, id, 'lock')
  const round = await getRound(deed, row.round_id)
  await refuseOwn(deed, row)
  if (row.state !== 'appealed' || !isBefore(round.row.state, 'voting')) throw await refusedBy(deed, round, 'allocation-step')
  if (row.answered_by_post && holds(deed, row.answered_by_post))
    throw forbidden('allocation-appeal-other', await cited(deed, round.row.council_id, 'allocation'))
  await changeProject(deed, id, {
    state: granted ? 'feasible' : 'refused',
    appeal_granted: granted,
    appeal_answer: reason,
    appeal_decided_on: today(deed),
  })
  await record(deed, { kind: 'council.allocation.appeal-decided', about: row.proposer_id, plain: { project: id, granted } })
  await tellProposer(deed, row, 'allocation-answered')
  return readProject(deed, id)
}

/** What came of a funded project; the round ends when each has its account. */
export async function accountFor(deed: Deed, id: string, outcome: string, spentCents: number): Promise<AllocationProject> {
  const row = await getProject(deed, id, 'lock')
  const round = await getRound(deed, row.round_id)
  if (round.row.state !== 'projects' || !(await fundedIn(deed, row.round_id)).has(id))
    throw await refusedBy(deed, round, 'allocation-step', { article: 'followUp' })
  await changeProject(deed, id, { account: outcome, spent_cents: spentCents, accounted_on: today(deed) })
  await record(deed, { kind: 'council.allocation.accounted', plain: { project: id, spentCents } })
  await tellProposer(deed, row, 'allocation-accounted')
  return readProject(deed, id)
}
