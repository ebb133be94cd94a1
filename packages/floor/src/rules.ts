import type { Fraction, VotingRules } from '@ronghe/tally'

/** The article of the charter that a refusal cites. */
export type Article = 'benches' | 'deputies' | 'meetings' | 'quorum' | 'filing' | 'floor' | 'chair' | 'majority' | 'ballot' | 'interest'

export type OpenWay = 'rollCall' | 'hands' | 'paper'

/** What a charter says about its meetings. A meeting keeps the rules it was opened with. */
export interface FloorRules {
  /** Every bench of the charter, in its order. The chair belongs to none. */
  readonly benches: readonly string[]
  readonly quorum: { readonly total: Fraction; readonly bench: Fraction }
  readonly floor: {
    readonly secondsPerTurn: number
    readonly turns: number
    readonly secondRequired: boolean
    readonly unspokenFirst: boolean
    readonly alternateSides: boolean
    readonly alternateBenches: boolean
    readonly interpreterFree: boolean
  }
  readonly chair: {
    /** Whoever presides gives no opinion: to speak, the chair hands over. */
    readonly neutral: boolean
    readonly tieVote: boolean
  }
  /** How each kind of motion is decided; secret kinds are voted on outside the floor, which takes their result. */
  readonly kinds: Readonly<Record<string, { readonly voting: VotingRules; readonly secret: boolean }>>
  readonly ballot: {
    /** How motions are voted on; where it is the roll-call, a show of hands is for procedure and amendments only. */
    readonly open: 'rollCall' | 'hands'
    /** Fewest ballots of a bench whose totals are counted apart in secret. */
    readonly fewest: number
  }
  readonly interestRaisedByAnyDelegate: boolean
}

/** Grounds of a point of order, the most urgent first: they are ruled on in this order, then in the order of raising. */
export const pointKinds = ['hearing', 'quorum', 'rules', 'attack', 'interruption', 'offTopic', 'procedure'] as const
export type PointKind = (typeof pointKinds)[number]
/** Upheld, these may end the speech they were raised against; nothing else ends one inside its time. */
export const endingPoints: readonly PointKind[] = ['rules', 'attack', 'offTopic']
