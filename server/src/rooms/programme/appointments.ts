import type { PostKind } from '@ronghe/contract/posts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { findByPhone } from '../people/persons.ts'
import { administrators, mayFill, mostAtOnce } from './appointing.ts'
import { getOrgan } from './organ-rows.ts'
import { findPost, getPost, heldOn, today, type Post } from './posts.ts'

export type AppointmentRow = Selectable<Tables['appointment']>

export interface NewAppointment {
  readonly phone: string
  readonly name: string
  readonly startsOn: string
  readonly endsOn?: string | null | undefined
  readonly document: string
  readonly publishName: boolean
}

const postsHeld = (deed: Deed): readonly PostKind[] => (deed.actor.kind === 'person' ? deed.actor.posts.map(({ kind }) => kind) : [])

/** Appoints whoever both the name and the number fit. */
export async function appoint(
  deed: Deed,
  postId: string,
  { phone, name, startsOn, endsOn = null, document, publishName }: NewAppointment,
): Promise<{ id: string }> {
  const { actor } = deed
  const post = await getPost(deed, postId)
  if (!mayFill(postsHeld(deed), post.kind)) throw forbidden('above-your-post')
  if (post.kind === 'branchSecretary' || (await getOrgan(deed, post.organId)).kind === 'branch') throw refused('branch-office-not-here')
  if (endsOn !== null && endsOn < startsOn) throw unfit([{ path: 'endsOn', code: 'ends-before-start' }])
  const person = (await findByPhone(deed, phone)).find((one) => one.name === name && one.state === 'active')
  if (!person) throw unfit([{ path: 'name', code: 'appoint-nobody-found' }])
  if (actor.kind === 'person' && actor.personId === person.id) throw forbidden('not-yourself')
  await recordAccess(deed, {
    personId: person.id,
    purpose: 'appointing',
    permission: 'programme.appoint',
    operation: 'programme.appointments.make',
  })

  return putInPost(deed, post, person.id, { startsOn, endsOn, document, publishName })
}

/**
 * Puts somebody in a post whose own rules have decided it: an appointment, a draw, an election. Locking the post's row is what keeps its seats
 * when two are put there at once.
 */
export async function putInPost(
  deed: Deed,
  post: Pick<Post, 'id' | 'kind' | 'organId' | 'seats'>,
  personId: string,
  {
    startsOn,
    endsOn,
    document,
    publishName,
  }: Pick<NewAppointment, 'startsOn' | 'document' | 'publishName'> & { readonly endsOn: string | null },
): Promise<{ id: string }> {
  const { tx, street, actor } = deed
  await tx.selectFrom('post').select('id').where('street_id', '=', street.id).where('id', '=', post.id).forUpdate().execute()
  const term = { from: startsOn, to: endsOn }
  const rows = await tx
    .selectFrom('appointment')
    .select(['person_id', 'starts_on', 'ends_on'])
    .where('street_id', '=', street.id)
    .where('post_id', '=', post.id)
    .where('revoked_at', 'is', null)
    .execute()
  const terms = rows.map((row) => ({ from: row.starts_on, to: row.ends_on }))
  const own = rows.filter(({ person_id }) => person_id === personId).map((row) => ({ from: row.starts_on, to: row.ends_on }))
  if (mostAtOnce(own, term) > 0) throw refused('holds-it-already')
  if (mostAtOnce(terms, term) >= post.seats) throw refused('seats-are-full', { params: { seats: post.seats } })
  if (administrators.includes(post.kind)) await checkApart(deed, personId, post.kind)

  const id = deed.id()
  await tx
    .insertInto('appointment')
    .values({
      street_id: street.id,
      id,
      post_id: post.id,
      person_id: personId,
      starts_on: startsOn,
      ends_on: endsOn,
      document: document || null,
      publish_name: publishName,
      created_at: deed.now,
      created_by: actor.kind === 'person' ? actor.personId : null,
    })
    .execute()
  await record(deed, { kind: 'programme.appointment.made', about: personId, plain: { appointment: id, post: post.id, startsOn, endsOn } })
  await notify(deed, personId, { template: 'appointed', link: '/me' })
  return { id }
}

/** Whoever is or will be one of the three administrators is neither of the others; the person's row is the lock for two at once. */
async function checkApart(deed: Deed, personId: string, kindOfPost: PostKind): Promise<void> {
  await deed.tx.selectFrom('person').select('id').where('street_id', '=', deed.street.id).where('id', '=', personId).forUpdate().execute()
  const others = await deed.tx
    .selectFrom('appointment')
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select(['post.kind', 'appointment.ends_on'])
    .where('appointment.street_id', '=', deed.street.id)
    .where('appointment.person_id', '=', personId)
    .where('appointment.revoked_at', 'is', null)
    .where(
      'post.kind',
      'in',
      administrators.filter((kind) => kind !== kindOfPost),
    )
    .execute()
  if (others.some(({ ends_on }) => ends_on === null || ends_on >= today(deed))) throw refused('three-administrators-apart')
}

export async function getAppointment(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<AppointmentRow> {
  const query = deed.tx.selectFrom('appointment').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('appointment')
  return row
}

export const hasEnded = (row: AppointmentRow, day: string): boolean =>
  row.revoked_at !== null || (row.ends_on !== null && row.ends_on < day)

/** Who may end or pause this appointment: nobody their own, and nobody one above their own post. */
export async function checkMayRelease(deed: Deed, row: AppointmentRow): Promise<Post> {
  const post = await findPost(deed, row.post_id)
  if (!post) throw notFound('post')
  if (!mayFill(postsHeld(deed), post.kind)) throw forbidden('above-your-post')
  if (deed.actor.kind === 'person' && deed.actor.personId === row.person_id) throw forbidden('not-yourself')
  return post
}

export interface NewPost {
  readonly kind: PostKind
  readonly name: Text
  readonly seats: number
  readonly laneId?: string | null | undefined
  readonly communityId?: string | null | undefined
  readonly supervisorPostId?: string | null | undefined
}

export async function addPost(
  deed: Deed,
  organId: string,
  { kind, name, seats, laneId, communityId, supervisorPostId }: NewPost,
): Promise<{ id: string }> {
  const organ = await getOrgan(deed, organId)
  if (organ.kind === 'branch' || kind === 'branchSecretary') throw refused('branch-office-not-here')
  if (supervisorPostId) await getPost(deed, supervisorPostId)
  const lane = laneId
    ? await deed.tx.selectFrom('lane').select('id').where('street_id', '=', deed.street.id).where('id', '=', laneId).executeTakeFirst()
    : undefined
  if (laneId && !lane) throw unfit([{ path: 'laneId', code: 'field-choice' }])
  const id = deed.id()
  await deed.tx
    .insertInto('post')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: organId,
      kind,
      name: JSON.stringify(name),
      seats,
      lane_id: laneId ?? null,
      community_id: communityId ?? null,
      supervisor_post_id: supervisorPostId ?? null,
    })
    .execute()
  await record(deed, { kind: 'programme.post.added', plain: { post: id, organ: organId, kind, seats } })
  return { id }
}

export async function editPost(
  deed: Deed,
  id: string,
  { name, seats, supervisorPostId }: { readonly name: Text; readonly seats: number; readonly supervisorPostId: string | null },
): Promise<{ id: string }> {
  await getPost(deed, id)
  for (let above = supervisorPostId; above;) {
    if (above === id) throw refused('supervisor-in-a-circle')
    above = (await getPost(deed, above)).supervisor
  }
  await deed.tx.selectFrom('post').select('id').where('street_id', '=', deed.street.id).where('id', '=', id).forUpdate().execute()
  const rows = await deed.tx
    .selectFrom('appointment')
    .select(['starts_on', 'ends_on'])
    .where('street_id', '=', deed.street.id)
    .where('post_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
  const holders = mostAtOnce(
    rows.map((row) => ({ from: row.starts_on, to: row.ends_on })),
    { from: today(deed), to: null },
  )
  if (holders > seats) throw refused('seats-below-holders', { params: { holders } })
  await deed.tx
    .updateTable('post')
    .set({ name: JSON.stringify(name), seats, supervisor_post_id: supervisorPostId })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'programme.post.edited', plain: { post: id, seats } })
  return { id }
}

/** Others who hold the post on a day: then its work has somebody, whoever leaves. */
export async function othersHolding(deed: Deed, row: AppointmentRow, day: string): Promise<number> {
  const rows = await heldOn(deed, day)
    .select('appointment.id')
    .where('post_id', '=', row.post_id)
    .where('appointment.id', '<>', row.id)
    .execute()
  return rows.length
}
