import type { BranchCard } from '@ronghe/contract/branch/branches.ts'
import { openPublished, publishedPlace } from '../programme/published-offices.ts'
import type { BranchDeed } from '../../platform/branch/branch-deed.ts'
import type { OfficeRow } from './offices-held.ts'

/** What the branch's office-holders agreed to have said outside. */
export const publishedOffices = (deed: BranchDeed, branchId: string): Promise<BranchCard['published']> =>
  deed.outside((shared) => openPublished(shared, branchId))

export async function publish(deed: BranchDeed, office: OfficeRow, name: string): Promise<void> {
  await deed.tx
    .insertInto('published_office')
    .values({
      street_id: deed.street.id,
      id: office.id,
      organ_id: office.branch_id,
      kind: office.kind,
      name_sealed: deed.sealForAll(publishedPlace(deed.street.id, office.id), name),
      since: office.starts_on,
    })
    .execute()
}

/** Deleted, not marked: an empty table says nothing. */
export async function takeDown({ tx, street }: BranchDeed, officeIds: readonly string[]): Promise<void> {
  if (officeIds.length === 0) return
  await tx.deleteFrom('published_office').where('street_id', '=', street.id).where('id', 'in', officeIds).execute()
}
