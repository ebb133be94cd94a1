import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Id, maybeWords, Moment, Phone, Text, words } from '../values.ts'

/** What may be mediated here (M36). Violence in the home, crimes and anything with somebody under 18 never is: those are referred. */
export const topics = ['rent', 'deposit', 'noise', 'wages', 'customs', 'other'] as const
export const Topic = z.enum(topics)
export const disputeStates = [
  'otherSideAsked',
  'declined',
  'bothAgreed',
  'mediatorsAccepted',
  'sessions',
  'agreement',
  'noAgreement',
  'followUp',
  'closed',
  'stopped',
  'referred',
] as const
export const DisputeState = z.enum(disputeStates)
export type DisputeState = z.infer<typeof DisputeState>
export const Kept = z.enum(['yes', 'partly', 'no'])

/** Whom to turn to instead or besides: people's mediation, legal aid, labour arbitration, court, and the numbers for danger. */
export const WayOn = z.object({
  id: z.enum(['police', 'women', 'children', 'peoplesMediation', 'legalAid', 'labourArbitration', 'court']),
  name: Text,
  phone: z.nullable(z.string()),
  /** The time limit that runs, with the law it comes from. */
  limit: z.nullable(Text),
  text: Text,
})
export type WayOn = z.infer<typeof WayOn>

/** A letter to the other side, to print or to read out: who asks, about what kind of matter, and the code. No reproach in it. */
export const InvitationLetter = z.object({ title: z.string(), body: z.string(), code: z.string(), link: z.string() })

/** What a party sees. The words of either are seen by both parties and the mediators, by nobody else. */
export const Dispute = z.object({
  id: Id,
  me: z.enum(['requester', 'other']),
  topic: Topic,
  state: DisputeState,
  /** What stands now and what comes next, as a sentence. */
  line: z.string(),
  otherName: z.string(),
  words: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  mediators: z.array(z.object({ name: z.string(), post: Text })),
  /** How each side stands to the proposed pair. */
  accepted: z.object({ me: z.boolean(), other: z.boolean() }),
  refusalsLeft: z.int(),
  sessions: z.array(z.object({ id: Id, at: Moment, place: z.string(), held: z.boolean() })),
  agreement: z.nullable(z.object({ words: z.string(), on: Day, signed: z.boolean(), followUpOn: Day })),
  kept: z.nullable(Kept),
  requestedOn: Day,
  waysOn: z.array(WayOn),
  may: z.array(z.enum(['answer', 'acceptMediators', 'refuseMediators', 'stop', 'sayKept', 'printInvitation', 'printAgreement'])),
})
export type Dispute = z.infer<typeof Dispute>

export const readMediation = operation({
  id: 'station.mediation.about',
  method: 'GET',
  path: '/api/v1/mediation',
  post: 'anyone',
  summary: 'What mediation is, what it is not for, and the other ways with their time limits',
  reply: z.object({ topics: z.array(z.object({ key: Topic, name: Text })), waysOn: z.array(WayOn), dangers: z.array(WayOn) }),
})

export const requestMediation = operation({
  id: 'station.mediation.request',
  method: 'POST',
  path: '/api/v1/my-disputes',
  post: 'resident',
  inPerson: true,
  summary: 'Ask for mediation. Violence, a crime or somebody under 18: nothing is kept and the contacts are answered instead',
  body: z.object({
    topic: Topic,
    words: words(2000),
    otherName: words(60),
    otherPhone: z.optional(Phone),
    violence: z.boolean(),
    crime: z.boolean(),
    underEighteen: z.boolean(),
  }),
  status: 201,
  reply: z.union([
    z.object({ kind: z.literal('asked'), dispute: Dispute, invitation: InvitationLetter }),
    z.object({ kind: z.literal('referred'), contacts: z.array(WayOn) }),
  ]),
})

/** Open disputes, and closed ones until they are blanked; there is no list of whom anybody ever argued with. */
export const listMyDisputes = operation({
  id: 'station.mediation.mine',
  method: 'GET',
  path: '/api/v1/my-disputes',
  post: 'resident',
  inPerson: true,
  summary: 'Disputes I am a party of',
  reply: z.object({ items: z.array(Dispute) }),
})
export const readDispute = operation({
  id: 'station.mediation.read',
  method: 'GET',
  path: '/api/v1/my-disputes/:disputeId',
  post: 'resident',
  inPerson: true,
  summary: 'One of my disputes',
  params: z.object({ disputeId: Id }),
  reply: Dispute,
})
/** A fresh code; the earlier one stops working. */
export const printInvitation = operation({
  id: 'station.mediation.invitation',
  method: 'POST',
  path: '/api/v1/my-disputes/:disputeId/invitation',
  post: 'resident',
  inPerson: true,
  summary: 'The letter to the other side once more, with a new code',
  params: z.object({ disputeId: Id }),
  reply: InvitationLetter,
})

export const partySteps = ['agree', 'decline', 'acceptMediators', 'refuseMediators', 'stop', 'sayKept'] as const
const PartyStep = {
  step: z.enum(partySteps),
  /** With `agree`: the own view, if wished. */
  words: z._default(maybeWords(2000), ''),
  /** With `sayKept`, thirty days on. */
  kept: z.optional(Kept),
}
export const stepDispute = operation({
  id: 'station.mediation.step',
  method: 'POST',
  path: '/api/v1/my-disputes/:disputeId/steps',
  post: 'resident',
  inPerson: true,
  summary: 'A party’s next step; every one is voluntary and none needs a reason',
  params: z.object({ disputeId: Id }),
  body: z.object(PartyStep),
  reply: Dispute,
})

/** The other side may have no account: the code from the letter is enough for every step. */
export const readDisputeByCode = operation({
  id: 'station.mediation.read-by-code',
  method: 'POST',
  path: '/api/v1/mediation/by-code',
  post: 'nobody',
  summary: 'The dispute a letter speaks of',
  body: z.object({ code: words(40) }),
  perMinute: 20,
  reply: Dispute,
})
export const stepDisputeByCode = operation({
  id: 'station.mediation.step-by-code',
  method: 'POST',
  path: '/api/v1/mediation/by-code/steps',
  post: 'nobody',
  summary: 'A step of the other side, with the code from the letter',
  body: z.object({ code: words(40), ...PartyStep }),
  perMinute: 20,
  reply: Dispute,
})
/** Who has an account may put the dispute among their own, once. */
export const claimDispute = operation({
  id: 'station.mediation.claim',
  method: 'POST',
  path: '/api/v1/my-disputes/claim',
  post: 'resident',
  inPerson: true,
  summary: 'I am the other side of the dispute in this letter',
  body: z.object({ code: words(40) }),
  reply: Dispute,
})

export const printAgreement = operation({
  id: 'station.mediation.agreement',
  method: 'GET',
  path: '/api/v1/my-disputes/:disputeId/agreement',
  post: 'resident',
  inPerson: true,
  summary: 'The agreement to print, with lines for both to sign',
  params: z.object({ disputeId: Id }),
  reply: z.object({
    title: z.string(),
    parties: z.array(z.string()),
    words: z.string(),
    mediators: z.array(z.string()),
    on: Day,
    followUpOn: Day,
    /** No finding of fault; voluntary; where to go if it is not kept. */
    note: z.string(),
    waysOn: z.array(WayOn),
  }),
})

export const readMediationFigures = operation({
  id: 'station.mediation.figures',
  method: 'GET',
  path: '/api/v1/mediation/figures',
  post: 'anyone',
  summary: 'Disputes that ended in a finished year, and how',
  query: z.object({ year: z.optional(z.coerce.number().check(z.int(), z.gte(2020), z.lte(2100))) }),
  reply: z.object({
    year: z.nullable(z.int()),
    ended: Shown,
    otherSideDeclined: Shown,
    withoutAgreement: Shown,
    agreementKept: Shown,
    agreementNotKeptOrUnknown: Shown,
    daysMedian: ShownFigure,
    mixedGroupShare: ShownFigure,
    meaning: Text,
  }),
})
