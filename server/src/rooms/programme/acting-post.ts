import { postKinds, type Permission } from '@ronghe/contract/posts.ts'
import type { HeldPost } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'

/** The post under which this is done: the first one held today that carries one of the permissions. The journal and the pages name the post. */
export function actingPost(deed: Deed, ...permissions: readonly Permission[]): HeldPost | undefined {
  const { actor } = deed
  if (actor.kind !== 'person') return undefined
  return actor.posts.find(({ kind }) => permissions.some((permission) => (postKinds[kind] as readonly Permission[]).includes(permission)))
}

export const may = (deed: Deed, permission: Permission): boolean => deed.actor.kind === 'person' && deed.actor.permissions.has(permission)

/** Whether the reader holds one of these posts today and the session carries what posts permit. */
export const holds = (deed: Deed, postId: string): boolean =>
  deed.actor.kind === 'person' && deed.actor.posts.some(({ id }) => id === postId)
