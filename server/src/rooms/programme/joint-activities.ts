import type { JointActivity, JointPlan } from '@ronghe/contract/programme/embedding.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { actingPost, may } from './acting-post.ts'
import { forgetJointItem, partiesOf, setParties } from './joint-items.ts'
import { actsFor } from './organ-rows.ts'
import { checkPlace } from './places.ts'
import { postNames } from './posts.ts'

type Row = Selectable<Tables['joint_activity']>

export async function readJointActivity(deed: Deed, id: string): Promise<JointActivity> {
  const row = await deed.tx
    .selectFrom('joint_activity')
    .leftJoin('community', (join) =>
      join.onRef('community.street_id', '=', 'joint_activity.street_id').onRef('community.id', '=', 'joint_activity.community_id'),
    )
    .selectAll('joint_activity')
    .select('community.name as community')
    .where('joint_activity.street_id', '=', deed.street.id)
    .where('joint_activity.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('joint-activity')
  const parties = (await partiesOf(deed, 'jointActivity', [id])).get(id) ?? []
  const host = parties.find((party) => party.host)?.organ.id
  const own = may(deed, 'programme.joint.edit') && host !== undefined && actsFor(deed, host)
  return {
    id,
    title: row.title,
    what: row.what,
    place: row.place,
    community: row.community_id && row.community ? { id: row.community_id, name: row.community } : null,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    state: row.state,
    cameOf: row.came_of,
    because: row.because,
    plannedBy: (await postNames(deed, [row.planned_by])).get(row.planned_by)!.post,
    parties: [...parties],
    may: own && row.state === 'planned' ? ['change', ...(row.starts_at <= deed.now ? (['tellOutcome'] as const) : []), 'cancel'] : [],
  }
}

export async function planJointActivity(deed: Deed, plan: JointPlan): Promise<JointActivity> {
  const post = actingPost(deed, 'programme.joint.edit')
  if (!post) throw forbidden()
  const id = deed.id()
  await deed.tx
    .insertInto('joint_activity')
    .values({ street_id: deed.street.id, id, ...(await toColumns(deed, plan)), planned_by: post.id, created_at: deed.now })
    .execute()
  await say(deed, id, plan)
  await record(deed, { kind: 'programme.joint-activity.planned', plain: { activity: id, host: plan.hostOrganId } })
  return readJointActivity(deed, id)
}

export async function changeJointActivity(deed: Deed, id: string, plan: JointPlan): Promise<JointActivity> {
  await planned(deed, id)
  await set(deed, id, await toColumns(deed, plan))
  await say(deed, id, plan)
  await record(deed, { kind: 'programme.joint-activity.changed', plain: { activity: id } })
  return readJointActivity(deed, id)
}

export async function tellJointOutcome(deed: Deed, id: string, cameOf: Text): Promise<JointActivity> {
  const row = await planned(deed, id)
  if (row.starts_at > deed.now) throw refused('joint-not-begun')
  await set(deed, id, { state: 'done', came_of: JSON.stringify(cameOf) })
  await record(deed, { kind: 'programme.joint-activity.done', plain: { activity: id } })
  return readJointActivity(deed, id)
}

/** Its page stays and says why; no organ lists it among what was done together. */
export async function cancelJointActivity(deed: Deed, id: string, because: Text): Promise<JointActivity> {
  await planned(deed, id)
  const before = await readJointActivity(deed, id)
  await set(deed, id, { state: 'cancelled', because: JSON.stringify(because) })
  await forgetJointItem(deed, { kind: 'jointActivity', thingId: id })
  await record(deed, { kind: 'programme.joint-activity.cancelled', plain: { activity: id } })
  return { ...(await readJointActivity(deed, id)), parties: before.parties }
}

/** Locked, still planned, and hosted by an organ the actor acts for. */
async function planned(deed: Deed, id: string): Promise<Row> {
  const row = await deed.tx
    .selectFrom('joint_activity')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('joint-activity')
  const host = (await partiesOf(deed, 'jointActivity', [id])).get(id)?.find((party) => party.host)
  if (host && !actsFor(deed, host.organ.id)) throw forbidden('not-your-organ')
  if (row.state !== 'planned') throw refused('joint-activity-over')
  return row
}

async function toColumns(deed: Deed, plan: JointPlan) {
  if (!actsFor(deed, plan.hostOrganId)) throw forbidden('not-your-organ')
  const [starts_at, ends_at] = [new Date(plan.startsAt), new Date(plan.endsAt)]
  if (ends_at <= starts_at) throw unfit([{ path: 'endsAt', code: 'hours-backwards' }])
  const { community_id } = await checkPlace(deed, plan.communityId, null)
  return {
    title: JSON.stringify(plan.title),
    what: JSON.stringify(plan.what),
    place: plan.place['zh-CN'] ? JSON.stringify(plan.place) : null,
    community_id,
    starts_at,
    ends_at,
  }
}

const say = (deed: Deed, id: string, { title, startsAt, hostOrganId, partners }: JointPlan): Promise<void> =>
  setParties(
    deed,
    { kind: 'jointActivity', thingId: id, title, link: `/together/${id}`, on: dayIn(deed.street.zone, new Date(startsAt)) },
    hostOrganId,
    partners,
  )

const set = (deed: Deed, id: string, fields: object) =>
  deed.tx.updateTable('joint_activity').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
