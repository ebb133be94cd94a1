import type { MergedAtDesk, mergeConcerns as mergeOperation, workOnMerged } from '@ronghe/contract/council/merged-concerns.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { sql } from 'kysely'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { askSharing, carriedConcerns, mergeInto, takeOut, type CarriedConcern } from '../programme/concern-merging.ts'
import { findConcern, openWords } from '../programme/concern-rows.ts'
import { nameOfPlace, placeNames } from '../programme/places.ts'
import { today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { alikeGroups } from './concern-likeness.ts'
import { changeMerged, changePart, getMerged, isIn, openObjection, partsOf, type MergedRow, type PartRow } from './merged-rows.ts'
import { asModerator } from './moderators.ts'
import { topicNames } from './visits.ts'

/** What was given to this council and waits, and what of it speaks of the same. That the words were read is kept for their authors. */
export async function listCarried(deed: Deed, councilId: string) {
  asModerator(deed, councilId)
  const free = await freeConcerns(deed, councilId)
  await keepLook(
    deed,
    'council.merging.carried',
    free.map(({ row }) => row),
  )
  const places = await placeNames(deed)
  const topicName = await topicNames(deed)
  return {
    items: free.map(({ row, words }) => ({
      id: row.id,
      number: row.number,
      topic: topicName(row.topic),
      place: nameOfPlace(places, row.community_id, row.lane_id),
      channel: row.channel,
      state: row.state,
      raisedOn: row.raised_on,
      words,
      anonymous: row.person_id === null,
    })),
    alike: alikeGroups(
      free.map(({ row, words }) => ({ id: row.id, topic: row.topic, communityId: row.community_id, laneId: row.lane_id, words })),
    ).map(({ ids, likeness }) => ({ ids: [...ids], likeness })),
  }
}

async function freeConcerns(deed: Deed, councilId: string): Promise<CarriedConcern[]> {
  const taken = new Set(
    (
      await deed.tx
        .selectFrom('merged_part')
        .select('concern_id')
        .where('street_id', '=', deed.street.id)
        .where('ended_on', 'is', null)
        .execute()
    ).map(({ concern_id }) => concern_id),
  )
  return (await carriedConcerns(deed, councilId)).filter(({ row }) => !taken.has(row.id))
}

const keepLook = (
  deed: Deed,
  operation: string,
  rows: readonly { readonly id: string; readonly person_id: string | null }[],
): Promise<void> =>
  recordAccess(
    deed,
    rows.flatMap(({ id, person_id }) =>
      person_id
        ? [
            {
              personId: person_id,
              purpose: 'councilMerging',
              subject: { kind: 'concern', id },
              permission: 'council.moderate' as const,
              operation,
            },
          ]
        : [],
    ),
  )

/** Many become one: the first carries the answer for all. What the wording leaves out of each is written down and every author is told. */
export async function mergeConcerns(
  deed: Deed,
  councilId: string,
  { title, shared, parts }: BodyOf<typeof mergeOperation>,
): Promise<MergedAtDesk> {
  const post = asModerator(deed, councilId)
  const article = await cited(deed, councilId, 'commonGround')
  const ids = parts.map(({ concernId }) => concernId)
  if (new Set(ids).size < 2 || new Set(ids).size < ids.length) throw refused('council-merge-too-few', article)
  const carried = new Map((await carriedConcerns(deed, councilId)).map((one) => [one.row.id, one.row]))
  if (ids.some((id) => !carried.has(id))) throw refused('council-merge-not-carried', article)
  const free = new Set((await freeConcerns(deed, councilId)).map(({ row }) => row.id))
  if (ids.some((id) => !free.has(id))) throw refused('council-merge-taken', article)
  const main = carried.get(ids[0]!)!
  const id = deed.id()
  await deed.tx
    .insertInto('merged_concern')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      number: await nextNumber(deed, councilId),
      concern_id: main.id,
      title,
      shared,
      topic: main.topic,
      state: 'together',
      begun_on: today(deed),
      by_post: post.id,
    })
    .execute()
  const objectBy = await objectUntil(deed, councilId)
  for (const [position, { concernId, dropped }] of parts.entries()) {
    if (concernId !== main.id) await mergeInto(deed, concernId, main.id, post.id)
    await deed.tx
      .insertInto('merged_part')
      .values({
        street_id: deed.street.id,
        id: deed.id(),
        merged_id: id,
        concern_id: concernId,
        position,
        dropped,
        added_on: today(deed),
        added_by_post: post.id,
        object_by: objectBy,
      })
      .execute()
    const row = carried.get(concernId)!
    await askSharing(deed, row, post.id)
    if (row.person_id) await notify(deed, row.person_id, { template: 'council-merged', link: `/council/merged/${id}` })
  }
  await record(deed, { kind: 'council.concerns.merged', plain: { council: councilId, merged: id, parts: ids.length } })
  return atDesk(deed, await getMerged(deed, id))
}

/** Authors have as long to object as the charter gives for an appeal. */
async function objectUntil(deed: Deed, councilId: string): Promise<string> {
  const { filing } = await parametersOf(deed, councilId)
  return addWorkingDays(await calendarFor(deed), today(deed), filing.appealWorkingDays)
}

/** Adding to the counter's row locks it: two merges at once get two numbers. */
async function nextNumber(deed: Deed, councilId: string): Promise<number> {
  const { value } = await deed.tx
    .insertInto('counter')
    .values({ street_id: deed.street.id, name: `merged-concern-${councilId}`, value: 1 })
    .onConflict((conflict) => conflict.columns(['street_id', 'name']).doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

export async function readAtDesk(deed: Deed, id: string): Promise<MergedAtDesk> {
  const row = await getMerged(deed, id)
  asModerator(deed, row.council_id)
  return atDesk(deed, row)
}

export async function workOn(deed: Deed, id: string, what: BodyOf<typeof workOnMerged>['what']): Promise<MergedAtDesk> {
  const row = await getMerged(deed, id, 'lock')
  const post = asModerator(deed, row.council_id)
  if (row.state === 'apart') throw refused('council-merge-apart', await cited(deed, row.council_id, 'commonGround'))
  if (what.act === 'reword') await reword(deed, row, what)
  else if (what.act === 'takeOut') await dropPart(deed, row, await partOf(deed, row, what.concernId), 'undone', post.id)
  else await takeApart(deed, row, post.id)
  await record(deed, { kind: `council.concerns.${kindOf[what.act]}`, plain: { merged: id } })
  return atDesk(deed, await getMerged(deed, id))
}
const kindOf = { reword: 'reworded', takeOut: 'taken-out', takeApart: 'taken-apart' } as const

/** A new wording is put to the authors again: what they said to the old one no longer stands, and their time begins anew. */
async function reword(
  deed: Deed,
  row: MergedRow,
  { title, shared, parts }: Extract<BodyOf<typeof workOnMerged>['what'], { act: 'reword' }>,
): Promise<void> {
  await changeMerged(deed, row.id, { title, shared })
  const objectBy = await objectUntil(deed, row.council_id)
  for (const part of (await partsOf(deed, row.id)).filter(isIn)) {
    const said = parts.find(({ concernId }) => concernId === part.concern_id)
    await changePart(deed, part.id, { dropped: said?.dropped ?? part.dropped, answer: null, answered_on: null, object_by: objectBy })
    await tellAuthor(deed, part.concern_id, 'council-merged', row.id)
  }
}

export async function partOf(deed: Deed, row: MergedRow, concernId: string): Promise<PartRow> {
  const part = (await partsOf(deed, row.id)).find((one) => one.concern_id === concernId && isIn(one))
  if (!part) throw refused('council-merge-not-part', await cited(deed, row.council_id, 'commonGround'))
  return part
}

/**
 * One part stands alone again. When it is the one that carried the others, the next takes its place; with fewer than two left there is nothing
 * to hold together.
 */
export async function dropPart(
  deed: Deed,
  row: MergedRow,
  part: PartRow,
  because: 'objected' | 'undone',
  byPost: string | null,
): Promise<void> {
  await changePart(deed, part.id, { ended_on: today(deed), ended_because: because })
  const rest = (await partsOf(deed, row.id)).filter(isIn)
  const isMain = part.concern_id === row.concern_id
  if (!isMain) await standAlone(deed, part.concern_id, byPost)
  await tellAuthor(deed, part.concern_id, 'council-taken-out', row.id)
  if (rest.length < 2) return takeApart(deed, row, byPost)
  if (isMain) await putTogetherAnew(deed, row, rest)
}

async function putTogetherAnew(deed: Deed, row: MergedRow, rest: readonly PartRow[]): Promise<void> {
  const main = rest[0]!.concern_id
  for (const { concern_id } of rest) await standAlone(deed, concern_id, row.by_post)
  for (const { concern_id } of rest.slice(1)) await mergeInto(deed, concern_id, main, row.by_post)
  await changeMerged(deed, row.id, { concern_id: main })
}

/** Undone: every concern is where it was before, and what the merge said stays readable as one that was taken apart. */
async function takeApart(deed: Deed, row: MergedRow, byPost: string | null): Promise<void> {
  for (const part of (await partsOf(deed, row.id)).filter(isIn)) {
    await changePart(deed, part.id, { ended_on: today(deed), ended_because: 'undone' })
    if (part.concern_id === row.concern_id) continue
    await standAlone(deed, part.concern_id, byPost ?? row.by_post)
    await tellAuthor(deed, part.concern_id, 'council-taken-out', row.id)
  }
  await changeMerged(deed, row.id, { state: 'apart', ended_on: today(deed) })
}

/** Whoever screens concerns may have taken it out already. */
async function standAlone(deed: Deed, concernId: string, byPost: string | null): Promise<void> {
  const concern = await findConcern(deed, concernId)
  if (concern?.state === 'merged') await takeOut(deed, concernId, byPost)
}

async function tellAuthor(deed: Deed, concernId: string, template: string, mergedId: string): Promise<void> {
  const concern = await findConcern(deed, concernId)
  if (concern?.person_id) await notify(deed, concern.person_id, { template, link: `/council/merged/${mergedId}` })
}

async function atDesk(deed: Deed, row: MergedRow): Promise<MergedAtDesk> {
  const parts = await partsOf(deed, row.id)
  const concerns = await Promise.all(parts.map(({ concern_id }) => findConcern(deed, concern_id)))
  await keepLook(
    deed,
    'council.merging.read',
    concerns.flatMap((concern, index) => (concern && isIn(parts[index]!) ? [concern] : [])),
  )
  const topicName = await topicNames(deed)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    shared: row.shared,
    topic: topicName(row.topic),
    state: row.state,
    begunOn: row.begun_on,
    parts: parts.map((part, index) => {
      const concern = concerns[index]
      if (!concern) throw notFound('concern')
      return {
        concernId: concern.id,
        number: concern.number,
        main: concern.id === row.concern_id,
        // Whoever took part in the merge may read on; one that stands alone again is nobody's here any more.
        words: isIn(part) ? openWords(deed, 'concern', concern.id, concern.words_sealed) : '',
        anonymous: concern.person_id === null,
        dropped: part.dropped,
        addedOn: part.added_on,
        objectBy: part.object_by,
        answer: part.answer,
        objection: openObjection(deed, part),
        endedBecause: part.ended_because,
      }
    }),
    may: row.state === 'together' ? ['reword', 'takeOut', 'takeApart'] : [],
  }
}
