import type { FloorState, Turn } from './state.ts'

const ms = (instant: string): number => Date.parse(instant)
export const later = (instant: string, byMs: number): string => new Date(ms(instant) + byMs).toISOString()

/** What a turn has used at a moment, never more than it has. */
export function usedMs({ usedMs: before, runningSince, budgetMs }: Turn, at: string): number {
  return Math.min(budgetMs, before + (runningSince === null ? 0 : Math.max(0, ms(at) - ms(runningSince))))
}
export const leftMs = (turn: Turn, at: string): number => turn.budgetMs - usedMs(turn, at)

/** When the running turn is over, if nothing holds it. */
export const endsAt = (turn: Turn): string | null =>
  turn.runningSince === null ? null : later(turn.runningSince, turn.budgetMs - turn.usedMs)

/** The clock stops; what was used is kept. */
export const held = (turn: Turn, at: string): Turn => ({ ...turn, usedMs: usedMs(turn, at), runningSince: null })
/** The clock goes on; while an interpreter speaks for nothing it does not. */
export const goingOn = (turn: Turn, at: string, interpreterFree: boolean): Turn =>
  turn.runningSince !== null || (interpreterFree && turn.interpretingSince !== null) ? turn : { ...turn, runningSince: at }

export const interpretedMs = ({ interpretedMs: before, interpretingSince }: Turn, at: string): number =>
  before + (interpretingSince === null ? 0 : Math.max(0, ms(at) - ms(interpretingSince)))

/** A moment that is never before the last event: clocks of machines differ, the list goes forward. */
export const momentOf = ({ at }: FloorState, now: Date): string => (now.getTime() > ms(at) ? now.toISOString() : at)
