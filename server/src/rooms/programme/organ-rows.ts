import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'

export type OrganRow = Selectable<Tables['organ']>

export async function getOrgan(deed: Deed, id: string): Promise<OrganRow> {
  const row = await deed.tx.selectFrom('organ').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('organ')
  return row
}

/** Names of organs, for pages that say whose something is. */
export async function organNames(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  if (ids.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('organ')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whoever holds a post in the organ acts for it; the street office acts for every organ. */
export function actsFor(deed: Deed, organId: string): boolean {
  const { actor } = deed
  return (
    actor.kind === 'person' &&
    actor.posts.some((post) => post.organId === organId || post.kind === 'streetOfficer' || post.kind === 'streetLead')
  )
}
