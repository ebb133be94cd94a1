import { readProblem, type Problem } from './problem.ts'
import { hindranceOf, minutesIn, nightsIn, tooClose, wishesOf, type Hindrance } from './rules.ts'

export interface Assignment {
  readonly shift: string
  readonly volunteer: string
}

export interface Breach extends Assignment {
  readonly rule: Hindrance | 'together' | 'full' | 'unknown'
}

/** Every rule that a roster breaks. Written apart from the search, so that each can be held against the other. */
export function checkRoster(problem: Problem, assigned: readonly Assignment[]): Breach[] {
  const read = readProblem(problem)
  const wishes = wishesOf(read)
  const volunteers = new Map(read.volunteers.map((volunteer) => [volunteer.id, volunteer]))
  const shifts = new Map(read.shifts.map((shift) => [shift.id, shift]))
  const breaches: Breach[] = []
  const known = assigned.filter((one) => {
    if (volunteers.has(one.volunteer) && shifts.has(one.shift)) return true
    breaches.push({ ...one, rule: 'unknown' })
    return false
  })
  for (const one of known) {
    const [volunteer, shift] = [volunteers.get(one.volunteer)!, shifts.get(one.shift)!]
    const breach = (rule: Breach['rule']) => breaches.push({ shift: one.shift, volunteer: one.volunteer, rule })
    const hindrance = hindranceOf(volunteer, shift, read.rules, wishes)
    if (hindrance) breach(hindrance)
    const others = known.filter((other) => other !== one && other.volunteer === one.volunteer).map((other) => shifts.get(other.shift)!)
    const all = [...volunteer.held, ...others, shift]
    if (others.some((other) => tooClose(other, shift, read.rules))) breach('rest')
    if (shift.night && nightsIn(all, shift.week) > read.rules.nightsPerWeek) breach('nights')
    if (minutesIn(all, shift.week) > read.rules.hoursPerWeek * 60) breach('hours')
    const company = known.filter((other) => other.shift === one.shift)
    if (company.some((other) => other !== one && wishes(one.volunteer, other.volunteer))) breach('notWith')
    if (company.length > shift.room) breach('full')
    if (company.filter((other) => !volunteers.get(other.volunteer)!.minor).length < shift.adults) breach('together')
  }
  return breaches
}
