import type { PostKind } from '@ronghe/contract/posts.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Message } from '../../platform/notify/notify.ts'
import { notifyPost, today } from '../programme/posts.ts'

/** Tells whoever holds these posts of the school. */
export async function tellPosts(deed: Deed, schoolId: string, kinds: readonly PostKind[], message: Message): Promise<void> {
  const posts = await deed.tx
    .selectFrom('post')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('organ_id', '=', schoolId)
    .where('kind', 'in', kinds)
    .where((post) => post.or([post('ended_on', 'is', null), post('ended_on', '>=', today(deed))]))
    .orderBy('id')
    .execute()
  for (const { id } of posts) await notifyPost(deed, id, message)
}
