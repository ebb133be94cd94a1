import type { CommandOf } from './commands.ts'
import { usedMs } from './clock.ts'
import { isQuorate, quorumOf } from './count.ts'
import { nextPoint } from './questions.ts'
import { refuse, type Refused } from './refusal.ts'
import { endingPoints } from './rules.ts'
import { asPresider, endTurn, onBehalf, type Sitting } from './sitting.ts'

/** At any time, also without an open motion; the speaker's clock stands until it is ruled on. Not by whoever rules. */
export function raisePoint(sitting: Sitting, { delegateId, point }: CommandOf<'raisePoint'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { state } = sitting
  if (state.presidingId === delegateId) return refuse('floor-neutral', 'chair')
  if (state.points.some((one) => one.delegateId === delegateId)) return refuse('floor-point-waiting', 'floor')
  if (state.vote) return refuse('floor-vote-open', 'floor')
  sitting.say({ kind: 'pointRaised', pointId: `p${state.number + 1}`, delegateId, point, how })
  return undefined
}

export function rulePoint(sitting: Sitting, { pointId, ruling, endsSpeech, words }: CommandOf<'rulePoint'>): Refused | undefined {
  const refused = asPresider(sitting)
  if (refused) return refused
  const { state, at } = sitting
  const point = state.points.find(({ id }) => id === pointId)
  if (!point) return refuse('floor-point-unknown', 'floor')
  if (nextPoint(state)!.id !== pointId) return refuse('floor-point-rank', 'floor')
  if (state.ruling?.appealed) return refuse('floor-question-first', 'floor')
  const turn = sitting.motion?.speaking
  if (endsSpeech && (ruling !== 'upheld' || !turn || !endingPoints.includes(point.kind))) return refuse('floor-point-ends-nothing', 'floor')
  // Whether there is a quorum is counted, not judged.
  if (point.kind === 'quorum' && (ruling === 'upheld') === isQuorate(quorumOf(state))) return refuse('floor-point-quorum', 'quorum')
  sitting.say({ kind: 'pointRuled', pointId, ruling, endsSpeech, words })
  if (endsSpeech && turn) endTurn(sitting, usedMs(turn, at), 'ruling')
  return undefined
}

/** Against the last ruling, as long as nobody else has been given the floor: the council decides. */
export function appeal(sitting: Sitting, { delegateId, pointId }: CommandOf<'appeal'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { state } = sitting
  if (state.presidingId === delegateId) return refuse('floor-neutral', 'chair')
  if (!state.ruling || state.ruling.id !== pointId) return refuse('floor-no-ruling', 'floor')
  if (state.ruling.kind === 'quorum') return refuse('floor-point-quorum', 'quorum')
  if (state.ruling.appealed) return refuse('floor-appealed', 'floor')
  if (state.vote) return refuse('floor-vote-open', 'floor')
  sitting.say({ kind: 'rulingAppealed', pointId, byId: delegateId, how })
  return undefined
}
