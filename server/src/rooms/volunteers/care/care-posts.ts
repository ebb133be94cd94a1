import type { PostKind } from '@ronghe/contract/posts.ts'
import type { Deed } from '../../../platform/deed.ts'

const postsOf = async (deed: Deed, kind: PostKind): Promise<readonly string[]> => {
  const rows = await deed.tx
    .selectFrom('post')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export const careCoordinators = (deed: Deed): Promise<readonly string[]> => postsOf(deed, 'careCoordinator')
/** The one named post that reads a worry about abuse. */
export const protectionOfficers = (deed: Deed): Promise<readonly string[]> => postsOf(deed, 'protectionOfficer')
