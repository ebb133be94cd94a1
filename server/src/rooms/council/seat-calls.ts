import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Selectable } from 'kysely'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { agreeTo, agrees } from '../people/consenting.ts'
import { groupOf } from '../people/group.ts'
import { findByPhone } from '../people/persons.ts'
import { requireResidence } from '../people/residence.ts'
import { actsFor } from '../programme/organ-rows.ts'
import { today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { asClerk, delegatesInOffice } from './delegates.ts'
import { listOffers, offerFreeSeats, type NewOffer } from './seat-offers.ts'
import { seatsOf, takeSeat, vacantSeats } from './seats.ts'

export type CallRow = Selectable<Tables['seat_call']>
export type CandidateRow = Selectable<Tables['seat_candidate']>
/** How long the names stand open to objection. */
const noticeDays = 5

export const statementPlace = (deed: Deed, id: string) => ({
  street: deed.street.id,
  table: 'seat_candidate',
  column: 'statement_sealed',
  row: id,
})
export const objectionPlace = (deed: Deed, id: string, column: 'words_sealed' | 'answer_sealed') => ({
  street: deed.street.id,
  table: 'seat_objection',
  column,
  row: id,
})

export async function getCall(deed: Deed, callId: string, lock: 'lock' | 'look' = 'look'): Promise<CallRow> {
  const query = deed.tx.selectFrom('seat_call').selectAll().where('street_id', '=', deed.street.id).where('id', '=', callId)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('seat-call')
  return row
}

const setCall = (deed: Deed, callId: string, fields: Partial<CallRow>) =>
  deed.tx.updateTable('seat_call').set(fields).where('street_id', '=', deed.street.id).where('id', '=', callId).execute()
const setCandidate = (deed: Deed, id: string, fields: Partial<CandidateRow>) =>
  deed.tx.updateTable('seat_candidate').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()

async function inState(deed: Deed, callId: string, ...states: readonly CallRow['state'][]): Promise<CallRow> {
  const call = await getCall(deed, callId, 'lock')
  if (!states.includes(call.state)) throw refused('council-call-not-now', await cited(deed, call.council_id, 'seats'))
  return call
}

/** A call for the free seats of a bench, or for the chair's where the charter has the chair elected. */
export async function openCall(
  deed: Deed,
  councilId: string,
  { bench, candidatesUntil }: { readonly bench: Bench | null; readonly candidatesUntil: string },
): Promise<{ id: string }> {
  asClerk(deed, councilId)
  const { seats: rule, benches } = await parametersOf(deed, councilId)
  const way = bench === null ? (benches.chair === 'elected' ? 'election' : null) : rule.way
  if (way !== 'election' && way !== 'nomination')
    throw refused('council-not-by-call', await cited(deed, councilId, bench === null ? 'benches' : 'seats'))
  if (candidatesUntil <= today(deed)) throw unfit([{ path: 'candidatesUntil', code: 'day-is-past' }])
  const free = bench === null ? 1 : (await vacantSeats(deed, councilId)).filter((seat) => seat.bench === bench).length
  if (free === 0) throw refused('council-no-free-seat', await cited(deed, councilId, 'seats'))
  const running = await deed.tx
    .selectFrom('seat_call')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('bench', bench === null ? 'is' : '=', bench)
    .where('state', 'in', ['open', 'notice', 'voting'])
    .executeTakeFirst()
  if (running) throw refused('council-call-running', await cited(deed, councilId, 'seats'))
  const id = deed.id()
  await deed.tx
    .insertInto('seat_call')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      bench,
      way,
      rule: way === 'election' ? rule.electionRule : null,
      seats: free,
      state: 'open',
      opened_at: deed.now,
      candidates_until: candidatesUntil,
    })
    .execute()
  await record(deed, { kind: 'council.call.opened', plain: { council: councilId, call: id, bench, way } })
  return { id }
}

/** Whether somebody may sit there: confirmed to live here, of the bench as declared when the call opened, not seated already. */
async function checkMayStand(deed: Deed, call: CallRow, personId: string, consentVersion: string | null): Promise<void> {
  await requireResidence(deed, personId, 'confirmed')
  const group = await groupOf(deed, personId, call.opened_at)
  if (call.bench && group !== (call.bench === 'newcomers' ? 'newcomer' : 'local'))
    throw refused('council-other-bench', await cited(deed, call.council_id, 'seats'))
  if ((await delegatesInOffice(deed, call.council_id)).some((delegate) => delegate.personId === personId))
    throw refused('council-seated-already', await cited(deed, call.council_id, 'seats'))
  if (consentVersion) await agreeTo(deed, personId, 'seatPublicity', consentVersion)
  else if (!(await agrees(deed, personId, 'seatPublicity')))
    throw refused('council-needs-publicity', await cited(deed, call.council_id, 'seats'))
}

const findCandidate = (deed: Deed, callId: string, personId: string) =>
  deed.tx
    .selectFrom('seat_candidate')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('call_id', '=', callId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

async function addCandidate(
  deed: Deed,
  call: CallRow,
  personId: string,
  fields: Pick<CandidateRow, 'proposed_by' | 'state'> & { readonly organ_id?: string | null },
) {
  const id = deed.id()
  await deed.tx
    .insertInto('seat_candidate')
    .values({ street_id: deed.street.id, id, call_id: call.id, person_id: personId, created_at: deed.now, ...fields })
    .execute()
  return id
}

const seal = (deed: Deed, id: string, statement: string) => deed.platform.sealer.seal(statementPlace(deed, id), statement)

export async function standFor(
  deed: Deed,
  personId: string,
  callId: string,
  { statement, consentVersion }: { readonly statement: string; readonly consentVersion: string | null },
): Promise<{ id: string }> {
  const call = await inState(deed, callId, 'open')
  await checkMayStand(deed, call, personId, consentVersion)
  const there = await findCandidate(deed, callId, personId)
  const id = there?.id ?? (await addCandidate(deed, call, personId, { proposed_by: 'self', state: 'standing' }))
  await setCandidate(deed, id, { state: 'standing', statement_sealed: seal(deed, id, statement) })
  await record(deed, { kind: 'council.candidate.stands', about: personId, plain: { call: callId, candidate: id } })
  return { id }
}

/**
 * Proposes somebody by name and number. The answer is the same whether they are found or not and whether they were asked before: who has an
 * account here is nobody's to find out.
 */
export async function nominate(
  deed: Deed,
  proposerId: string,
  callId: string,
  { name, phone, asOrgan }: { readonly name: string; readonly phone: string; readonly asOrgan: string | null },
): Promise<void> {
  const call = await inState(deed, callId, 'open')
  if (call.way !== 'nomination') throw refused('council-stand-yourself', await cited(deed, call.council_id, 'seats'))
  if (asOrgan && !actsFor(deed, asOrgan)) throw forbidden('not-your-organ')
  const person = (await findByPhone(deed, phone)).find((one) => one.name === name && one.state === 'active')
  if (!person || person.id === proposerId || (await findCandidate(deed, callId, person.id))) return
  const id = await addCandidate(deed, call, person.id, {
    proposed_by: asOrgan ? 'organ' : 'resident',
    organ_id: asOrgan,
    state: 'proposed',
  })
  await record(deed, { kind: 'council.candidate.proposed', about: person.id, plain: { call: callId, candidate: id } })
  await notify(deed, person.id, { template: 'council-nominated', link: `/council/${call.council_id}/calls` })
}

async function ownCandidate(deed: Deed, personId: string, candidateId: string): Promise<CandidateRow> {
  const row = await deed.tx
    .selectFrom('seat_candidate')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', candidateId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('candidate')
  return row
}

export async function answerNomination(
  deed: Deed,
  personId: string,
  candidateId: string,
  { stands, statement, consentVersion }: { readonly stands: boolean; readonly statement: string; readonly consentVersion: string | null },
): Promise<void> {
  const row = await ownCandidate(deed, personId, candidateId)
  const call = await inState(deed, row.call_id, 'open')
  if (row.state !== 'proposed') throw refused('council-call-not-now', await cited(deed, call.council_id, 'seats'))
  if (!stands) return void (await setCandidate(deed, candidateId, { state: 'declined' }))
  if (statement === '') throw unfit([{ path: 'statement', code: 'field-missing' }])
  await checkMayStand(deed, call, personId, consentVersion)
  await setCandidate(deed, candidateId, { state: 'standing', statement_sealed: seal(deed, candidateId, statement) })
  await record(deed, { kind: 'council.candidate.stands', about: personId, plain: { call: call.id, candidate: candidateId } })
}

export async function withdrawCandidate(deed: Deed, personId: string, candidateId: string): Promise<void> {
  const row = await ownCandidate(deed, personId, candidateId)
  await inState(deed, row.call_id, 'open', 'notice')
  await setCandidate(deed, candidateId, { state: 'withdrawn', statement_sealed: null })
  await record(deed, { kind: 'council.candidate.withdrew', about: personId, plain: { candidate: candidateId } })
}

/** The list is closed: names of a nomination stand open to objection, candidates of an election go on the ballot. */
export async function publishCall(deed: Deed, callId: string): Promise<void> {
  const call = await inState(deed, callId, 'open')
  asClerk(deed, call.council_id)
  if (call.candidates_until > today(deed))
    throw refused('council-call-still-open', await cited(deed, call.council_id, 'seats', { params: { day: call.candidates_until } }))
  const standing = await standingIn(deed, callId)
  if (standing.length < call.seats) throw refused('council-too-few-candidates', await cited(deed, call.council_id, 'seats'))
  await setCall(
    deed,
    callId,
    call.way === 'election' ? { state: 'voting' } : { state: 'notice', notice_until: addDays(today(deed), noticeDays) },
  )
  await record(deed, { kind: 'council.call.published', plain: { call: callId, candidates: standing.length } })
}

/** Candidates as they stand on the ballot, in the order they came forward. */
export const standingIn = (deed: Deed, callId: string) =>
  deed.tx
    .selectFrom('seat_candidate')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('call_id', '=', callId)
    .where('state', '=', 'standing')
    .orderBy('id')
    .execute()

export async function objectTo(deed: Deed, personId: string, candidateId: string, words: string): Promise<void> {
  const candidate = await deed.tx
    .selectFrom('seat_candidate')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', candidateId)
    .where('state', '=', 'standing')
    .executeTakeFirst()
  if (!candidate) throw notFound('candidate')
  const call = await inState(deed, candidate.call_id, 'notice')
  const id = deed.id()
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('seat_objection')
    .values({
      street_id: deed.street.id,
      id,
      candidate_id: candidateId,
      person_id: personId,
      words_sealed: deed.platform.sealer.seal(objectionPlace(deed, id, 'words_sealed'), words),
      made_at: deed.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'candidate_id', 'person_id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw refused('council-objected-already', await cited(deed, call.council_id, 'seats'))
  await record(deed, { kind: 'council.candidate.objected', plain: { candidate: candidateId, objection: id }, withoutActor: true })
}

export async function answerObjection(
  deed: Deed,
  objectionId: string,
  { answer, upheld }: { readonly answer: string; readonly upheld: boolean },
): Promise<void> {
  const row = await deed.tx
    .selectFrom('seat_objection')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', objectionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('objection')
  const { call_id } = await deed.tx
    .selectFrom('seat_candidate')
    .select('call_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.candidate_id)
    .executeTakeFirstOrThrow()
  const call = await inState(deed, call_id, 'notice')
  asClerk(deed, call.council_id)
  await deed.tx
    .updateTable('seat_objection')
    .set({
      answer_sealed: deed.platform.sealer.seal(objectionPlace(deed, objectionId, 'answer_sealed'), answer),
      upheld,
      answered_at: deed.now,
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', objectionId)
    .execute()
  if (upheld) await setCandidate(deed, row.candidate_id, { state: 'notChosen' })
  await record(deed, { kind: 'council.candidate.objection-answered', plain: { objection: objectionId, upheld } })
  await notify(deed, row.person_id, { template: 'council-objection-answered', link: `/council/${call.council_id}/calls` })
}

/** After the notice, with every objection answered, the street confirms those who were nominated. */
export async function confirmCall(deed: Deed, callId: string, candidateIds: readonly string[]): Promise<void> {
  const call = await inState(deed, callId, 'notice')
  if (call.notice_until! >= today(deed))
    throw refused('council-notice-running', await cited(deed, call.council_id, 'seats', { params: { day: call.notice_until! } }))
  const open = await deed.tx
    .selectFrom('seat_objection')
    .innerJoin('seat_candidate', (join) =>
      join
        .onRef('seat_candidate.street_id', '=', 'seat_objection.street_id')
        .onRef('seat_candidate.id', '=', 'seat_objection.candidate_id'),
    )
    .select('seat_objection.id')
    .where('seat_objection.street_id', '=', deed.street.id)
    .where('seat_candidate.call_id', '=', callId)
    .where('seat_objection.answered_at', 'is', null)
    .executeTakeFirst()
  if (open) throw refused('council-objections-open', await cited(deed, call.council_id, 'seats'))
  await fillSeats(deed, callId, candidateIds)
}

/**
 * The outcome of a call: candidates in the order they were elected or confirmed. The first take the free seats, those after them are the
 * substitutes of the bench as far as the charter has any; whoever is not named was not chosen. A secret ballot's result calls this.
 */
export async function fillSeats(deed: Deed, callId: string, inOrder: readonly string[]): Promise<void> {
  const call = await inState(deed, callId, 'notice', 'voting')
  const standing = await standingIn(deed, callId)
  const chosen = inOrder.map((id) => standing.find((candidate) => candidate.id === id))
  if (chosen.includes(undefined) || new Set(inOrder).size !== inOrder.length) throw unfit([{ path: 'candidateIds', code: 'field-choice' }])
  const { seats } = await parametersOf(deed, call.council_id)
  const people = (chosen as CandidateRow[]).slice(0, call.seats + (call.bench ? seats.substitutesPerBench : 0))
  if (call.bench === null) {
    const chair = (await seatsOf(deed, call.council_id)).find(({ bench }) => bench === null)
    if (!chair) throw notFound('seat')
    await takeSeat(deed, chair.id, people[0]!.person_id, 'election')
  } else {
    const bench = call.bench as Bench
    const free = (await vacantSeats(deed, call.council_id)).filter((seat) => seat.bench === bench)
    const seated = people.slice(0, Math.min(free.length, call.seats))
    for (const [index, { person_id }] of seated.entries())
      await takeSeat(deed, free[index]!.id, person_id, call.way as 'election' | 'nomination')
    await listOffers(
      deed,
      call.council_id,
      bench,
      people.slice(seated.length).map(({ person_id }, index): NewOffer => ({
        bench,
        personId: person_id,
        place: index + 1,
        way: call.way as NewOffer['way'],
        callId,
      })),
    )
    await offerFreeSeats(deed, call.council_id, bench, true)
  }
  for (const candidate of standing) await setCandidate(deed, candidate.id, { state: people.includes(candidate) ? 'chosen' : 'notChosen' })
  await setCall(deed, callId, { state: 'filled', closed_at: deed.now })
  await record(deed, { kind: 'council.call.filled', plain: { call: callId, chosen: people.length } })
}

export async function cancelCall(deed: Deed, callId: string): Promise<void> {
  const call = await inState(deed, callId, 'open', 'notice', 'voting')
  asClerk(deed, call.council_id)
  await setCall(deed, callId, { state: 'cancelled', closed_at: deed.now })
  await deed.tx.deleteFrom('seat_candidate').where('street_id', '=', deed.street.id).where('call_id', '=', callId).execute()
  await record(deed, { kind: 'council.call.cancelled', plain: { call: callId } })
}
