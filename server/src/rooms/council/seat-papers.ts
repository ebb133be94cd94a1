import type { enterCandidacy, enterObjection } from '@ronghe/contract/council/seat-papers.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, unfit } from '../../platform/http/problems.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { enterPaper } from '../people/consents.ts'
import { findByPhone } from '../people/persons.ts'
import { asClerk } from './delegates.ts'
import { getCall, objectTo, standFor } from './seat-calls.ts'

/** A signed paper counts as much as a tap (D8): the candidacy, and the agreement to its being public, in one. */
export async function enterCandidacyOf(
  deed: Deed,
  actor: PersonActor,
  callId: string,
  { name, phone, statement, version }: BodyOf<typeof enterCandidacy>,
): Promise<{ id: string }> {
  const { council_id } = await getCall(deed, callId)
  asClerk(deed, council_id)
  const personId = await signerOf(deed, actor, { name, phone })
  await enterPaper(deed, actor, personId, 'seatPublicity', { given: true, version, signed: true, channel: 'desk-paper' })
  return standFor(deed, personId, callId, { statement, consentVersion: null })
}

export async function enterObjectionOf(
  deed: Deed,
  actor: PersonActor,
  candidateId: string,
  { name, phone, words }: BodyOf<typeof enterObjection>,
): Promise<void> {
  const candidate = await deed.tx
    .selectFrom('seat_candidate')
    .innerJoin('seat_call', (join) =>
      join.onRef('seat_call.street_id', '=', 'seat_candidate.street_id').onRef('seat_call.id', '=', 'seat_candidate.call_id'),
    )
    .select('seat_call.council_id')
    .where('seat_candidate.street_id', '=', deed.street.id)
    .where('seat_candidate.id', '=', candidateId)
    .executeTakeFirst()
  if (!candidate) throw notFound('candidate')
  asClerk(deed, candidate.council_id)
  await objectTo(deed, await signerOf(deed, actor, { name, phone }), candidateId, words)
}

/** Whoever signed, who sees afterwards that the clerk looked; nobody enters a paper of their own. */
async function signerOf(
  deed: Deed,
  actor: PersonActor,
  { name, phone }: { readonly name: string; readonly phone: string },
): Promise<string> {
  const person = (await findByPhone(deed, phone)).find((one) => one.name === name && one.state === 'active')
  if (!person) throw unfit([{ path: 'phone', code: 'seat-paper-unknown' }])
  if (person.id === actor.personId) throw forbidden('paper-for-yourself')
  await recordAccess(deed, { personId: person.id, purpose: 'seatPapers', permission: 'council.clerk' })
  return person.id
}
