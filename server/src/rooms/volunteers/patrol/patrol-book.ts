import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { PatrolBook, saveRoute as saveRouteOperation } from '@ronghe/contract/volunteers/patrol.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { addDays, dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { findingsFrom } from '../../programme/findings.ts'
import { placeNames } from '../../programme/places.ts'
import { today } from '../../programme/posts.ts'
import { mustCoordinate, mustLead } from '../corps.ts'
import { getTeam, type TeamRow } from '../team-rows.ts'
import { armbandOf, getPatrolShift, lanesToChoose, roundRows, routesOf, ticksOf, toFindings } from './patrol-rows.ts'
import { isOver } from './round-times.ts'

/** How long a round is known at all (08, Patrol). */
export const roundDays = 30
/** What was found is shown for a year. */
const findingDays = 365

export async function readBook(deed: Deed, teamId: string): Promise<PatrolBook> {
  return bookOf(deed, await ownPatrol(deed, teamId))
}

async function ownPatrol(deed: Deed, teamId: string): Promise<TeamRow> {
  const team = await getTeam(deed, teamId)
  mustLead(deed, team)
  if (team.kind !== 'patrol') throw refused('volunteers-no-patrol')
  return team
}

async function bookOf(deed: Deed, team: TeamRow): Promise<PatrolBook> {
  const rounds = await roundRows(deed)
    .where('patrol_round.team_id', '=', team.id)
    .where('patrol_round.on_day', '>=', addDays(today(deed), -roundDays))
    .orderBy('patrol_round.on_day', 'desc')
    .orderBy('patrol_round.id', 'desc')
    .execute()
  const walked = rounds.length === 0 ? [] : await routesOf(deed, { routeIds: [...new Set(rounds.map(({ route_id }) => route_id))] })
  const ticked = await ticksOf(
    deed,
    rounds.map(({ id }) => id),
  )
  const findings = await findingsFrom(deed, team.id, { since: addDays(today(deed), -findingDays) })
  return {
    team: { id: team.id, name: team.name as Text },
    armband: await armbandOf(deed, team.id),
    lanes: await lanesToChoose(deed),
    routes: await routesOf(deed, { teamId: team.id }),
    rounds: rounds.map((round) => {
      const checkpoints = walked.find(({ id }) => id === round.route_id)?.checkpoints ?? []
      const over = isOver(round, deed.now)
      const missed = checkpoints.filter(({ id }) => ticked(round.id, id) !== true)
      return {
        id: round.id,
        onDay: round.on_day,
        route: round.route as Text,
        done: checkpoints.length - missed.length,
        of: checkpoints.length,
        missed: over ? missed.map(({ place }) => place) : [],
        over,
      }
    }),
    shiftsWithoutRoute: await shiftsWithoutRoute(deed, team.id),
    findings: await toFindings(deed, findings.slice(0, 60)),
    found: {
      all: findings.length,
      open: findings.filter(({ ended_on }) => ended_on === null).length,
      fixed: findings.filter(({ state }) => state === 'fixed').length,
    },
  }
}

async function shiftsWithoutRoute(deed: Deed, teamId: string): Promise<PatrolBook['shiftsWithoutRoute']> {
  const rows = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .leftJoin('patrol_round', (join) =>
      join.onRef('patrol_round.street_id', '=', 'shift.street_id').onRef('patrol_round.shift_id', '=', 'shift.id'),
    )
    .select(['shift.id', 'activity.title', 'shift.starts_at', 'shift.ends_at'])
    .where('shift.street_id', '=', deed.street.id)
    .where('activity.team_id', '=', teamId)
    .where('activity.kind', '=', 'patrol')
    .where('activity.state', 'not in', ['draft', 'cancelled', 'closed'])
    .where('shift.cancelled_at', 'is', null)
    .where('shift.ends_at', '>', deed.now)
    .where('patrol_round.id', 'is', null)
    .orderBy('shift.starts_at')
    .limit(12)
    .execute()
  return rows.map(({ id, title, starts_at, ends_at }) => ({
    id,
    title: title as Text,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }))
}

/** A route is never changed: another takes its place, and rounds that were walked keep what they were. */
export async function saveRoute(
  deed: Deed,
  teamId: string,
  { replaces, name, checkpoints }: BodyOf<typeof saveRouteOperation>,
): Promise<PatrolBook> {
  const team = await ownPatrol(deed, teamId)
  const { lanes } = await placeNames(deed)
  const unknown = checkpoints.findIndex(({ laneId }) => !lanes.has(laneId))
  if (unknown >= 0) throw unfit([{ path: `checkpoints.${unknown}.laneId`, code: 'field-choice' }])
  const street_id = deed.street.id
  if (replaces)
    await deed.tx
      .updateTable('patrol_route')
      .set({ ended_on: today(deed) })
      .where('street_id', '=', street_id)
      .where('team_id', '=', teamId)
      .where('id', '=', replaces)
      .execute()
  const id = deed.id()
  await deed.tx
    .insertInto('patrol_route')
    .values({ street_id, id, team_id: teamId, name: JSON.stringify(name), created_at: deed.now })
    .execute()
  await deed.tx
    .insertInto('patrol_checkpoint')
    .values(
      checkpoints.map(({ place, laneId }, position) => ({
        street_id,
        id: deed.id(),
        route_id: id,
        place: JSON.stringify(place),
        lane_id: laneId,
        position,
      })),
    )
    .execute()
  if (replaces) await moveRoundsAhead(deed, replaces, id)
  await record(deed, { kind: 'volunteers.patrol.route-saved', plain: { team: teamId, route: id } })
  return bookOf(deed, team)
}

/** Rounds that have not begun walk the new route. */
async function moveRoundsAhead(deed: Deed, from: string, to: string): Promise<void> {
  const ahead = await roundRows(deed).where('patrol_round.route_id', '=', from).where('shift.starts_at', '>', deed.now).execute()
  if (ahead.length === 0) return
  await deed.tx
    .updateTable('patrol_round')
    .set({ route_id: to })
    .where('street_id', '=', deed.street.id)
    .where(
      'id',
      'in',
      ahead.map(({ id }) => id),
    )
    .execute()
}

export async function setArmband(deed: Deed, teamId: string, number: string): Promise<PatrolBook> {
  const team = await ownPatrol(deed, teamId)
  mustCoordinate(deed, team.organ_id)
  const other = await deed.tx
    .selectFrom('patrol_armband')
    .select('team_id')
    .where('street_id', '=', deed.street.id)
    .where('number', '=', number)
    .where('team_id', '<>', teamId)
    .executeTakeFirst()
  if (other) throw refused('volunteers-armband-taken')
  await deed.tx
    .insertInto('patrol_armband')
    .values({ street_id: deed.street.id, team_id: teamId, number })
    .onConflict((conflict) => conflict.columns(['street_id', 'team_id']).doUpdateSet({ number }))
    .execute()
  await record(deed, { kind: 'volunteers.patrol.armband-set', plain: { team: teamId } })
  return bookOf(deed, team)
}

export async function planRound(deed: Deed, shiftId: string, routeId: string): Promise<PatrolBook> {
  const shift = await getPatrolShift(deed, shiftId)
  const team = await ownPatrol(deed, shift.team_id)
  if (!(await routesOf(deed, { teamId: team.id })).some(({ id }) => id === routeId))
    throw unfit([{ path: 'routeId', code: 'field-choice' }])
  if (isOver(shift, deed.now)) throw refused('volunteers-shift-over')
  await deed.tx
    .insertInto('patrol_round')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      team_id: team.id,
      shift_id: shiftId,
      route_id: routeId,
      on_day: dayIn(deed.street.zone, shift.starts_at),
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'shift_id']).doUpdateSet({ route_id: routeId }))
    .execute()
  await record(deed, { kind: 'volunteers.patrol.round-planned', plain: { shift: shiftId, route: routeId } })
  return bookOf(deed, team)
}
