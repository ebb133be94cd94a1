import { permissionsOf } from '@ronghe/contract/posts.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import type { PersonActor } from '@ronghe/server/platform/auth/actor.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { cast, type CastKey, type CastMember, posts } from './cast.ts'
import type { Chance } from './chance.ts'
import { castId, demoId, organId, postId } from './load-cast.ts'

/** Something somebody of the cast did at a moment, or so many days ago, with all the posts they hold; the same ids at every load. */
export const acting = (deed: Deed, who: CastKey, at: Date | number, chance: Chance): Deed =>
  actingAt(deed, who, typeof at === 'number' ? new Date(deed.now.getTime() - at * 86_400_000) : at, chance)

export function actingAt(deed: Deed, who: CastKey, now: Date, chance: Chance): Deed {
  const held = (cast[who] as CastMember).posts
  const actor: PersonActor = {
    kind: 'person',
    personId: castId(deed.street.id, who),
    sessionId: demoId(deed.street.id, 'session', who),
    session: 'open',
    assistantId: null,
    matter: null,
    about: null,
    posts: held.map((key) => ({
      id: postId(deed.street.id, key),
      kind: posts[key].kind,
      organId: organId(deed.street.id, posts[key].organ),
      appointmentId: demoId(deed.street.id, 'appointment', who, key),
      laneId: null,
      communityId: null,
    })),
    permissions: permissionsOf(held.map((key) => posts[key].kind)),
    secondFactor: true,
  }
  return { ...deed, now, id: () => uuid7(now.getTime(), chance.bytes), actor }
}

/** The same moment so many days ago, as the platform itself. */
export function daysBefore(deed: Deed, daysAgo: number, chance: Chance): Deed {
  const now = new Date(deed.now.getTime() - daysAgo * 86_400_000)
  return { ...deed, now, id: () => uuid7(now.getTime(), chance.bytes) }
}
