import type { DeskNomination } from '@ronghe/contract/programme/commendations.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { actingPost } from '../acting-post.ts'
import { organNames } from '../organ-rows.ts'
import { today } from '../posts.ts'
import { takesObjections } from './commendation-lifecycle.ts'
import {
  changeNomination,
  getNomination,
  getRound,
  mayBeShown,
  nominationsOf,
  nomineeNames,
  openIn,
  openStory,
  sealIn,
  sealStory,
  storiesOf,
  type NominationRow,
} from './nomination-rows.ts'
import { objectionsTo, objectionWords } from './objections.ts'
import { ownItem, ownNomination } from './nominations.ts'
import { conflictWith, readerOf } from './reviewers.ts'
import { noteLooks, readableReviews, reviewsOf } from './reviews.ts'

/** In the order they came. What has not been agreed to yet shows whom to ask; of the rest nobody reads more than the deed. */
export async function deskNominations(deed: Deed, roundId: string): Promise<{ items: DeskNomination[] }> {
  const round = await getRound(deed, roundId)
  const rows = await nominationsOf(deed).where('round_id', '=', roundId).execute()
  const ids = rows.map(({ id }) => id)
  const names = await nomineeNames(deed, rows)
  const organs = await organNames(
    deed,
    rows.flatMap(({ nominator_organ }) => nominator_organ ?? []),
  )
  const reviews = await reviewsOf(deed, ids)
  const stories = await storiesOf(deed, ids)
  const objections = Map.groupBy(ids.length === 0 ? [] : await objectionsTo(deed, ids), ({ nomination_id }) => nomination_id)
  await noteLooks(deed, rows)
  const items: DeskNomination[] = []
  for (const row of rows) {
    const readable = await readableReviews(deed, reviews.get(row.id) ?? [])
    const story = stories.get(row.id)
    const before = round.state === 'nominations' || round.state === 'review'
    items.push({
      id: row.id,
      category: row.category,
      by: row.by_whom,
      channel: row.channel,
      organ: row.nominator_organ ? organs.get(row.nominator_organ)! : null,
      name: names.get(row.id)!,
      phone: row.state === 'asked' ? openIn(deed, row, 'phone_sealed') : null,
      reach: row.nominee_id ? 'app' : row.phone_sealed ? 'phone' : 'inPerson',
      deeds: openIn(deed, row, 'deeds_sealed') ?? '',
      shownAs: row.shown_as,
      state: row.state,
      reviews: readable,
      reason: openIn(deed, row, 'reason_sealed'),
      objections: (objections.get(row.id) ?? []).map((one) => ({
        id: one.id,
        words: objectionWords(deed, one),
        raisedOn: one.raised_on,
        channel: one.channel,
        answer: one.answer,
      })),
      story: story ? { ...openStory(deed, story), published: story.published } : null,
      may: [
        ...(before && row.state === 'asked' ? (['signPaper', 'decline'] as const) : []),
        ...(round.state === 'review' && row.state === 'agreed' && readable.outcome !== 'waiting' ? (['decide'] as const) : []),
        ...(row.state === 'proposed' && takesObjections(round, today(deed)) ? (['enterObjection'] as const) : []),
        ...(row.state === 'awarded' && row.shown_as !== 'none' ? (['offerStory'] as const) : []),
        ...(story ? [story.published ? ('takeDownStory' as const) : ('publishStory' as const)] : []),
      ],
    })
  }
  return { items }
}

/** The decision goes with the reviews and gives its reason; whoever is nominated, nominated somebody or lives with one of them does not write it. */
export async function decide(
  deed: Deed,
  personId: string,
  id: string,
  { proposed, reason }: { readonly proposed: boolean; readonly reason: string },
): Promise<void> {
  const row = await getNomination(deed, id)
  const round = await getRound(deed, row.round_id)
  if (round.state !== 'review' || row.state !== 'agreed') throw refused('commend-no-decision-now')
  // The organ does not count here: the office runs every round, and what it writes is what two reviewers said.
  const conflict = await conflictWith(deed, { ...(await readerOf(deed, personId)), organs: new Set() }, row)
  if (conflict) throw forbidden(`commend-conflict-${conflict}`)
  const { outcome } = await readableReviews(deed, (await reviewsOf(deed, [id])).get(id) ?? [])
  if (outcome === 'waiting') throw refused('commend-two-reviews-first')
  if (proposed !== (outcome === 'recommended')) throw refused('commend-against-reviews')
  await changeNomination(deed, id, {
    state: proposed ? 'proposed' : 'notProposed',
    reason_sealed: sealIn(deed, id, 'reason_sealed', reason),
    decided_by: actingPost(deed, 'programme.commend.run')?.id ?? null,
    decided_on: today(deed),
  })
  await record(deed, { kind: 'programme.commend.decided', about: row.nominee_id, plain: { nomination: id, proposed } })
}

/** Shown to its hero first; an earlier text is replaced and needs a new consent. */
export async function offerStory(
  deed: Deed,
  id: string,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<void> {
  const row = await getNomination(deed, id)
  if (row.state !== 'awarded') throw refused('commend-award-first')
  if (row.shown_as === 'none') throw refused('commend-not-shown')
  await deleteStory(deed, id)
  const storyId = deed.id()
  await deed.tx
    .insertInto('honour_story')
    .values({
      street_id: deed.street.id,
      id: storyId,
      nomination_id: id,
      title_sealed: sealStory(deed, storyId, 'title_sealed', title),
      text_sealed: sealStory(deed, storyId, 'text_sealed', text),
      offered_on: today(deed),
    })
    .execute()
  await record(deed, { kind: 'programme.commend.story-offered', about: row.nominee_id, plain: { nomination: id, story: storyId } })
  if (row.nominee_id) await notify(deed, row.nominee_id, { template: 'commend-story', link: '/me/commendations' })
}

/** Publishing is a consent to this text; taking down deletes it. */
export async function ownStory(deed: Deed, personId: string, id: string, published: boolean) {
  await settleStory(deed, await ownNomination(deed, personId, id), published, 'phone')
  return { item: await ownItem(deed, personId, id) }
}
export const paperStory = async (deed: Deed, id: string, published: boolean): Promise<void> =>
  settleStory(deed, await getNomination(deed, id), published, 'paper')

async function settleStory(deed: Deed, row: NominationRow, published: boolean, channel: 'phone' | 'paper'): Promise<void> {
  const story = (await storiesOf(deed, [row.id])).get(row.id)
  if (!story) throw notFound('story')
  if (!published) await deleteStory(deed, row.id)
  else {
    if (!(await mayBeShown(deed, row))) throw refused('commend-not-shown')
    await deed.tx
      .updateTable('honour_story')
      .set({ published: true, channel, published_on: today(deed) })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', story.id)
      .execute()
  }
  await record(deed, {
    kind: `programme.commend.story-${published ? 'published' : 'taken-down'}`,
    about: row.nominee_id,
    plain: { nomination: row.id, channel },
  })
}

async function deleteStory(deed: Deed, nominationId: string): Promise<void> {
  await deed.tx.deleteFrom('honour_story').where('street_id', '=', deed.street.id).where('nomination_id', '=', nominationId).execute()
}
