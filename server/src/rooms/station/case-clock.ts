import type { EscalationDays } from '@ronghe/contract/platform/escalations.ts'
import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import type { CaseClock } from '@ronghe/contract/station/cases.ts'
import { escalationsOf, nextTelling, type EscalationRule } from '../../platform/calendar/escalations.ts'
import { addWorkingDays, dayIn, deadline, elapsed, type Calendar, type Pause } from '../../platform/calendar/working-days.ts'
import { draft, takeStep, type Standing, type Step } from './case-lifecycle.ts'

/** Working days of 08, Default clocks; a street may set its own. */
export interface CaseClocks {
  readonly departmentAnswers: number
  readonly residentAnswers: number
  readonly remindAt: readonly number[]
  readonly escalation: EscalationRule
  /** A decided case that nobody takes up again is closed. */
  readonly closesAfter: number
}
export const defaultClocks: CaseClocks = {
  departmentAnswers: 2,
  residentAnswers: 15,
  remindAt: [5, 12],
  escalation: settingDefaults.clocks,
  closesAfter: 15,
}

/** What the service promises. On the spot at the desk: nothing to wait for. */
export interface Promised {
  readonly acceptanceDays: number
  readonly days: number
}

export interface Happened {
  readonly step: Step
  readonly at: Date
  /** Of an escalation: how far up it went. */
  readonly level?: number
  /** Working days the resident was given with it, to answer or to take a decision up again: what was promised stays when the street changes its clocks. */
  readonly given?: number | undefined
}

/** The moment a clock starts from is what tells one clock from the next of its kind. */
interface Running {
  readonly kind: CaseClock['kind']
  readonly from: Date
  readonly given?: number | undefined
}
const nobody: EscalationDays = { owner: null, supervisor: null, streetLead: null }

/** Which clock of a case runs at a moment, and who is told when. Undefined when none does: closed, rated, withdrawn. */
export function clockOf(
  history: readonly Happened[],
  promised: Promised,
  calendar: Calendar,
  now: Date,
  clocks: CaseClocks = defaultClocks,
): (Omit<CaseClock, 'escalated'> & { readonly nextOn: string | null }) | undefined {
  const course = courseOf(history)
  const running = runningOf(course)
  if (!running) return undefined
  const { kind, from, given } = running
  const today = dayIn(calendar.zone, now)
  const office = (days: number, pauses: readonly Pause[] = []) => {
    const escalations = escalationsOf(calendar, from, days, clocks.escalation, pauses)
    return { days, pauses, dueOn: deadline(calendar, from, days, pauses) ?? null, escalations, nextOn: nextTelling(escalations, today) }
  }
  // The resident's own turn, and the time in which a decision can be taken up again: nobody in the office is late in them.
  const others = (days: number, reminders: readonly number[]) => {
    const dueOn = addWorkingDays(calendar, from, days)
    const dates = [...reminders.map((after) => addWorkingDays(calendar, from, after)), addWorkingDays(calendar, dueOn, 1)]
    return { days, pauses: [], dueOn, escalations: nobody, nextOn: dates.find((when) => when > today) ?? null }
  }
  const { pauses, ...clock } = {
    acceptance: () => office(promised.acceptanceDays),
    decision: () => office(promised.days, course.pauses),
    department: () => office(clocks.departmentAnswers),
    resident: () => others(given ?? clocks.residentAnswers, clocks.remindAt),
    closing: () => others(given ?? clocks.closesAfter, []),
  }[kind]()
  return {
    kind,
    startedOn: dayIn(calendar.zone, from),
    used: elapsed(calendar, from, now, pauses),
    paused: pauses.some(({ to }) => to === undefined) ? (course.standing.externalWaiting ? 'externalParty' : 'resident') : null,
    ...clock,
  }
}

function runningOf({ standing, ...course }: Course): Running | undefined {
  switch (standing.state) {
    case 'filed':
      return { kind: 'acceptance', from: course.acceptanceFrom! }
    case 'accepted':
      return { kind: 'decision', from: course.acceptedAt! }
    case 'routed':
      return standing.departmentAccepted ? { kind: 'decision', from: course.acceptedAt! } : { kind: 'department', from: course.routedAt! }
    case 'waitingForResident':
      return { kind: 'resident', from: course.askedAt!, given: course.given }
    case 'decided':
      return { kind: 'closing', from: course.decidedAt!, given: course.given }
    default:
      return undefined
  }
}

/**
 * How far up the clock that runs now was told already. A clock that stood still, or gave way to the department's, goes on where it was:
 * what was told of it is not told again.
 */
export function levelTold(history: readonly Happened[]): number {
  const told = new Map<string, number>()
  const nameOf = (course: Course): string => {
    const running = runningOf(course)
    return running ? `${running.kind} ${running.from.getTime()}` : ''
  }
  const course = walk(history, (before, { step, level = 0 }) => {
    if (step.kind === 'escalated') told.set(nameOf(before), Math.max(told.get(nameOf(before)) ?? 0, level))
  })
  return told.get(nameOf(course)) ?? 0
}

/** How many reminders were due to the resident by a day. */
export const remindersDue = (calendar: Calendar, askedAt: Date, today: string, clocks: CaseClocks = defaultClocks): number =>
  clocks.remindAt.filter((days) => addWorkingDays(calendar, askedAt, days) <= today).length

/** Days of the promise that were used when it was decided; the resident's own waiting apart. */
export function daysTaken(
  history: readonly Happened[],
  calendar: Calendar,
): { readonly office: number; readonly resident: number } | undefined {
  const { acceptedAt, decidedAt, pauses } = courseOf(history)
  if (!acceptedAt || !decidedAt) return undefined
  const office = elapsed(calendar, acceptedAt, decidedAt, pauses)
  return { office, resident: elapsed(calendar, acceptedAt, decidedAt, []) - office }
}

interface Course {
  readonly standing: Standing
  readonly acceptanceFrom?: Date
  readonly acceptedAt?: Date
  readonly askedAt?: Date
  readonly routedAt?: Date
  readonly decidedAt?: Date
  /** With the last question or decision. */
  readonly given?: number | undefined
  /** Since acceptance: while the resident, or a place outside the city, is asked. */
  readonly pauses: readonly Pause[]
}

/** Walks the history once and keeps the moments the clocks start from. */
export const courseOf = (history: readonly Happened[]): Course => walk(history, () => {})

function walk(history: readonly Happened[], meet: (before: Course, happened: Happened) => void): Course {
  let course: Course = { standing: draft, pauses: [] }
  for (const happened of history) {
    const { step } = happened
    const taken = takeStep(course.standing, step)
    if (taken.kind === 'refused') throw new Error(`a stored case has ${step.kind} while ${course.standing.state}: ${taken.rule}`)
    meet(course, happened)
    course = { ...course, ...momentsOf(course, taken.standing, happened), standing: taken.standing }
  }
  return course
}

function momentsOf(course: Course, next: Standing, { step, at, given }: Happened): Partial<Course> {
  switch (step.kind) {
    case 'filed':
      return { acceptanceFrom: at }
    case 'accepted':
      return { acceptedAt: at, pauses: [] }
    case 'reopened':
      // A reopened case keeps its history and gets the whole time again.
      return next.state === 'filed' ? { acceptanceFrom: at } : { acceptedAt: at, pauses: [] }
    case 'asked':
      return { askedAt: at, given, pauses: [...course.pauses, { from: at }] }
    case 'supplemented':
      // A file that was incomplete when it came in starts its clock anew; an accepted one stands still meanwhile.
      return {
        ...(next.state === 'filed' ? { acceptanceFrom: at } : {}),
        ...(next.state === 'routed' && !next.departmentAccepted ? { routedAt: at } : {}),
        pauses: ended(course.pauses, at, next.externalWaiting),
      }
    case 'externalSent':
      return { pauses: [...course.pauses, { from: at }] }
    case 'externalReplied':
      return { pauses: ended(course.pauses, at, next.state === 'waitingForResident') }
    case 'routed':
      return { routedAt: at }
    case 'decided':
      return { decidedAt: at, given }
    default:
      return {}
  }
}

/** Ends the open pauses, unless the other of the two answers is still awaited: then one goes on. */
function ended(pauses: readonly Pause[], at: Date, stillWaiting: boolean): Pause[] {
  const open = pauses.filter(({ to }) => to === undefined)
  const closed = pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause))
  return stillWaiting && open.length > 0 ? [...closed, { from: at }] : closed
}
