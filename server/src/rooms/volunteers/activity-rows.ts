import type { Text } from '@ronghe/contract/values.ts'
import type { Activity, ActivityLine, ShiftLine } from '@ronghe/contract/volunteers/activities.ts'
import type { Skill } from '@ronghe/contract/volunteers/skills.ts'
import type { Selectable } from 'kysely'
import { personOf } from '../../platform/auth/actor.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { setting } from '../../platform/settings/settings.ts'
import { partiesOf } from '../programme/joint-items.ts'
import { nameOfPlace, placeNames } from '../programme/places.ts'
import { mayStep, standingOf } from './activity-lifecycle.ts'
import { leads } from './corps.ts'
import { teamNames } from './team-rows.ts'

export type ActivityRow = Selectable<Tables['activity']> & { readonly leader_post: string | null }
export type ShiftRow = Selectable<Tables['shift']>

export const activityRows = (deed: Deed) =>
  deed.tx
    .selectFrom('activity')
    .leftJoin('team', (join) => join.onRef('team.street_id', '=', 'activity.street_id').onRef('team.id', '=', 'activity.team_id'))
    .selectAll('activity')
    .select('team.leader_post')
    .where('activity.street_id', '=', deed.street.id)

export async function getActivity(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<ActivityRow> {
  const query = activityRows(deed).where('activity.id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate('activity') : query).executeTakeFirst()
  if (!row) throw notFound('activity')
  return row
}

export async function shiftsOf(deed: Deed, activityIds: readonly string[]): Promise<readonly ShiftRow[]> {
  if (activityIds.length === 0) return []
  return deed.tx
    .selectFrom('shift')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('activity_id', 'in', [...activityIds])
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
}

export async function getShift(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<ShiftRow> {
  const query = deed.tx.selectFrom('shift').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  // Locking the shift's row is what keeps the line: whoever signs up at the same time waits for it.
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('shift')
  return row
}

/** How full shifts are. An offer holds its place. */
export async function fullness(deed: Deed, shiftIds: readonly string[]) {
  const rows =
    shiftIds.length === 0
      ? []
      : await deed.tx
          .selectFrom('sign_up')
          .select(({ fn }) => ['shift_id', 'state', fn.countAll<string>().as('count')])
          .where('street_id', '=', deed.street.id)
          .where('shift_id', 'in', [...shiftIds])
          .where('state', 'in', ['waiting', 'offered', 'placed'])
          .groupBy(['shift_id', 'state'])
          .execute()
  const count = (id: string, state: string): number =>
    Number(rows.find(({ shift_id, state: one }) => shift_id === id && one === state)?.count ?? 0)
  return (shift: Pick<ShiftRow, 'id' | 'maximum' | 'minimum'>) => {
    const placed = count(shift.id, 'placed')
    return {
      placesLeft: Math.max(0, shift.maximum - placed - count(shift.id, 'offered')),
      waiting: count(shift.id, 'waiting'),
      missing: Math.max(0, shift.minimum - placed),
    }
  }
}

export async function shiftLines(deed: Deed, rows: readonly ShiftRow[]): Promise<ShiftLine[]> {
  const full = await fullness(
    deed,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    night: row.night,
    minimum: row.minimum,
    maximum: row.maximum,
    ...full(row),
    place: (row.place as Text | null) ?? null,
    cancelled: row.cancelled_at ? { because: row.cancelled_because ?? '' } : null,
    over: row.ends_at <= deed.now,
  }))
}

/** Lines of a list, each with its next shift. */
export async function activityLines(deed: Deed, rows: readonly ActivityRow[]): Promise<(ActivityLine & { shifts: ShiftLine[] })[]> {
  const shifts = await shiftsOf(
    deed,
    rows.map(({ id }) => id),
  )
  const lines = await shiftLines(deed, shifts)
  const teams = await teamNames(deed)
  const places = await placeNames(deed)
  return rows.map((row) => {
    const own = lines.filter((_, index) => shifts[index]!.activity_id === row.id)
    return {
      id: row.id,
      kind: row.kind,
      state: row.state,
      title: row.title as Text,
      place: row.place as Text,
      where: nameOfPlace(places, row.community_id, row.lane_id),
      team: row.team_id && teams.has(row.team_id) ? { id: row.team_id, name: teams.get(row.team_id)! } : null,
      weekly: row.weekly,
      risky: row.risky,
      next: own.find(({ over, cancelled }) => !over && !cancelled) ?? null,
      shifts: own,
    }
  })
}

export async function describeActivity(deed: Deed, row: ActivityRow): Promise<Activity> {
  const [line] = await activityLines(deed, [row])
  // An idea is nobody's yet: any leader may take it up or answer it.
  const leader = deed.actor.kind === 'person' && deed.actor.permissions.has('volunteers.lead')
  return {
    ...line!,
    about: row.about as Text,
    laneId: row.lane_id,
    briefing: (row.briefing as Text | null) ?? null,
    insurance:
      row.insurer && row.policy_number && row.insured_until
        ? { insurer: row.insurer, policyNumber: row.policy_number, until: row.insured_until }
        : null,
    withChildren: row.with_children,
    needs: { skill: row.needs_skill as Skill | null, proof: row.needs_proof, dialect: row.needs_dialect },
    parties: [...((await partiesOf(deed, 'activity', [row.id])).get(row.id) ?? [])],
    reason: row.reason,
    mine: row.started_by !== null && row.started_by === personOf(deed.actor),
    may:
      row.state === 'proposed'
        ? leader
          ? ['takeUp', 'decline']
          : []
        : leads(deed, row)
          ? [
              ...(mayStep(row.state, 'addShifts') ? (['change', 'addShifts'] as const) : []),
              ...(mayStep(row.state, 'open') ? (['open'] as const) : []),
              ...(mayStep(row.state, 'cancel') ? (['cancel'] as const) : []),
            ]
          : [],
  }
}

/** Moves an activity on to where its shifts and the clock have brought it. */
export async function settleActivity(deed: Deed, activityId: string): Promise<void> {
  const row = await getActivity(deed, activityId)
  const shifts = (await shiftsOf(deed, [activityId])).filter(({ cancelled_at }) => cancelled_at === null)
  const full = await fullness(
    deed,
    shifts.map(({ id }) => id),
  )
  const { claimDays } = await setting(deed, 'volunteers')
  const facts = shifts.map((shift) => ({ from: shift.starts_at, until: shift.ends_at, full: full(shift).placesLeft === 0 }))
  const state = standingOf(row.state, facts, deed.now, claimDays)
  if (state === row.state) return
  await deed.tx
    .updateTable('activity')
    .set({ state, ...(state === 'closed' ? { closed_at: deed.now } : {}) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', activityId)
    .where('state', '=', row.state)
    .execute()
}
