import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { personRow } from '@ronghe/server/rooms/people/persons.ts'
import { validUntil } from '@ronghe/server/rooms/people/residence-rules.ts'
import { dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { communities, type CommunityKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import { inventName } from './invented-names.ts'
import { communityId, demoId, timedId } from './load-cast.ts'

export interface PoolMember {
  readonly id: string
  readonly name: string
  readonly group: 'newcomer' | 'local'
  readonly community: CommunityKey
}

const confirmedMonths = 24

/** Residents nobody plays who are confirmed to live here and agreed to be drawn by lot: what a council's pool is made of. */
export async function loadPool(
  deed: Deed,
  name: string,
  counts: { readonly newcomer: number; readonly local: number },
): Promise<PoolMember[]> {
  const chance = chanceOf(`pool ${name}`)
  const street_id = deed.street.id
  const keys = Object.keys(communities) as CommunityKey[]
  const members = (['newcomer', 'local'] as const).flatMap((group) =>
    Array.from({ length: counts[group] }, (_, index): PoolMember => ({
      id: timedId(street_id, deed.now, 'pool', name, group, String(index)),
      name: inventName(chance),
      group,
      community: keys[index % keys.length]!,
    })),
  )
  const today = dayIn(deed.street.zone, deed.now)
  await deed.tx
    .insertInto('person')
    .values(members.map(({ id, name: called }) => personRow({ ...deed, id: () => id }, { id, name: called, origin: 'demo' })))
    .execute()
  await deed.tx
    .insertInto('group_choice')
    .values(members.map(({ id, group }) => ({ street_id, id: demoId(street_id, 'group', id), person_id: id, choice: group, at: deed.now })))
    .execute()
  await deed.tx
    .insertInto('residence_level')
    .values(
      members.map(({ id, community }) => ({
        street_id,
        id: demoId(street_id, 'level', id),
        person_id: id,
        level: 'confirmed' as const,
        community_id: communityId(street_id, community),
        on_day: today,
        valid_until: validUntil(today, confirmedMonths),
      })),
    )
    .execute()
  await deed.tx
    .insertInto('consent')
    .values(
      members.map(({ id }) => ({
        street_id,
        id: demoId(street_id, 'consent', 'drawPool', id),
        person_id: id,
        purpose: 'drawPool',
        text_version: consentTexts.drawPool.version,
        channel: 'desk-paper' as const,
        given_at: deed.now,
      })),
    )
    .execute()
  return members
}
