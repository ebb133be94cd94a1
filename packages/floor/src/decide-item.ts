import type { CommandOf } from './commands.ts'
import { usedMs } from './clock.ts'
import { benchOf, chairOf, findDelegate, hasInterest, isPresent, presiderFor } from './people.ts'
import { refuse, type Refused } from './refusal.ts'
import { asPresider, endTurn, mayTakePart, onBehalf, seatPresider, type Sitting } from './sitting.ts'
import type { ItemOutcome } from './state.ts'

/** One item at a time, in the order of the agenda; another one needs a reason, which stands in the minutes. */
export function openItem(sitting: Sitting, { item, earlier, interests, because }: CommandOf<'openItem'>): Refused | undefined {
  const refused = asPresider(sitting)
  if (refused) return refused
  const { state } = sitting
  if (state.item) return refuse('floor-item-open', 'floor')
  if (state.points.length > 0) return refuse('floor-point-first', 'floor')
  if (state.vote) return refuse('floor-vote-open', 'floor')
  const done = new Set(state.closed.map(({ id }) => id))
  if (!state.agenda.some(({ id }) => id === item.id)) return refuse('floor-item-unknown', 'meetings')
  if (done.has(item.id)) return refuse('floor-item-done', 'meetings')
  const next = state.agenda.find(({ id }) => !done.has(id))
  if (next?.id !== item.id && !because) return refuse('floor-agenda-order', 'meetings', { position: next?.position ?? 0 })
  sitting.say({ kind: 'itemOpened', item, earlier, because })
  const inOffice = interests.filter(({ delegateId }) => findDelegate(state, delegateId))
  for (const { delegateId, how, why } of inOffice)
    if (!hasInterest(sitting.state, delegateId)) sitting.say({ kind: 'interestNoted', delegateId, how, why })
  passChairForItem(sitting)
  return undefined
}

/** The chair presides over every item that the chair may; the deputies take turns over the others. */
function passChairForItem(sitting: Sitting): void {
  const { state } = sitting
  const toId = presiderFor(state)
  const bench = toId === null ? null : benchOf(state, toId)
  if (toId === state.presidingId && (bench === null || bench === state.lastDeputyBench)) return
  const chair = chairOf(state)
  sitting.say({ kind: 'chairPassed', toId, why: chair && hasInterest(state, chair.id) ? 'interest' : 'turn' })
}

/** What is only heard is over when whoever presides says so. */
export function closeHeardItem(sitting: Sitting): Refused | undefined {
  const refused = asPresider(sitting)
  if (refused) return refused
  if (!sitting.item) return refuse('floor-no-item', 'floor')
  if (sitting.motion) return refuse('floor-has-motion', 'floor')
  if (sitting.state.points.length > 0 || sitting.state.ruling?.appealed) return refuse('floor-point-first', 'floor')
  closeItem(sitting, 'heard', null)
  return undefined
}

/** Ends the item; the chair comes back to whoever it belongs to. */
export function closeItem(sitting: Sitting, outcome: ItemOutcome, why: string | null): void {
  sitting.say({ kind: 'itemClosed', itemId: sitting.item!.id, outcome, why })
  const chair = chairOf(sitting.state)
  if (chair && isPresent(sitting.state, chair.id)) seatPresider(sitting, 'back')
  else if (sitting.state.presidingId === null) seatPresider(sitting, 'turn')
}

export function move(sitting: Sitting, { delegateId }: CommandOf<'move'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { motion, state } = sitting
  if (!motion) return refuse('floor-no-motion', 'floor')
  const refused = mayTakePart(sitting, delegateId)
  if (refused) return refused
  if (motion.moverId !== null) return refuse('floor-already-moved', 'floor')
  sitting.say({ kind: 'motionMoved', byId: delegateId, how })
  const signed = motion.signedBy.find((id) => id !== delegateId && findDelegate(state, id) && !hasInterest(state, id))
  if (signed) sitting.say({ kind: 'motionSeconded', byId: signed, how: 'signed' })
  return undefined
}

export function second(sitting: Sitting, { delegateId, amendmentId }: CommandOf<'second'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { motion } = sitting
  if (!motion) return refuse('floor-no-motion', 'floor')
  const refused = mayTakePart(sitting, delegateId)
  if (refused) return refused
  const seconded = amendmentId === null ? motion : motion.amendments.find(({ id, state }) => id === amendmentId && state === 'open')
  if (!seconded) return refuse('floor-amendment-unknown', 'floor')
  if (seconded.moverId === null) return refuse('floor-not-moved', 'floor')
  if (seconded.secondedById !== null) return refuse('floor-already-seconded', 'floor')
  if (seconded.moverId === delegateId) return refuse('floor-own-second', 'floor')
  if (amendmentId === null) sitting.say({ kind: 'motionSeconded', byId: delegateId, how })
  else sitting.say({ kind: 'amendmentSeconded', amendmentId, byId: delegateId, how })
  return undefined
}

/** Nobody seconded: it falls. */
export function dropUnseconded(sitting: Sitting, { amendmentId }: CommandOf<'dropUnseconded'>): Refused | undefined {
  const refused = asPresider(sitting)
  if (refused) return refused
  const { motion, rules, state } = sitting
  if (!motion) return refuse('floor-no-motion', 'floor')
  if (!rules.floor.secondRequired) return refuse('floor-second-not-needed', 'floor')
  const unseconded = amendmentId === null ? motion : motion.amendments.find(({ id, state: now }) => id === amendmentId && now === 'open')
  if (!unseconded) return refuse('floor-amendment-unknown', 'floor')
  if (unseconded.moverId === null) return refuse('floor-not-moved', 'floor')
  if (unseconded.secondedById !== null) return refuse('floor-already-seconded', 'floor')
  if (state.vote) return refuse('floor-vote-open', 'floor')
  if (state.points.length > 0 || state.ruling?.appealed) return refuse('floor-point-first', 'floor')
  if (amendmentId === null) closeItem(sitting, 'dropped', null)
  else sitting.say({ kind: 'amendmentDropped', amendmentId })
  return undefined
}

/** By its mover, until it is seconded: then it belongs to the council. */
export function withdrawMotion(sitting: Sitting, { delegateId }: CommandOf<'withdrawMotion'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { motion, state } = sitting
  if (!motion?.moverId) return refuse('floor-not-moved', 'floor')
  if (motion.moverId !== delegateId) return refuse('floor-not-mover', 'floor')
  if (motion.secondedById !== null || motion.speeches.length > 0 || motion.speaking) return refuse('floor-already-seconded', 'floor')
  if (state.vote) return refuse('floor-vote-open', 'floor')
  if (state.points.length > 0 || state.ruling?.appealed) return refuse('floor-point-first', 'floor')
  closeItem(sitting, 'withdrawn', null)
  return undefined
}

/** Said by the delegate, or entered by the clerk for one who said it aloud: out of chair, debate and vote of this item. */
export function declareInterest(sitting: Sitting, { delegateId }: CommandOf<'declareInterest'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  if (!sitting.item) return refuse('floor-no-item', 'interest')
  if (hasInterest(sitting.state, delegateId)) return refuse('floor-interest-known', 'interest')
  noteInterest(sitting, delegateId, 'declared')
  return undefined
}

/** By any delegate about another one; the council decides. */
export function raiseInterest(sitting: Sitting, { delegateId, about }: CommandOf<'raiseInterest'>): Refused | undefined {
  const how = onBehalf(sitting, delegateId)
  if (typeof how !== 'string') return how
  const { item, state, rules } = sitting
  if (!item) return refuse('floor-no-item', 'interest')
  if (!rules.interestRaisedByAnyDelegate) return refuse('floor-interest-not-raised', 'interest')
  if (!findDelegate(state, about) || about === delegateId) return refuse('floor-not-delegate', 'interest')
  if (hasInterest(state, about)) return refuse('floor-interest-known', 'interest')
  if (item.asked.includes(about)) return refuse('floor-interest-decided', 'interest')
  if (state.vote) return refuse('floor-vote-open', 'interest')
  sitting.say({ kind: 'interestRaised', delegateId: about, byId: delegateId, how })
  return undefined
}

export function noteInterest(sitting: Sitting, delegateId: string, how: 'declared' | 'decided'): void {
  const turn = sitting.motion?.speaking
  if (turn?.delegateId === delegateId) endTurn(sitting, usedMs(turn, sitting.at), 'interest')
  sitting.say({ kind: 'interestNoted', delegateId, how, why: null })
  if (sitting.state.presidingId === delegateId) seatPresider(sitting, 'interest')
}
