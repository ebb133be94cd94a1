import { applicationSteps, lastFloatingStep, type ApplicationStage } from '@ronghe/contract/branch/application-steps.ts'

export type Noter = 'applicant' | 'branch'

/** What stands in the tracker: steps that were noted, with their days. */
export interface Tracker {
  readonly floating: boolean
  readonly handedOverOn: string | null
  readonly noted: ReadonlyMap<number, { readonly day: string; readonly by: Noter }>
}

/** The stage of the furthest step that was noted; whoever began is an applicant. */
export function stageOf({ noted }: Pick<Tracker, 'noted'>): ApplicationStage {
  const furthest = Math.max(1, ...noted.keys())
  return applicationSteps[furthest - 1]!.stage
}

/**
 * May this step be noted by them? The applicant keeps the tracker and may note every step. The branch notes its own steps only, a floating
 * one up to the sixth, and nothing once it has handed over.
 */
export function mayNote(tracker: Tracker, step: number, by: Noter): boolean {
  if (by === 'applicant') return true
  if (tracker.handedOverOn !== null) return false
  if (tracker.floating && step > lastFloatingStep) return false
  return applicationSteps[step - 1]?.body === 'branch'
}

/** The applicant takes out what they like, but the first step, which stopping takes out with all the rest; the branch notes another day. */
export const mayRemove = ({ noted }: Pick<Tracker, 'noted'>, step: number): boolean => step !== 1 && noted.has(step)

export type DayWrong = 'to-come' | 'before-earlier' | 'after-later'

/** Steps follow one another: none before a lower one, none after a higher one, none in time to come. */
export function dayWrong({ noted }: Pick<Tracker, 'noted'>, step: number, day: string, today: string): DayWrong | undefined {
  if (day > today) return 'to-come'
  for (const [other, note] of noted) {
    if (other < step && note.day > day) return 'before-earlier'
    if (other > step && note.day < day) return 'after-later'
  }
  return undefined
}

/** Handed over when training has begun (step 6 of a floating branch) or earlier when the applicant moves on; once only. */
export const mayHandOver = ({ floating, handedOverOn }: Tracker): boolean => floating && handedOverOn === null
