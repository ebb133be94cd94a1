import fc from 'fast-check'
import { checkRoster, type Assignment } from './check-roster.ts'
import type { Period, Problem, Shift, Volunteer } from './problem.ts'
import { toMinutes } from './times.ts'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString().slice(0, 16)

/** Some hours of two weeks. */
const period = (longest: number): fc.Arbitrary<Period> =>
  fc
    .tuple(fc.integer({ min: 0, max: 14 * 24 }), fc.integer({ min: 1, max: longest }))
    .map(([from, length]) => ({ from: at(from), until: at(from + length) }))

const skills = fc.subarray(['honghu', 'first-aid', 'sign'])
const rarely = fc.constantFrom(false, false, false, true)

const volunteer = (index: number): fc.Arbitrary<Volunteer> =>
  fc.record({
    id: fc.constant(`v${index}`),
    minor: rarely,
    nights: fc.boolean(),
    available: fc.array(period(9 * 24), { minLength: 1, maxLength: 3 }),
    skills,
    lanes: fc.constantFrom<Record<string, 0 | 1>>({}, { east: 0 }, { east: 1, west: 0 }),
    hoursGiven: fc.constantFrom(0, 0, 1, 3, 8),
    held: fc.array(period(4), { maxLength: 1 }),
    busy: fc.array(period(4), { maxLength: 1 }),
    notWith: fc.subarray(['v0', 'v1', 'v2', 'v3']).map((ids) => (ids.length === 1 ? ids.filter((id) => id !== `v${index}`) : [])),
  })

/** Shifts come in pairs of days, so that rest, nights and hours are really in the way. */
const shift = (index: number): fc.Arbitrary<Shift> =>
  fc
    .record({
      from: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(8, 9, 14, 19, 20, 21, 22, 23)).map(([day, hour]) => day * 24 + hour),
      length: fc.integer({ min: 1, max: 6 }),
      min: fc.integer({ min: 0, max: 3 }),
      more: fc.integer({ min: 0, max: 1 }),
      requires: fc.constantFrom<string[]>([], [], ['honghu']),
      wants: skills,
      lane: fc.constantFrom('east', 'west'),
      patrol: fc.boolean(),
      pair: rarely,
    })
    .map(({ from, length, min, more, ...rest }) => ({
      id: `s${index}`,
      from: at(from),
      until: at(from + length),
      min,
      max: Math.max(2, min + more),
      ...rest,
    }))

export const problems = (volunteers: number, shifts: number): fc.Arbitrary<Problem> =>
  fc.record({
    volunteers: fc
      .integer({ min: 1, max: volunteers })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => volunteer(index)))),
    shifts: fc.integer({ min: 1, max: shifts }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => shift(index)))),
    fill: fc.constantFrom('minimum', 'minimum', 'maximum'),
  })

/** How good a roster is, most important first; smaller is better. Computed from the file, not from the program. */
export function worthOf(problem: Problem, assigned: readonly Assignment[]): number[] {
  const on = (id: string) => assigned.filter((one) => one.shift === id).map((one) => one.volunteer)
  const who = new Map(problem.volunteers.map((one) => [one.id, one]))
  const needs = problem.shifts.map((one) => {
    const night = [22, 23, 0, 1, 2, 3, 4, 5].some((hour) => touches(one, hour))
    const together = one.pair || (one.patrol && night)
    return Math.max(0, (together && one.min > 0 ? Math.max(2, one.min) : one.min) - on(one.id).length)
  })
  const hours = (one: Period) => (toMinutes(one.until) - toMinutes(one.from)) / 60
  const loads = problem.volunteers
    .filter(({ id }) =>
      problem.shifts.some((one) => checkRoster(problem, [{ shift: one.id, volunteer: id }]).every(({ rule }) => rule === 'together')),
    )
    .map(({ id, hoursGiven = 0 }) => problem.shifts.reduce((sum, one) => sum + (on(one.id).includes(id) ? hours(one) : 0), hoursGiven))
    .toSorted((one, other) => other - one)
  const lacking = problem.shifts.flatMap((one) =>
    (one.wants ?? []).filter((skill) => !on(one.id).some((id) => who.get(id)!.skills?.includes(skill))),
  )
  const distance = assigned.reduce((sum, one) => {
    const { lane } = problem.shifts.find(({ id }) => id === one.shift)!
    return sum + (lane === undefined ? 0 : (who.get(one.volunteer)!.lanes?.[lane] ?? 2))
  }, 0)
  return [
    needs.filter((count) => count > 0).length,
    needs.reduce((sum, count) => sum + count, 0),
    ...(problem.fill === 'maximum' ? [-assigned.length] : []),
    ...loads,
    lacking.length,
    distance,
  ]
}

function touches(one: Period, hour: number): boolean {
  for (let minute = toMinutes(one.from); minute < toMinutes(one.until); minute += 60) if ((minute / 60) % 24 === hour) return true
  return false
}

export const compareWorth = (one: readonly number[], other: readonly number[]): number => {
  const index = one.findIndex((value, place) => Math.abs(value - other[place]!) > 1e-9)
  return index < 0 ? 0 : one[index]! - other[index]!
}

/** The best roster there is, found by trying them all. */
export function tryThemAll(problem: Problem): number[] {
  const possible = problem.shifts.flatMap(({ id: shift }) =>
    problem.volunteers
      .map(({ id }) => ({ shift, volunteer: id }))
      .filter((one) => checkRoster(problem, [one]).every(({ rule }) => rule === 'together')),
  )
  if (possible.length > 10) throw new RangeError('too many to try them all')
  let best: number[] | undefined
  for (let set = 0; set < 2 ** possible.length; set++) {
    const assigned = possible.filter((_, index) => set & (1 << index))
    if (checkRoster(problem, assigned).length > 0) continue
    const worth = worthOf(problem, assigned)
    if (!best || compareWorth(worth, best) < 0) best = worth
  }
  return best!
}

export const countPossible = (problem: Problem): number =>
  problem.shifts.reduce(
    (sum, { id: shift }) =>
      sum +
      problem.volunteers.filter(({ id }) => checkRoster(problem, [{ shift, volunteer: id }]).every(({ rule }) => rule === 'together'))
        .length,
    0,
  )
