import type { Finding, PatrolRoute } from '@ronghe/contract/volunteers/patrol.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import type { FindingRow } from '../../programme/findings.ts'
import { placeNames } from '../../programme/places.ts'

export type RoundRow = Selectable<Tables['patrol_round']> & {
  readonly starts_at: Date
  readonly ends_at: Date
  readonly route: Text
  readonly team: Text
}

/** Rounds with their shift, route and team; the caller narrows them. */
export const roundRows = (deed: Deed) =>
  deed.tx
    .selectFrom('patrol_round')
    .innerJoin('shift', (join) =>
      join.onRef('shift.street_id', '=', 'patrol_round.street_id').onRef('shift.id', '=', 'patrol_round.shift_id'),
    )
    .innerJoin('patrol_route', (join) =>
      join.onRef('patrol_route.street_id', '=', 'patrol_round.street_id').onRef('patrol_route.id', '=', 'patrol_round.route_id'),
    )
    .innerJoin('team', (join) => join.onRef('team.street_id', '=', 'patrol_round.street_id').onRef('team.id', '=', 'patrol_round.team_id'))
    .selectAll('patrol_round')
    .select(['shift.starts_at', 'shift.ends_at', 'patrol_route.name as route', 'team.name as team'])
    .where('patrol_round.street_id', '=', deed.street.id)
    .where('shift.cancelled_at', 'is', null)

/** Every route of a team that is walked now, or one that was. */
export async function routesOf(
  deed: Deed,
  which: { readonly teamId: string } | { readonly routeIds: readonly string[] },
): Promise<PatrolRoute[]> {
  const names = await laneNames(deed)
  const routes = await deed.tx
    .selectFrom('patrol_route')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .$if('teamId' in which, (query) => query.where('team_id', '=', 'teamId' in which ? which.teamId : '').where('ended_on', 'is', null))
    .$if('routeIds' in which, (query) => query.where('id', 'in', 'routeIds' in which ? [...which.routeIds] : []))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  if (routes.length === 0) return []
  const checkpoints = await deed.tx
    .selectFrom('patrol_checkpoint')
    .select(['id', 'route_id', 'place', 'lane_id'])
    .where('street_id', '=', deed.street.id)
    .where(
      'route_id',
      'in',
      routes.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  return routes.map(({ id, name }) => ({
    id,
    name: name as Text,
    checkpoints: checkpoints
      .filter(({ route_id }) => route_id === id)
      .map((row) => ({ id: row.id, place: row.place as Text, laneId: row.lane_id, lane: names(row.lane_id) })),
  }))
}

export async function ticksOf(deed: Deed, roundIds: readonly string[]): Promise<(roundId: string, checkpointId: string) => boolean | null> {
  if (roundIds.length === 0) return () => null
  const rows = await deed.tx
    .selectFrom('patrol_tick')
    .select(['round_id', 'checkpoint_id', 'done'])
    .where('street_id', '=', deed.street.id)
    .where('round_id', 'in', [...roundIds])
    .execute()
  const known = new Map(rows.map((row) => [`${row.round_id} ${row.checkpoint_id}`, row.done]))
  return (round, checkpoint) => known.get(`${round} ${checkpoint}`) ?? null
}

export async function armbandOf(deed: Deed, teamId: string): Promise<string | null> {
  const row = await deed.tx
    .selectFrom('patrol_armband')
    .select('number')
    .where('street_id', '=', deed.street.id)
    .where('team_id', '=', teamId)
    .executeTakeFirst()
  return row?.number ?? null
}

export async function laneNames(deed: Deed): Promise<(laneId: string) => Text> {
  const { lanes } = await placeNames(deed)
  return (laneId) => lanes.get(laneId)?.name ?? { 'zh-CN': '—' }
}

export async function lanesToChoose(deed: Deed): Promise<{ id: string; name: Text }[]> {
  const { lanes } = await placeNames(deed)
  return [...lanes].map(([id, { name }]) => ({ id, name }))
}

export async function toFindings(deed: Deed, rows: readonly FindingRow[]): Promise<Finding[]> {
  const names = await laneNames(deed)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Finding['kind'],
    lane: names(row.lane_id),
    onDay: row.on_day,
    state: row.state,
    number: row.number,
    page: row.report_id ? `/hazards/${row.report_id}` : null,
    answer: row.answer,
  }))
}

/** A patrol shift with the team it belongs to. */
export async function getPatrolShift(deed: Deed, shiftId: string) {
  const row = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select(['shift.id', 'shift.starts_at', 'shift.ends_at', 'activity.team_id'])
    .where('shift.street_id', '=', deed.street.id)
    .where('shift.id', '=', shiftId)
    .where('shift.cancelled_at', 'is', null)
    .where('activity.kind', '=', 'patrol')
    .executeTakeFirst()
  if (!row?.team_id) throw notFound('shift')
  return { ...row, team_id: row.team_id }
}
