import type { MentoringLanguage, MentoringSkill, MentoringTime } from '@ronghe/contract/school/mentoring-choices.ts'
import type { WithoutReason } from '@ronghe/contract/school/mentoring.ts'

/** What a match is made of. There is no group, age, origin or name in it, so none can weigh. */
export interface Side {
  readonly id: string
  readonly personId: string
  readonly skills: readonly MentoringSkill[]
  readonly languages: readonly MentoringLanguage[]
  readonly times: readonly MentoringTime[]
  /** Who has waited longer goes first where nothing else tells two apart. */
  readonly since: number
}
export interface Mentor extends Side {
  /** Learners this mentor can still take. */
  readonly places: number
}
export interface Match {
  readonly mentor: string
  readonly learner: string
  readonly skill: MentoringSkill
  readonly languages: readonly MentoringLanguage[]
  readonly times: readonly MentoringTime[]
}

/** Two persons who were a pair before, in whatever order. */
export type Past = ReadonlySet<string>
export const pastKey = (one: string, other: string): string => [one, other].toSorted().join(' ')

/**
 * As many pairs as possible, and of those ways the one with the most in common. A pair needs a skill, a language and a time of the week in
 * common, is not somebody with themselves and was no pair before. The order in which people are given does not matter.
 * @returns the pairs in the learners' order of waiting, and for everybody without one the reason
 */
export function matchMentors(
  mentors: readonly Mentor[],
  learners: readonly Side[],
  past: Past,
): { readonly pairs: readonly Match[]; readonly without: readonly { readonly learner: string; readonly reason: WithoutReason }[] } {
  const seats = mentors.toSorted(byWaiting).flatMap((mentor) => Array.from({ length: mentor.places }, () => mentor))
  const waiting = learners.toSorted(byWaiting)
  const fits = waiting.map((learner) => seats.map((mentor) => inCommon(mentor, learner, past)))
  const seatOf = assign(fits.map((row) => row.map((fit) => (fit ? worthOf(fit) : undefined))))
  const pairs: Match[] = []
  const without: { learner: string; reason: WithoutReason }[] = []
  waiting.forEach((learner, index) => {
    const seat = seatOf[index]
    if (seat !== undefined) pairs.push(fits[index]![seat]!)
    else without.push({ learner: learner.id, reason: reasonFor(learner, mentors, past) })
  })
  return { pairs, without }
}

const byWaiting = (a: Side, b: Side): number => a.since - b.since || (a.id < b.id ? -1 : 1)
const shared = <T>(a: readonly T[], b: readonly T[]): T[] => a.filter((one) => b.includes(one)).toSorted()

/** What two have in common, undefined where that is not enough for a pair. */
export function inCommon(mentor: Mentor, learner: Side, past: Past): Match | undefined {
  const [skill] = shared(mentor.skills, learner.skills)
  const languages = shared(mentor.languages, learner.languages)
  const times = shared(mentor.times, learner.times)
  if (mentor.personId === learner.personId || past.has(pastKey(mentor.personId, learner.personId))) return undefined
  if (!skill || languages.length === 0 || times.length === 0) return undefined
  return { mentor: mentor.id, learner: learner.id, skill, languages, times }
}

/** A further language or time in common makes a pair likelier to last; both count alike, six at most. */
const worthOf = ({ languages, times }: Match): number => Math.min(3, languages.length) + Math.min(3, times.length)

/** The first thing that is missing, looked for in the order in which people can do something about it. */
function reasonFor(learner: Side, mentors: readonly Mentor[], past: Past): WithoutReason {
  const others = mentors.filter(({ personId }) => personId !== learner.personId && !past.has(pastKey(personId, learner.personId)))
  const skilled = others.filter(({ skills }) => shared(skills, learner.skills).length > 0)
  if (skilled.length === 0) return mentors.some(({ skills }) => shared(skills, learner.skills).length > 0) ? 'before' : 'skill'
  const understood = skilled.filter(({ languages }) => shared(languages, learner.languages).length > 0)
  if (understood.length === 0) return 'language'
  if (!understood.some(({ times }) => shared(times, learner.times).length > 0)) return 'time'
  return 'taken'
}

/**
 * Assignment of rows to columns by successive best augmenting paths: every path adds one pair and is the one that adds most, so that after
 * the last one the number of pairs is the greatest possible and, for that number, so is their worth.
 * @param worth by row and column; undefined where the two do not fit
 * @returns by row the column, undefined where there is none
 */
function assign(worth: readonly (readonly (number | undefined)[])[]): (number | undefined)[] {
  const columns = worth[0]?.length ?? 0
  const columnOf: (number | undefined)[] = worth.map(() => undefined)
  const rowOf: (number | undefined)[] = Array.from({ length: columns }, () => undefined)
  for (;;) {
    const path = bestPath(worth, columnOf, rowOf)
    if (!path) return columnOf
    for (const { row, column } of path) {
      columnOf[row] = column
      rowOf[column] = row
    }
  }
}

/** Bellman and Ford over rows: gain to reach a free column when a row takes a column and whoever had it takes another. */
function bestPath(
  worth: readonly (readonly (number | undefined)[])[],
  columnOf: readonly (number | undefined)[],
  rowOf: readonly (number | undefined)[],
): readonly { row: number; column: number }[] | undefined {
  const gain = columnOf.map((column) => (column === undefined ? 0 : -Infinity))
  const from: ({ row: number; column: number } | undefined)[] = columnOf.map(() => undefined)
  for (let changed = true; changed;) {
    changed = false
    worth.forEach((row, here) => {
      if (gain[here] === -Infinity) return
      row.forEach((value, column) => {
        const next = rowOf[column]
        if (value === undefined || next === undefined || next === here) return
        const reached = gain[here]! + value - worth[next]![column]!
        if (reached <= gain[next]!) return
        gain[next] = reached
        from[next] = { row: here, column }
        changed = true
      })
    })
  }
  let best: { row: number; column: number; gain: number } | undefined
  worth.forEach((row, here) => {
    row.forEach((value, column) => {
      if (value === undefined || rowOf[column] !== undefined || gain[here] === -Infinity) return
      if (!best || gain[here]! + value > best.gain) best = { row: here, column, gain: gain[here]! + value }
    })
  })
  if (!best) return undefined
  const path = [{ row: best.row, column: best.column }]
  for (let step = from[best.row]; step; step = from[step.row]) path.push(step)
  return path
}
