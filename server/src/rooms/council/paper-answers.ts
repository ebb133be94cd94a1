import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound } from '../../platform/http/problems.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { enterPaper } from '../people/consents.ts'
import { findPersons } from '../people/persons.ts'
import { asClerk } from './delegates.ts'
import { answerOffer, lockedOffer } from './seat-offers.ts'

/** Whom the clerk has to reach; each of them sees afterwards that the clerk looked. */
export async function listOffersFor(deed: Deed, councilId: string) {
  asClerk(deed, councilId)
  const rows = await deed.tx
    .selectFrom('seat_offer')
    .select(['id', 'person_id', 'bench', 'answer_by'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '=', 'offered')
    .orderBy('answer_by')
    .orderBy('id')
    .execute()
  const people = await findPersons(
    deed,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  for (const { id } of people)
    await recordAccess(deed, { personId: id, purpose: 'seatOffers', permission: 'council.clerk', operation: 'council.offers.list' })
  const { version, title, text } = consentTexts.seatPublicity
  return {
    items: rows.map(({ id, person_id, bench, answer_by }) => ({
      id,
      name: people.find((person) => person.id === person_id)?.name ?? '',
      bench: bench as Bench | null,
      answerBy: answer_by,
    })),
    publicity: { version, title, text },
  }
}

/** A signed paper counts as much as a tap (D8): the seat, and the agreement to its being public, in one. */
export async function enterPaperAnswer(
  deed: Deed,
  actor: PersonActor,
  offerId: string,
  { accepts, version }: { readonly accepts: boolean; readonly version: string },
): Promise<void> {
  const row = await lockedOffer(deed, offerId)
  if (!row?.person_id) throw notFound('seat-offer')
  asClerk(deed, row.council_id)
  if (row.person_id === actor.personId) throw forbidden('paper-for-yourself')
  if (accepts) await enterPaper(deed, actor, row.person_id, 'seatPublicity', { given: true, version, signed: true, channel: 'desk-paper' })
  else await recordAccess(deed, { personId: row.person_id, purpose: 'seatOffers', permission: 'council.clerk' })
  await answerOffer(deed, row.person_id, offerId, { accepts, consentVersion: null })
}
