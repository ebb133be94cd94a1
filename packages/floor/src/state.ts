import type { Decision, RollCount } from '@ronghe/tally'
import type { FloorRules, OpenWay, PointKind } from './rules.ts'

/** Somebody in office at this meeting. `bench` is null for the chair. */
export interface Delegate {
  readonly id: string
  readonly name: string
  readonly bench: string | null
}

export type Stance = 'for' | 'against' | 'question' | 'answer'
/** With one's own device, or by a raised hand or a word that the clerk entered. */
export type How = 'device' | 'hand'
export type Mark = 'for' | 'against' | 'abstain'

/** The title in the languages of the house, as it stood when the item was opened. */
export type Title = Readonly<Record<string, string>>

export interface MotionText {
  readonly id: string
  readonly title: Title
  readonly number: string | null
  /** A key of `FloorRules.kinds`. */
  readonly kind: string
  readonly lines: readonly string[]
  readonly version: number
  /** Delegates who signed it before the meeting: any of them but the mover counts as the second. */
  readonly signedBy: readonly string[]
}

/** An item as the agenda has it. What is only heard has no motion. */
export interface AgendaItem {
  readonly id: string
  readonly position: number
  readonly kind: string
  readonly title: Title
  readonly bench: string | null
  readonly motion: MotionText | null
}

export type ItemOutcome = 'carried' | 'rejected' | 'postponed' | 'referred' | 'withdrawn' | 'dropped' | 'heard'

export interface Request {
  readonly delegateId: string
  readonly stance: Stance
  readonly askedAt: string
}

/** A turn that is running or held. The clock is data: `usedMs` before `runningSince`, and the time since then. */
export interface Turn {
  readonly delegateId: string
  readonly stance: Stance
  readonly turn: number
  readonly budgetMs: number
  readonly usedMs: number
  /** Null while it is held: a point of order, an interpreter, an adjournment. */
  readonly runningSince: string | null
  readonly interpretingSince: string | null
  readonly interpretedMs: number
}

export type SpeechEnd = 'finished' | 'time' | 'ruling' | 'left' | 'interest' | 'postponed'
export interface Speech {
  readonly delegateId: string
  readonly stance: Stance
  readonly turn: number
  readonly ms: number
  readonly interpretedMs: number
  readonly why: SpeechEnd
}

export interface Interest {
  readonly delegateId: string
  /** From the register of posts and declarations, said by the delegate, or decided by the council. */
  readonly how: 'register' | 'declared' | 'decided'
  readonly why: string | null
}

export interface FloorAmendment {
  readonly id: string
  readonly number: number
  readonly moverId: string
  readonly secondedById: string | null
  /** What would stand there. */
  readonly lines: readonly string[]
  readonly fromLine: number
  readonly toLine: number
  readonly state: 'open' | 'carried' | 'rejected' | 'dropped'
}

/** What a vote is on. Everything but the motion itself is decided before it. */
export type Question =
  | { readonly kind: 'motion' }
  | { readonly kind: 'amendment'; readonly amendmentId: string }
  | { readonly kind: 'interest'; readonly delegateId: string }
  | { readonly kind: 'appeal'; readonly pointId: string }
  | { readonly kind: 'postpone'; readonly because: string }
  | { readonly kind: 'refer'; readonly to: string }

export interface Motion extends MotionText {
  readonly moverId: string | null
  readonly secondedById: string | null
  readonly debate: 'open' | 'closed'
  readonly waiting: readonly Request[]
  readonly speaking: Turn | null
  /** In the order in which they ended; those of an earlier meeting stand. */
  readonly speeches: readonly Speech[]
  readonly amendments: readonly FloorAmendment[]
}

export interface Item extends Omit<AgendaItem, 'motion'> {
  readonly motion: Motion | null
  readonly interests: readonly Interest[]
  /** Interests the council was asked about, whatever it said: nobody is asked about twice. */
  readonly asked: readonly string[]
  /** Steps and interests proposed and not yet decided. */
  readonly proposed: readonly Question[]
}

export interface Point {
  readonly id: string
  readonly delegateId: string
  readonly kind: PointKind
}

export interface Ruling extends Point {
  readonly ruling: 'upheld' | 'dismissed'
  readonly appealed: boolean
  /** The turn that the ruling ended; it goes on if the council overturns the ruling before anybody else has spoken. */
  readonly ended: Turn | null
}

export interface BenchCount {
  readonly for: number
  readonly against: number
  readonly abstain: number
}
export type Counts = Readonly<Record<string, BenchCount>>

export interface Vote {
  readonly question: Question
  readonly way: OpenWay | 'secret'
  /** Roll-call: who has voted. Where a reader may not see the mark yet it is null. */
  readonly marks: Readonly<Record<string, { readonly mark: Mark | null; readonly how: How }>>
  /** Hands and papers: what was counted, and by whom. */
  readonly counts: readonly { readonly counts: Counts; readonly by: string | null }[]
  /** Who was in the room when it began; a secret result is taken of these. */
  readonly present: readonly string[]
  readonly ballotId: string | null
  /** Where the total is tied and waits for the chair. */
  readonly tie: RollCount | null
}

export interface Result {
  readonly itemId: string | null
  readonly question: Question
  readonly way: OpenWay | 'secret'
  readonly ballotId: string | null
  readonly count: RollCount
  readonly decision: Decision
  /** Of a roll-call, every delegate who voted. */
  readonly roll: Readonly<Record<string, Mark>>
}

export interface ClosedItem {
  readonly id: string
  readonly title: Title
  readonly outcome: ItemOutcome
  readonly speeches: readonly Speech[]
}

/** Where a meeting stands. Plain data: it can be stored, sent and compared. */
export interface FloorState {
  /** Of the last event. */
  readonly number: number
  readonly at: string
  readonly phase: 'before' | 'open' | 'adjourned' | 'closed'
  readonly practice: boolean
  readonly rules: FloorRules | null
  readonly delegates: readonly Delegate[]
  readonly present: readonly string[]
  /** The deputy of each bench. */
  readonly deputies: Readonly<Record<string, string>>
  /** The bench whose deputy presided last: the other one's turn is next. */
  readonly lastDeputyBench: string | null
  readonly presidingId: string | null
  readonly agenda: readonly AgendaItem[]
  readonly item: Item | null
  readonly closed: readonly ClosedItem[]
  readonly points: readonly Point[]
  readonly ruling: Ruling | null
  readonly vote: Vote | null
  readonly lastResult: Result | null
  /** Every command that was carried out, with the number of its last event. */
  readonly answered: Readonly<Record<string, number>>
}

export const beforeMeeting: FloorState = {
  number: 0,
  at: '1970-01-01T00:00:00.000Z',
  phase: 'before',
  practice: false,
  rules: null,
  delegates: [],
  present: [],
  deputies: {},
  lastDeputyBench: null,
  presidingId: null,
  agenda: [],
  item: null,
  closed: [],
  points: [],
  ruling: null,
  vote: null,
  lastResult: null,
  answered: {},
}
