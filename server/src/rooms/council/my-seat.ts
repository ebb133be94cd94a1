import type { MySeat } from '@ronghe/contract/council/my-seat.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { consentAsked } from '../people/consenting.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { today } from '../programme/posts.ts'
import { requestSupport } from '../programme/support.ts'
import { countAbsences } from './absences.ts'
import { charterInForce, cited } from './charter.ts'
import { deputiesOf } from './deputies.ts'
import { offerFreeSeats } from './seat-offers.ts'
import { endTerm } from './seats.ts'

/** 宣誓: the words are the same for everybody who sits. */
export const oathWords: Text = {
  'zh-CN': '我愿意遵守议事会章程，公道地听、如实地说、认真地办，不为自己和亲友谋便利，对来穗人员和本地居民一视同仁。',
  en: 'I will keep the charter of this council, listen fairly, speak truthfully and see things done, seek no advantage for me or mine, and treat newcomers and locals alike.',
}

const notePlace = (deed: Deed, termId: string) => ({ street: deed.street.id, table: 'handover_note', column: 'words_sealed', row: termId })

const ownTerms = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('seat_term')
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select([
      'seat_term.id',
      'seat_term.seat_id',
      'seat_term.from_day',
      'seat_term.to_day',
      'seat_term.oath_on',
      'seat_term.ended_because',
      'seat.council_id',
      'seat.bench',
      'seat.number',
    ])
    .where('seat_term.street_id', '=', deed.street.id)
    .where('seat_term.person_id', '=', personId)
    .where('seat_term.to_day', '>=', today(deed))

export async function mySeats(deed: Deed, personId: string) {
  const seats: MySeat[] = []
  for (const term of await ownTerms(deed, personId).orderBy('seat_term.from_day').execute()) seats.push(await describeSeat(deed, term))
  const { version, title, text, given } = await consentAsked(deed, personId, 'seatPublicity')
  return { seats, offers: await myOffers(deed, personId), publicity: { version, title, text, given } }
}

type Term = Awaited<ReturnType<ReturnType<typeof ownTerms>['execute']>>[number]

async function describeSeat(deed: Deed, term: Term): Promise<MySeat> {
  const { parameters } = (await charterInForce(deed, term.council_id)).charter
  const hours = await deed.tx
    .selectFrom('delegate_hours')
    .select('words')
    .where('street_id', '=', deed.street.id)
    .where('term_id', '=', term.id)
    .executeTakeFirst()
  const asksOath = parameters.seats.oath
  return {
    council: { id: term.council_id, name: (await getOrgan(deed, term.council_id)).name },
    termId: term.id,
    bench: term.bench as Bench | null,
    number: term.number,
    from: term.from_day,
    to: term.to_day,
    oathOn: term.oath_on,
    oath: asksOath ? oathWords : null,
    contactHours: hours?.words ?? null,
    deputy: (await deputiesOf(deed, term.council_id)).some(({ termId }) => termId === term.id),
    absences: { unexcused: await countAbsences(deed, term.id), lapsesAt: parameters.absence.unexcused },
    noteForMe: await noteBefore(deed, term),
    noteFromMe: await noteOf(deed, term.id),
    may: [
      ...(asksOath && term.oath_on === null ? (['swear'] as const) : []),
      ...(term.bench !== null && term.ended_because === null ? (['resign'] as const) : []),
      ...(['claimExpenses', 'declareInterests', 'proposeCharter'] as const),
    ],
  }
}

async function noteOf(deed: Deed, termId: string): Promise<string | null> {
  const row = await deed.tx
    .selectFrom('handover_note')
    .select('words_sealed')
    .where('street_id', '=', deed.street.id)
    .where('term_id', '=', termId)
    .executeTakeFirst()
  return row ? deed.platform.sealer.open(notePlace(deed, termId), row.words_sealed) : null
}

/** The note of the term before on the same seat. */
async function noteBefore(deed: Deed, term: Term): Promise<string | null> {
  const before = await deed.tx
    .selectFrom('seat_term')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('seat_id', '=', term.seat_id)
    .where('from_day', '<', term.from_day)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  return before ? noteOf(deed, before.id) : null
}

async function myOffers(deed: Deed, personId: string) {
  const rows = await deed.tx
    .selectFrom('seat_offer')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'offered'])
    .orderBy('created_at')
    .execute()
  const items = []
  for (const row of rows) {
    const { count } = await deed.tx
      .selectFrom('seat_offer')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('street_id', '=', deed.street.id)
      .where('council_id', '=', row.council_id)
      .where('bench', row.bench === null ? 'is' : '=', row.bench)
      .where('state', '=', 'waiting')
      .where('place', '<', row.place)
      .executeTakeFirstOrThrow()
    items.push({
      id: row.id,
      council: { id: row.council_id, name: (await getOrgan(deed, row.council_id)).name },
      bench: row.bench as Bench | null,
      state: row.state as 'waiting' | 'offered',
      before: row.state === 'waiting' ? Number(count) : 0,
      answerBy: row.answer_by,
    })
  }
  return items
}

async function ownTerm(deed: Deed, personId: string, termId: string): Promise<Term> {
  const term = await ownTerms(deed, personId).where('seat_term.id', '=', termId).executeTakeFirst()
  if (!term) throw notFound('seat')
  return term
}

export async function swear(deed: Deed, personId: string, termId: string): Promise<void> {
  const term = await ownTerm(deed, personId, termId)
  if (term.oath_on !== null) return
  await deed.tx
    .updateTable('seat_term')
    .set({ oath_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', termId)
    .execute()
  await record(deed, { kind: 'council.seat.sworn', about: personId, plain: { council: term.council_id, term: termId } })
}

/** Public on the card. A mobile number there would soon be everybody's. */
export async function setContactHours(deed: Deed, personId: string, termId: string, words: string): Promise<void> {
  const { council_id } = await ownTerm(deed, personId, termId)
  if (/1[3-9]\d(?:[\s-]?\d){8}/.test(words)) throw unfit([{ path: 'words', code: 'council-no-private-number' }])
  if (words === '')
    await deed.tx.deleteFrom('delegate_hours').where('street_id', '=', deed.street.id).where('term_id', '=', termId).execute()
  else
    await deed.tx
      .insertInto('delegate_hours')
      .values({ street_id: deed.street.id, term_id: termId, words, changed_at: deed.now })
      .onConflict((conflict) => conflict.columns(['street_id', 'term_id']).doUpdateSet({ words, changed_at: deed.now }))
      .execute()
  await record(deed, { kind: 'council.seat.hours-set', about: personId, plain: { council: council_id, term: termId } })
}

export async function writeNote(deed: Deed, personId: string, termId: string, words: string): Promise<void> {
  const { council_id } = await ownTerm(deed, personId, termId)
  const words_sealed = deed.platform.sealer.seal(notePlace(deed, termId), words)
  if (words === '')
    await deed.tx.deleteFrom('handover_note').where('street_id', '=', deed.street.id).where('term_id', '=', termId).execute()
  else
    await deed.tx
      .insertInto('handover_note')
      .values({ street_id: deed.street.id, term_id: termId, words_sealed, changed_at: deed.now })
      .onConflict((conflict) => conflict.columns(['street_id', 'term_id']).doUpdateSet({ words_sealed, changed_at: deed.now }))
      .execute()
  await record(deed, { kind: 'council.seat.note-written', about: personId, plain: { council: council_id, term: termId } })
}

export async function resign(deed: Deed, personId: string, termId: string): Promise<void> {
  const term = await ownTerm(deed, personId, termId)
  if (term.bench === null) throw refused('council-chair-not-here', await cited(deed, term.council_id, 'benches'))
  await endTerm(deed, termId, 'resigned')
  await offerFreeSeats(deed, term.council_id, term.bench as Bench, true)
}

/** A line of the support ledger: public, decided by the street, without a name. */
export async function claimExpenses(
  deed: Deed,
  personId: string,
  termId: string,
  { what, cents }: { readonly what: string; readonly cents: number },
): Promise<{ supportId: string }> {
  const { council_id } = await ownTerm(deed, personId, termId)
  const { id } = await requestSupport(deed, { organId: council_id, kind: 'money', what, level: 'street', cents })
  return { supportId: id }
}
