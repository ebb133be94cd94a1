import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, Moment, Page, pageOf, Text, words } from '../values.ts'
import { Bench } from './charter.ts'

export const PartOfDay = z.enum(['morning', 'afternoon', 'evening'])
export type PartOfDay = z.infer<typeof PartOfDay>

/** A code as it is printed on a slip: made on the phone, so that the person has it before the line is back. */
const SlipCode = z.string().check(z.trim(), z.minLength(16), z.maxLength(40))

/** The parts of a visit that two phones may change at once; a place, never a door or a person. */
export const VisitParts = z.object({
  laneId: Id,
  onDay: Day,
  part: PartOfDay,
  topics: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(10)),
  /** What was seen of the place: lamps, rubbish, stairs. Never who lives there. */
  seen: maybeWords(1000),
})
export type VisitParts = z.infer<typeof VisitParts>
export const visitParts = ['laneId', 'onDay', 'part', 'topics', 'seen'] as const
export type VisitPart = (typeof visitParts)[number]

const Times = z.record(z.string().check(z.maxLength(20)), Moment)
/** A value that lost its place to a later one and waits for a delegate to pick. */
export const VisitAside = z.object({ part: z.enum(visitParts), value: z.unknown(), at: Moment })
export type VisitAside = z.infer<typeof VisitAside>

const Delegate = z.object({ termId: Id, name: z.string(), bench: z.nullable(Bench) })
export const VisitLine = z.object({
  id: Id,
  onDay: Day,
  part: PartOfDay,
  laneId: Id,
  place: Text,
  topics: z.array(Text),
  delegates: z.array(Delegate),
  concerns: z.int(),
  /** Two phones wrote different things and somebody has to pick. */
  unsettled: z.boolean(),
  fromPaper: z.boolean(),
})
export type VisitLine = z.infer<typeof VisitLine>

export const Visit = z.object({
  ...VisitLine.shape,
  edit: z.int(),
  parts: VisitParts,
  times: Times,
  aside: z.array(VisitAside),
  words: z.array(z.object({ id: Id, words: z.string(), saidOn: Day, deletedOn: Day })),
  raised: z.array(z.object({ id: Id, number: z.string(), topic: Text, state: z.string() })),
  may: z.array(z.enum(['save'])),
})
export type Visit = z.infer<typeof Visit>

const one = z.object({ councilId: Id, visitId: Id })
const council = z.object({ councilId: Id })

export const saveVisit = operation({
  id: 'council.visits.save',
  method: 'POST',
  path: '/api/v1/councils/:councilId/visits',
  post: 'resident',
  inPerson: true,
  summary:
    'Keep a visit: a delegate who went, or the clerk from paper. Sent again it is the same visit; two edits of one are brought together',
  params: council,
  body: z.object({
    /** Made on the phone. */
    id: Id,
    /** What this phone had last seen when the change was made; null for a visit it began itself. */
    base: z.nullable(z.object({ edit: z.int(), parts: VisitParts, times: Times, aside: z.array(VisitAside) })),
    parts: VisitParts,
    times: Times,
    aside: z._default(z.array(VisitAside).check(z.maxLength(40)), []),
    /** Terms of the delegates who went; who saves it as a delegate is one of them. */
    delegates: z.array(Id).check(z.minLength(1), z.maxLength(6)),
    /** Said word for word by somebody who ticked that it may be noted, under this version of the text. */
    words: z._default(
      z
        .array(z.object({ id: Id, words: words(1000), consentVersion: z.string().check(z.maxLength(20)), code: SlipCode }))
        .check(z.maxLength(20)),
      [],
    ),
    /** Passed on for somebody who heard the exact text and agreed. */
    concerns: z._default(
      z
        .array(
          z.object({ id: Id, topic: z.string().check(z.maxLength(40)), words: words(4000), authorAgreed: z.literal(true), code: SlipCode }),
        )
        .check(z.maxLength(20)),
      [],
    ),
  }),
  reply: Visit,
})

export const listVisits = operation({
  id: 'council.visits.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/visits',
  post: 'resident',
  summary: 'Visits of this council, newest first, for its delegates, clerk and moderators',
  params: council,
  query: z.object({ laneId: z.optional(Id), ...Page }),
  reply: pageOf(VisitLine),
})

export const readVisit = operation({
  id: 'council.visits.read',
  method: 'GET',
  path: '/api/v1/councils/:councilId/visits/:visitId',
  post: 'resident',
  summary: 'One visit with the words that may be kept',
  params: one,
  reply: Visit,
})

/** A lane, not the people in it. */
export const LaneOfPlan = z.object({
  laneId: Id,
  lane: Text,
  communityId: Id,
  community: Text,
  visits: z.int(),
  lastOn: z.nullable(Day),
  benches: z.array(Bench),
})
export type LaneOfPlan = z.infer<typeof LaneOfPlan>
export const readVisitPlan = operation({
  id: 'council.visits.plan',
  method: 'GET',
  path: '/api/v1/councils/:councilId/visit-plan',
  post: 'anyone',
  summary: 'Every lane with its last visit and how many there were: never visited and longest ago first',
  params: council,
  reply: z.object({ items: z.array(LaneOfPlan) }),
})

export const readVisitForm = operation({
  id: 'council.visits.form',
  method: 'GET',
  path: '/api/v1/councils/:councilId/visit-form',
  post: 'resident',
  summary: 'What the form needs without a line: lanes, topics, the delegates in office and the text of the consent',
  params: council,
  reply: z.object({
    lanes: z.array(z.object({ laneId: Id, place: Text })),
    topics: z.array(z.object({ key: z.string(), name: Text })),
    delegates: z.array(Delegate),
    /** The reader's own term; null for the clerk. */
    ownTerm: z.nullable(Id),
    consent: z.object({ version: z.string(), title: Text, text: Text }),
  }),
})

export const readVisitWords = operation({
  id: 'council.visits.words-by-code',
  method: 'POST',
  path: '/api/v1/visit-words',
  post: 'nobody',
  summary: 'See with the code on the slip what was noted of one’s words',
  body: z.object({ code: SlipCode }),
  perMinute: 10,
  reply: z.object({ words: z.string(), saidOn: Day, deletedOn: Day, consentVersion: z.string() }),
})

export const withdrawVisitWords = operation({
  id: 'council.visits.withdraw-words',
  method: 'POST',
  path: '/api/v1/visit-words/withdrawal',
  post: 'nobody',
  summary: 'Take back the agreement: the words are deleted at once',
  body: z.object({ code: SlipCode }),
  perMinute: 10,
  reply: z.object({ deleted: z.literal(true) }),
})
