import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Phone, Text, words } from '../values.ts'
import { Bench } from './charter.ts'

export const CallState = z.enum(['open', 'notice', 'voting', 'filled', 'cancelled'])
export type CallState = z.infer<typeof CallState>

export const Candidate = z.object({
  id: Id,
  name: z.string(),
  statement: z.string(),
  proposedBy: z.enum(['self', 'resident', 'organ']),
  organ: z.nullable(Text),
  state: z.enum(['standing', 'chosen', 'notChosen']),
  /** Objections made and answered during the public notice. */
  objections: z.object({ made: z.int(), answered: z.int() }),
  mine: z.boolean(),
})
export type Candidate = z.infer<typeof Candidate>

export const SeatCall = z.object({
  id: Id,
  council: z.object({ id: Id, name: Text }),
  /** Null: for the chair. */
  bench: z.nullable(Bench),
  way: z.enum(['election', 'nomination']),
  rule: z.nullable(z.enum(['approval', 'scottish'])),
  seats: z.int(),
  state: CallState,
  candidatesUntil: Day,
  noticeUntil: z.nullable(Day),
  candidates: z.array(Candidate),
  may: z.array(z.enum(['stand', 'nominate', 'object', 'withdraw', 'publish', 'confirm', 'answer', 'cancel'])),
})
export type SeatCall = z.infer<typeof SeatCall>

export const listCalls = operation({
  id: 'council.calls.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/calls',
  post: 'anyone',
  summary: 'Elections and nominations for seats: who stands, until when, what came of it',
  params: z.object({ councilId: Id }),
  reply: z.object({
    items: z.array(SeatCall),
    may: z.array(z.enum(['open'])),
    /** Asked to stand and not answered yet: only the one who is asked reads it. */
    askedOfMe: z.array(z.object({ candidateId: Id, callId: Id, bench: z.nullable(Bench) })),
  }),
})

export const openCall = operation({
  id: 'council.calls.open',
  method: 'POST',
  path: '/api/v1/councils/:councilId/calls',
  post: 'council.clerk',
  summary: 'Call for candidates for the free seats of a bench, by the way the charter says',
  params: z.object({ councilId: Id }),
  body: z.object({ bench: z.nullable(Bench), candidatesUntil: Day }),
  status: 201,
  reply: z.object({ id: Id }),
})

const one = z.object({ callId: Id })
export const standFor = operation({
  id: 'council.calls.stand',
  method: 'POST',
  path: '/api/v1/calls/:callId/candidates',
  post: 'resident',
  inPerson: true,
  summary: 'Stand, with a statement; name and bench become public, which is agreed to here',
  params: one,
  body: z.object({ statement: words(500), consentVersion: z.nullable(z.string().check(z.maxLength(20))) }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const nominate = operation({
  id: 'council.calls.nominate',
  method: 'POST',
  path: '/api/v1/calls/:callId/nominations',
  post: 'resident',
  inPerson: true,
  summary: 'Propose somebody; they are asked first and nothing is public before they agree',
  params: one,
  body: z.object({ name: words(40), phone: Phone, asOrgan: z.nullable(Id) }),
  status: 202,
  perMinute: 5,
})

const candidate = z.object({ candidateId: Id })
export const answerNomination = operation({
  id: 'council.calls.answer',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/answer',
  post: 'resident',
  inPerson: true,
  summary: 'Agree to stand with a statement, or decline; nobody learns of a no',
  params: candidate,
  body: z.object({ stands: z.boolean(), statement: maybeWords(500), consentVersion: z.nullable(z.string().check(z.maxLength(20))) }),
  status: 204,
})

export const withdrawCandidate = operation({
  id: 'council.calls.withdraw',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/withdrawal',
  post: 'resident',
  inPerson: true,
  summary: 'I no longer stand',
  params: candidate,
  status: 204,
})

export const objectTo = operation({
  id: 'council.calls.object',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/objections',
  post: 'resident',
  inPerson: true,
  summary: 'Object during the public notice; read by the clerk and whoever confirms',
  params: candidate,
  body: z.object({ words: words(1000) }),
  status: 201,
})

export const publishCall = operation({
  id: 'council.calls.publish',
  method: 'POST',
  path: '/api/v1/calls/:callId/notice',
  post: 'council.clerk',
  summary: 'Close the list: a nomination goes to public notice, an election to the ballot',
  params: one,
  reply: SeatCall,
})

export const listObjections = operation({
  id: 'council.calls.objections',
  method: 'GET',
  path: '/api/v1/calls/:callId/objections',
  post: 'council.moderate',
  summary: 'Objections to answer, without who made them',
  params: one,
  reply: z.object({
    items: z.array(
      z.object({ id: Id, candidate: z.string(), words: z.string(), answer: z.nullable(z.string()), upheld: z.nullable(z.boolean()) }),
    ),
  }),
})

export const answerObjection = operation({
  id: 'council.calls.answer-objection',
  method: 'POST',
  path: '/api/v1/objections/:objectionId/answer',
  post: 'council.clerk',
  summary: 'Answer an objection; one that is upheld takes the candidate off the list',
  params: z.object({ objectionId: Id }),
  body: z.object({ answer: words(1000), upheld: z.boolean() }),
  status: 204,
})

export const confirmCall = operation({
  id: 'council.calls.confirm',
  method: 'POST',
  path: '/api/v1/calls/:callId/confirmation',
  post: 'council.found',
  summary: 'After the notice: the street confirms the nominated, in order; the first take the seats, the others are substitutes',
  params: one,
  body: z.object({ candidateIds: z.array(Id).check(z.minLength(1), z.maxLength(60)) }),
  reply: SeatCall,
})

export const cancelCall = operation({
  id: 'council.calls.cancel',
  method: 'POST',
  path: '/api/v1/calls/:callId/cancellation',
  post: 'council.clerk',
  summary: 'End a call without a result',
  params: one,
  status: 204,
})
