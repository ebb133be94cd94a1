import type { HeldPost } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden } from '../../platform/http/problems.ts'
import { heldIn } from './delegates.ts'

/** The clerk of this council, or a social worker, whose organisation stands beside it. */
export const moderatingPost = (deed: Deed, councilId: string): HeldPost | undefined =>
  heldIn(deed, councilId, 'councilClerk') ??
  (deed.actor.kind === 'person' ? deed.actor.posts.find(({ kind }) => kind === 'socialWorker') : undefined)

/** Refuses whoever does not moderate for this council today. */
export function asModerator(deed: Deed, councilId: string): HeldPost {
  const post = moderatingPost(deed, councilId)
  if (!post) throw forbidden('council-not-moderator')
  return post
}
