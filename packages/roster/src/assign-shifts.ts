import { explainAssignment, explainGap, type Gap, type Reason } from './explain.ts'
import { readProblem, type Problem, type Read, type ReadShift, type ReadVolunteer } from './problem.ts'
import { distanceOf, hindranceOf, lengthOf, tooClose, wishesOf } from './rules.ts'
import { openProgram, type Column, type Program, type Solver, type Terms } from './solver.ts'
import { spreadLoad } from './spread-load.ts'

export interface Proposal {
  readonly assigned: readonly { readonly shift: string; readonly volunteer: string; readonly because: readonly Reason[] }[]
  readonly unfilled: readonly Gap[]
  /** Proven to be as good as can be, or the best that was found in time. */
  readonly proven: boolean
}

export interface Options {
  /** How long may be searched, in seconds (10). What is found by then keeps every rule, and `proven` says whether it could be better. */
  readonly timeLimit?: number
  /** Seconds of some clock. */
  readonly clock?: () => number
}

/** Somebody on a shift, where nothing stands against it. */
export interface Pair {
  readonly volunteer: ReadVolunteer
  readonly shift: ReadShift
  readonly column: Column
}

/**
 * Who might serve when. Every rule is kept; under them, each goal matters only where the goals before it leave a choice: as many shifts as
 * possible have their minimum and as few places as possible stay empty; then the greatest load of anybody is as small as can be, then the next
 * greatest, and so on; then the skills wanted are there; then the ways are short. The same problem gives the same answer, in whatever order it is
 * written, unless the time was over.
 */
export function assignShifts(solver: Solver, problem: Problem, options: Options = {}): Proposal {
  const { timeLimit = 10, clock = () => performance.now() / 1000 } = options
  const end = clock() + timeLimit
  const read = readProblem(problem)
  const program = openProgram(solver, () => end - clock())
  const pairs = pairsOf(read, program)
  keepTheRules(read, program, pairs)
  fillShifts(read, program, pairs)
  spreadLoad(program, pairs)
  fitShifts(read, program, pairs)
  const chosen = pairs.filter(({ column }) => program.value(column) === 1)
  return {
    assigned: chosen.map((pair) => ({
      shift: pair.shift.id,
      volunteer: pair.volunteer.id,
      because: explainAssignment(pair, pairs),
    })),
    unfilled: read.shifts.flatMap((shift) => {
      const missing = shift.needed - chosen.filter((pair) => pair.shift === shift).length
      return missing > 0 ? [explainGap(read, shift, missing, chosen)] : []
    }),
    proven: program.proven,
  }
}

function pairsOf(read: Read, program: Program): Pair[] {
  const wishes = wishesOf(read)
  return read.shifts.flatMap((shift) =>
    read.volunteers
      .filter((volunteer) => hindranceOf(volunteer, shift, read.rules, wishes) === undefined)
      .map((volunteer) => ({ volunteer, shift, column: program.column(1, 0) })),
  )
}

function keepTheRules(read: Read, program: Program, pairs: readonly Pair[]): void {
  const wishes = wishesOf(read)
  for (const shift of read.shifts) {
    const here = pairs.filter((pair) => pair.shift === shift)
    if (here.length === 0) continue
    program.row(ones(here), 0, read.fill === 'maximum' ? shift.room : Math.min(shift.room, shift.needed))
    if (shift.adults > 0) {
      const goes = program.column(1, 0)
      for (const { column } of here)
        program.row(
          [
            [column, 1],
            [goes, -1],
          ],
          Number.NEGATIVE_INFINITY,
          0,
        )
      const adults = here.filter(({ volunteer }) => !volunteer.minor)
      program.row([...ones(adults), [goes, -shift.adults]], 0, Number.POSITIVE_INFINITY)
    }
    here.forEach((one, index) => {
      for (const other of here.slice(index + 1)) if (wishes(one.volunteer.id, other.volunteer.id)) program.row(ones([one, other]), 0, 1)
    })
  }
  for (const volunteer of read.volunteers) {
    const mine = pairs.filter((pair) => pair.volunteer === volunteer)
    mine.forEach((one, index) => {
      for (const other of mine.slice(index + 1)) if (tooClose(one.shift, other.shift, read.rules)) program.row(ones([one, other]), 0, 1)
    })
    for (const week of new Set(mine.map(({ shift }) => shift.week))) {
      const inWeek = mine.filter(({ shift }) => shift.week === week)
      const held = volunteer.held.filter((span) => span.week === week)
      const minutes = held.reduce((sum, span) => sum + lengthOf(span), 0)
      const hours: Terms = inWeek.map(({ shift, column }) => [column, lengthOf(shift)])
      program.row(hours, 0, read.rules.hoursPerWeek * 60 - minutes)
      const nights = ones(inWeek.filter(({ shift }) => shift.night))
      if (nights.length > 0) program.row(nights, 0, read.rules.nightsPerWeek - held.filter(({ night }) => night).length)
    }
  }
}

function fillShifts(read: Read, program: Program, pairs: readonly Pair[]): void {
  const below: Column[] = []
  const missing: Column[] = []
  for (const shift of read.shifts) {
    if (shift.needed === 0) continue
    const gap = program.column(shift.needed, shift.needed)
    const isBelow = program.column(1, 1)
    const here = pairs.filter((pair) => pair.shift === shift)
    program.row([...ones(here), [gap, 1]], shift.needed, Number.POSITIVE_INFINITY)
    program.row(
      [
        [gap, 1],
        [isBelow, -shift.needed],
      ],
      Number.NEGATIVE_INFINITY,
      0,
    )
    below.push(isBelow)
    missing.push(gap)
  }
  program.minimise(below.map((column) => [column, 1]))
  program.minimise(missing.map((column) => [column, 1]))
  if (read.fill === 'maximum') program.minimise(pairs.map(({ column }) => [column, -1]))
}

function fitShifts(read: Read, program: Program, pairs: readonly Pair[]): void {
  const lacking: Column[] = []
  for (const shift of read.shifts)
    for (const skill of shift.wants) {
      const there = [...shift.already].some((id) => read.volunteers.find((volunteer) => volunteer.id === id)?.skills.has(skill))
      const here = pairs.filter((pair) => pair.shift === shift && pair.volunteer.skills.has(skill))
      if (there || here.length === 0) continue
      const lacks = program.column(1, here.some(({ column }) => program.value(column) === 1) ? 0 : 1)
      program.row([...ones(here), [lacks, 1]], 1, Number.POSITIVE_INFINITY)
      lacking.push(lacks)
    }
  program.minimise(lacking.map((column) => [column, 1]))
  program.minimise(
    pairs.flatMap(({ volunteer, shift, column }) => {
      const distance = distanceOf(volunteer, shift)
      return distance > 0 ? [[column, distance] as const] : []
    }),
  )
}

const ones = (pairs: readonly Pair[]): [Column, number][] => pairs.map(({ column }) => [column, 1])
