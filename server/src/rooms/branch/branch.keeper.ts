import { inHouse, personHash } from '../../platform/branch/branch-deed.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { forgetInHouse } from './forgetting.ts'
import { branchParts } from './parts.ts'

/**
 * What the people room may ask of the branch: to forget somebody, and to show somebody what is theirs. It asks so of everybody, and is answered
 * alike about everybody to everybody but the person in their own open session.
 */
export const branchKeeper: Keeper = {
  room: 'branch',
  tables: [...branchParts.flatMap(({ tables }) => tables.map((table) => `branch.${table}`)), 'published_office'],
  open: async () => [],
  async export({ platform, street, actor }, personId) {
    const own = actor.kind === 'person' && actor.personId === personId && actor.session === 'open' && actor.assistantId === null
    if (!own) return {}
    return inHouse(
      platform,
      street,
      async (deed) => {
        const hash = personHash(deed, personId)
        const all: Record<string, unknown> = {}
        for (const part of branchParts) Object.assign(all, await part.export(deed, hash))
        return all
      },
      { mode: 'read' },
    )
  },
  forget: ({ platform, street }, personId) => inHouse(platform, street, (deed) => forgetInHouse(deed, personHash(deed, personId))),
}
