import type { Selectable } from 'kysely'
import type { BranchDeed } from '../../platform/branch/branch-deed.ts'
import type { CheckInTable } from '../../platform/branch/tables.ts'
import { notFound } from '../../platform/http/problems.ts'

export type CheckInRow = Selectable<CheckInTable>

/** A check-in with the ways to open what is sealed in it; nothing is opened before somebody asks. */
export interface CheckIn extends CheckInRow {
  /** Null for a check-in on paper by somebody without an account. */
  readonly personId: string | null
  name(): string
  homeBranch(): string
  contact(): string | null
}

export const checkInPlace = (deed: BranchDeed, column: string, id: string) => ({
  street: deed.street.id,
  table: 'branch.check_in',
  column,
  row: id,
})

export function toCheckIn(deed: BranchDeed, row: CheckInRow): CheckIn {
  const open = (column: string, sealed: Buffer) => deed.sealer.open(checkInPlace(deed, column, row.id), sealed)
  return {
    ...row,
    personId: row.person_sealed ? open('person_sealed', row.person_sealed) : null,
    name: () => open('name_sealed', row.name_sealed),
    homeBranch: () => open('home_branch_sealed', row.home_branch_sealed),
    contact: () => (row.contact_sealed ? open('contact_sealed', row.contact_sealed) : null),
  }
}

/** One check-in to this branch; one to another branch is not there. */
export async function findCheckIn(deed: BranchDeed, branchId: string, id: string): Promise<CheckIn> {
  const row = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('check-in')
  return toCheckIn(deed, row)
}
