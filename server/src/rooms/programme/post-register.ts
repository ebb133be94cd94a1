import type { PostLine } from '@ronghe/contract/programme/appointments.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import type { OpenCounts, WorkOwner } from '../../platform/handover.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findPersons } from '../people/persons.ts'
import { may } from './acting-post.ts'
import { mayFill } from './appointing.ts'
import { openWork } from './handing-over.ts'
import { heldOn, today } from './posts.ts'

/** Posts with who holds them and what is open on them, for whoever appoints. */
export async function listPosts(deed: Deed, owners: readonly WorkOwner[], organId?: string): Promise<{ items: PostLine[] }> {
  const day = today(deed)
  const posts = await deed.tx
    .selectFrom('post')
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .leftJoin('lane', (join) => join.onRef('lane.street_id', '=', 'post.street_id').onRef('lane.id', '=', 'post.lane_id'))
    .select([
      'post.id',
      'post.kind',
      'post.name',
      'post.seats',
      'post.supervisor_post_id',
      'lane.name as lane',
      'organ.id as organ',
      'organ.name as organName',
      'organ.kind as organKind',
    ])
    .where('post.street_id', '=', deed.street.id)
    .where(sql<boolean>`(post.ended_on is null or post.ended_on >= ${day}::date)`)
    .$if(organId !== undefined, (query) => query.where('post.organ_id', '=', organId!))
    .orderBy('organ.id')
    .orderBy('post.id')
    .execute()
  const held = await heldOn(deed, day)
    .leftJoin('leave', (join) =>
      join
        .onRef('leave.street_id', '=', 'appointment.street_id')
        .onRef('leave.appointment_id', '=', 'appointment.id')
        .on('leave.from_day', '<=', day)
        .on('leave.to_day', '>=', day),
    )
    .select([
      'appointment.id',
      'appointment.post_id',
      'appointment.person_id',
      'appointment.starts_on',
      'appointment.ends_on',
      'leave.to_day',
    ])
    .orderBy('appointment.id')
    .execute()
  const persons = new Map(
    (
      await findPersons(
        deed,
        held.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const actorKinds = deed.actor.kind === 'person' ? deed.actor.posts.map(({ kind }) => kind) : []
  const self = deed.actor.kind === 'person' ? deed.actor.personId : null
  const counts: OpenCounts[] = []
  for (const owner of owners) counts.push(await owner.openCounts(deed))
  const items: PostLine[] = []
  for (const post of posts) {
    const holders = held.filter(({ post_id }) => post_id === post.id)
    const fills = mayFill(actorKinds, post.kind as (typeof actorKinds)[number])
    items.push({
      id: post.id,
      organ: { id: post.organ, name: post.organName, kind: post.organKind },
      kind: post.kind,
      name: post.name,
      seats: post.seats,
      vacant: Math.max(0, post.seats - holders.length),
      lane: post.lane,
      supervisorPostId: post.supervisor_post_id,
      holders: holders.map((row) => ({
        appointmentId: row.id,
        name: persons.get(row.person_id) ?? '',
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        onLeaveUntil: row.to_day,
        may: fills && row.person_id !== self ? ['end', 'handOver', 'leave'] : [],
      })),
      openWork: counts.reduce((sum, open) => sum + (open.get(post.id) ?? 0), 0),
      may: [
        ...(fills && holders.length < post.seats ? (['appoint'] as const) : []),
        ...(may(deed, 'programme.organs.edit') ? (['edit', ...(holders.length === 0 ? (['end'] as const) : [])] as const) : []),
      ],
    })
  }
  return { items }
}

export async function endPost(deed: Deed, owners: readonly WorkOwner[], id: string): Promise<{ id: string }> {
  const post = await deed.tx
    .selectFrom('post')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!post) throw notFound('post')
  const day = today(deed)
  const held = await deed.tx
    .selectFrom('appointment')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('post_id', '=', id)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(ends_on is null or ends_on >= ${day}::date)`)
    .executeTakeFirst()
  if (held) throw refused('post-still-held')
  const open = await openWork(deed, owners, id)
  if (open.length > 0) throw refused('work-still-open', { params: { count: open.length }, instead: 'hand-over-first' })
  await deed.tx.updateTable('post').set({ ended_on: day }).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await record(deed, { kind: 'programme.post.ended', plain: { post: id } })
  return { id }
}
