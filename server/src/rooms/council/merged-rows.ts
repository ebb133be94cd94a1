import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'

export type MergedRow = Selectable<Tables['merged_concern']>
export type PartRow = Selectable<Tables['merged_part']>

export async function getMerged(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<MergedRow> {
  const query = deed.tx.selectFrom('merged_concern').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('merged-concern')
  return row
}

/** Every part there ever was, in the order they were put together; those taken out again have an end. */
export const partsOf = (deed: Deed, mergedId: string): Promise<PartRow[]> =>
  deed.tx
    .selectFrom('merged_part')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('merged_id', '=', mergedId)
    .orderBy('position')
    .execute()

export const isIn = ({ ended_on }: Pick<PartRow, 'ended_on'>): boolean => ended_on === null

export async function changePart(deed: Deed, id: string, set: Partial<Omit<PartRow, 'street_id' | 'id'>>): Promise<void> {
  await deed.tx.updateTable('merged_part').set(set).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

export async function changeMerged(deed: Deed, id: string, set: Partial<Omit<MergedRow, 'street_id' | 'id'>>): Promise<void> {
  await deed.tx.updateTable('merged_concern').set(set).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

const place = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'merged_part', column: 'objection_sealed', row: id })
export const sealObjection = (deed: Deed, id: string, words: string): Buffer | null =>
  words === '' ? null : deed.platform.sealer.seal(place(deed, id), words)
export const openObjection = (deed: Deed, { id, objection_sealed }: PartRow): string =>
  objection_sealed ? deed.platform.sealer.open(place(deed, id), objection_sealed) : ''
