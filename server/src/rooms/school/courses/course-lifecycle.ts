import type { CourseState } from '@ronghe/contract/school/courses.ts'
import type { CourseStep } from '@ronghe/contract/school/course-desk.ts'

/** draft > open > running > closed (02 §3); called off with notice as long as it is not over. A draft nobody saw is called off without one. */
const steps: Readonly<Record<CourseState, Partial<Record<CourseStep, CourseState>>>> = {
  draft: { open: 'open', cancel: 'cancelled' },
  open: { start: 'running', cancel: 'cancelled' },
  running: { close: 'closed', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
}

export const afterStep = (state: CourseState, step: CourseStep): CourseState | undefined => steps[state][step]
export const stepsFrom = (state: CourseState): CourseStep[] => Object.keys(steps[state]) as CourseStep[]

/** Its text, seats and sessions may still change. */
export const isOver = (state: CourseState): boolean => state === 'closed' || state === 'cancelled'
