import type { Permission } from '@ronghe/contract/posts.ts'

/** What deciding about sight needs to know of a concern. */
export interface SeenConcern {
  readonly aboutStaff: boolean
  readonly aboutPost: string | null
  readonly owner: string | null
  readonly threatened: boolean
}

/** Who looks: the posts held today, what they permit, whose work they do while others are away, and who is named to read about staff. */
export interface Looking {
  readonly posts: readonly string[]
  readonly permissions: ReadonlySet<Permission>
  readonly standsInFor: ReadonlySet<string>
  readonly namedReaders: readonly string[]
}

/**
 * How a concern may be seen (08, Concerns). `none` means it is not there for this reader, in no list and by no address.
 * A concern about somebody who works here has one reader: the named post that owns it, unless its holder is the one complained of; no
 * screener, superior, stand-in or other owner ever sees it. A threat is read by the named post whoever owns the concern.
 */
export type Sight = 'none' | 'screener' | 'owner' | 'reader' | 'threatReader'

export function sightOf(looking: Looking, concern: SeenConcern): Sight {
  const { posts, permissions, standsInFor, namedReaders } = looking
  const complainedOf = concern.aboutPost !== null && posts.includes(concern.aboutPost)
  const named = permissions.has('programme.concerns.protected') && !complainedOf
  if (concern.aboutStaff) return named && concern.owner !== null && posts.includes(concern.owner) ? 'reader' : 'none'
  if (
    permissions.has('programme.concerns.answer') &&
    concern.owner !== null &&
    (posts.includes(concern.owner) || standsInFor.has(concern.owner))
  )
    return 'owner'
  if (permissions.has('programme.concerns.screen')) return 'screener'
  return concern.threatened && named && namedReaders.some((post) => posts.includes(post)) ? 'threatReader' : 'none'
}

/** A threat may come from the owner or the desk: its words are for the named reader and the author alone. */
export const seesThreats = (sight: Sight): boolean => sight === 'reader' || sight === 'threatReader'
