import type { AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import type { AllocationRound, listRounds, RoundLine } from '@ronghe/contract/council/allocation.ts'
import type { MotionState } from '@ronghe/contract/council/motion-states.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { may } from '../programme/acting-post.ts'
import { placeNames } from '../programme/places.ts'
import { today } from '../programme/posts.ts'
import { groundsOf } from './allocation-grounds.ts'
import { planFaults } from './allocation-plan.ts'
import {
  allocationArticle,
  changeRound,
  fundedIn,
  getRound,
  noteState,
  projectsOf,
  refusedBy,
  takeStep,
  type Round,
  type RoundRow,
} from './allocation-rows.ts'
import { adoptedVersions, charterInForce } from './charter.ts'
import { asClerk, heldIn } from './delegates.ts'
import { findMotion, getMotion } from './motion-rows.ts'

interface Plan {
  readonly title: Text
  readonly rules: AllocationRules
}

/** Rules for the council to decide on. Nothing is open yet. */
export async function setUpRound(deed: Deed, councilId: string, plan: Plan): Promise<AllocationRound> {
  const post = asClerk(deed, councilId)
  const { charter } = await charterInForce(deed, councilId)
  await checkPlan(deed, plan, charter.parameters.allocation.appealDays)
  // Two set up at once wait for each other: numbers have no gaps.
  await sql`select id from organ where street_id = ${deed.street.id}::uuid and id = ${councilId}::uuid for no key update`.execute(deed.tx)
  const last = await deed.tx
    .selectFrom('allocation_round')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .executeTakeFirst()
  const id = deed.id()
  await deed.tx
    .insertInto('allocation_round')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      number: (last?.number ?? 0) + 1,
      title: JSON.stringify(plan.title),
      draft: JSON.stringify(plan.rules),
      state: 'setUp',
      created_at: deed.now,
      created_by_post: post.id,
    })
    .execute()
  await noteState(deed, id, 'setUp')
  await record(deed, { kind: 'council.allocation.set-up', plain: { round: id, council: councilId } })
  return readRound(deed, id)
}

/** The draft changes only while it is not before the council: what is voted on is what is fixed. */
export async function editRound(deed: Deed, id: string, plan: Plan): Promise<AllocationRound> {
  const round = await getRound(deed, id, 'lock')
  asClerk(deed, round.row.council_id)
  if (round.row.state !== 'setUp') throw await refusedBy(deed, round, 'allocation-rules-fixed')
  if (round.row.motion_id) throw await refusedBy(deed, round, 'allocation-before-council')
  await checkPlan(deed, plan, (await allocationArticle(deed, round)).appealDays)
  await changeRound(deed, id, { title: JSON.stringify(plan.title), draft: JSON.stringify(plan.rules) })
  await record(deed, { kind: 'council.allocation.edited', plain: { round: id } })
  return readRound(deed, id)
}

/** From the moment a motion goes out with an agenda until it is decided. */
const sentOut: readonly MotionState[] = ['onAgenda', 'moved', 'seconded', 'debated', 'putToVote']

/** Ties the draft to a money motion that is still to be decided, or takes it back from one that is not carried. */
export async function putToCouncil(deed: Deed, id: string, motionId: string | null): Promise<AllocationRound> {
  const round = await getRound(deed, id, 'lock')
  const { row } = round
  asClerk(deed, row.council_id)
  if (row.state !== 'setUp') throw await refusedBy(deed, round, 'allocation-rules-fixed')
  const tied = row.motion_id ? await findMotion(deed, row.motion_id) : undefined
  // What was sent to the delegates is what they vote on: nobody exchanges the rules under their hands.
  if (tied && sentOut.includes(tied.state)) throw await refusedBy(deed, round, 'allocation-before-council')
  if (motionId === null) {
    if (tied?.state === 'carried') throw await refusedBy(deed, round, 'allocation-rules-fixed')
  } else {
    const motion = await getMotion(deed, motionId)
    if (motion.council_id !== row.council_id || motion.kind !== 'money')
      throw await refusedBy(deed, round, 'allocation-needs-money-motion', { article: 'majority' })
    if (['carried', 'rejected', 'withdrawn', 'referred', ...sentOut].includes(motion.state))
      throw await refusedBy(deed, round, 'allocation-motion-decided')
  }
  await changeRound(deed, id, { motion_id: motionId })
  await record(deed, { kind: 'council.allocation.before-council', plain: { round: id, motion: motionId } })
  return readRound(deed, id)
}

/** Once the money motion is carried the rules stand, with the charter of the day; there is no way back. */
export async function fixRules(deed: Deed, id: string): Promise<void> {
  const round = await getRound(deed, id, 'lock')
  const { row } = round
  const motion = row.motion_id ? await getMotion(deed, row.motion_id) : undefined
  if (motion?.state !== 'carried' || motion.kind !== 'money')
    throw await refusedBy(deed, round, 'allocation-not-carried', { article: 'majority' })
  await takeStep(deed, round, 'fix')
  await deed.tx
    .insertInto('allocation_rules')
    .values({
      street_id: deed.street.id,
      round_id: id,
      rules: JSON.stringify(row.draft),
      motion_id: motion.id,
      charter_version_id: (await charterInForce(deed, row.council_id)).id,
      fixed_on: today(deed),
    })
    .execute()
}

/** What a carried money motion fixes, if it is about a round. */
export async function fixRulesOfMotion(deed: Deed, motionId: string): Promise<void> {
  const row = await deed.tx
    .selectFrom('allocation_round')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .where('state', '=', 'setUp')
    .executeTakeFirst()
  if (row) await fixRules(deed, row.id)
}

export async function fixByClerk(deed: Deed, id: string): Promise<AllocationRound> {
  asClerk(deed, (await getRound(deed, id)).row.council_id)
  await fixRules(deed, id)
  return readRound(deed, id)
}

/** From now on residents propose; everybody's group counts as it is declared at this moment. */
export async function openCall(deed: Deed, id: string): Promise<AllocationRound> {
  const round = await getRound(deed, id, 'lock')
  asClerk(deed, round.row.council_id)
  const { callFrom, callUntil } = round.rules.dates
  if (round.row.state === 'rulesFixed' && (today(deed) < callFrom || today(deed) > callUntil))
    throw await refusedBy(deed, round, 'allocation-call-dates', { params: { from: callFrom, until: callUntil } })
  await takeStep(deed, round, 'openCall', { opened_at: deed.now })
  return readRound(deed, id)
}

/** Ends the round with what came of it, when every funded project has its account. */
export async function endRound(deed: Deed, id: string, evaluation: string): Promise<AllocationRound> {
  const round = await getRound(deed, id, 'lock')
  asClerk(deed, round.row.council_id)
  const funded = await fundedIn(deed, id)
  const open = (await projectsOf(deed, id)).filter((project) => funded.has(project.id) && project.account === null)
  if (round.row.state === 'projects' && open.length > 0)
    throw await refusedBy(deed, round, 'allocation-accounts-open', { params: { count: open.length }, article: 'followUp' })
  await takeStep(deed, round, 'end', { evaluation })
  return readRound(deed, id)
}

export async function listRoundLines(
  deed: Deed,
  { councilId, limit, after }: QueryOf<typeof listRounds>,
): Promise<ReplyOf<typeof listRounds>> {
  const cursor = readCursor(after, 1)
  const rows = (await deed.tx
    .selectFrom('allocation_round')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .$if(councilId !== undefined, (query) => query.where('council_id', '=', councilId!))
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    // A draft is the clerk's until the rules stand.
    .$if(!may(deed, 'council.clerk'), (query) =>
      query.where((one) => one.or([one('state', '<>', 'setUp'), one('motion_id', 'is not', null)])),
    )
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()) as RoundRow[]
  const page = pageFrom(
    rows,
    limit,
    ({ id }) => toCursor(id),
    ({ id }) => id,
  )
  const items: RoundLine[] = []
  for (const id of page.items) items.push(await toLine(deed, await getRound(deed, id)))
  return { items, next: page.next }
}

async function toLine(deed: Deed, { row, rules }: Round): Promise<RoundLine> {
  const projects = (await projectsOf(deed, row.id)).filter(({ state }) => state !== 'withdrawn' && state !== 'merged')
  return {
    id: row.id,
    councilId: row.council_id,
    number: row.number,
    title: row.title as Text,
    state: row.state,
    budgetCents: rules.budgetCents,
    until: runsUntil({ row, rules }),
    projects: projects.length,
  }
}

const runsUntil = ({ row, rules }: Pick<Round, 'row' | 'rules'>): string | null => {
  if (row.state === 'call') return rules.dates.callUntil
  if (row.state === 'feasibility') return rules.dates.feasibilityUntil
  if (row.state === 'voting' && !row.closed_at) return rules.dates.votingUntil
  if (row.state === 'objection') return row.objection_until
  return row.state === 'resolution' ? row.settle_until : null
}

export async function readRound(deed: Deed, id: string): Promise<AllocationRound> {
  const round = await getRound(deed, id)
  const { row, rules, fixed } = round
  if (row.state === 'setUp' && !row.motion_id && !heldIn(deed, row.council_id, 'councilClerk')) throw forbidden('allocation-draft')
  const steps = await deed.tx
    .selectFrom('allocation_step')
    .select(['state', 'on_day'])
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', id)
    .orderBy('seq')
    .execute()
  const version = fixed && (await adoptedVersions(deed, row.council_id)).find((one) => one.id === fixed.charter_version_id)
  return {
    ...(await toLine(deed, round)),
    rules,
    motionId: row.motion_id,
    fixedOn: fixed?.fixed_on ?? null,
    charterVersion: version?.number ?? null,
    groupsFixedOn: row.opened_at ? dayIn(deed.street.zone, row.opened_at) : null,
    closed: row.closed_at !== null,
    counting: row.counting_since !== null,
    returned:
      row.returned_on && row.return_motion_id
        ? { on: row.returned_on, motionId: row.return_motion_id, grounds: await groundsOf(deed, id) }
        : null,
    notedOn: row.noted_on,
    resolutionId: row.resolution_id,
    evaluation: row.evaluation,
    history: steps.map(({ state, on_day }) => ({ state: state as AllocationRound['state'], on: on_day })),
    may: mayDo(deed, round),
  }
}

/** What this reader may do next with the round; each is asked again when it is done. */
function mayDo(deed: Deed, { row, rules }: Round): AllocationRound['may'] {
  const { actor } = deed
  if (actor.kind !== 'person') return []
  const clerk = heldIn(deed, row.council_id, 'councilClerk') !== undefined
  const sits = heldIn(deed, row.council_id, 'chair', 'delegate') !== undefined
  const possible: readonly (readonly [AllocationRound['may'][number], boolean])[] = [
    ['edit', clerk && row.state === 'setUp' && !row.motion_id],
    ['link', clerk && row.state === 'setUp'],
    ['fix', clerk && row.state === 'setUp' && row.motion_id !== null],
    ['openCall', clerk && row.state === 'rulesFixed' && today(deed) >= rules.dates.callFrom],
    ['propose', row.state === 'call'],
    ['answer', may(deed, 'council.answer') && ['call', 'feasibility', 'corrections', 'projects'].includes(row.state)],
    ['vote', row.state === 'voting' && !row.closed_at && today(deed) <= rules.dates.votingUntil],
    ['enterPapers', may(deed, 'council.moderate') && row.state === 'voting'],
    ['count', clerk && ((row.state === 'voting' && row.closed_at !== null) || row.state === 'corrections') && !row.counting_since],
    ['object', row.state === 'objection'],
    ['settle', sits && row.state === 'resolution'],
    ['end', clerk && row.state === 'projects'],
  ]
  return possible.flatMap(([what, holds]) => (holds ? [what] : []))
}

async function checkPlan(deed: Deed, { rules }: Plan, appealDays: number): Promise<void> {
  const faults = planFaults(rules, today(deed), appealDays)
  const { communities } = await placeNames(deed)
  if (rules.communityIds.some((id) => !communities.has(id))) faults.push({ path: 'rules.communityIds', code: 'field-choice' })
  if (faults.length > 0) throw unfit(faults)
}
