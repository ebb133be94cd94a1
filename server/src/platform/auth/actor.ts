import type { Matter } from '@ronghe/contract/people/matters.ts'
import type { Permission, PostKind } from '@ronghe/contract/posts.ts'

/** A post that is held today, with what the rules about it need to know. */
export interface HeldPost {
  readonly id: string
  readonly kind: PostKind
  readonly organId: string
  readonly appointmentId: string
  readonly laneId: string | null
  readonly communityId: string | null
}

export interface PersonActor {
  readonly kind: 'person'
  readonly personId: string
  readonly sessionId: string
  /** `empty`: the number was not seen for long or the device is new, and nothing of the old owner is shown yet (08, Sign-in). */
  readonly session: 'open' | 'empty' | 'assisted'
  /** The clerk at the keyboard of an assisted session. */
  readonly assistantId: string | null
  readonly matter: string | null
  /** What alone may be read and done in an assisted session. */
  readonly about: Matter | null
  readonly posts: readonly HeldPost[]
  readonly permissions: ReadonlySet<Permission>
  /** Held posts that sit at a desk permit nothing until the second factor was given in this session. */
  readonly secondFactor: boolean
}

export type Actor = { readonly kind: 'anonymous' } | { readonly kind: 'system' } | PersonActor

export const anonymous: Actor = { kind: 'anonymous' }
export const system: Actor = { kind: 'system' }

export const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null)

/** The post under which a person does this: the first held post that carries the permission. */
export function postWith(actor: Actor, permits: (kind: PostKind) => boolean): HeldPost | undefined {
  return actor.kind === 'person' ? actor.posts.find((post) => permits(post.kind)) : undefined
}
