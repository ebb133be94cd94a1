import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import type { WorkOwner } from '../../platform/handover.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { change } from './concern-author.ts'
import { addEvent, findConcern } from './concern-rows.ts'
import { checkOwner } from './concern-work.ts'
import { heldOn, kindPermits, postNames, today } from './posts.ts'
import { setting } from './settings.ts'

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
  async handOver(deed, itemId, toPost, note) {
    const row = await findConcern(deed, itemId, 'lock')
    if (!row) throw notFound('concern')
    if (row.about_staff) await checkReader(deed, row.about_post, toPost)
    else await checkOwner(deed, toPost)
    await change(deed, itemId, { owner_post: toPost })
    await addEvent(deed, itemId, { kind: 'reassigned', byPost: toPost, ...(note ? { words: note } : {}) })
    await record(deed, { kind: 'programme.concern.reassigned', about: row.person_id, plain: { concern: itemId, to: toPost } })
  },
}

/** Only another reader of such concerns may have it, held by somebody, and never the post complained of. */
async function checkReader(deed: Deed, aboutPost: string | null, toPost: string): Promise<void> {
  const name = (await postNames(deed, [toPost])).get(toPost)
  const held = await heldOn(deed, today(deed)).select('appointment.id').where('post_id', '=', toPost).executeTakeFirst()
  if (!name || !held || toPost === aboutPost || !kindPermits(name.kind, 'programme.concerns.protected')) throw refused('not-a-reader')
}
