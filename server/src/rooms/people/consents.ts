import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { consentPurposes, consentTexts, type ConsentPurpose } from '@ronghe/contract/people/consent-texts.ts'
import type { enterPaperConsent, listConsents } from '@ronghe/contract/people/consents.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { getPerson } from './persons.ts'

type Channel = 'phone' | 'desk-paper' | 'home-visit'
type Consents = ReplyOf<typeof listConsents>

/** Every purpose with its text, given or not, and what was withdrawn: nothing is ticked beforehand (D5). */
export async function consentsOf(deed: Deed, personId: string, inPerson: boolean): Promise<Consents> {
  const rows = await deed.tx
    .selectFrom('consent')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('given_at')
    .execute()
  const items = consentPurposes.map((purpose) => {
    const given = rows.find((row) => row.purpose === purpose && row.withdrawn_at === null)
    const { title, text, version } = consentTexts[purpose]
    return {
      purpose,
      title,
      text,
      version,
      given: given ? { at: given.given_at.toISOString(), version: given.text_version, channel: given.channel } : null,
      may: inPerson ? [given ? 'people.consents.withdraw' : 'people.consents.give'] : [],
    }
  })
  const past = rows.flatMap(({ purpose, text_version, given_at, withdrawn_at }) =>
    withdrawn_at && purpose in consentTexts
      ? [
          {
            purpose: purpose as ConsentPurpose,
            version: text_version,
            givenAt: given_at.toISOString(),
            withdrawnAt: withdrawn_at.toISOString(),
          },
        ]
      : [],
  )
  return { items, past }
}

export async function give(deed: Deed, personId: string, purpose: ConsentPurpose, version: string): Promise<Consents['items'][number]> {
  await keepConsent(deed, personId, purpose, { version, channel: 'phone', witness: null })
  return oneOf(deed, personId, purpose)
}

/** What rested on it goes at once, in every room that keeps such a thing. */
export async function withdraw(
  deed: Deed,
  personId: string,
  purpose: ConsentPurpose,
  keepers: readonly Keeper[] = [],
): Promise<Consents['items'][number]> {
  await endConsent(deed, personId, purpose, keepers)
  return oneOf(deed, personId, purpose)
}

/** A signed paper counts as much as a tap (D8). Who entered it is kept as a post, and the person hears of it. */
export async function enterPaper(
  deed: Deed,
  actor: PersonActor,
  personId: string,
  purpose: ConsentPurpose,
  { given, version, channel }: BodyOf<typeof enterPaperConsent>,
  keepers: readonly Keeper[] = [],
): Promise<{ inForce: boolean }> {
  if (personId === actor.personId) throw forbidden('paper-for-yourself')
  await getPerson(deed, personId)
  await recordAccess(deed, { personId, purpose: 'paperConsent', permission: 'people.register' })
  if (given) await keepConsent(deed, personId, purpose, { version, channel, witness: actor.posts[0]?.id ?? null })
  else await endConsent(deed, personId, purpose, keepers)
  await notify(deed, personId, { template: 'consent-paper', link: '/me/consents' })
  return { inForce: given }
}

async function keepConsent(
  deed: Deed,
  personId: string,
  purpose: ConsentPurpose,
  { version, channel, witness }: { readonly version: string; readonly channel: Channel; readonly witness: string | null },
): Promise<void> {
  if (version !== consentTexts[purpose].version) throw refused('consent-old-text')
  // Agreeing twice is agreeing once: the unique index makes the second tap do nothing.
  const inserted = await deed.tx
    .insertInto('consent')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      person_id: personId,
      purpose,
      text_version: version,
      channel,
      witness_post: witness,
      given_at: deed.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n)
    await record(deed, { kind: 'people.consent.given', about: personId, plain: { channel }, sealed: { purpose, version } })
}

async function endConsent(deed: Deed, personId: string, purpose: ConsentPurpose, keepers: readonly Keeper[]): Promise<void> {
  const { numUpdatedRows } = await deed.tx
    .updateTable('consent')
    .set({ withdrawn_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('consent')
  await record(deed, { kind: 'people.consent.withdrawn', about: personId, sealed: { purpose } })
  for (const keeper of keepers) await keeper.consentEnded?.(deed, personId, purpose)
}

const oneOf = async (deed: Deed, personId: string, purpose: ConsentPurpose) =>
  (await consentsOf(deed, personId, true)).items.find((item) => item.purpose === purpose)!
