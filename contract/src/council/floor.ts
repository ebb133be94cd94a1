import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text, words } from '../values.ts'
import { Bench } from './charter.ts'
import { MeetingKind, MeetingState } from './meetings.ts'

const Mark = z.enum(['for', 'against', 'abstain'])
const many = z.int().check(z.gte(0), z.lte(100))
const BenchCount = z.object({ for: many, against: many, abstain: many })
const kind = <K extends string>(name: K) => z.literal(name)
const delegateId = Id

/**
 * What can be asked of a running meeting; who may ask which, the floor decides and says with the article. `delegateId` is oneself, or for the
 * clerk whoever raised a hand.
 */
export const FloorAsk = z.discriminatedUnion('kind', [
  z.object({ kind: kind('open') }),
  z.object({ kind: kind('come'), delegateId }),
  z.object({ kind: kind('leave'), delegateId }),
  z.object({ kind: kind('nameDeputy'), delegateId }),
  z.object({ kind: kind('openItem'), itemId: Id, because: z.nullable(words(200)) }),
  z.object({ kind: kind('closeItem') }),
  z.object({ kind: kind('declareInterest'), delegateId }),
  z.object({ kind: kind('raiseInterest'), delegateId, about: Id }),
  z.object({ kind: kind('handOver') }),
  z.object({ kind: kind('takeBack') }),
  z.object({ kind: kind('move'), delegateId }),
  z.object({ kind: kind('second'), delegateId, amendmentId: z.nullable(Id) }),
  z.object({ kind: kind('dropUnseconded'), amendmentId: z.nullable(Id) }),
  z.object({ kind: kind('withdrawMotion'), delegateId }),
  z.object({ kind: kind('ask'), delegateId, stance: z.enum(['for', 'against', 'question', 'answer']) }),
  z.object({ kind: kind('withdrawAsk'), delegateId }),
  z.object({ kind: kind('giveFloor'), toId: Id }),
  z.object({ kind: kind('endSpeech') }),
  z.object({ kind: kind('interpret'), on: z.boolean() }),
  z.object({ kind: kind('noteInterruption'), delegateId: z.nullable(Id) }),
  z.object({
    kind: kind('raisePoint'),
    delegateId,
    point: z.enum(['hearing', 'quorum', 'rules', 'attack', 'interruption', 'offTopic', 'procedure']),
  }),
  z.object({
    kind: kind('rulePoint'),
    pointId: z.string().check(z.maxLength(12)),
    ruling: z.enum(['upheld', 'dismissed']),
    endsSpeech: z.boolean(),
    words: z.nullable(words(200)),
  }),
  z.object({ kind: kind('appeal'), delegateId, pointId: z.string().check(z.maxLength(12)) }),
  z.object({ kind: kind('moveAmendment'), delegateId, amendmentId: Id }),
  z.object({ kind: kind('propose'), delegateId, step: z.enum(['postpone', 'refer']), words: words(200) }),
  z.object({ kind: kind('closeDebate') }),
  z.object({ kind: kind('putToVote'), way: z.enum(['rollCall', 'hands', 'paper']) }),
  z.object({ kind: kind('announceBallot'), ballotId: Id }),
  z.object({ kind: kind('castVote'), delegateId, mark: Mark }),
  z.object({ kind: kind('enterCount'), counts: z.object({ newcomers: BenchCount, locals: BenchCount }) }),
  z.object({ kind: kind('abandonVote'), because: words(200) }),
  z.object({ kind: kind('closeVote') }),
  z.object({ kind: kind('breakTie'), mark: z.enum(['for', 'against', 'none']) }),
  z.object({ kind: kind('adjourn'), because: words(200) }),
  z.object({ kind: kind('resume') }),
  z.object({ kind: kind('close') }),
  z.object({ kind: kind('tick') }),
])
export type FloorAsk = z.infer<typeof FloorAsk>

/** One event of the meeting's list, as `@ronghe/floor` describes it: everybody who follows has the same. */
export const FloorLine = z.looseObject({ number: z.int(), at: Moment, kind: z.string(), commandId: z.string() })
export type FloorLine = z.infer<typeof FloorLine>

const one = z.object({ meetingId: Id })

export const commandFloor = operation({
  id: 'council.floor.command',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/floor',
  post: 'resident',
  inPerson: true,
  perMinute: 240,
  summary: 'Ask something of a running meeting; the same id again is answered and not done again',
  params: one,
  body: z.object({ commandId: Id, command: FloorAsk }),
  reply: z.object({ last: z.int(), events: z.array(FloorLine) }),
})

export const FloorAgendaItem = z.object({
  id: Id,
  position: z.int(),
  kind: z.string(),
  title: Text,
  bench: z.nullable(Bench),
  /** Amendments to its motion that are open: what may be moved. */
  amendments: z.array(z.object({ id: Id, number: z.int(), lines: z.array(z.string()), fromLine: z.int(), toLine: z.int() })),
  /** A secret ballot prepared for it. */
  ballotId: z.nullable(Id),
})

export const readFloor = operation({
  id: 'council.floor.read',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/floor',
  post: 'anyone',
  summary: 'A meeting as its list of events, from a number on; practice is for the council only',
  params: one,
  query: z.object({ after: z._default(z.coerce.number().check(z.int(), z.gte(0)), 0) }),
  reply: z.object({
    meeting: z.object({
      id: Id,
      councilId: Id,
      number: z.nullable(z.int()),
      kind: MeetingKind,
      state: MeetingState,
      startsAt: Moment,
      place: z.string(),
      council: Text,
    }),
    /** The server’s clock: the page counts seconds by it, not by the phone’s. */
    now: Moment,
    last: z.int(),
    events: z.array(FloorLine),
    /** Everybody in office and who has signed in, for a meeting that has not begun. */
    delegates: z.array(z.object({ id: Id, name: z.string(), bench: z.nullable(Bench), present: z.boolean() })),
    agenda: z.array(FloorAgendaItem),
    /** Numbers of the articles that this meeting goes by. */
    articles: z.record(z.string(), z.string()),
    me: z.object({
      delegateId: z.nullable(Id),
      clerk: z.boolean(),
      /** My own mark in the vote that is open; nobody else sees it before the vote is closed. */
      mark: z.nullable(Mark),
    }),
  }),
})

export const followFloor = operation({
  id: 'council.floor.follow',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/live',
  post: 'anyone',
  summary: 'The events of a meeting as they happen, from Last-Event-ID on (server-sent events)',
  params: one,
  query: z.object({ after: z.optional(z.coerce.number().check(z.int(), z.gte(0))) }),
  perMinute: 6000,
  media: { reply: 'text/event-stream' },
})
