import type { PublicAnswer } from '@ronghe/contract/programme/commendations.ts'
import type { Selectable } from 'kysely'
import { idAt } from '../../../platform/codes.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { actingPost } from '../acting-post.ts'
import { notifyPost, postsOfKind, today } from '../posts.ts'
import { takesObjections } from './commendation-lifecycle.ts'
import { getNomination, getRound, openWords, sealWords } from './nomination-rows.ts'
import { conflictWith, readerOf } from './reviewers.ts'

export type ObjectionRow = Selectable<Tables['commendation_objection']>

/** By nomination: what was answered, and whether something still is to be. */
export async function answersOf(
  deed: Deed,
  nominationIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly open: boolean; readonly given: readonly PublicAnswer[] }>> {
  if (nominationIds.length === 0) return new Map()
  const rows = await objectionsTo(deed, nominationIds)
  return new Map(
    [...Map.groupBy(rows, ({ nomination_id }) => nomination_id)].map(([nomination, all]) => [
      nomination,
      {
        open: all.some(({ answer }) => answer === null),
        given: all.flatMap(({ id, answer, upheld, answered_on }) =>
          answer === null ? [] : [{ id, answer, upheld: upheld!, answeredOn: answered_on! }],
        ),
      },
    ]),
  )
}

export const objectionsTo = (deed: Deed, nominationIds: readonly string[]): Promise<ObjectionRow[]> =>
  deed.tx
    .selectFrom('commendation_objection')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('nomination_id', 'in', [...nominationIds])
    .orderBy('id')
    .execute()

export type Objector = { readonly channel: 'phone'; readonly personId: string } | { readonly channel: 'anonymous' | 'paper' }

/** While the notice is up anybody objects, with a name, without one, or on paper; none of them weighs less. */
export async function object(deed: Deed, nominationId: string, words: string, by: Objector): Promise<{ id: string }> {
  const row = await getNomination(deed, nominationId)
  const round = await getRound(deed, row.round_id)
  // What is not on the notice is not there for whoever objects.
  if (row.state !== 'proposed') throw notFound('nomination')
  if (!takesObjections(round, today(deed))) throw refused('commend-no-objections-now')
  const anonymous = by.channel === 'anonymous'
  // An id that tells the day and not the hour (08, Concerns).
  const id = anonymous ? idAt(Date.parse(`${today(deed)}T00:00:00Z`), deed.id()) : deed.id()
  await deed.tx
    .insertInto('commendation_objection')
    .values({
      street_id: deed.street.id,
      id,
      nomination_id: nominationId,
      channel: by.channel,
      person_id: by.channel === 'phone' ? by.personId : null,
      words_sealed: sealWords(deed, 'commendation_objection', id, words),
      raised_on: today(deed),
    })
    .execute()
  await record(deed, {
    kind: 'programme.commend.objected',
    plain: { round: round.id, nomination: nominationId, channel: by.channel },
    withoutActor: anonymous,
  })
  for (const post of await postsOfKind(deed, 'commendationReviewer'))
    await notifyPost(deed, post, { template: 'commend-objection', link: '/desk/commendation-reviews' })
  return { id }
}

/** By a reviewer who did not write about the nomination and is tied to nobody in it. */
export async function answerTo(
  deed: Deed,
  personId: string,
  objectionId: string,
  { answer, upheld }: { readonly answer: string; readonly upheld: boolean },
): Promise<void> {
  const objection = await deed.tx
    .selectFrom('commendation_objection')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', objectionId)
    .forUpdate()
    .executeTakeFirst()
  if (!objection) throw notFound('objection')
  if (objection.answer !== null) throw refused('commend-objection-answered')
  const row = await getNomination(deed, objection.nomination_id)
  const conflict = await conflictWith(deed, await readerOf(deed, personId), row)
  if (conflict) throw forbidden(`commend-conflict-${conflict}`)
  if (objection.person_id === personId) throw forbidden('commend-own-objection')
  if (await hasReviewed(deed, personId, row.id)) throw forbidden('commend-reviewed-it')
  await deed.tx
    .updateTable('commendation_objection')
    .set({ answer, upheld, answered_by: actingPost(deed, 'programme.commend.review')?.id ?? null, answered_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', objectionId)
    .execute()
  await record(deed, {
    kind: 'programme.commend.objection-answered',
    about: row.nominee_id,
    plain: { nomination: row.id, objection: objectionId, upheld },
  })
  if (objection.person_id) await notify(deed, objection.person_id, { template: 'commend-answered', link: `/commendations/${row.round_id}` })
}

export const hasReviewed = async (deed: Deed, personId: string, nominationId: string): Promise<boolean> =>
  (await deed.tx
    .selectFrom('nomination_review')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('nomination_id', '=', nominationId)
    .where('reviewer_id', '=', personId)
    .executeTakeFirst()) !== undefined

/** Empty once whoever objected closed the account. */
export const objectionWords = (deed: Deed, row: ObjectionRow): string =>
  row.words_sealed.length === 0 ? '' : openWords(deed, 'commendation_objection', row.id, row.words_sealed)
