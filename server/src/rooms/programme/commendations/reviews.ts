import type { ReviewTask, ObjectionTask } from '@ronghe/contract/programme/commendations.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { actingPost } from '../acting-post.ts'
import { postNames } from '../posts.ts'
import {
  getNomination,
  getRound,
  nameOf,
  named,
  nominationsOf,
  nomineeNames,
  openIn,
  openWords,
  sealWords,
  type NominationRow,
} from './nomination-rows.ts'
import { objectionsTo, objectionWords } from './objections.ts'
import { outcomeOf } from './review-rules.ts'
import { conflictWith, readerOf } from './reviewers.ts'

export type ReviewRow = Selectable<Tables['nomination_review']>
interface CriterionWords {
  readonly criterion: string
  readonly words: string
}

export async function reviewsOf(deed: Deed, nominationIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReviewRow[]>> {
  if (nominationIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('nomination_review')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('nomination_id', 'in', [...nominationIds])
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ nomination_id }) => nomination_id)
}

/** What is there for one reviewer: neither who nominated nor what others wrote, and nothing that touches the reviewer's own house or organ. */
export async function reviewTasks(
  deed: Deed,
  personId: string,
): Promise<{ nominations: ReviewTask[]; objections: ObjectionTask[]; leftOut: number }> {
  const rounds = new Map(
    (
      await deed.tx
        .selectFrom('commendation_round')
        .selectAll()
        .where('street_id', '=', deed.street.id)
        .where('state', 'in', ['nominations', 'review', 'publicNotice'])
        .execute()
    ).map((round) => [round.id, round]),
  )
  if (rounds.size === 0) return { nominations: [], objections: [], leftOut: 0 }
  const rows = await nominationsOf(deed)
    .where('round_id', 'in', [...rounds.keys()])
    .where('state', 'in', ['agreed', 'proposed'])
    .execute()
  const reader = await readerOf(deed, personId)
  const readable: NominationRow[] = []
  for (const row of rows) if (!(await conflictWith(deed, reader, row))) readable.push(row)
  const ids = readable.map(({ id }) => id)
  const reviews = await reviewsOf(deed, ids)
  const names = await nomineeNames(deed, readable)
  const mine = new Set([...reviews].flatMap(([id, all]) => (all.some(({ reviewer_id }) => reviewer_id === personId) ? [id] : [])))
  const toRead = readable.filter(
    (row) =>
      row.state === 'agreed' &&
      rounds.get(row.round_id)!.state === 'review' &&
      !mine.has(row.id) &&
      outcomeOf(reviews.get(row.id) ?? []) === 'waiting',
  )
  const objections = ids.length === 0 ? [] : await objectionsTo(deed, ids)
  const toAnswer = objections.filter(
    ({ nomination_id, person_id, answer }) => answer === null && person_id !== personId && !mine.has(nomination_id),
  )
  const of = new Map(readable.map((row) => [row.id, row]))
  await noteLooks(deed, [...toRead, ...toAnswer.map(({ nomination_id }) => of.get(nomination_id)!)])
  const about = (row: NominationRow): { round: Text; category: Text; name: string; deeds: string } => {
    const round = rounds.get(row.round_id)!
    return {
      round: round.title,
      category: nameOf(round.categories, row.category),
      name: names.get(row.id)!,
      deeds: openIn(deed, row, 'deeds_sealed') ?? '',
    }
  }
  return {
    nominations: toRead.map((row) => ({
      id: row.id,
      roundId: row.round_id,
      ...about(row),
      criteria: [...named(rounds.get(row.round_id)!.criteria)],
    })),
    objections: toAnswer.map((objection) => ({
      id: objection.id,
      ...about(of.get(objection.nomination_id)!),
      words: objectionWords(deed, objection),
      raisedOn: objection.raised_on,
    })),
    leftOut: rows.length - readable.length,
  }
}

export const noteLooks = (deed: Deed, rows: readonly NominationRow[]): Promise<void> =>
  recordAccess(
    deed,
    [...new Set(rows.flatMap(({ nominee_id }) => nominee_id ?? []))].map((personId) => ({ personId, purpose: 'commendation' })),
  )

/** Words for every criterion, and whether to propose it. What others wrote is not known to whoever writes. */
export async function review(
  deed: Deed,
  personId: string,
  id: string,
  { recommends, words }: { readonly recommends: boolean; readonly words: readonly CriterionWords[] },
): Promise<void> {
  const row = await getNomination(deed, id)
  const round = await getRound(deed, row.round_id)
  const conflict = await conflictWith(deed, await readerOf(deed, personId), row)
  if (conflict) throw forbidden(`commend-conflict-${conflict}`)
  if (round.state !== 'review' || row.state !== 'agreed') throw refused('commend-no-reviews-now')
  const missing = named(round.criteria).filter(({ key }) => !words.some(({ criterion }) => criterion === key))
  if (missing.length > 0 || words.length > named(round.criteria).length) throw unfit([{ path: 'words', code: 'commend-every-criterion' }])
  const written = (await reviewsOf(deed, [id])).get(id) ?? []
  if (written.some(({ reviewer_id }) => reviewer_id === personId)) throw refused('commend-reviewed-already')
  if (outcomeOf(written) !== 'waiting') throw refused('commend-reviews-enough')
  const reviewId = deed.id()
  await deed.tx
    .insertInto('nomination_review')
    .values({
      street_id: deed.street.id,
      id: reviewId,
      nomination_id: id,
      reviewer_id: personId,
      reviewer_post: actingPost(deed, 'programme.commend.review')!.id,
      recommends,
      words_sealed: sealWords(deed, 'nomination_review', reviewId, JSON.stringify(words)),
      written_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'programme.commend.reviewed', about: row.nominee_id, plain: { nomination: id, review: reviewId } })
}

/** Once there are enough of them, whoever decides reads what was written; before, only how many there are. */
export async function readableReviews(deed: Deed, reviews: readonly ReviewRow[]) {
  const outcome = outcomeOf(reviews)
  const posts = await postNames(
    deed,
    reviews.map(({ reviewer_post }) => reviewer_post),
  )
  return {
    outcome,
    count: reviews.length,
    written:
      outcome === 'waiting'
        ? []
        : reviews.map((one) => ({
            post: posts.get(one.reviewer_post)!.post,
            recommends: one.recommends,
            words: JSON.parse(openWords(deed, 'nomination_review', one.id, one.words_sealed)) as { criterion: string; words: string }[], // as `review` wrote it
          })),
  }
}
