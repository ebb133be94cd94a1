import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { PostKind } from '@ronghe/contract/posts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { addPost } from '../programme/appointments.ts'
import { getPost, type Post } from '../programme/posts.ts'

const names: Readonly<Record<Bench | 'chair', Text>> = {
  newcomers: { 'zh-CN': '来穗人员代表', en: 'Newcomers’ delegate' },
  locals: { 'zh-CN': '本地居民代表', en: 'Locals’ delegate' },
  chair: { 'zh-CN': '议事会主席', en: 'Council chair' },
}

/** The post that goes with the seats of a bench, or of the chair. A council founded without one gets it here. */
export async function benchPost(deed: Deed, councilId: string, bench: Bench | null, seats: number): Promise<Post> {
  const row = await deed.tx
    .selectFrom('bench_post')
    .select('post_id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('bench', bench === null ? 'is' : '=', bench)
    .executeTakeFirst()
  if (row) return withSeats(deed, await getPost(deed, row.post_id), seats)
  const kind: PostKind = bench === null ? 'chair' : 'delegate'
  const { id } = await addPost(deed, councilId, { kind, name: names[bench ?? 'chair'], seats })
  await keepBenchPost(deed, councilId, bench, id)
  return getPost(deed, id)
}

export async function keepBenchPost(deed: Deed, councilId: string, bench: Bench | null, postId: string): Promise<void> {
  await deed.tx
    .insertInto('bench_post')
    .values({ street_id: deed.street.id, council_id: councilId, bench, post_id: postId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A charter with more seats makes room in the post. Two terms of one seat meet on a day of change, so it is never made narrower. */
async function withSeats(deed: Deed, post: Post, seats: number): Promise<Post> {
  if (post.seats >= seats) return post
  await deed.tx.updateTable('post').set({ seats }).where('street_id', '=', deed.street.id).where('id', '=', post.id).execute()
  return { ...post, seats }
}
