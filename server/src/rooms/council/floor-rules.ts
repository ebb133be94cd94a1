import { benches, type CharterParameters } from '@ronghe/contract/council/charter.ts'
import { MotionKind } from '@ronghe/contract/council/motion-states.ts'
import type { FloorRules } from '@ronghe/floor'
import { isSecret, votingRulesOf } from './motion-majorities.ts'

/** What the charter says about meetings, as the floor reads it. */
export function floorRulesOf(charter: CharterParameters): FloorRules {
  const { floor, chair, quorum, ballot, interest } = charter
  return {
    benches,
    quorum: { total: quorum.total, bench: quorum.eachBench },
    floor,
    chair,
    kinds: Object.fromEntries(MotionKind.options.map((kind) => [kind, { voting: votingRulesOf(charter, kind), secret: isSecret(kind) }])),
    ballot: { open: ballot.open, fewest: ballot.fewest },
    interestRaisedByAnyDelegate: interest.raisedByAnyDelegate,
  }
}
