import type { Condition, Decision, RollCount } from '@ronghe/tally'
import type { FloorRules, OpenWay, PointKind } from './rules.ts'
import type {
  AgendaItem,
  Counts,
  Delegate,
  FloorAmendment,
  How,
  Interest,
  ItemOutcome,
  Mark,
  Question,
  Speech,
  SpeechEnd,
  Stance,
} from './state.ts'

/** Why the chair passes: to speak, by an interest in the item, because whoever presided left, by turns of the deputies, or back again. */
export type Passing = 'speak' | 'interest' | 'left' | 'turn' | 'back'

/** What can have happened. The minutes are a rendering of these. */
export type Happening =
  | {
      readonly kind: 'meetingOpened'
      readonly practice: boolean
      readonly rules: FloorRules
      readonly delegates: readonly Delegate[]
      readonly present: readonly string[]
      readonly deputies: Readonly<Record<string, string>>
      readonly agenda: readonly AgendaItem[]
      readonly presidingId: string
      readonly quorum: readonly Condition[]
    }
  | { readonly kind: 'delegateCame'; readonly delegateId: string; readonly how: 'code' | 'list' | 'chair' }
  | { readonly kind: 'delegateLeft'; readonly delegateId: string; readonly how: 'self' | 'list' | 'chair' }
  | { readonly kind: 'deputyNamed'; readonly bench: string; readonly delegateId: string }
  | { readonly kind: 'chairPassed'; readonly toId: string | null; readonly why: Passing }
  | { readonly kind: 'itemOpened'; readonly item: AgendaItem; readonly earlier: readonly Speech[]; readonly because: string | null }
  | { readonly kind: 'interestNoted'; readonly delegateId: string; readonly how: Interest['how']; readonly why: string | null }
  | { readonly kind: 'interestRaised'; readonly delegateId: string; readonly byId: string; readonly how: How }
  | { readonly kind: 'motionMoved'; readonly byId: string; readonly how: How }
  | { readonly kind: 'motionSeconded'; readonly byId: string; readonly how: How | 'signed' }
  | { readonly kind: 'floorAsked'; readonly delegateId: string; readonly stance: Stance; readonly how: How }
  | { readonly kind: 'askWithdrawn'; readonly delegateId: string }
  | {
      readonly kind: 'speechBegan'
      readonly delegateId: string
      readonly stance: Stance
      readonly turn: number
      readonly budgetMs: number
      /** Why this one was next, as `whoIsNext` says it. */
      readonly because: readonly string[]
    }
  | { readonly kind: 'speechEnded'; readonly delegateId: string; readonly ms: number; readonly why: SpeechEnd }
  | { readonly kind: 'interpretingBegan'; readonly delegateId: string }
  | { readonly kind: 'interpretingEnded'; readonly delegateId: string; readonly ms: number }
  | { readonly kind: 'interruptionNoted'; readonly delegateId: string | null; readonly speakerId: string }
  | { readonly kind: 'pointRaised'; readonly pointId: string; readonly delegateId: string; readonly point: PointKind; readonly how: How }
  | {
      readonly kind: 'pointRuled'
      readonly pointId: string
      readonly ruling: 'upheld' | 'dismissed'
      readonly endsSpeech: boolean
      readonly words: string | null
    }
  | { readonly kind: 'rulingAppealed'; readonly pointId: string; readonly byId: string; readonly how: How }
  | { readonly kind: 'amendmentMoved'; readonly amendment: Omit<FloorAmendment, 'secondedById' | 'state'>; readonly how: How }
  | { readonly kind: 'amendmentSeconded'; readonly amendmentId: string; readonly byId: string; readonly how: How }
  | { readonly kind: 'amendmentDropped'; readonly amendmentId: string }
  | { readonly kind: 'stepProposed'; readonly question: Question; readonly byId: string; readonly how: How }
  | { readonly kind: 'debateClosed' }
  | { readonly kind: 'voteOpened'; readonly question: Question; readonly way: OpenWay }
  | { readonly kind: 'voteAnnounced'; readonly ballotId: string }
  | { readonly kind: 'voteCast'; readonly delegateId: string; readonly mark: Mark | null; readonly how: How }
  | { readonly kind: 'countEntered'; readonly counts: Counts; readonly agrees: boolean | null }
  | { readonly kind: 'voteAbandoned'; readonly because: string }
  | { readonly kind: 'voteTied'; readonly count: RollCount }
  | {
      readonly kind: 'voteClosed'
      readonly question: Question
      readonly way: OpenWay | 'secret'
      readonly ballotId: string | null
      readonly count: RollCount
      readonly decision: Decision
      readonly roll: Readonly<Record<string, Mark>>
    }
  | {
      readonly kind: 'itemClosed'
      readonly itemId: string
      readonly outcome: ItemOutcome
      /** Postponed for want of a quorum, or by decision; referred to whom. */
      readonly why: string | null
    }
  | { readonly kind: 'adjourned'; readonly because: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'meetingClosed'; readonly carriedOver: readonly string[] }

/** A happening with its place in the list. `by` is who gave the command; null where it was the clock or is not the reader's to know. */
export type FloorEvent = Happening & {
  readonly number: number
  readonly at: string
  readonly commandId: string
  readonly by: string | null
}
