import type { MyPart, PartAnswer } from '@ronghe/contract/council/merged-concerns.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findByCode } from '../programme/concern-rows.ts'
import { notifyPost, today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { changePart, getMerged, isIn, sealObjection, type PartRow } from './merged-rows.ts'
import { dropPart } from './merging.ts'

/** The author of a concern in a merge: the account it was raised with, or its code and nothing else. */
export type PartAuthor = { readonly personId: string; readonly concernId: string } | { readonly code: string }

export async function listMyParts(deed: Deed, personId: string): Promise<{ items: MyPart[] }> {
  const rows = await deed.tx
    .selectFrom('concern')
    .select(['id', 'number'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('merged_part')
          .select('merged_part.id')
          .whereRef('merged_part.street_id', '=', 'concern.street_id')
          .whereRef('merged_part.concern_id', '=', 'concern.id'),
      ),
    )
    .orderBy('id', 'desc')
    .execute()
  const items: MyPart[] = []
  for (const { id, number } of rows) items.push(await toMine(deed, number, (await latestPart(deed, id))!))
  return { items }
}

export async function readMyPart(deed: Deed, author: PartAuthor): Promise<MyPart> {
  const { number, part } = await mine(deed, author)
  return toMine(deed, number, part)
}

/** Agreeing is kept as agreement; objecting takes the concern out at once, whatever others say, and the merge goes on without it. */
export async function answerPart(deed: Deed, author: PartAuthor, what: PartAnswer): Promise<MyPart> {
  const { number, part } = await mine(deed, author)
  const row = await getMerged(deed, part.merged_id, 'lock')
  if (!isIn(part) || row.state === 'apart') throw refused('council-merge-apart', await cited(deed, row.council_id, 'commonGround'))
  if (part.answer !== null) throw refused('council-merge-answered', await cited(deed, row.council_id, 'commonGround'))
  if (part.object_by < today(deed))
    throw refused('council-merge-too-late', await cited(deed, row.council_id, 'filing', { params: { day: part.object_by } }))
  await changePart(deed, part.id, { answer: what.answer, answered_on: today(deed) })
  if (what.answer === 'objected') {
    await changePart(deed, part.id, { objection_sealed: sealObjection(deed, part.id, what.why) })
    await dropPart(deed, row, part, 'objected', null)
    if (row.by_post && !('code' in author))
      await notifyPost(deed, row.by_post, { template: 'council-objected', link: `/desk/council/merging/${row.id}` })
  }
  await record(deed, {
    kind: `council.merge.${what.answer}`,
    plain: { merged: row.id, part: part.id },
    ...('code' in author ? { withoutActor: true } : { about: author.personId }),
  })
  return toMine(deed, number, (await latestPart(deed, part.concern_id))!)
}

/** Somebody else's concern, a wrong code and one that is in no merge are answered alike. */
async function mine(deed: Deed, author: PartAuthor): Promise<{ readonly number: string; readonly part: PartRow }> {
  const concern =
    'code' in author
      ? await findByCode(deed, author.code)
      : await deed.tx
          .selectFrom('concern')
          .select(['id', 'number'])
          .where('street_id', '=', deed.street.id)
          .where('id', '=', author.concernId)
          .where('person_id', '=', author.personId)
          .executeTakeFirst()
  const part = concern && (await latestPart(deed, concern.id))
  if (!part) throw notFound('merged-concern')
  return { number: concern.number, part }
}

const latestPart = (deed: Deed, concernId: string): Promise<PartRow | undefined> =>
  deed.tx
    .selectFrom('merged_part')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('concern_id', '=', concernId)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('added_on', 'desc')
    .limit(1)
    .executeTakeFirst()

async function toMine(deed: Deed, number: string, part: PartRow): Promise<MyPart> {
  const row = await getMerged(deed, part.merged_id)
  const open = isIn(part) && row.state === 'together' && part.answer === null && part.object_by >= today(deed)
  return {
    concernId: part.concern_id,
    number,
    dropped: part.dropped,
    objectBy: part.object_by,
    answer: part.answer,
    out: !isIn(part),
    mergedId: row.id,
    title: row.title,
    shared: row.shared,
    may: open ? ['agree', 'object'] : [],
  }
}
