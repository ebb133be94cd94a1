import type { CommandOf } from './commands.ts'
import { usedMs } from './clock.ts'
import { isHeld } from './evolve.ts'
import { findDelegate, hasInterest, turnsOf } from './people.ts'
import { refuse, type Refused } from './refusal.ts'
import { asPresider, endTurn, mayTakePart, onBehalf, type Sitting } from './sitting.ts'
import { whoIsNext } from './who-is-next.ts'

/** No discussion without a motion that is moved and, where the charter wants it, seconded. */
function debated({ motion, rules, state }: Sitting): Refused | undefined {
  if (!motion) return refuse('floor-no-motion', 'floor')
  if (motion.moverId === null) return refuse('floor-not-moved', 'floor')
  if (rules.floor.secondRequired && motion.secondedById === null) return refuse('floor-not-seconded', 'floor')
  if (motion.debate === 'closed') return refuse('floor-debate-closed', 'floor')
  if (state.vote) return refuse('floor-vote-open', 'floor')
  return undefined
}

/** With the side stated first. Whoever stands aside may answer once something was asked. */
export function ask(sitting: Sitting, { delegateId, stance }: CommandOf<'ask'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const refused = debated(sitting)
  if (refused) return refused
  const { motion, rules, state } = sitting
  if (hasInterest(state, delegateId) && stance !== 'answer') return refuse('floor-interest', 'interest')
  if (rules.chair.neutral && state.presidingId === delegateId) return refuse('floor-neutral', 'chair')
  if (stance === 'answer' && !wasAsked(sitting)) return refuse('floor-no-question', 'floor')
  if (motion!.waiting.some((request) => request.delegateId === delegateId)) return refuse('floor-already-waiting', 'floor')
  const { turns, secondsPerTurn } = rules.floor
  if (turnsOf(state, delegateId) >= turns) return refuse('floor-turns-used', 'floor', { turns, seconds: secondsPerTurn })
  sitting.say({ kind: 'floorAsked', delegateId, stance, how })
  return undefined
}

const wasAsked = ({ motion }: Sitting): boolean =>
  motion!.speeches.some(({ stance }) => stance === 'question') || motion!.speaking?.stance === 'question'

export function withdrawAsk(sitting: Sitting, { delegateId }: CommandOf<'withdrawAsk'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  if (!sitting.motion?.waiting.some((request) => request.delegateId === delegateId)) return refuse('floor-not-waiting', 'floor')
  sitting.say({ kind: 'askWithdrawn', delegateId })
  return undefined
}

/** To whoever is next by the charter and to nobody else: the chair says it, the chair does not choose it. */
export function giveFloor(sitting: Sitting, { toId }: CommandOf<'giveFloor'>): Refused | undefined {
  const refused = asPresider(sitting) ?? debated(sitting)
  if (refused) return refused
  const { motion, rules, state } = sitting
  if (motion!.speaking) return refuse('floor-somebody-speaking', 'floor')
  if (isHeld(state)) return refuse('floor-point-first', 'floor')
  const [next] = whoIsNext(state)
  if (!next) return refuse('floor-nobody-waiting', 'floor')
  if (next.delegateId !== toId) return refuse('floor-not-next', 'floor', { next: findDelegate(state, next.delegateId)?.name ?? '' })
  const turn = turnsOf(state, toId) + 1
  if (turn > rules.floor.turns)
    return refuse('floor-turns-used', 'floor', { turns: rules.floor.turns, seconds: rules.floor.secondsPerTurn })
  sitting.say({
    kind: 'speechBegan',
    delegateId: toId,
    stance: next.stance,
    turn,
    budgetMs: rules.floor.secondsPerTurn * 1000,
    because: next.because,
  })
  return undefined
}

/** By whoever speaks, or by the clerk when a speaker without a device sits down. Nobody is cut short inside the time. */
export function endSpeech(sitting: Sitting): Refused | undefined {
  const turn = sitting.motion?.speaking
  if (!turn) return refuse('floor-nobody-speaking', 'floor')
  if (turn.delegateId !== sitting.actor.id && !sitting.actor.clerk) return refuse('floor-not-cut-short', 'floor')
  if (isHeld(sitting.state)) return refuse('floor-point-first', 'floor')
  endTurn(sitting, usedMs(turn, sitting.at), 'finished')
  return undefined
}

/** While somebody interprets, the speaker's clock stands. Said by whoever speaks or presides, or by the clerk. */
export function interpret(sitting: Sitting, { on }: CommandOf<'interpret'>): Refused | undefined {
  const { actor, state, at } = sitting
  const turn = sitting.motion?.speaking
  if (!turn) return refuse('floor-nobody-speaking', 'floor')
  if (!actor.clerk && actor.id !== turn.delegateId && actor.id !== state.presidingId) return refuse('floor-not-yourself', 'floor')
  if ((turn.interpretingSince !== null) === on) return refuse('floor-already-so', 'floor')
  if (on) sitting.say({ kind: 'interpretingBegan', delegateId: turn.delegateId })
  else
    sitting.say({
      kind: 'interpretingEnded',
      delegateId: turn.delegateId,
      ms: Math.max(0, Date.parse(at) - Date.parse(turn.interpretingSince!)),
    })
  return undefined
}

/** Somebody spoke into a speech: it stands in the minutes, by name where it was a delegate. */
export function noteInterruption(sitting: Sitting, { delegateId }: CommandOf<'noteInterruption'>): Refused | undefined {
  if (!sitting.actor.clerk) {
    const refused = asPresider(sitting)
    if (refused) return refused
  }
  const turn = sitting.motion?.speaking
  if (!turn) return refuse('floor-nobody-speaking', 'floor')
  if (delegateId !== null && !findDelegate(sitting.state, delegateId)) return refuse('floor-not-delegate', 'benches')
  if (delegateId === turn.delegateId) return refuse('floor-not-delegate', 'floor')
  sitting.say({ kind: 'interruptionNoted', delegateId, speakerId: turn.delegateId })
  return undefined
}

/** A change of the text, while the motion is debated. */
export function moveAmendment(sitting: Sitting, { delegateId, amendment }: CommandOf<'moveAmendment'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const refused = debated(sitting) ?? mayTakePart(sitting, delegateId)
  if (refused) return refused
  if (sitting.motion!.amendments.some(({ id }) => id === amendment.id)) return refuse('floor-amendment-twice', 'floor')
  sitting.say({ kind: 'amendmentMoved', amendment: { ...amendment, moverId: delegateId }, how })
  return undefined
}

/** To put it off or to refer it; the council decides. */
export function propose(sitting: Sitting, { delegateId, step, words }: CommandOf<'propose'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { motion, item, state } = sitting
  if (!motion) return refuse('floor-no-motion', 'floor')
  if (motion.moverId === null) return refuse('floor-not-moved', 'floor')
  const refused = mayTakePart(sitting, delegateId)
  if (refused) return refused
  if (state.vote) return refuse('floor-vote-open', 'floor')
  if (item!.proposed.some(({ kind }) => kind === step)) return refuse('floor-already-so', 'floor')
  sitting.say({
    kind: 'stepProposed',
    question: step === 'postpone' ? { kind: 'postpone', because: words } : { kind: 'refer', to: words },
    byId: delegateId,
    how,
  })
  return undefined
}
