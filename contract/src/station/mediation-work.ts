import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Text, words } from '../values.ts'
import { DisputeState, Kept, Topic, WayOn } from './mediation.ts'

/** For whoever assigns: what kind and how far, never who or what was said. */
export const DisputeToAssign = z.object({
  id: Id,
  topic: Topic,
  state: DisputeState,
  requestedOn: Day,
  waitingDays: z.int(),
  mediators: z.array(z.object({ id: Id, name: z.string() })),
  accepted: z.int(),
  needsMediators: z.boolean(),
  may: z.array(z.string()),
})
export const listDisputesToAssign = operation({
  id: 'station.mediation.to-assign',
  method: 'GET',
  path: '/api/v1/desk/disputes',
  post: 'station.mediation.assign',
  summary: 'Open mediations by state, without words or parties',
  reply: z.object({ items: z.array(DisputeToAssign) }),
})

export const Candidate = z.object({ id: Id, name: z.string(), post: Text, busyWith: z.int() })
export const listCandidates = operation({
  id: 'station.mediation.candidates',
  method: 'GET',
  path: '/api/v1/desk/disputes/:disputeId/candidates',
  post: 'station.mediation.assign',
  summary: 'Who can mediate: nobody of a party’s household or organ, nobody refused before',
  params: z.object({ disputeId: Id }),
  reply: z.object({ suggested: z.array(Id), items: z.array(Candidate) }),
})
export const assignMediators = operation({
  id: 'station.mediation.propose',
  method: 'POST',
  path: '/api/v1/desk/disputes/:disputeId/mediators',
  post: 'station.mediation.assign',
  summary: 'Propose a pair, by default one from each group; both sides must accept',
  params: z.object({ disputeId: Id }),
  body: z.object({ mediators: z.array(Id).check(z.minLength(1), z.maxLength(2)) }),
  reply: DisputeToAssign,
})

/** What the mediators of a dispute see. */
export const MediatedDispute = z.object({
  id: Id,
  topic: Topic,
  state: DisputeState,
  line: z.string(),
  requester: z.object({ name: z.string(), phone: z.nullable(z.string()), words: z.string() }),
  other: z.object({ name: z.string(), phone: z.nullable(z.string()), words: z.nullable(z.string()) }),
  colleague: z.nullable(z.string()),
  sessions: z.array(z.object({ id: Id, at: Moment, place: z.string(), held: z.boolean() })),
  agreement: z.nullable(z.object({ words: z.string(), on: Day, signed: z.boolean(), followUpOn: Day })),
  kept: z.object({ requester: z.nullable(Kept), other: z.nullable(Kept) }),
  waysOn: z.array(WayOn),
  may: z.array(z.enum(['plan', 'hold', 'agree', 'fail', 'sign', 'refer', 'stepBack', 'recordKept'])),
})
export type MediatedDispute = z.infer<typeof MediatedDispute>

export const listMediations = operation({
  id: 'station.mediation.mediations',
  method: 'GET',
  path: '/api/v1/mediations',
  post: 'station.mediation.mediate',
  inPerson: true,
  summary: 'The open disputes I mediate',
  purpose: 'mediation',
  reply: z.object({ items: z.array(MediatedDispute) }),
})

export const mediate = operation({
  id: 'station.mediation.mediate',
  method: 'POST',
  path: '/api/v1/mediations/:disputeId/steps',
  post: 'station.mediation.mediate',
  inPerson: true,
  summary: 'A mediator’s step: plan or hold a session, write the agreement, have it signed, end without one, refer, step back',
  params: z.object({ disputeId: Id }),
  purpose: 'mediation',
  body: z.union([
    z.object({ step: z.literal('plan'), at: Moment, place: words(120) }),
    z.object({ step: z.literal('hold'), session: Id }),
    /** What both promise; no finding of fault. */
    z.object({ step: z.literal('agree'), words: words(4000) }),
    z.object({ step: z.literal('sign') }),
    z.object({ step: z.literal('fail') }),
    z.object({ step: z.literal('refer') }),
    z.object({ step: z.literal('stepBack') }),
    /** Asked at 30 days by phone, for a side without an account. */
    z.object({ step: z.literal('recordKept'), side: z.enum(['requester', 'other']), kept: Kept }),
  ]),
  reply: z.object({ dispute: z.nullable(MediatedDispute) }),
})
