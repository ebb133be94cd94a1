import { type ConsentPurpose, consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { sql } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { consentsOf, give } from './consents.ts'

/** Whether somebody agrees to this today. */
export async function agrees(deed: Deed, personId: string, purpose: ConsentPurpose): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('consent')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Agreeing as part of a step that says so in the same breath; `version` is the text that was shown. */
export async function agreeTo(deed: Deed, personId: string, purpose: ConsentPurpose, version: string): Promise<void> {
  await give(deed, personId, purpose, version)
}

/** The text somebody is asked to agree to, and whether they did. */
export async function consentAsked(deed: Deed, personId: string, purpose: ConsentPurpose) {
  const item = (await consentsOf(deed, personId, true)).items.find((one) => one.purpose === purpose)!
  return { ...consentTexts[purpose], given: item.given !== null }
}

/**
 * Everybody who agrees to this and is confirmed to live here, with the community it was confirmed for: what a draw's pool is made of. Only a draw
 * asks, inside its own deed; there is no list of it for anybody to read (08, Lives here).
 */
export async function confirmedAndAgreed(
  deed: Deed,
  purpose: ConsentPurpose,
): Promise<readonly { readonly personId: string; readonly communityId: string }[]> {
  const today = dayIn(deed.street.zone, deed.now)
  const { rows } = await sql<{ person_id: string; community_id: string }>`
    select distinct on (consent.person_id) consent.person_id, residence_level.community_id
    from consent
    join person on person.street_id = consent.street_id and person.id = consent.person_id and person.state = 'active'
    join residence_level on residence_level.street_id = consent.street_id and residence_level.person_id = consent.person_id
    where consent.street_id = ${deed.street.id}::uuid and consent.purpose = ${purpose} and consent.withdrawn_at is null
      and residence_level.level = 'confirmed' and residence_level.ended_at is null and residence_level.valid_until >= ${today}::date
    order by consent.person_id, residence_level.on_day desc`.execute(deed.tx)
  return rows.map(({ person_id, community_id }) => ({ personId: person_id, communityId: community_id }))
}
