import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { toCounts, type WorkOwner } from '../../platform/handover.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { change } from './concern-author.ts'
import { ableReaders } from './concern-reader.ts'
import { addEvent, findConcern, type ConcernRow } from './concern-rows.ts'
import { checkOwner } from './concern-work.ts'
import { setting } from '../../platform/settings/settings.ts'

/** Concerns that wait on a post. One about staff shows as "a concern", without topic, to whoever arranges the handing over. */
export const concernWork: WorkOwner = {
  kind: 'concern',
  async openItems(deed, postId) {
    const rows = await deed.tx
      .selectFrom('concern')
      .select(['id', 'number', 'topic', 'answer_by', 'about_staff'])
      .where('street_id', '=', deed.street.id)
      .where('owner_post', '=', postId)
      .where('state', 'in', ['raised', 'screened', 'answering'])
      .orderBy('answer_by')
      .orderBy('id')
      .execute()
    const topics = await setting(deed, 'concernTopics')
    return rows.map(({ id, number, topic, answer_by, about_staff }) => {
      const name = about_staff ? undefined : topics.find(({ key }) => key === topic)?.name
      return { kind: 'concern', id, title: name ? `${number} ${inLanguage(name, deed.language)}` : number, dueOn: answer_by }
    })
  },
  openCounts: async ({ tx, street }) =>
    toCounts(
      await tx
        .selectFrom('concern')
        .select(({ fn }) => ['owner_post as post', fn.countAll<number>().as('count')])
        .where('street_id', '=', street.id)
        .where('state', 'in', ['raised', 'screened', 'answering'])
        .groupBy('owner_post')
        .execute(),
    ),
  async handOver(deed, itemId, toPost, note) {
    const row = await findConcern(deed, itemId, 'lock')
    if (!row) throw notFound('concern')
    if (row.about_staff) await checkReader(deed, row, toPost)
    else await checkOwner(deed, toPost)
    await change(deed, itemId, { owner_post: toPost })
    await addEvent(deed, itemId, { kind: 'reassigned', byPost: toPost, ...(note ? { words: note } : {}) })
    await record(deed, { kind: 'programme.concern.reassigned', about: row.person_id, plain: { concern: itemId, to: toPost } })
  },
}

/** Only another reader of such concerns may have it, by the same rules as when it came in. */
async function checkReader(deed: Deed, row: ConcernRow, toPost: string): Promise<void> {
  const able = await ableReaders(deed, [toPost], { postId: row.about_post, organId: row.about_organ })
  if (able.length === 0) throw refused('not-a-reader')
}
