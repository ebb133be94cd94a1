/** What was noted about one learner and one session that was held. */
export interface Noted {
  readonly present: boolean
  readonly madeUp: 'session' | 'materials' | null
  /** Was in the session where it was made up. */
  readonly madeUpHeld: boolean
}

/** A class counts when one was there, or has made it up: in another class that one was in, or with the materials. */
export const counts = ({ present, madeUp, madeUpHeld }: Noted): boolean =>
  present || madeUp === 'materials' || (madeUp === 'session' && madeUpHeld)

/** Whether so many of the sessions held complete the course; a course without a session completes nobody. */
export const completes = (attended: number, held: number, percent: number): boolean => held > 0 && attended * 100 >= held * percent

export interface ClassGroups {
  readonly newcomer: number
  readonly local: number
  readonly unstated: number
}

/** A mixed class: each group is at least this share of everybody in it (02 §7, 9). */
export function isMixed({ newcomer, local, unstated }: ClassGroups, percent: number): boolean {
  const all = newcomer + local + unstated
  return all > 0 && Math.min(newcomer, local) * 100 >= all * percent
}
