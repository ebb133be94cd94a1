import type { Language } from '@ronghe/contract/values.ts'
import { dayIn } from '../calendar/working-days.ts'
import { uuid7 } from '../codes.ts'
import type { Street } from '../database/streets.ts'
import type { Deed } from '../deed.ts'
import { systemDeed } from '../jobs/jobs.ts'
import type { Platform } from '../platform.ts'
import type { Place, Sealer } from '../privacy/fields.ts'
import { houseOf, type BranchTx } from './house.ts'

/**
 * What the branch room's functions work with: one transaction of the branch's own role in one street. It is no {@link Deed}, so that no
 * function of another room takes it by mistake, and its actor is a person and nothing else: posts held outside count for nothing here.
 */
export interface BranchDeed {
  readonly tx: BranchTx
  readonly street: Street
  readonly now: Date
  readonly language: Language
  /** Who asks; null where nobody has to say, and in the branch's own nightly work. */
  readonly personId: string | null
  readonly sealer: Sealer
  /** Seals what is published outside, in the place it will lie in. */
  sealForAll(place: Place, words: string): Buffer
  id(): string
  afterCommit(work: () => void | Promise<void>): void
  /** A look at what everybody may see (organs, settings, the calendar), as nobody in particular and in a transaction of the app's role. */
  outside<T>(look: (deed: Deed) => Promise<T>): Promise<T>
  /** The data folder, where erasures are noted for a restore. */
  readonly data: string
}

/** The branch's view of a deed whose transaction is one of the branch's role. */
export function toBranchDeed({ tx, street, now, language, actor, platform, id, afterCommit }: Deed): BranchDeed {
  return {
    tx: tx as unknown as BranchTx, // opened by the house, see implement-branch.ts
    street,
    now,
    language,
    personId: actor.kind === 'person' ? actor.personId : null,
    sealer: houseOf(platform).sealer,
    sealForAll: (place, words) => platform.sealer.seal(place, words),
    id,
    afterCommit,
    outside: (look) => platform.database.inStreet(street.id, 'read', (shared) => look(systemDeed(platform, street, shared, []))),
    data: platform.config.data,
  }
}

/** One transaction of the house's own in a street: nightly work, what a keeper answers, the demo. */
export async function inHouse<T>(
  platform: Platform,
  street: Street,
  work: (deed: BranchDeed) => Promise<T>,
  { now = platform.clock(), mode = 'write' }: { readonly now?: Date; readonly mode?: 'read' | 'write' } = {},
): Promise<T> {
  const after: (() => void | Promise<void>)[] = []
  const result = await houseOf(platform).database.inStreet(street.id, mode, (tx) =>
    work({
      ...toBranchDeed(systemDeed(platform, street, tx as unknown as Deed['tx'], after)), // read back as the branch's at once
      now,
      id: () => uuid7(now.getTime()),
    }),
  )
  for (const next of after) await next()
  return result
}

export const dayOf = ({ street, now }: Pick<BranchDeed, 'street' | 'now'>): string => dayIn(street.zone, now)

/** By which the rows about a person are found, without the rows saying who it is. */
export const personHash = (deed: Pick<BranchDeed, 'sealer' | 'street'>, personId: string): Buffer =>
  deed.sealer.lookup(deed.street.id, 'person', personId)
