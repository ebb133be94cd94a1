import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound } from '../../platform/http/problems.ts'
import { may } from '../programme/acting-post.ts'

/** What decides who may act for a team: the organ it belongs to and the post that leads it. */
export interface Led {
  readonly organ_id: string
  readonly leader_post: string | null
}

/** The corps whose coordinator is acting; the first of the street where nobody is. */
export async function getCorps(deed: Deed): Promise<{ id: string; name: Text }> {
  const rows = await deed.tx
    .selectFrom('organ')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', 'corps')
    .orderBy('id')
    .execute()
  const { actor } = deed
  const own = actor.kind === 'person' ? rows.find(({ id }) => actor.posts.some(({ organId }) => organId === id)) : undefined
  const corps = own ?? rows[0]
  if (!corps) throw notFound('corps')
  return { id: corps.id, name: corps.name as Text }
}

export const coordinates = (deed: Deed, organId: string): boolean =>
  deed.actor.kind === 'person' &&
  may(deed, 'volunteers.coordinate') &&
  deed.actor.posts.some((post) => post.kind === 'corpsCoordinator' && post.organId === organId)

/** The team's own leader, or the coordinator of its corps; a post counts in its own organ only. */
export const leads = (deed: Deed, { organ_id, leader_post }: Led): boolean =>
  coordinates(deed, organ_id) ||
  (deed.actor.kind === 'person' &&
    may(deed, 'volunteers.lead') &&
    leader_post !== null &&
    deed.actor.posts.some(({ id }) => id === leader_post))

export function mustLead(deed: Deed, led: Led): void {
  if (!leads(deed, led)) throw forbidden('volunteers-not-your-team')
}

export function mustCoordinate(deed: Deed, organId: string): void {
  if (!coordinates(deed, organId)) throw forbidden('volunteers-not-your-corps')
}
