import { inHouse, type BranchDeed } from '@ronghe/server/platform/branch/branch-deed.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import type { CastKey } from './cast.ts'
import type { Chance } from './chance.ts'
import { castId } from './load-cast.ts'

/** Something done in the branch so many days ago, by one of the cast or by the house itself. */
export type InBranch = <T>(daysAgo: number, who: CastKey | null, work: (deed: BranchDeed) => Promise<T>) => Promise<T>

/** In a transaction of the branch's own role; the same ids at every load. */
export const inBranch =
  (platform: Platform, street: Street, chance: Chance): InBranch =>
  (daysAgo, who, work) => {
    const now = new Date(platform.clock().getTime() - daysAgo * 86_400_000)
    const own = { personId: who ? castId(street.id, who) : null, id: () => uuid7(now.getTime(), chance.bytes) }
    return inHouse(platform, street, (deed) => work({ ...deed, ...own }), { now })
  }
