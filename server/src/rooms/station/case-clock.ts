import type { CaseClock } from '@ronghe/contract/station/cases.ts'
import { addWorkingDays, dayIn, deadline, elapsed, share, type Calendar, type Pause } from '../../platform/calendar/working-days.ts'
import { draft, takeStep, type Standing, type Step } from './case-lifecycle.ts'

/** Working days of 08, Default clocks; a street may set its own. */
export interface CaseClocks {
  readonly departmentAnswers: number
  readonly residentAnswers: number
  readonly remindAt: readonly number[]
  /** Shares of the time after which the owner and the supervisor are told, and the days late after which the street's lead is. */
  readonly ownerShare: number
  readonly supervisorShare: number
  readonly leadAfter: number
  /** A decided case that nobody takes up again is closed. */
  readonly closesAfter: number
}
export const defaultClocks: CaseClocks = {
  departmentAnswers: 2,
  residentAnswers: 15,
  remindAt: [5, 12],
  ownerShare: 0.5,
  supervisorShare: 1,
  leadAfter: 3,
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
}

/** Which clock of a case runs at a moment, and who is told when. Undefined when none does: closed, rated, withdrawn. */
export function clockOf(
  history: readonly Happened[],
  promised: Promised,
  calendar: Calendar,
  now: Date,
  clocks: CaseClocks = defaultClocks,
): (Omit<CaseClock, 'escalated'> & { readonly nextOn: string | null }) | undefined {
  const course = courseOf(history)
  const today = dayIn(calendar.zone, now)
  const day = (at: Date) => dayIn(calendar.zone, at)
  const running = (kind: CaseClock['kind'], from: Date, days: number, pauses: readonly Pause[] = []) => {
    const told = [
      share(calendar, from, days, clocks.ownerShare, pauses),
      share(calendar, from, days, clocks.supervisorShare, pauses),
      deadline(calendar, from, days + clocks.leadAfter, pauses),
    ].map((when) => when ?? null)
    const paused = pauses.some(({ to }) => to === undefined)
      ? course.standing.externalWaiting
        ? ('externalParty' as const)
        : ('resident' as const)
      : null
    return {
      kind,
      startedOn: day(from),
      days,
      used: elapsed(calendar, from, now, pauses),
      dueOn: deadline(calendar, from, days, pauses) ?? null,
      paused,
      escalations: { owner: told[0]!, supervisor: told[1]!, streetLead: told[2]! },
      nextOn: told.find((when) => when !== null && when > today) ?? null,
    }
  }
  const { standing } = course
  switch (standing.state) {
    case 'filed':
      return running('acceptance', course.acceptanceFrom!, promised.acceptanceDays)
    case 'accepted':
      return running('decision', course.acceptedAt!, promised.days, course.pauses)
    case 'routed':
      return standing.departmentAccepted
        ? running('decision', course.acceptedAt!, promised.days, course.pauses)
        : running('department', course.routedAt!, clocks.departmentAnswers)
    case 'waitingForResident': {
      const from = course.askedAt!
      const dueOn = addWorkingDays(calendar, from, clocks.residentAnswers)
      const dates = [...clocks.remindAt.map((days) => addWorkingDays(calendar, from, days)), addWorkingDays(calendar, dueOn, 1)]
      return {
        kind: 'resident',
        startedOn: day(from),
        days: clocks.residentAnswers,
        used: elapsed(calendar, from, now, []),
        dueOn,
        paused: null,
        escalations: { owner: null, supervisor: null, streetLead: null },
        nextOn: dates.find((when) => when > today) ?? null,
      }
    }
    case 'decided': {
      const dueOn = addWorkingDays(calendar, course.decidedAt!, clocks.closesAfter)
      return {
        kind: 'closing',
        startedOn: day(course.decidedAt!),
        days: clocks.closesAfter,
        used: elapsed(calendar, course.decidedAt!, now, []),
        dueOn,
        paused: null,
        escalations: { owner: null, supervisor: null, streetLead: null },
        nextOn: addWorkingDays(calendar, dueOn, 1),
      }
    }
    default:
      return undefined
  }
}

/** How many of the three were to be told by a day: the level of escalation that is due. */
export const levelDue = ({ escalations: told }: Pick<CaseClock, 'escalations'>, today: string): number =>
  [told.owner, told.supervisor, told.streetLead].filter((when) => when !== null && when <= today).length

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
  /** Since acceptance: while the resident, or a place outside the city, is asked. */
  readonly pauses: readonly Pause[]
}

/** Walks the history once and keeps the moments the clocks start from. */
export function courseOf(history: readonly Happened[]): Course {
  let course: Course = { standing: draft, pauses: [] }
  for (const { step, at } of history) {
    const taken = takeStep(course.standing, step)
    if (taken.kind === 'refused') throw new Error(`a stored case has ${step.kind} while ${course.standing.state}: ${taken.rule}`)
    course = { ...course, ...momentsOf(course, taken.standing, step, at), standing: taken.standing }
  }
  return course
}

function momentsOf(course: Course, next: Standing, { kind }: Step, at: Date): Partial<Course> {
  switch (kind) {
    case 'filed':
      return { acceptanceFrom: at }
    case 'accepted':
      return { acceptedAt: at, pauses: [] }
    case 'reopened':
      // A reopened case keeps its history and gets the whole time again.
      return next.state === 'filed' ? { acceptanceFrom: at } : { acceptedAt: at, pauses: [] }
    case 'asked':
      return { askedAt: at, pauses: [...course.pauses, { from: at }] }
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
      return { decidedAt: at }
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
