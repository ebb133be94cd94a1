import type { Kysely } from 'kysely'
import { openPool, type StreetDatabase } from '../database/pool.ts'
import type { PersonTable, PublishedOfficeTable } from '../database/tables.ts'
import { sealer, type Sealer } from '../privacy/fields.ts'
import type { KeyRing, Suite } from '../privacy/keys.ts'
import type { ClosedHouse } from './closed-house.ts'
import type { BranchTables } from './tables.ts'

/** What the branch's role sees: its own schema; of people that they exist; and the one table through which it says something outside. */
export interface HouseTables extends BranchTables {
  person: Pick<PersonTable, 'street_id' | 'id'>
  published_office: PublishedOfficeTable
}
export type BranchTx = Kysely<HouseTables>

/** The branch's own place (D1; 09, Branch isolation): its login role, its pool, its key. */
export interface BranchHouse {
  readonly database: StreetDatabase<HouseTables>
  /** Under the branch's own key ring; the shared one opens nothing of it. */
  readonly sealer: Sealer
}

export const branchSchema = 'branch'

export function openBranchHouse(
  url: string,
  ring: KeyRing,
  suite: Suite,
  options: { readonly connections?: number; readonly log?: (line: string) => void } = {},
): BranchHouse {
  return {
    database: openPool<HouseTables>(url, { connections: 6, ...options, schema: branchSchema }),
    sealer: sealer(ring, suite),
  }
}

export const closed = (house: BranchHouse): ClosedHouse => house as unknown as ClosedHouse // the type is what is closed
export const houseOf = (platform: { readonly branch: ClosedHouse }): BranchHouse => platform.branch as unknown as BranchHouse
