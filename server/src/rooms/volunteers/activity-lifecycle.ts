import type { ActivityState } from '@ronghe/contract/volunteers/activities.ts'

/** What moves an activity on (02-domain, Lifecycles). The first five are done by people, the others follow from its shifts and the clock. */
export type ActivityStep = 'takeUp' | 'decline' | 'open' | 'cancel' | 'addShifts' | 'fill' | 'free' | 'begin' | 'end' | 'settle'

/** A step that is not here is refused by the rule named in {@link refusalOfStep}. */
export const activitySteps: Readonly<Record<ActivityState, Readonly<Partial<Record<ActivityStep, ActivityState>>>>> = {
  proposed: { takeUp: 'draft', decline: 'declined' },
  declined: {},
  draft: { addShifts: 'draft', open: 'open', cancel: 'cancelled' },
  open: { addShifts: 'open', fill: 'full', begin: 'running', cancel: 'cancelled' },
  full: { addShifts: 'open', free: 'open', begin: 'running', cancel: 'cancelled' },
  running: { addShifts: 'running', end: 'confirmingHours', cancel: 'cancelled' },
  confirmingHours: { addShifts: 'running', settle: 'closed' },
  closed: {},
  cancelled: {},
}

export const mayStep = (state: ActivityState, step: ActivityStep): boolean => activitySteps[state][step] !== undefined
export const isOver = (state: ActivityState): boolean => state === 'declined' || state === 'closed' || state === 'cancelled'
/** Residents see it and can sign up for what is ahead. */
export const isPublic = (state: ActivityState): boolean => !['proposed', 'declined', 'draft'].includes(state)

export function refusalOfStep(state: ActivityState, step: ActivityStep): string {
  if (state === 'cancelled') return 'volunteers-activity-cancelled'
  if (isOver(state) || state === 'confirmingHours') return 'volunteers-activity-over'
  return step === 'takeUp' || step === 'decline' ? 'volunteers-proposal-answered' : 'volunteers-not-yet'
}

export interface ShiftFacts {
  readonly from: Date
  readonly until: Date
  readonly full: boolean
}

/** Where an activity stands once its shifts and the clock have had their say. Hours may be claimed for `claimDays` after the last shift. */
export function standingOf(state: ActivityState, shifts: readonly ShiftFacts[], now: Date, claimDays: number): ActivityState {
  if (!['open', 'full', 'running', 'confirmingHours'].includes(state) || shifts.length === 0) return state
  const last = Math.max(...shifts.map(({ until }) => until.getTime()))
  const ahead = shifts.filter(({ from }) => from > now)
  const step = (): ActivityStep | undefined => {
    if (state === 'confirmingHours') return now.getTime() >= last + claimDays * 86_400_000 ? 'settle' : undefined
    if (state === 'running') return now.getTime() >= last ? 'end' : undefined
    if (shifts.some(({ from }) => from <= now)) return 'begin'
    if (state === 'open') return ahead.every(({ full }) => full) ? 'fill' : undefined
    return ahead.some(({ full }) => !full) ? 'free' : undefined
  }
  const next = step()
  return next ? standingOf(activitySteps[state][next]!, shifts, now, claimDays) : state
}
