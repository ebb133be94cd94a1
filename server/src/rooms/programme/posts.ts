import { postKinds, type Permission, type PostKind } from '@ronghe/contract/posts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { standing } from '../../platform/database/standing.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { notify, type Message } from '../../platform/notify/notify.ts'

export interface Post {
  readonly id: string
  readonly organId: string
  readonly kind: PostKind
  readonly name: Text
  readonly seats: number
  readonly supervisor: string | null
  readonly endedOn: string | null
}

export interface PostName {
  readonly post: Text
  readonly organ: Text
  readonly organId: string
  readonly kind: PostKind
}

export const today = (deed: Deed): string => dayIn(deed.street.zone, deed.now)
export const kindPermits = (kind: string, permission: Permission): boolean =>
  ((postKinds as Record<string, readonly string[]>)[kind] ?? []).includes(permission)

export async function findPost(deed: Deed, id: string): Promise<Post | undefined> {
  const row = await deed.tx.selectFrom('post').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    organId: row.organ_id,
    kind: row.kind as PostKind,
    name: row.name,
    seats: row.seats,
    supervisor: row.supervisor_post_id,
    endedOn: row.ended_on,
  }
}

export async function getPost(deed: Deed, id: string): Promise<Post> {
  const post = await findPost(deed, id)
  if (!post || (post.endedOn && post.endedOn < today(deed))) throw notFound('post')
  return post
}

/** What posts and their organs are called, for pages that name who decided or owns something. */
export async function postNames(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, PostName>> {
  if (ids.length === 0) return new Map()
  const all = await standing(deed.tx, 'programme.postNames', () => everyPostName(deed))
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id)!] as const] : [])))
}

async function everyPostName(deed: Deed): Promise<ReadonlyMap<string, PostName>> {
  const rows = await deed.tx
    .selectFrom('post')
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select(['post.id', 'post.kind', 'post.name as post', 'organ.name as organ', 'organ.id as organId'])
    .where('post.street_id', '=', deed.street.id)
    .execute()
  return new Map(rows.map(({ id, post, organ, organId, kind }) => [id, { post, organ, organId, kind: kind as PostKind }]))
}

/** Every post of a kind, filled or not. */
export async function postsOfKind(deed: Deed, kind: PostKind): Promise<readonly string[]> {
  const rows = await deed.tx
    .selectFrom('post')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Appointments that cover a day and are not revoked: what "holds the post" means everywhere. */
export const heldOn = (deed: Deed, day: string) =>
  deed.tx
    .selectFrom('appointment')
    .where('appointment.street_id', '=', deed.street.id)
    .where('appointment.revoked_at', 'is', null)
    .where('appointment.starts_on', '<=', day)
    .where((held) => held.or([held('appointment.ends_on', 'is', null), held('appointment.ends_on', '>=', day)]))

export async function holdersOf(deed: Deed, postId: string): Promise<readonly string[]> {
  const rows = await heldOn(deed, today(deed))
    .select('appointment.person_id')
    .where('appointment.post_id', '=', postId)
    .orderBy('appointment.id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/**
 * The post that does this post's work today: the stand-in's when every holder is away, else the post itself. A stand-in's own leave is not
 * followed further: whoever enters it sees both in the same list.
 */
export async function workingPost(deed: Deed, postId: string): Promise<string> {
  const day = today(deed)
  const rows = await heldOn(deed, day)
    .leftJoin('leave', (join) =>
      join
        .onRef('leave.street_id', '=', 'appointment.street_id')
        .onRef('leave.appointment_id', '=', 'appointment.id')
        .on('leave.from_day', '<=', day)
        .on('leave.to_day', '>=', day),
    )
    .select(['appointment.id', sql<string | null>`leave.stand_in`.as('stand_in'), sql<string | null>`leave.id`.as('leave')])
    .where('appointment.post_id', '=', postId)
    .execute()
  const away = rows.length > 0 && rows.every(({ leave }) => leave !== null)
  return (away && rows.find(({ stand_in }) => stand_in)?.stand_in) || postId
}

/** Tells whoever does the work of a post today; a post nobody holds is told nothing, and the escalation finds its superior. */
export async function notifyPost(deed: Deed, postId: string, message: Message): Promise<number> {
  const people = await holdersOf(deed, await workingPost(deed, postId))
  for (const person of people) await notify(deed, person, message)
  return people.length
}
