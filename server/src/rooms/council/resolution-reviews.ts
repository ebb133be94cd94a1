import type { MyReview, Solved } from '@ronghe/contract/council/resolutions.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findByCode } from '../programme/concern-rows.ts'
import { today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { printedNumber } from './resolution-rows.ts'

const reviewsOf = (deed: Deed) =>
  deed.tx
    .selectFrom('resolution_concern')
    .innerJoin('resolution', (join) =>
      join
        .onRef('resolution.street_id', '=', 'resolution_concern.street_id')
        .onRef('resolution.id', '=', 'resolution_concern.resolution_id'),
    )
    .innerJoin('concern', (join) =>
      join.onRef('concern.street_id', '=', 'resolution_concern.street_id').onRef('concern.id', '=', 'resolution_concern.concern_id'),
    )
    .select([
      'resolution.id',
      'resolution.council_id',
      'resolution.year',
      'resolution.number',
      'resolution.title',
      'resolution.state',
      'resolution_concern.concern_id',
      'resolution_concern.asked_on',
      'resolution_concern.solved',
      'concern.number as concern_number',
    ])
    .where('resolution_concern.street_id', '=', deed.street.id)
    .orderBy('resolution.adopted_on', 'desc')
    .orderBy('resolution.number', 'desc')

type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviewsOf>['execute']>>[number]

const toMine = (row: ReviewRow): MyReview => ({
  resolutionId: row.id,
  concernId: row.concern_id,
  concernNumber: row.concern_number,
  number: printedNumber(row),
  title: row.title as Text,
  state: row.state,
  askedOn: row.asked_on,
  solved: row.solved,
  may: isAsked(row) ? ['answer'] : [],
})
const isAsked = (row: Pick<ReviewRow, 'asked_on' | 'state'>): boolean =>
  row.asked_on !== null && (row.state === 'done' || row.state === 'refused')

export async function listMyReviews(deed: Deed, personId: string): Promise<{ items: MyReview[] }> {
  return { items: (await reviewsOf(deed).where('concern.person_id', '=', personId).execute()).map(toMine) }
}

export async function answerReview(
  deed: Deed,
  { personId, resolutionId, concernId, solved }: { personId: string; resolutionId: string; concernId: string; solved: Solved },
): Promise<MyReview> {
  const row = await reviewsOf(deed)
    .where('concern.person_id', '=', personId)
    .where('resolution.id', '=', resolutionId)
    .where('concern.id', '=', concernId)
    .executeTakeFirst()
  return answer(deed, row, solved, { about: personId })
}

export async function readByCode(deed: Deed, code: string): Promise<MyReview> {
  const row = await latestByCode(deed, code)
  if (!row) throw notFound('resolution')
  return toMine(row)
}

export const answerByCode = async (deed: Deed, code: string, solved: Solved): Promise<MyReview> =>
  answer(deed, await latestByCode(deed, code), solved, { withoutActor: true })

async function latestByCode(deed: Deed, code: string): Promise<ReviewRow | undefined> {
  const concern = await findByCode(deed, code)
  return concern && (await reviewsOf(deed).where('concern.id', '=', concern.id).executeTakeFirst())
}

/** May be changed as long as it is asked; somebody else's concern and none at all are answered alike. */
async function answer(
  deed: Deed,
  row: ReviewRow | undefined,
  solved: Solved,
  who: { readonly about: string } | { readonly withoutActor: true },
): Promise<MyReview> {
  if (!row) throw notFound('resolution')
  if (!isAsked(row)) throw refused('council-review-not-asked', await cited(deed, row.council_id, 'followUp'))
  await deed.tx
    .updateTable('resolution_concern')
    .set({ solved, answered_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('resolution_id', '=', row.id)
    .where('concern_id', '=', row.concern_id)
    .execute()
  await record(deed, { kind: 'council.resolution.review-answered', plain: { resolution: row.id }, ...who })
  return toMine({ ...row, solved })
}
