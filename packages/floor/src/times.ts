import { usedMs } from './clock.ts'
import type { FloorState } from './state.ts'

export interface PersonTime {
  readonly delegateId: string
  readonly bench: string | null
  readonly turns: number
  readonly ms: number
}

/**
 * What every delegate has spoken, in the order of the seats and never sorted by it: on the open motion, or with `'meeting'` in the whole
 * meeting. A turn that is running counts up to `at`.
 */
export function timeByPerson(state: FloorState, at: string = state.at, of: 'motion' | 'meeting' = 'motion'): readonly PersonTime[] {
  const motion = state.item?.motion
  const speeches = [
    ...(of === 'meeting' ? state.closed.flatMap((item) => item.speeches) : []),
    ...(motion?.speeches ?? []),
    ...(motion?.speaking ? [{ delegateId: motion.speaking.delegateId, ms: usedMs(motion.speaking, at) }] : []),
  ]
  return state.delegates.map(({ id, bench }) => {
    const own = speeches.filter(({ delegateId }) => delegateId === id)
    return { delegateId: id, bench, turns: own.length, ms: own.reduce((sum, { ms }) => sum + ms, 0) }
  })
}

export interface BenchTime {
  readonly bench: string
  readonly ms: number
  /** Of the time of all benches; null before anybody has spoken. */
  readonly share: number | null
  /** Of the seats in office, to hold the share of time against. */
  readonly seats: number
  readonly seatShare: number
  readonly silent: number
}

/** The benches side by side, in the order of the charter. The chair's own time is in neither. */
export function timeByBench(state: FloorState, at: string = state.at, of: 'motion' | 'meeting' = 'motion'): readonly BenchTime[] {
  const persons = timeByPerson(state, at, of).filter(({ bench }) => bench !== null)
  const all = persons.reduce((sum, { ms }) => sum + ms, 0)
  return (state.rules?.benches ?? []).map((bench) => {
    const own = persons.filter((person) => person.bench === bench)
    const ms = own.reduce((sum, person) => sum + person.ms, 0)
    return {
      bench,
      ms,
      share: all === 0 ? null : ms / all,
      seats: own.length,
      seatShare: persons.length === 0 ? 0 : own.length / persons.length,
      silent: own.filter(({ turns }) => turns === 0).length,
    }
  })
}

/** Delegates of a bench who have not spoken on the open motion. */
export const silentOn = (state: FloorState): readonly string[] =>
  timeByPerson(state).flatMap(({ delegateId, bench, turns }) => (turns === 0 && bench !== null ? [delegateId] : []))
