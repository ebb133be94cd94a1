import { findPersons } from '../people/persons.ts'
import type { Deed } from '../../platform/deed.ts'
import { findPost, heldOn, kindPermits, postNames, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'

export interface AboutStaff {
  readonly postId?: string | null | undefined
  readonly organId?: string | null | undefined
}

/** The posts the settings name to read concerns about staff, in order; where nothing is set, the street's integrity posts. */
export async function namedReaders(deed: Deed): Promise<readonly string[]> {
  const { post, second } = await setting(deed, 'integrity')
  const named = [post, second].filter((id) => id !== null)
  if (named.length > 0) return named
  const rows = await deed.tx
    .selectFrom('post')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', 'integrityOfficer')
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Of these posts, those that may read about this post or organ (08, Concerns): of another organ, and held by nobody who is the person
 * complained of, their superior, or who stands in for either of them today.
 */
export async function ableReaders(deed: Deed, among: readonly string[], { postId, organId }: AboutStaff): Promise<readonly string[]> {
  const superior = postId ? (await findPost(deed, postId))?.supervisor : null
  const kept = [postId, superior].filter((id) => id !== null && id !== undefined)
  const standIns = await standInsFor(deed, kept)
  const names = await postNames(deed, [...among, ...kept])
  const organ = organId ?? (postId ? names.get(postId)?.organId : undefined)
  const asked = [...among, ...kept, ...standIns]
  if (asked.length === 0) return []
  const held = await heldOn(deed, today(deed)).select(['post_id', 'person_id']).where('post_id', 'in', asked).execute()
  const meant = new Set(held.filter(({ post_id }) => !among.includes(post_id) || kept.includes(post_id)).map(({ person_id }) => person_id))
  return among.filter((reader) => {
    const holders = held.filter(({ post_id }) => post_id === reader)
    return (
      !kept.includes(reader) &&
      !standIns.includes(reader) &&
      kindPermits(names.get(reader)?.kind ?? '', 'programme.concerns.protected') &&
      names.get(reader)?.organId !== organ &&
      holders.length > 0 &&
      holders.every(({ person_id }) => !meant.has(person_id))
    )
  })
}

/** The first named post that may read it; undefined when none may: the author is then led outside the street. */
export const chooseReader = async (deed: Deed, about: AboutStaff): Promise<string | undefined> =>
  (await ableReaders(deed, await namedReaders(deed), about))[0]

async function standInsFor(deed: Deed, postIds: readonly string[]): Promise<readonly string[]> {
  if (postIds.length === 0) return []
  const day = today(deed)
  const rows = await deed.tx
    .selectFrom('leave')
    .innerJoin('appointment', (join) =>
      join.onRef('appointment.street_id', '=', 'leave.street_id').onRef('appointment.id', '=', 'leave.appointment_id'),
    )
    .select('leave.stand_in')
    .where('leave.street_id', '=', deed.street.id)
    .where('appointment.post_id', 'in', [...postIds])
    .where('leave.from_day', '<=', day)
    .where('leave.to_day', '>=', day)
    .execute()
  return rows.flatMap(({ stand_in }) => stand_in ?? [])
}

/** Said in the form before anything is written: who will read this, and who could be meant. */
export async function describeReader(deed: Deed, about: AboutStaff) {
  const reader = await chooseReader(deed, about)
  const name = reader ? (await postNames(deed, [reader])).get(reader) : undefined
  const holders = reader
    ? await heldOn(deed, today(deed)).select('person_id').where('post_id', '=', reader).where('publish_name', '=', true).execute()
    : []
  const persons = await findPersons(
    deed,
    holders.map(({ person_id }) => person_id),
  )
  return {
    reader: name ? { post: name.post, organ: name.organ, holders: persons.map((person) => person.name) } : null,
    could: await couldBeMeant(deed),
  }
}

async function couldBeMeant(deed: Deed) {
  const rows = await deed.tx
    .selectFrom('post')
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select(['post.id as postId', 'post.name as post', 'organ.id as organId', 'organ.name as organ', 'organ.kind as kind'])
    .where('post.street_id', '=', deed.street.id)
    .where('post.ended_on', 'is', null)
    .where('organ.ended_on', 'is', null)
    .where('organ.kind', '<>', 'branch')
    .orderBy('organ.id')
    .orderBy('post.id')
    .execute()
  const organs = Map.groupBy(rows, ({ organId }) => organId)
  return [...organs.values()].map((posts) => ({
    organId: posts[0]!.organId,
    organ: posts[0]!.organ,
    posts: posts.map(({ postId, post }) => ({ postId, post })),
  }))
}
