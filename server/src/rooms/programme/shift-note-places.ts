import { postKinds, type PostKind } from '@ronghe/contract/posts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { heldOn, kindPermits, today } from './posts.ts'

/** A post under which somebody reads and leaves notes today. */
export interface NotePost {
  readonly id: string
  readonly organId: string
  /** The post held: the same, or the one that stands in for it. */
  readonly under: string
}

const permission = 'programme.shift-notes'
export const noteKinds = (Object.keys(postKinds) as PostKind[]).filter((kind) => kindPermits(kind, permission))

/** The posts held today, and those whose holder is away and for whom one of them stands in: their next shift is this reader's. */
export async function notePosts(deed: Deed): Promise<readonly NotePost[]> {
  const { actor } = deed
  if (actor.kind !== 'person') return []
  const held = actor.posts.filter(({ kind }) => kindPermits(kind, permission)).map(({ id, organId }) => ({ id, organId, under: id }))
  if (held.length === 0) return []
  const day = today(deed)
  const covered = await heldOn(deed, day)
    .innerJoin('leave', (join) =>
      join.onRef('leave.street_id', '=', 'appointment.street_id').onRef('leave.appointment_id', '=', 'appointment.id'),
    )
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select(['post.id', 'post.organ_id as organId', 'leave.stand_in as under'])
    .where('leave.from_day', '<=', day)
    .where('leave.to_day', '>=', day)
    .where(
      'leave.stand_in',
      'in',
      held.map(({ id }) => id),
    )
    .where('post.kind', 'in', noteKinds)
    .orderBy('post.id')
    .execute()
  return [...held, ...covered.flatMap(({ id, organId, under }) => (under ? [{ id, organId, under }] : []))]
}

/** Where this reader may leave a note: the organs of those posts, and every post in them that reads notes. */
export async function listShiftNotePlaces(deed: Deed) {
  const organIds = [...new Set((await notePosts(deed)).map(({ organId }) => organId))]
  if (organIds.length === 0) return { items: [] }
  const rows = await deed.tx
    .selectFrom('post')
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select(['organ.id as organId', 'organ.name as organ', 'post.id', 'post.name'])
    .where('post.street_id', '=', deed.street.id)
    .where('post.organ_id', 'in', organIds)
    .where('post.kind', 'in', noteKinds)
    .where('post.ended_on', 'is', null)
    .execute()
  const byName = (one: { readonly name: Text }, other: { readonly name: Text }) =>
    one.name['zh-CN'].localeCompare(other.name['zh-CN'], 'zh')
  return {
    items: organIds.flatMap((id) => {
      const posts = rows.filter(({ organId }) => organId === id)
      return posts[0] ? [{ id, name: posts[0].organ, posts: posts.map((post) => ({ id: post.id, name: post.name })).toSorted(byName) }] : []
    }),
  }
}
