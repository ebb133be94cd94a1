import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { notifyPost, today } from '../programme/posts.ts'
import { parametersOf } from './charter.ts'
import { getMotion } from './motion-rows.ts'
import { addEvent } from './resolution-rows.ts'
import { tellAuthors } from './resolution-telling.ts'

/** What was resolved, by a carried motion or the result of an allocation. */
export interface Adoption {
  readonly councilId: string
  readonly source: 'motion' | 'allocation'
  readonly sourceId: string
  readonly meetingId: string | null
  readonly title: Text
  /** The text that was voted on, line by line, and its translation. */
  readonly decided: readonly string[]
  readonly translation?: readonly string[] | null
  readonly doer?: string
  readonly wantedBy?: string | null
  /** The concerns it answers. */
  readonly concernIds?: readonly string[]
}

/**
 * Makes a resolution in the deed that carried it. It has a number without gaps, a day until which it is published with its reasons, and its
 * authors know of it. Adopted once: asked again it is the same one.
 */
export async function adoptResolution(deed: Deed, adoption: Adoption): Promise<string> {
  const { councilId, source, sourceId } = adoption
  const known = await resolutionOf(deed, source, sourceId)
  if (known) return known
  const { publication } = await parametersOf(deed, councilId)
  const day = today(deed)
  const year = Number(day.slice(0, 4))
  const id = deed.id()
  await deed.tx
    .insertInto('resolution')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      year,
      number: await nextNumber(deed, councilId, year),
      source,
      source_id: sourceId,
      meeting_id: adoption.meetingId,
      title: JSON.stringify(adoption.title),
      decided: [...adoption.decided],
      translation: adoption.translation ? [...adoption.translation] : null,
      doer: adoption.doer ?? '',
      wanted_by: adoption.wantedBy ?? null,
      state: 'adopted',
      adopted_on: day,
      publish_by: addDays(day, publication.resolutionDays),
    })
    .execute()
  const concerns = [...new Set(adoption.concernIds)]
  if (concerns.length > 0)
    await deed.tx
      .insertInto('resolution_concern')
      .values(concerns.map((concern_id) => ({ street_id: deed.street.id, resolution_id: id, concern_id })))
      .execute()
  await addEvent(deed, id, { kind: 'adopted' })
  await record(deed, { kind: 'council.resolution.adopted', plain: { council: councilId, resolution: id, source } })
  await tellAuthors(deed, id)
  for (const post of await clerksOf(deed, councilId))
    await notifyPost(deed, post, { template: 'council-resolution-to-publish', link: `/desk/council/follow-up/${id}` })
  return id
}

/** The resolution of a carried motion, with the concerns that led to it. */
export async function adoptMotion(deed: Deed, motionId: string): Promise<string> {
  const motion = await getMotion(deed, motionId)
  return adoptResolution(deed, {
    councilId: motion.council_id,
    source: 'motion',
    sourceId: motion.id,
    meetingId: motion.meeting_id,
    title: motion.title as Text,
    decided: motion.lines,
    translation: motion.translation,
    doer: (motion.doer as Partial<Text>)['zh-CN'] ?? '',
    wantedBy: motion.by_day,
    concernIds: await concernsBehind(deed, motion),
  })
}

/** Concerns of the merge a motion names, and of those its statements came from. */
export async function concernsBehind(
  deed: Deed,
  motion: { readonly merged_concern_id: string | null; readonly statement_ids: readonly string[]; readonly conversation_id: string | null },
): Promise<string[]> {
  const merges = await mergesBehind(deed, motion)
  if (merges.length === 0) return []
  const rows = await deed.tx
    .selectFrom('merged_part')
    .select('concern_id')
    .where('street_id', '=', deed.street.id)
    .where('merged_id', 'in', merges)
    .where('ended_on', 'is', null)
    .execute()
  return [...new Set(rows.map(({ concern_id }) => concern_id))]
}

export async function mergesBehind(
  deed: Deed,
  motion: { readonly merged_concern_id: string | null; readonly statement_ids: readonly string[]; readonly conversation_id: string | null },
): Promise<string[]> {
  const merges = new Set(motion.merged_concern_id ? [motion.merged_concern_id] : [])
  if (motion.statement_ids.length > 0)
    for (const { merged_concern_id } of await deed.tx
      .selectFrom('statement')
      .select('merged_concern_id')
      .where('street_id', '=', deed.street.id)
      .where('id', 'in', [...motion.statement_ids])
      .execute())
      if (merged_concern_id) merges.add(merged_concern_id)
  if (motion.conversation_id) {
    const conversation = await deed.tx
      .selectFrom('conversation')
      .select('merged_concern_id')
      .where('street_id', '=', deed.street.id)
      .where('id', '=', motion.conversation_id)
      .executeTakeFirst()
    if (conversation?.merged_concern_id) merges.add(conversation.merged_concern_id)
  }
  return [...merges]
}

export async function resolutionOf(deed: Deed, source: 'motion' | 'allocation', sourceId: string): Promise<string | undefined> {
  const row = await deed.tx
    .selectFrom('resolution')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('source', '=', source)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return row?.id
}

/** Posts of a council by kind, open or not held today: whoever holds them is told. */
export async function postsIn(deed: Deed, organId: string, kinds: readonly string[]): Promise<string[]> {
  const rows = await deed.tx
    .selectFrom('post')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('organ_id', '=', organId)
    .where('kind', 'in', [...kinds])
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
export const clerksOf = (deed: Deed, councilId: string): Promise<string[]> => postsIn(deed, councilId, ['councilClerk'])

async function nextNumber(deed: Deed, councilId: string, year: number): Promise<number> {
  const { value } = await deed.tx
    .insertInto('counter')
    .values({ street_id: deed.street.id, name: `resolution-${councilId}-${year}`, value: 1 })
    .onConflict((conflict) => conflict.columns(['street_id', 'name']).doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
