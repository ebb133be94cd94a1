import type { Deed } from '../../platform/deed.ts'

export const publishedPlace = (street: string, id: string) => ({ street, table: 'published_office', column: 'name_sealed', row: id })

/** Offices of a branch whose holders agreed to be named. That there is none says nothing: there may be nobody, or nobody who agreed (08, Branch). */
export async function openPublished({ tx, street, platform }: Pick<Deed, 'tx' | 'street' | 'platform'>, organId: string) {
  const rows = await tx
    .selectFrom('published_office')
    .select(['id', 'kind', 'name_sealed', 'since'])
    .where('street_id', '=', street.id)
    .where('organ_id', '=', organId)
    .orderBy('since')
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, name_sealed, since }) => ({
    kind,
    since,
    name: platform.sealer.open(publishedPlace(street.id, id), name_sealed),
  }))
}
