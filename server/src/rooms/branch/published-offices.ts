import { publishedPlace } from '../programme/published-offices.ts'
import type { BranchDeed } from '../../platform/branch/branch-deed.ts'
import type { OfficeRow } from './offices-held.ts'

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
