import { findPersons } from '../people/persons.ts'
import type { Deed } from '../../platform/deed.ts'
import { heldOn, kindPermits, postNames, today } from './posts.ts'
import { setting } from './settings.ts'

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
 * Which named post reads a concern about this post or organ: one held by somebody other than the person complained of, and of another organ
 * where there is one. Undefined when nobody may: the author is then led outside the street.
 */
export async function chooseReader(deed: Deed, { postId, organId }: AboutStaff): Promise<string | undefined> {
  const readers = await namedReaders(deed)
  const names = await postNames(deed, [...readers, ...(postId ? [postId] : [])])
  const organ = organId ?? (postId ? names.get(postId)?.organId : undefined)
  const asked = [...readers, ...(postId ? [postId] : [])]
  if (asked.length === 0) return undefined
  const held = await heldOn(deed, today(deed)).select(['post_id', 'person_id']).where('post_id', 'in', asked).execute()
  const meant = new Set(held.filter(({ post_id }) => post_id === postId).map(({ person_id }) => person_id))
  const able = readers.filter(
    (reader) =>
      reader !== postId &&
      kindPermits(names.get(reader)?.kind ?? '', 'programme.concerns.protected') &&
      held.some(({ post_id, person_id }) => post_id === reader && !meant.has(person_id)),
  )
  return able.find((reader) => names.get(reader)?.organId !== organ) ?? able[0]
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
