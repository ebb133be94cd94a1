import type { CharterParameters } from '@ronghe/contract/council/charter.ts'
import type { MotionKind } from '@ronghe/contract/council/motion-states.ts'
import type { VotingRules } from '@ronghe/tally'

/**
 * Quorum and majority of a kind of motion, as the articles on quorum and majority have them. Charter, money and exclusion need the qualified
 * share and a majority in each bench; persons the qualified share of the total only, so that no bench total exists (08, Council).
 */
export function votingRulesOf({ quorum, majority, chair }: CharterParameters, kind: MotionKind): VotingRules {
  const base = { quorum: { total: quorum.total, bench: quorum.eachBench }, tie: chair.tieVote ? 'chair' : 'fails' } as const
  if (kind === 'ordinary') return { ...base, majority: { kind: 'simple' }, benchMajority: null }
  const [share, eachBench] =
    kind === 'person' ? [majority.personShare, majority.personEachBench] : [majority.qualifiedShare, majority.eachBench]
  return { ...base, majority: { kind: 'share', share, of: 'voting' }, benchMajority: eachBench ? { kind: 'simple' } : null }
}

/** About persons the ballot is secret; everything else is decided openly. */
export const isSecret = (kind: MotionKind): boolean => kind === 'person' || kind === 'exclusion'
