import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Activity, listActivities, listMyProposals, listWork } from '@ronghe/contract/volunteers/activities.ts'
import { sql } from 'kysely'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound } from '../../platform/http/problems.ts'
import { activityLines, activityRows, describeActivity, getActivity, type ActivityRow } from './activity-rows.ts'
import { isPublic } from './activity-lifecycle.ts'
import { coordinates, leads } from './corps.ts'

/** What can be joined: with a shift ahead, the next one first. */
export async function openActivities(
  deed: Deed,
  { kind, teamId, limit, after }: QueryOf<typeof listActivities>,
): Promise<ReplyOf<typeof listActivities>> {
  const cursor = readCursor(after, 2)
  const next = sql<Date>`(select min(shift.starts_at) from shift where shift.street_id = activity.street_id
    and shift.activity_id = activity.id and shift.cancelled_at is null and shift.ends_at > ${deed.now})`
  const rows = await activityRows(deed)
    .select(next.as('next'))
    .where('activity.state', 'in', ['open', 'full', 'running'])
    .where(next, 'is not', null)
    .$if(kind !== undefined, (query) => query.where('activity.kind', '=', kind!))
    .$if(teamId !== undefined, (query) => query.where('activity.team_id', '=', teamId!))
    .$if(cursor !== undefined, (query) =>
      query.where(sql<boolean>`(${next}, activity.id) > (${cursor![0]}::timestamptz, ${cursor![1]}::uuid)`),
    )
    .orderBy('next')
    .orderBy('activity.id')
    .limit(limit + 1)
    .execute()
  const lines = await activityLines(deed, rows)
  return pageFrom(
    rows,
    limit,
    (row) => toCursor(row.next.toISOString(), row.id),
    (row) => lines.find(({ id }) => id === row.id)!,
  )
}

/** Drafts are for whoever leads the team; an idea is for its author and for the leaders. */
export async function readActivity(deed: Deed, id: string): Promise<Activity> {
  const row = await getActivity(deed, id)
  if (!maySee(deed, row)) throw notFound('activity')
  return describeActivity(deed, row)
}

const leader = (deed: Deed): boolean => deed.actor.kind === 'person' && deed.actor.permissions.has('volunteers.lead')

function maySee(deed: Deed, row: ActivityRow): boolean {
  if (isPublic(row.state) || leads(deed, row)) return true
  if (row.state === 'proposed' && leader(deed)) return true
  return row.started_by !== null && row.started_by === personOf(deed.actor)
}

/** The own team's, or the whole corps'; and ideas that wait for somebody to take them up, oldest first. */
export async function work(deed: Deed, { state, limit, after }: QueryOf<typeof listWork>): Promise<ReplyOf<typeof listWork>> {
  const cursor = readCursor(after, 2)
  const { actor } = deed
  const posts = actor.kind === 'person' ? actor.posts.map(({ id }) => id) : []
  const organs =
    actor.kind === 'person' ? actor.posts.filter(({ organId }) => coordinates(deed, organId)).map(({ organId }) => organId) : []
  const rows = await activityRows(deed)
    .where(({ or, eb }) =>
      or([
        eb('activity.state', '=', 'proposed'),
        ...(posts.length > 0 ? [eb('team.leader_post', 'in', posts)] : []),
        ...(organs.length > 0 ? [eb('activity.organ_id', 'in', organs)] : []),
      ]),
    )
    .$if(state !== undefined, (query) => query.where('activity.state', '=', state!))
    .$if(cursor !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('activity.created_at', 'activity.id'), '<', tuple(sql<Date>`${cursor![0]}::timestamptz`, cursor![1]!)),
      ),
    )
    .orderBy('activity.created_at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit + 1)
    .execute()
  const lines = await activityLines(deed, rows)
  return pageFrom(
    rows,
    limit,
    (row) => toCursor(row.created_at.toISOString(), row.id),
    (row) => lines.find(({ id }) => id === row.id)!,
  )
}

export async function myProposals(deed: Deed, personId: string): Promise<ReplyOf<typeof listMyProposals>> {
  const rows = await deed.tx
    .selectFrom('activity')
    .select(['id', 'title', 'state', 'reason'])
    .where('street_id', '=', deed.street.id)
    .where('started_by', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return { items: rows.map(({ id, title, state, reason }) => ({ id, title: title as Text, state, reason })) }
}
