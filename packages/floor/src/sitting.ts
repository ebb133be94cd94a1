import { endsAt } from './clock.ts'
import type { Actor } from './commands.ts'
import type { FloorEvent, Happening } from './events.ts'
import { evolve } from './evolve.ts'
import { chairOf, findDelegate, hasInterest, isPresent, presiderFor } from './people.ts'
import { refuse, type Refused } from './refusal.ts'
import type { FloorRules } from './rules.ts'
import type { FloorState, How, Item, Motion } from './state.ts'

/** The meeting while one command is decided: every happening is taken in at once, so that the next rule sees what the last one did. */
export class Sitting {
  readonly actor: Actor
  readonly at: string
  readonly events: FloorEvent[] = []
  state: FloorState
  readonly #commandId: string

  constructor(state: FloorState, commandId: string, actor: Actor, at: string) {
    this.state = state
    this.actor = actor
    this.at = at
    this.#commandId = commandId
  }

  say(happening: Happening, at: string = this.at, by: string | null = this.actor.id): void {
    const event: FloorEvent = { ...happening, number: this.state.number + 1, at, commandId: this.#commandId, by }
    this.events.push(event)
    this.state = evolve(this.state, event)
  }

  get rules(): FloorRules {
    if (!this.state.rules) throw new Error('a meeting that is open has rules')
    return this.state.rules
  }
  get item(): Item | null {
    return this.state.item
  }
  get motion(): Motion | null {
    return this.state.item?.motion ?? null
  }
}

/** A turn whose time is over ends at the moment it was over, whoever speaks to the meeting next. */
export function callTime(sitting: Sitting): void {
  const turn = sitting.motion?.speaking
  const over = turn && endsAt(turn)
  if (turn && over && Date.parse(over) <= Date.parse(sitting.at))
    sitting.say({ kind: 'speechEnded', delegateId: turn.delegateId, ms: turn.budgetMs, why: 'time' }, over, null)
}

/** Refuses whoever does not preside. */
export function asPresider({ state, actor }: Sitting): Refused | undefined {
  if (state.presidingId === actor.id) return undefined
  if (actor.id === chairOf(state)?.id && hasInterest(state, actor.id)) return refuse('floor-presiding-interest', 'interest')
  if (state.presidingId === null) return refuse('floor-no-presider', 'deputies')
  return refuse('floor-not-presiding', 'chair')
}

/** Acts for oneself, or enters as the clerk what somebody without a device does; that somebody is in office and in the room. */
export function onBehalf({ state, actor }: Sitting, delegateId: string): How | Refused {
  if (!findDelegate(state, delegateId)) return refuse('floor-not-delegate', 'benches')
  const how = actor.id === delegateId ? 'device' : actor.clerk ? 'hand' : undefined
  if (!how) return refuse('floor-not-yourself', 'floor')
  return isPresent(state, delegateId) ? how : refuse('floor-not-present', 'floor')
}

/** May support and debate this item: no interest in it, and not in the chair while the chair is neutral. */
export function mayTakePart({ state, rules }: Sitting, delegateId: string): Refused | undefined {
  if (hasInterest(state, delegateId)) return refuse('floor-interest', 'interest')
  if (rules.chair.neutral && state.presidingId === delegateId) return refuse('floor-neutral', 'chair')
  return undefined
}

/** The chair goes where the rules want it: after somebody came, left, stood aside, or an item is over. */
export function seatPresider(sitting: Sitting, why: 'interest' | 'left' | 'turn' | 'back'): void {
  const { state } = sitting
  const toId = presiderFor(state)
  if (toId !== state.presidingId) sitting.say({ kind: 'chairPassed', toId, why })
}

/** Ends the running or held turn now. */
export function endTurn(sitting: Sitting, ms: number, why: 'finished' | 'ruling' | 'left' | 'interest'): void {
  const turn = sitting.motion?.speaking
  if (!turn) return
  if (turn.interpretingSince !== null)
    sitting.say({
      kind: 'interpretingEnded',
      delegateId: turn.delegateId,
      ms: Math.max(0, Date.parse(sitting.at) - Date.parse(turn.interpretingSince)),
    })
  sitting.say({ kind: 'speechEnded', delegateId: turn.delegateId, ms, why })
}
