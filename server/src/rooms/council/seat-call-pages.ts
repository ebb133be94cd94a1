import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Candidate, SeatCall } from '@ronghe/contract/council/seat-calls.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { findPersons } from '../people/persons.ts'
import { may } from '../programme/acting-post.ts'
import { getOrgan, organNames } from '../programme/organ-rows.ts'
import { today } from '../programme/posts.ts'
import { heldIn } from './delegates.ts'
import { getCall, objectionPlace, statementPlace, type CallRow, type CandidateRow } from './seat-calls.ts'

export async function listCalls(deed: Deed, councilId: string) {
  const rows = await deed.tx
    .selectFrom('seat_call')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .orderBy('opened_at', 'desc')
    .limit(30)
    .execute()
  const items: SeatCall[] = []
  for (const row of rows) items.push(await describeCall(deed, row))
  const me = personOf(deed.actor)
  const asked = me
    ? await deed.tx
        .selectFrom('seat_candidate')
        .select(['id', 'call_id'])
        .where('street_id', '=', deed.street.id)
        .where('person_id', '=', me)
        .where('state', '=', 'proposed')
        .execute()
    : []
  return {
    items,
    may: heldIn(deed, councilId, 'councilClerk') ? ['open' as const] : [],
    askedOfMe: asked.flatMap(({ id, call_id }) => {
      const call = rows.find((row) => row.id === call_id && row.state === 'open')
      return call ? [{ candidateId: id, callId: call_id, bench: call.bench as Bench | null }] : []
    }),
  }
}

export const readCall = async (deed: Deed, callId: string): Promise<SeatCall> => describeCall(deed, await getCall(deed, callId))

async function describeCall(deed: Deed, call: CallRow): Promise<SeatCall> {
  const organ = await getOrgan(deed, call.council_id)
  const me = personOf(deed.actor)
  const rows = await deed.tx
    .selectFrom('seat_candidate')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('call_id', '=', call.id)
    .where('state', 'in', ['standing', 'chosen', 'notChosen'])
    .orderBy('id')
    .execute()
  return {
    id: call.id,
    council: { id: organ.id, name: organ.name },
    bench: call.bench as Bench | null,
    way: call.way as SeatCall['way'],
    rule: call.rule as SeatCall['rule'],
    seats: call.seats,
    state: call.state as SeatCall['state'],
    candidatesUntil: call.candidates_until,
    noticeUntil: call.notice_until,
    candidates: await toCandidates(deed, rows, me),
    may: mayDo(
      deed,
      call,
      rows.find(({ person_id }) => person_id === me),
    ),
  }
}

async function toCandidates(deed: Deed, rows: readonly CandidateRow[], me: string | null): Promise<Candidate[]> {
  if (rows.length === 0) return []
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const organs = await organNames(
    deed,
    rows.flatMap(({ organ_id }) => organ_id ?? []),
  )
  const objections = await deed.tx
    .selectFrom('seat_objection')
    .select(['candidate_id', 'answered_at'])
    .where('street_id', '=', deed.street.id)
    .where(
      'candidate_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map((row) => {
    const against = objections.filter(({ candidate_id }) => candidate_id === row.id)
    return {
      id: row.id,
      name: names.get(row.person_id) ?? '',
      statement: row.statement_sealed ? deed.platform.sealer.open(statementPlace(deed, row.id), row.statement_sealed) : '',
      proposedBy: row.proposed_by as Candidate['proposedBy'],
      organ: row.organ_id ? (organs.get(row.organ_id) ?? null) : null,
      state: row.state as Candidate['state'],
      objections: { made: against.length, answered: against.filter(({ answered_at }) => answered_at).length },
      mine: row.person_id === me,
    }
  })
}

function mayDo(deed: Deed, call: CallRow, own: CandidateRow | undefined): SeatCall['may'] {
  const signedIn = personOf(deed.actor) !== null
  const clerk = heldIn(deed, call.council_id, 'councilClerk') !== undefined
  const day = today(deed)
  return [
    ...(signedIn && call.state === 'open' && !own ? (['stand'] as const) : []),
    ...(signedIn && call.state === 'open' && call.way === 'nomination' ? (['nominate'] as const) : []),
    ...(own && own.state === 'standing' && (call.state === 'open' || call.state === 'notice') ? (['withdraw'] as const) : []),
    ...(signedIn && call.state === 'notice' && !own ? (['object'] as const) : []),
    ...(clerk && call.state === 'open' && call.candidates_until <= day ? (['publish'] as const) : []),
    ...(clerk && call.state === 'notice' ? (['answer'] as const) : []),
    ...(may(deed, 'council.found') && call.state === 'notice' && call.notice_until! < day ? (['confirm'] as const) : []),
    ...(clerk && call.state !== 'filled' && call.state !== 'cancelled' ? (['cancel'] as const) : []),
  ]
}

/** What was objected, without who: the answer is to the words. */
export async function listObjections(deed: Deed, callId: string) {
  const rows = await deed.tx
    .selectFrom('seat_objection')
    .innerJoin('seat_candidate', (join) =>
      join
        .onRef('seat_candidate.street_id', '=', 'seat_objection.street_id')
        .onRef('seat_candidate.id', '=', 'seat_objection.candidate_id'),
    )
    .select([
      'seat_objection.id',
      'seat_objection.words_sealed',
      'seat_objection.answer_sealed',
      'seat_objection.upheld',
      'seat_candidate.person_id as candidate',
    ])
    .where('seat_objection.street_id', '=', deed.street.id)
    .where('seat_candidate.call_id', '=', callId)
    .orderBy('seat_objection.id')
    .execute()
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ candidate }) => candidate),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const open = (id: string, column: 'words_sealed' | 'answer_sealed', sealed: Buffer | Uint8Array | null): string | null =>
    sealed ? deed.platform.sealer.open(objectionPlace(deed, id, column), sealed as Buffer) : null
  return {
    items: rows.map((row) => ({
      id: row.id,
      candidate: names.get(row.candidate) ?? '',
      words: open(row.id, 'words_sealed', row.words_sealed)!,
      answer: open(row.id, 'answer_sealed', row.answer_sealed),
      upheld: row.upheld,
    })),
  }
}
