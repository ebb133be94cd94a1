import type { CharterParameters } from '@ronghe/contract/council/charter.ts'
import type { GroupVerdict } from '@ronghe/contract/council/conversations.ts'
import { betaQuantile } from '@ronghe/opinion'

/** When a group surely agrees, as the article on common ground says. */
export interface AgreementRule {
  /** So many of each group have to have voted on the statement. */
  readonly voters: number
  /** The lower bound of the interval has to lie above this share. */
  readonly above: number
  /** How sure, in per cent: the interval leaves out as much on either side. */
  readonly intervalPercent: number
  /** So many recorded visits, where the matter concerns a single lane. */
  readonly visits: number
}

export const ruleOf = ({ commonGround }: Pick<CharterParameters, 'commonGround'>, singleLane: boolean): AgreementRule => ({
  voters: singleLane ? commonGround.laneVotersEachGroup : commonGround.votersEachGroup,
  above: commonGround.above[0] / commonGround.above[1],
  intervalPercent: commonGround.intervalPercent,
  visits: singleLane ? commonGround.laneVisits : 0,
})

/** Between which shares agreement lies: Beta(agree + 1, others + 1), so much on either side left out. Whoever passes has not agreed. */
export function intervalOf(agree: number, seen: number, percent: number): { readonly low: number; readonly high: number } {
  const outside = (1 - percent / 100) / 2
  return { low: betaQuantile(outside, agree + 1, seen - agree + 1), high: betaQuantile(1 - outside, agree + 1, seen - agree + 1) }
}

export function verdictOf({ agree, seen }: { readonly agree: number; readonly seen: number }, rule: AgreementRule): GroupVerdict {
  if (seen < rule.voters) return 'tooFew'
  return intervalOf(agree, seen, rule.intervalPercent).low > rule.above ? 'met' : 'notMet'
}
