import type { OfficeKind } from '@ronghe/contract/branch/branches.ts'
import type { Selectable } from 'kysely'
import { dayOf, personHash, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import type { OfficeTable } from '../../platform/branch/tables.ts'
import { forbidden } from '../../platform/http/problems.ts'

export type OfficeRow = Selectable<OfficeTable>

/** Offices in office today; of one branch, or of one person. */
export function officesToday(deed: BranchDeed) {
  const day = dayOf(deed)
  return deed.tx
    .selectFrom('office')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('starts_on', '<=', day)
    .where(({ or, eb }) => or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)]))
    .orderBy('starts_on')
    .orderBy('id')
}

export async function officeIn(deed: BranchDeed, branchId: string): Promise<OfficeRow | undefined> {
  if (deed.personId === null) return undefined
  return officesToday(deed).where('branch_id', '=', branchId).where('person_hash', '=', personHash(deed, deed.personId)).executeTakeFirst()
}

/** Only who holds an office in this very branch; everybody else, members of it too, is answered alike. */
export async function requireOffice(deed: BranchDeed, branchId: string, kinds?: readonly OfficeKind[]): Promise<OfficeRow> {
  const office = await officeIn(deed, branchId)
  if (!office) throw forbidden('branch-office-only')
  if (kinds && !kinds.includes(office.kind)) throw forbidden('branch-secretary-only')
  return office
}
