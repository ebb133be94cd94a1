import type { Outcome } from '@ronghe/contract/station/cases.ts'
import { draft, takeStep, type Standing, type Step, type StepKind } from '@ronghe/server/rooms/station/case-lifecycle.ts'
import type { CaseService } from '@ronghe/forms'
import type { Chance } from './chance.ts'
import { caseWords } from './case-plans.ts'
import type { WorkHours } from './work-hours.ts'

export type Hand = 'resident' | 'clerk' | 'department' | 'clock'
/** One thing that happened to an invented case. */
export interface Happening {
  readonly step: Step
  readonly at: number
  readonly by: Hand
  readonly words?: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly internal?: boolean
}

/** A case's life up to now, and what it amounts to. */
export interface Course {
  readonly happenings: readonly Happening[]
  readonly standing: Standing
  readonly reason: string | null
}

export interface CourseOf {
  readonly service: CaseService
  readonly channel: string
  readonly filedAt: number
  readonly now: number
  readonly group: 'newcomer' | 'local' | 'unstated'
  /** The department sends it back, and there it stays for now. */
  readonly returned?: boolean
}

/**
 * Lets a case happen: each next step is one the life of cases permits, at a moment an office works, until the present is reached. What would
 * lie ahead has not happened yet, so the youngest cases are open.
 */
export function inventCourse(
  { service, channel, filedAt, now, group, returned = false }: CourseOf,
  hours: WorkHours,
  chance: Chance,
): Course {
  const happenings: Happening[] = []
  let standing = draft
  let reason: string | null = null
  let at = filedAt
  let over = false
  const happen = (step: Step, by: Hand, when: number, more: Partial<Happening> = {}): boolean => {
    if (over || when > now) {
      over = true
      return false
    }
    const next = takeStep(standing, step)
    if (next.kind === 'refused') throw new Error(`the demo's case cannot take ${step.kind} while ${standing.state}: ${next.rule}`)
    standing = next.standing
    at = when
    happenings.push({ step, by, at: when, ...more })
    return true
  }
  const plain = (kind: Exclude<StepKind, 'asked' | 'decided'>, by: Hand, days: number, more?: Partial<Happening>) =>
    happen({ kind }, by, hours.later(chance, at, days), more)
  /** Named once what is missing, and handed in, or not. */
  const ask = (by: Hand): boolean => {
    const documents = service.documents.filter(({ waivable }) => waivable).map(({ id }) => id)
    happen({ kind: 'asked', permitted: standing.notices > 0 }, by, hours.later(chance, at, chance.below(2)), {
      words: chance.pick(caseWords.asked),
      details: { documents: documents.slice(0, 1), fields: [] },
    })
    if (chance.in(0.03)) {
      plain('reminded', 'clock', 5)
      plain('reminded', 'clock', 7)
      plain('lapsed', 'clock', 4)
      over = true
      return false
    }
    return plain('supplemented', 'resident', 1 + chance.below(6), { words: chance.pick(caseWords.supplemented) })
  }
  const decide = (by: Hand) => {
    const outcome = chance.weighed<Outcome>(
      group === 'newcomer' ? { granted: 86, refused: 8, referred: 6 } : { granted: 88, refused: 7, referred: 5 },
    )
    const fitting = service.decisionReasons.filter((one) => one.outcome === outcome)
    const chosen = fitting.length > 0 ? chance.pick(fitting) : service.decisionReasons[0]!
    const days = Math.max(0, Math.round(service.promisedWorkingDays * (0.2 + 0.7 * chance.next() + (chance.in(0.05) ? 0.6 : 0))))
    const step: Step = { kind: 'decided', outcome: chosen.outcome }
    if (happen(step, by, hours.later(chance, at, days), { details: { outcome: chosen.outcome, reason: chosen.id } })) reason = chosen.id
  }

  happen({ kind: 'filed' }, channel === 'phone' ? 'resident' : 'clerk', filedAt, { details: { channel } })
  if (chance.in(0.02)) {
    plain('withdrawn', 'resident', chance.below(2))
    over = true
  }
  if (chance.in(0.12) && service.documents.length > 0 && !ask('clerk')) over = true
  plain('accepted', 'clerk', channel === 'phone' || channel === 'paper' ? (chance.in(0.93) ? chance.below(2) : 2) : 0)
  if (service.externalParty && chance.in(0.55)) {
    plain('externalSent', 'clerk', 1 + chance.below(2))
    if (chance.in(0.4)) plain('externalAsked', 'clerk', 10)
    plain('externalReplied', 'clerk', 5 + chance.below(14))
  }
  if (!returned && (service.department === 'station' || chance.in(0.15))) decide('clerk')
  else {
    plain('routed', 'clerk', 0, { details: { department: service.department } })
    if (returned || chance.in(0.02)) {
      plain('departmentDeclined', 'department', 1, { words: caseWords.returned[0] })
      if (returned) over = true
      plain('routed', 'clerk', 1, { details: { department: service.department } })
    }
    if (plain('departmentAccepted', 'department', chance.below(3)) && chance.in(0.06)) ask('department')
    decide('department')
  }
  plain('closed', chance.in(0.6) ? 'clerk' : 'resident', chance.below(5))
  if (chance.in(0.02)) {
    plain('reopened', 'resident', 1 + chance.below(4), { words: caseWords.reopened[0] })
    decide('clerk')
    plain('closed', 'clerk', chance.below(3))
  }
  if (standing.state === 'closed' && chance.in(0.35)) plain('rated', 'resident', chance.below(4))
  return { happenings, standing, reason }
}
