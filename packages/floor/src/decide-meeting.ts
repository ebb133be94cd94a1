import type { CommandOf } from './commands.ts'
import { usedMs } from './clock.ts'
import { quorumBy, rollOf } from './count.ts'
import { benchOf, chairOf, findDelegate, hasInterest, isPresent, mayChair, nextDeputy, presiderFor } from './people.ts'
import { refuse, type Refused } from './refusal.ts'
import { asPresider, endTurn, seatPresider, type Sitting } from './sitting.ts'
import type { FloorState } from './state.ts'

/** By the chair, or by the clerk where the chair is away: with a quorum in total and of each bench. */
export function openMeeting(sitting: Sitting, command: CommandOf<'open'>): Refused | undefined {
  if (sitting.state.phase !== 'before') return refuse('floor-already-open', 'meetings')
  const { rules, delegates, present, deputies, agenda, practice } = command
  const there = present.filter((id) => delegates.some((one) => one.id === id))
  const seen: FloorState = { ...sitting.state, rules, delegates, present: there, deputies }
  const presidingId = presiderFor(seen)
  if (!sitting.actor.clerk && sitting.actor.id !== presidingId) return refuse('floor-not-presiding', 'chair')
  const quorum = quorumBy(rules, rollOf(seen, null))
  const short = quorum.find(({ met }) => !met)
  if (short) return refuse('floor-no-quorum', 'quorum', { has: short.has, needs: short.needs, bench: short.bench ?? 'total' })
  if (presidingId === null) return refuse('floor-no-presider', 'deputies')
  sitting.say({ kind: 'meetingOpened', practice, rules, delegates, present: there, deputies, agenda, presidingId, quorum })
  return undefined
}

export function come(sitting: Sitting, { delegateId, how }: CommandOf<'come'>): Refused | undefined {
  const { state, actor } = sitting
  if (!findDelegate(state, delegateId)) return refuse('floor-not-delegate', 'benches')
  if (!actor.clerk && actor.id !== delegateId && actor.id !== state.presidingId) return refuse('floor-not-yourself', 'floor')
  if (isPresent(state, delegateId)) return refuse('floor-already-present', 'quorum')
  sitting.say({ kind: 'delegateCame', delegateId, how })
  // Nobody presided: whoever may, does. A chair who comes late takes the chair between items, not in the middle of one.
  if (sitting.state.presidingId === null || (sitting.item === null && delegateId === chairOf(sitting.state)?.id))
    seatPresider(sitting, 'back')
  return undefined
}

export function leave(sitting: Sitting, { delegateId }: CommandOf<'leave'>): Refused | undefined {
  const { state, actor } = sitting
  if (!findDelegate(state, delegateId)) return refuse('floor-not-delegate', 'benches')
  if (!actor.clerk && actor.id !== delegateId && actor.id !== state.presidingId) return refuse('floor-not-yourself', 'floor')
  if (!isPresent(state, delegateId)) return refuse('floor-not-present', 'quorum')
  const turn = sitting.motion?.speaking
  if (turn?.delegateId === delegateId) endTurn(sitting, usedMs(turn, sitting.at), 'left')
  sitting.say({ kind: 'delegateLeft', delegateId, how: actor.id === delegateId ? 'self' : actor.clerk ? 'list' : 'chair' })
  if (sitting.state.presidingId === delegateId) seatPresider(sitting, 'left')
  return undefined
}

export function nameDeputy(sitting: Sitting, { delegateId }: CommandOf<'nameDeputy'>): Refused | undefined {
  const { state, actor } = sitting
  if (!actor.clerk && actor.id !== state.presidingId) return asPresider(sitting)
  if (!findDelegate(state, delegateId)) return refuse('floor-not-delegate', 'benches')
  const bench = benchOf(state, delegateId)
  if (bench === null) return refuse('floor-deputy-bench', 'deputies')
  if (state.deputies[bench] === delegateId) return refuse('floor-already-so', 'deputies')
  sitting.say({ kind: 'deputyNamed', bench, delegateId })
  if (sitting.state.presidingId === null) seatPresider(sitting, 'turn')
  return undefined
}

/** To speak: until the motion is decided. */
export function handOver(sitting: Sitting): Refused | undefined {
  const refused = asPresider(sitting)
  if (refused) return refused
  if (!sitting.motion) return refuse('floor-no-motion', 'floor')
  const { state } = sitting
  if (!sitting.rules.chair.neutral) return refuse('floor-already-so', 'chair')
  if (state.presidingId !== chairOf(state)?.id) return refuse('floor-not-chair', 'deputies')
  const toId = nextDeputy(state)
  if (!toId) return refuse('floor-no-deputy', 'deputies')
  sitting.say({ kind: 'chairPassed', toId, why: 'speak' })
  return undefined
}

/** A chair who was away, or handed over and then did not speak. Whoever spoke on the motion, or stands aside, does not chair it. */
export function takeBack(sitting: Sitting): Refused | undefined {
  const { state, actor } = sitting
  const chair = chairOf(state)
  if (!chair || actor.id !== chair.id) return refuse('floor-not-chair', 'chair')
  if (state.presidingId === chair.id) return refuse('floor-chair-presides', 'chair')
  if (!isPresent(state, chair.id)) return refuse('floor-not-present', 'chair')
  if (hasInterest(state, chair.id)) return refuse('floor-presiding-interest', 'interest')
  if (!mayChair(state, chair.id) || sitting.motion?.waiting.some(({ delegateId }) => delegateId === chair.id))
    return refuse('floor-chair-until-decided', 'chair')
  sitting.say({ kind: 'chairPassed', toId: chair.id, why: 'back' })
  return undefined
}

export function adjourn(sitting: Sitting, { because }: CommandOf<'adjourn'>): Refused | undefined {
  if (!sitting.actor.clerk) {
    const refused = asPresider(sitting)
    if (refused) return refused
  }
  if (sitting.state.vote && sitting.state.vote.way !== 'secret') return refuse('floor-vote-open', 'floor')
  sitting.say({ kind: 'adjourned', because })
  return undefined
}

export function resume(sitting: Sitting): Refused | undefined {
  if (!sitting.actor.clerk) {
    const refused = asPresider(sitting)
    if (refused) return refused
  }
  if (sitting.state.phase !== 'adjourned') return refuse('floor-not-adjourned', 'meetings')
  sitting.say({ kind: 'resumed' })
  return undefined
}

/** What was not reached is carried over: it comes first next time. */
export function closeMeeting(sitting: Sitting): Refused | undefined {
  const { state, actor } = sitting
  if (!actor.clerk || state.presidingId !== null) {
    const refused = asPresider(sitting)
    if (refused) return refused
  }
  if (state.vote) return refuse('floor-vote-open', 'floor')
  if (state.item) return refuse('floor-item-open', 'floor')
  const done = new Set(state.closed.map(({ id }) => id))
  sitting.say({ kind: 'meetingClosed', carriedOver: state.agenda.flatMap(({ id }) => (done.has(id) ? [] : [id])) })
  return undefined
}
