import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { assignShifts } from './assign-shifts.ts'
import { checkRoster } from './check-roster.ts'
import type { Problem, Shift, Volunteer } from './problem.ts'
import { compareWorth, countPossible, problems, tryThemAll, worthOf } from './problems.testing.ts'
import { loadSolver, type Solver } from './solver.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})
const seed = 20261123

const week = [{ from: '2026-11-23T00:00', until: '2026-11-30T00:00' }]
const person = (id: string, more: Partial<Volunteer> = {}): Volunteer => ({ id, available: week, nights: true, ...more })
const evening = (id: string, day: number, more: Partial<Shift> = {}): Shift => ({
  id,
  from: `2026-11-${day}T19:00`,
  until: `2026-11-${day}T21:00`,
  min: 1,
  max: 2,
  ...more,
})
const night = (id: string, day: number, more: Partial<Shift> = {}): Shift => ({
  ...evening(id, day),
  from: `2026-11-${day}T21:00`,
  until: `2026-11-${day}T23:00`,
  patrol: true,
  min: 2,
  max: 3,
  ...more,
})
const assign = (problem: Problem) => assignShifts(solver, problem)
const who = (problem: Problem, shift: string) => assign(problem).assigned.flatMap((one) => (one.shift === shift ? [one.volunteer] : []))

test('whoever gave least in the last four weeks is asked first', () => {
  const volunteers = [person('chen', { hoursGiven: 8 }), person('li', { hoursGiven: 2 }), person('zhou', { hoursGiven: 5 })]
  expect(who({ volunteers, shifts: [evening('a', 24)] }, 'a')).toEqual(['li'])
})

test('three evenings among three people are one each, not three for the nearest', () => {
  const volunteers = [person('chen', { lanes: { east: 0 } }), person('li'), person('zhou')]
  const shifts = [24, 25, 26].map((day) => evening(`d${day}`, day, { lane: 'east' }))
  expect(
    assign({ volunteers, shifts })
      .assigned.map(({ volunteer }) => volunteer)
      .toSorted(),
  ).toEqual(['chen', 'li', 'zhou'])
})

test('a night patrol goes with two or not at all, and says why', () => {
  const problem = { volunteers: [person('chen'), person('li', { nights: false })], shifts: [night('n', 24, { min: 1 })] }
  expect(assign(problem)).toEqual({
    assigned: [],
    unfilled: [
      {
        shift: 'n',
        missing: 2,
        because: [
          { kind: 'together', people: 1 },
          { kind: 'noNights', people: 1 },
        ],
      },
    ],
    proven: true,
  })
})

test('somebody who has already said yes makes up the pair', () => {
  const problem = { volunteers: [person('chen'), person('li')], shifts: [night('n', 24, { already: ['li'] })] }
  expect(who(problem, 'n')).toEqual(['chen'])
})

test('a third night in a week is nobody’s', () => {
  const volunteers = [person('chen'), person('li')]
  const shifts = [24, 26, 28].map((day) => night(`n${day}`, day, { from: `2026-11-${day}T22:00`, until: `2026-11-${day}T23:30` }))
  const { assigned, unfilled } = assign({ volunteers, shifts })
  expect(assigned).toHaveLength(4)
  expect(unfilled).toMatchObject([{ missing: 2, because: [{ kind: 'nights', people: 2 }] }])
})

test('from an evening to the next morning eleven hours are left free', () => {
  const shifts = [evening('late', 24), evening('early', 25, { from: '2026-11-25T07:00', until: '2026-11-25T09:00' })]
  const late = (until: string) => assign({ volunteers: [person('chen')], shifts: [{ ...shifts[0]!, until }, shifts[1]!] })
  expect(late('2026-11-24T20:00').unfilled).toEqual([])
  expect(late('2026-11-24T20:01').unfilled).toMatchObject([{ missing: 1, because: [{ kind: 'elsewhere', people: 1 }] }])
})

test('more than four hours of a shift after ten at night are nobody’s', () => {
  const shift = (until: string) => night('n', 24, { from: '2026-11-24T21:00', until })
  const volunteers = [person('chen'), person('li')]
  expect(assign({ volunteers, shifts: [shift('2026-11-25T02:00')] }).assigned).toHaveLength(2)
  expect(assign({ volunteers, shifts: [shift('2026-11-25T02:01')] }).unfilled).toMatchObject([
    { because: [{ kind: 'nightTooLong', people: 2 }] },
  ])
})

test('twelve hours a week are enough, those already promised included', () => {
  const held = (hours: number) => [{ from: '2026-11-23T00:00', until: `2026-11-23T${String(hours).padStart(2, '0')}:00` }]
  const shifts = [evening('a', 26)]
  expect(assign({ volunteers: [person('chen', { held: held(10) })], shifts }).unfilled).toEqual([])
  expect(assign({ volunteers: [person('chen', { held: held(11) })], shifts }).unfilled).toMatchObject([{ because: [{ kind: 'hours' }] }])
})

test('a minor serves by day beside two adults, never as one of the pair, never on patrol', () => {
  const volunteers = [person('chen'), person('wu', { minor: true })]
  const children = evening('c', 24, { pair: true, min: 2 })
  expect(assign({ volunteers, shifts: [children] }).assigned).toEqual([])
  expect(who({ volunteers: [...volunteers, person('li')], shifts: [{ ...children, min: 3, max: 3 }] }, 'c')).toEqual(['chen', 'li', 'wu'])
  const patrol = evening('p', 24, { patrol: true, from: '2026-11-24T15:00', until: '2026-11-24T17:00' })
  expect(assign({ volunteers: [volunteers[1]!], shifts: [patrol] }).unfilled).toMatchObject([{ because: [{ kind: 'minor' }] }])
})

test('two who would rather not are not put together, whichever of them said so', () => {
  const volunteers = [person('chen'), person('li', { notWith: ['chen'] })]
  const { assigned, unfilled } = assign({ volunteers, shifts: [evening('a', 24, { min: 2 })] })
  expect(assigned).toHaveLength(1)
  expect(unfilled).toMatchObject([{ because: [{ kind: 'notWith', people: 1 }] }])
})

test('where the load leaves a choice, the home dialect is there', () => {
  const volunteers = [person('a'), person('b'), person('c', { skills: ['honghu'] }), person('d')]
  const problem = { volunteers, shifts: [evening('s', 24, { min: 2, wants: ['honghu'] })] }
  expect(who(problem, 's')).toContain('c')
  expect(assign(problem).assigned.find(({ volunteer }) => volunteer === 'c')!.because).toContainEqual({ kind: 'has', skills: ['honghu'] })
})

test('every rule is kept in every proposal', () => {
  fc.assert(
    fc.property(problems(7, 6), (problem) => {
      const { assigned, proven } = assign(problem)
      expect(checkRoster(problem, assigned)).toEqual([])
      expect(proven).toBe(true)
    }),
    { seed, numRuns: 150 },
  )
})

test('no roster is better: not in minimums, not in the loads from the greatest down, not in skills, not in ways', () => {
  let compared = 0
  fc.assert(
    fc.property(
      problems(4, 4).filter((problem) => countPossible(problem) <= 10),
      (problem) => {
        const best = tryThemAll(problem)
        const worth = worthOf(problem, assign(problem).assigned)
        expect(compareWorth(worth, best)).toBe(0)
        if (problem.volunteers.length > 1) compared++
      },
    ),
    { seed, numRuns: 250 },
  )
  expect(compared).toBeGreaterThan(150)
})

test('the order in which a problem is written changes nothing', () => {
  fc.assert(
    fc.property(problems(6, 5), (problem) => {
      const turned = { ...problem, volunteers: problem.volunteers.toReversed(), shifts: problem.shifts.toReversed() }
      expect(assign(turned)).toEqual(assign(problem))
    }),
    { seed, numRuns: 40 },
  )
})

test('when the time is over, the proposal still keeps every rule and says that it may not be the fairest', () => {
  let ticks = 0
  const volunteers = Array.from({ length: 12 }, (_, index) => person(`v${index}`, { hoursGiven: index }))
  const problem = { volunteers, shifts: [24, 25, 26].map((day) => night(`n${day}`, day)) }
  // A clock that is over after three steps: the minimums are filled by then.
  const { assigned, proven } = assignShifts(solver, problem, { timeLimit: 1, clock: () => (ticks++ < 4 ? 0 : 2) })
  expect(proven).toBe(false)
  expect(assigned).toHaveLength(6)
  expect(checkRoster(problem, assigned)).toEqual([])
})

test('a week of a large team is settled in a few seconds', () => {
  const volunteers = Array.from({ length: 40 }, (_, index) =>
    person(`v${index}`, { hoursGiven: (index * 7) % 11, skills: index % 3 === 0 ? ['honghu'] : [], nights: index % 2 === 0 }),
  )
  const shifts = [23, 24, 25, 26, 27, 28, 29].flatMap((day) => [
    night(`n${day}`, day),
    evening(`e${day}`, day, { wants: ['honghu'] }),
    evening(`m${day}`, day, { from: `2026-11-${day}T09:00`, until: `2026-11-${day}T11:00`, min: 2 }),
  ])
  const start = performance.now()
  const { unfilled, proven } = assign({ volunteers, shifts })
  expect(unfilled).toEqual([])
  expect(proven).toBe(true)
  expect(performance.now() - start).toBeLessThan(8000)
}, 20_000)

test.each([
  [{ volunteers: [], shifts: [evening('a', 24, { min: 3 })] }, 'min not above max'],
  [{ volunteers: [person('a'), person('a')], shifts: [] }, 'two of the name a'],
  [{ volunteers: [], shifts: [evening('a', 24, { until: '2026-11-24T18:00' })] }, 'is not after'],
  [{ volunteers: [], shifts: [evening('a', 31)] }, 'no local time'],
  [{ volunteers: [], shifts: [], rules: { hoursPerWeek: Number.NaN } }, 'hoursPerWeek'],
  [{ volunteers: [], shifts: [evening('a', 24, { pair: true, max: 1 })] }, 'needs two adults'],
  [{ volunteers: [person('a', { hoursGiven: -1 })], shifts: [] }, 'no number of hours'],
])('nonsense is refused (%#)', (problem, sentence) => {
  expect(() => assign(problem)).toThrow(sentence)
})
