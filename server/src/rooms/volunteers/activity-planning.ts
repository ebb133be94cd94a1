import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Activity, ActivityPlan, proposeActivity } from '@ronghe/contract/volunteers/activities.ts'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { setParties } from '../programme/joint-items.ts'
import { checkPlace } from '../programme/places.ts'
import { today } from '../programme/posts.ts'
import { activitySteps, mayStep, refusalOfStep, type ActivityStep } from './activity-lifecycle.ts'
import { describeActivity, getActivity, settleActivity, shiftsOf, type ActivityRow } from './activity-rows.ts'
import { getCorps, mustLead } from './corps.ts'
import { callOff } from './shift-list.ts'
import { getTeam } from './team-rows.ts'

/** Patrols are always out in the dark and among strangers: risky by their kind (志愿服务条例 17). */
const isRisky = ({ kind, risky }: Pick<ActivityPlan, 'kind' | 'risky'>): boolean => risky || kind === 'patrol'

const columnsOf = async (deed: Deed, plan: ActivityPlan) => ({
  kind: plan.kind,
  team_id: plan.teamId,
  title: JSON.stringify(plan.title),
  about: JSON.stringify(plan.about),
  place: JSON.stringify(plan.place),
  ...(await checkPlace(deed, null, plan.laneId)),
  risky: isRisky(plan),
  briefing: plan.briefing && JSON.stringify(plan.briefing),
  insurer: plan.insurer || null,
  policy_number: plan.policyNumber || null,
  insured_until: plan.insuredUntil,
  with_children: plan.withChildren,
  needs_skill: plan.needsSkill,
  needs_proof: plan.needsSkill !== null && plan.needsProof,
  needs_dialect: plan.needsDialect,
})

export async function planActivity(deed: Deed, plan: ActivityPlan, id = deed.id()): Promise<Activity> {
  const team = await getTeam(deed, plan.teamId)
  mustLead(deed, team)
  if (team.closed_on !== null) throw refused('volunteers-team-closed')
  await deed.tx
    .insertInto('activity')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: team.organ_id,
      ...(await columnsOf(deed, plan)),
      state: 'draft',
      created_at: deed.now,
    })
    .execute()
  await keepParties(deed, id, team.organ_id, plan)
  await record(deed, { kind: 'volunteers.activity.planned', plain: { activity: id, of: plan.kind } })
  return describeActivity(deed, await getActivity(deed, id))
}

const keepParties = (
  deed: Deed,
  id: string,
  organId: string,
  { title, partners }: Pick<ActivityPlan, 'title' | 'partners'>,
  on = today(deed),
) => setParties(deed, { kind: 'activity', thingId: id, title, link: `/volunteers/activities/${id}`, on }, organId, partners)

export async function changeActivity(deed: Deed, id: string, plan: ActivityPlan): Promise<Activity> {
  const row = await heldFor(deed, id, 'addShifts')
  const team = await getTeam(deed, plan.teamId)
  mustLead(deed, team)
  await deed.tx
    .updateTable('activity')
    .set(await columnsOf(deed, plan))
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await keepParties(deed, id, row.organ_id, plan)
  const changed = await getActivity(deed, id)
  if (row.state !== 'draft') await checkSafety(deed, changed)
  await record(deed, { kind: 'volunteers.activity.changed', plain: { activity: id } })
  return describeActivity(deed, changed)
}

/** The activity, locked, for somebody who leads its team and may take this step now. */
export async function heldFor(deed: Deed, id: string, step: ActivityStep): Promise<ActivityRow> {
  const row = await getActivity(deed, id, 'lock')
  mustLead(deed, row)
  if (!mayStep(row.state, step)) throw refused(refusalOfStep(row.state, step))
  return row
}

async function moveTo(deed: Deed, row: ActivityRow, step: ActivityStep, set: { reason?: string; opened_at?: Date; team_id?: string } = {}) {
  await deed.tx
    .updateTable('activity')
    .set({ state: activitySteps[row.state][step]!, ...set })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
  await record(deed, { kind: 'volunteers.activity.moved', plain: { activity: row.id, step } })
}

/** Nobody is sent anywhere dangerous without having been told, and without insurance that is still in force on the day (志愿服务条例 17). */
export async function checkSafety(deed: Deed, row: ActivityRow): Promise<void> {
  if (!row.risky) return
  if (!row.briefing) throw refused('volunteers-no-briefing')
  if (!row.insurer || !row.policy_number || !row.insured_until) throw refused('volunteers-no-insurance')
  const shifts = (await shiftsOf(deed, [row.id])).filter(({ cancelled_at, ends_at }) => cancelled_at === null && ends_at > deed.now)
  const last = shifts.at(-1)
  if (last && dayIn(deed.street.zone, last.ends_at) > row.insured_until)
    throw refused('volunteers-insurance-ends', { params: { day: row.insured_until } })
}

export async function openActivity(deed: Deed, id: string): Promise<Activity> {
  const row = await heldFor(deed, id, 'open')
  if (!(await shiftsOf(deed, [id])).some(({ cancelled_at, starts_at }) => cancelled_at === null && starts_at > deed.now))
    throw refused('volunteers-no-shift')
  await checkSafety(deed, row)
  await moveTo(deed, row, 'open', { opened_at: deed.now })
  await settleActivity(deed, id)
  if (row.started_by) await notify(deed, row.started_by, { template: 'volunteers-proposal-taken', link: `/volunteers/activities/${id}` })
  return describeActivity(deed, await getActivity(deed, id))
}

export async function cancelActivity(deed: Deed, id: string, reason: string): Promise<Activity> {
  const row = await heldFor(deed, id, 'cancel')
  await moveTo(deed, row, 'cancel', { reason })
  for (const shift of await shiftsOf(deed, [id]))
    if (shift.cancelled_at === null && shift.ends_at > deed.now) await callOff(deed, shift.id, reason)
  return describeActivity(deed, await getActivity(deed, id))
}

/** An idea belongs to the corps until a team takes it up. */
export async function propose(
  deed: Deed,
  personId: string,
  { title, about, place, kind }: BodyOf<typeof proposeActivity>,
  id = deed.id(),
): Promise<Activity> {
  const corps = await getCorps(deed)
  const text = (words: string): string => JSON.stringify({ 'zh-CN': words } satisfies Text)
  const since = new Date(deed.now.getTime() - 30 * 86_400_000)
  const { count } = await deed.tx
    .selectFrom('activity')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('started_by', '=', personId)
    .where('state', '=', 'proposed')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  if (Number(count) >= 5) throw refused('volunteers-proposals-waiting')
  await deed.tx
    .insertInto('activity')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: corps.id,
      kind,
      state: 'proposed',
      title: text(title),
      about: text(about),
      place: text(place),
      risky: kind === 'patrol',
      started_by: personId,
      created_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'volunteers.activity.proposed', about: personId, plain: { activity: id, of: kind } })
  return describeActivity(deed, await getActivity(deed, id))
}

export async function takeUp(deed: Deed, id: string, teamId: string): Promise<Activity> {
  const row = await getActivity(deed, id, 'lock')
  const team = await getTeam(deed, teamId)
  mustLead(deed, team)
  if (team.closed_on !== null) throw refused('volunteers-team-closed')
  if (!mayStep(row.state, 'takeUp')) throw refused(refusalOfStep(row.state, 'takeUp'))
  await moveTo(deed, row, 'takeUp', { team_id: teamId })
  await keepParties(deed, id, team.organ_id, { title: row.title as Text, partners: [] })
  return describeActivity(deed, await getActivity(deed, id))
}

/** By any leader: an idea belongs to nobody's team yet. The author gets the reason. */
export async function declineProposal(deed: Deed, id: string, reason: string): Promise<Activity> {
  const row = await getActivity(deed, id, 'lock')
  if (!mayStep(row.state, 'decline')) throw refused(refusalOfStep(row.state, 'decline'))
  await moveTo(deed, row, 'decline', { reason })
  if (row.started_by) await notify(deed, row.started_by, { template: 'volunteers-proposal-declined', link: `/volunteers/activities/${id}` })
  return describeActivity(deed, await getActivity(deed, id))
}

/** A year after an idea, nobody needs to know any more whose it was; the count of the year is over. */
export async function forgetWhoseIdea(deed: Deed): Promise<void> {
  const until = addDays(today(deed), -400)
  await deed.tx
    .updateTable('activity')
    .set({ started_by: null })
    .where('street_id', '=', deed.street.id)
    .where('started_by', 'is not', null)
    .where('created_at', '<', new Date(`${until}T00:00:00Z`))
    .execute()
}

export function checkDay(deed: Deed, path: string, at: Date): void {
  if (at <= deed.now) throw unfit([{ path, code: 'volunteers-day-past' }])
}
