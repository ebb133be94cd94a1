import type { FloorRules, OpenWay, PointKind } from './rules.ts'
import type { AgendaItem, Counts, Delegate, FloorAmendment, Interest, Mark, Speech, Stance } from './state.ts'

/** Who gives a command. The clerk enters what delegates without a device do; the chair is whoever presides. */
export interface Actor {
  readonly id: string
  readonly clerk: boolean
}

/** What can be asked of a meeting. `id` is made by whoever asks: the same id again is answered, not done again. */
export type FloorCommand = { readonly id: string } & (
  | {
      readonly kind: 'open'
      readonly practice: boolean
      readonly rules: FloorRules
      readonly delegates: readonly Delegate[]
      readonly present: readonly string[]
      readonly deputies: Readonly<Record<string, string>>
      readonly agenda: readonly AgendaItem[]
    }
  | { readonly kind: 'come'; readonly delegateId: string; readonly how: 'code' | 'list' | 'chair' }
  | { readonly kind: 'leave'; readonly delegateId: string }
  | { readonly kind: 'nameDeputy'; readonly delegateId: string }
  | {
      readonly kind: 'openItem'
      readonly item: AgendaItem
      /** Speeches of an earlier meeting on the same motion: they stand. */
      readonly earlier: readonly Speech[]
      readonly interests: readonly Interest[]
      readonly because: string | null
    }
  | { readonly kind: 'closeItem' }
  | { readonly kind: 'declareInterest'; readonly delegateId: string }
  | { readonly kind: 'raiseInterest'; readonly delegateId: string; readonly about: string }
  | { readonly kind: 'handOver' }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'move'; readonly delegateId: string }
  | { readonly kind: 'second'; readonly delegateId: string; readonly amendmentId: string | null }
  | { readonly kind: 'dropUnseconded'; readonly amendmentId: string | null }
  | { readonly kind: 'withdrawMotion'; readonly delegateId: string }
  | { readonly kind: 'ask'; readonly delegateId: string; readonly stance: Stance }
  | { readonly kind: 'withdrawAsk'; readonly delegateId: string }
  | { readonly kind: 'giveFloor'; readonly toId: string }
  | { readonly kind: 'endSpeech' }
  | { readonly kind: 'interpret'; readonly on: boolean }
  | { readonly kind: 'noteInterruption'; readonly delegateId: string | null }
  | { readonly kind: 'raisePoint'; readonly delegateId: string; readonly point: PointKind }
  | {
      readonly kind: 'rulePoint'
      readonly pointId: string
      readonly ruling: 'upheld' | 'dismissed'
      readonly endsSpeech: boolean
      readonly words: string | null
    }
  | { readonly kind: 'appeal'; readonly delegateId: string; readonly pointId: string }
  | {
      readonly kind: 'moveAmendment'
      readonly delegateId: string
      readonly amendment: Omit<FloorAmendment, 'moverId' | 'secondedById' | 'state'>
    }
  | { readonly kind: 'propose'; readonly delegateId: string; readonly step: 'postpone' | 'refer'; readonly words: string }
  | { readonly kind: 'closeDebate' }
  | { readonly kind: 'putToVote'; readonly way: OpenWay }
  | { readonly kind: 'announceBallot'; readonly ballotId: string }
  | { readonly kind: 'castVote'; readonly delegateId: string; readonly mark: Mark }
  | { readonly kind: 'enterCount'; readonly counts: Counts }
  | { readonly kind: 'abandonVote'; readonly because: string }
  | { readonly kind: 'closeVote' }
  | { readonly kind: 'breakTie'; readonly mark: 'for' | 'against' | 'none' }
  /** `total` where the bench totals are nobody's to know. */
  | { readonly kind: 'enterResult'; readonly ballotId: string; readonly counts: Counts | { readonly total: Counts[string] } }
  | { readonly kind: 'adjourn'; readonly because: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'close' }
  /** Says nothing but the time: a speech whose time is over ends. */
  | { readonly kind: 'tick' }
)
export type CommandOf<K extends FloorCommand['kind']> = Extract<FloorCommand, { readonly kind: K }>
