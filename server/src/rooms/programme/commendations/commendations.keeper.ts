import type { Deed } from '../../../platform/deed.ts'
import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import { getRound, nominationsOf, openIn, openStory, storiesOf } from './nomination-rows.ts'
import { objectionWords, type ObjectionRow } from './objections.ts'

export const commendationsKeeper: KeeperPart = {
  tables: ['nomination', 'nomination_review', 'commendation_objection', 'honour_story'],

  async open(deed, personId) {
    const rows = await nominationsOf(deed)
      .where('nominee_id', '=', personId)
      .where('state', 'in', ['asked', 'agreed', 'proposed'])
      .execute()
    const items = []
    for (const row of rows)
      items.push({
        room: 'programme',
        kind: 'nomination',
        id: row.id,
        title: (await getRound(deed, row.round_id)).title,
        becomes: 'ends' as const,
        note: {
          'zh-CN': '您离开后这份提名就撤下，不留痕迹。',
          en: 'The nomination is taken back when you leave, and nothing of it stays.',
        },
      })
    return items
  },

  async export(deed, personId) {
    const rows = await nominationsOf(deed).where('nominee_id', '=', personId).execute()
    const stories = await storiesOf(
      deed,
      rows.map(({ id }) => id),
    )
    const sent = await nominationsOf(deed).where('nominator_id', '=', personId).execute()
    return {
      commendations: rows.map((row) => {
        const story = stories.get(row.id)
        return {
          category: row.category,
          by: row.by_whom,
          deeds: openIn(deed, row, 'deeds_sealed'),
          shownAs: row.shown_as,
          alias: openIn(deed, row, 'alias_sealed'),
          state: row.state,
          reason: openIn(deed, row, 'reason_sealed'),
          story: story ? { ...openStory(deed, story), published: story.published } : null,
        }
      }),
      nominationsSent: sent.map((row) => ({ category: row.category, on: row.nominated_on, deeds: openIn(deed, row, 'deeds_sealed') })),
      commendationObjections: (await objectionsBy(deed, personId)).map((row) => ({
        on: row.raised_on,
        words: objectionWords(deed, row),
        answer: row.answer,
      })),
      commendationReviews: (
        await deed.tx
          .selectFrom('nomination_review')
          .select(['written_at', 'recommends'])
          .where('street_id', '=', deed.street.id)
          .where('reviewer_id', '=', personId)
          .orderBy('id')
          .execute()
      ).map(({ written_at, recommends }) => ({ at: written_at, recommends })),
    }
  },

  /** A story rests on the consent and goes with it; from then on nothing of the person is shown, also when they agree to something else again. */
  async consentEnded(deed, personId, purpose) {
    if (purpose !== 'deedsPublicity') return
    const { tx, street } = deed
    for (const { id } of await nominationsOf(deed).where('nominee_id', '=', personId).execute())
      await tx.deleteFrom('honour_story').where('street_id', '=', street.id).where('nomination_id', '=', id).execute()
    await tx
      .updateTable('nomination')
      .set({ shown_as: 'none', alias_sealed: null })
      .where('street_id', '=', street.id)
      .where('nominee_id', '=', personId)
      .execute()
  },

  /** That somebody was awarded stays as a line without a name; what is not awarded yet goes altogether. */
  async forget(deed, personId) {
    const { tx, street } = deed
    await tx
      .deleteFrom('nomination')
      .where('street_id', '=', street.id)
      .where('nominee_id', '=', personId)
      .where('state', '<>', 'awarded')
      .execute()
    const awarded = await nominationsOf(deed).where('nominee_id', '=', personId).execute()
    for (const { id } of awarded)
      for (const table of ['honour_story', 'nomination_review', 'commendation_objection'] as const)
        await tx.deleteFrom(table).where('street_id', '=', street.id).where('nomination_id', '=', id).execute()
    await tx
      .updateTable('nomination')
      .set({
        nominee_id: null,
        name_sealed: null,
        phone_sealed: null,
        deeds_sealed: null,
        alias_sealed: null,
        reason_sealed: null,
        shown_as: 'none',
      })
      .where('street_id', '=', street.id)
      .where('nominee_id', '=', personId)
      .execute()
    await tx
      .updateTable('nomination')
      .set({ nominator_id: null })
      .where('street_id', '=', street.id)
      .where('nominator_id', '=', personId)
      .execute()
    await tx
      .updateTable('nomination_review')
      .set({ reviewer_id: null })
      .where('street_id', '=', street.id)
      .where('reviewer_id', '=', personId)
      .execute()
    // An objection that nobody has answered goes too; of an answered one the public answer stays.
    await tx
      .deleteFrom('commendation_objection')
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .where('answer', 'is', null)
      .execute()
    for (const { id } of await objectionsBy(deed, personId))
      await tx
        .updateTable('commendation_objection')
        .set({ person_id: null, words_sealed: Buffer.alloc(0) })
        .where('street_id', '=', street.id)
        .where('id', '=', id)
        .execute()
  },
}

const objectionsBy = (deed: Deed, personId: string): Promise<ObjectionRow[]> =>
  deed.tx
    .selectFrom('commendation_objection')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
