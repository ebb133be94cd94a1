import type { Deed } from '../../../platform/deed.ts'
import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import { openIn, setPost } from './talk-rows.ts'

const ownPosts = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('class_post')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('posted_at')
    .execute()

/** What somebody said in class. Erasing takes the words and the name out; a talk that only they were in goes whole. */
export const classKeeper: KeeperPart = {
  tables: ['class_thread', 'class_post', 'class_report'],
  open: async () => [],

  async export(deed, personId) {
    const posts = await ownPosts(deed, personId)
    return posts.length === 0
      ? {}
      : {
          classTalk: posts.map((post) => ({
            called: openIn(deed, post, 'called_sealed'),
            words: openIn(deed, post, 'words_sealed'),
            postedAt: post.posted_at,
            state: post.state,
          })),
        }
  },

  async forget(deed, personId) {
    const posts = await ownPosts(deed, personId)
    for (const { id } of posts)
      await setPost(deed, id, { state: 'taken', person_id: null, words_sealed: null, called_sealed: null, appeal_sealed: null })
    await deed.tx.deleteFrom('class_report').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
    // The title was written by whoever opened it: without anybody else in it the talk goes.
    for (const threadId of new Set(posts.map(({ thread_id }) => thread_id))) {
      const others = await deed.tx
        .selectFrom('class_post')
        .select('id')
        .where('street_id', '=', deed.street.id)
        .where('thread_id', '=', threadId)
        .where('person_id', 'is not', null)
        .limit(1)
        .executeTakeFirst()
      if (!others) await deed.tx.deleteFrom('class_thread').where('street_id', '=', deed.street.id).where('id', '=', threadId).execute()
    }
  },
}
