import type { StanceCounts } from '@ronghe/contract/council/conversations.ts'
import { smallestCount } from '../../platform/privacy/suppression.ts'

/** How many agree, disagree and pass. */
export type Said = readonly [agree: number, disagree: number, pass: number]
/** Of one statement; `rest` are those who prefer not to say what they are. */
export interface SaidByGroup {
  readonly newcomer: Said
  readonly local: Said
  readonly rest: Said
}

/** What of one statement is shown. Both groups or neither; without `total` where the rest are few, who would be its difference to the groups. */
export interface Shown {
  readonly groups: { readonly newcomer: StanceCounts; readonly local: StanceCounts } | null
  readonly unstated: StanceCounts | null
  readonly total: StanceCounts | null
}

export const nothingShown: Shown = { groups: null, unstated: null, total: null }

/**
 * What is shown of a statement at a step, given everything that was ever shown of it (D7, S10). Nothing shown is ever taken back, so what counts is
 * what somebody can work out who kept every step: each number shown is nobody or at least `least`, and so is the difference of any two numbers of the
 * same kind, and what is left of a total without the groups. Otherwise what was shown last stays.
 * @param history oldest first
 */
export function publishStatement(said: SaidByGroup, history: readonly Shown[], least = smallestCount): Shown {
  const last = history.at(-1) ?? nothingShown
  const better = candidates(said).filter((one) => !last.groups || one.groups)
  return better.find((one) => isSafe(one, least) && history.every((before) => safeTogether(before, one, least))) ?? last
}

/** From the most to the least that could be said. */
function candidates(said: SaidByGroup): Shown[] {
  const total = sum(sum(said.newcomer, said.local), said.rest)
  return [
    ...[split, together].map((write) => ({
      groups: { newcomer: write(said.newcomer), local: write(said.local) },
      unstated: write(said.rest),
      total: write(total),
    })),
    ...[split, together].map((write) => ({
      groups: { newcomer: write(said.newcomer), local: write(said.local) },
      unstated: null,
      total: null,
    })),
    ...[split, together].map((write) => ({ groups: null, unstated: null, total: write(total) })),
  ]
}

const split = ([agree, disagree, pass]: Said): StanceCounts => ({ agree, disagree, pass, seen: agree + disagree + pass })
const together = ([agree, disagree, pass]: Said): StanceCounts => ({ agree, disagree: null, pass: null, seen: agree + disagree + pass })
const sum = (one: Said, other: Said): Said => [one[0] + other[0], one[1] + other[1], one[2] + other[2]]

/** Every number that one set of counts shows or gives by subtraction. */
export function numbersOf({ agree, disagree, pass, seen }: StanceCounts): Readonly<Record<string, number>> {
  return { agree, others: seen - agree, seen, ...(disagree === null || pass === null ? {} : { disagree, pass }) }
}

const partsOf = ({ groups, unstated, total }: Shown): Readonly<Record<string, StanceCounts>> => ({
  ...(groups ? { newcomer: groups.newcomer, local: groups.local } : {}),
  ...(unstated ? { unstated } : {}),
  ...(total ? { total } : {}),
})

const safe = (count: number, least: number): boolean => count === 0 || Math.abs(count) >= least

const isSafe = (shown: Shown, least: number): boolean =>
  Object.values(partsOf(shown)).every((counts) => Object.values(numbersOf(counts)).every((count) => safe(count, least)))

function safeTogether(before: Shown, now: Shown, least: number): boolean {
  const [then, here] = [partsOf(before), partsOf(now)]
  const steady = Object.keys(then).every((part) => !here[part] || sameOrFar(then[part]!, here[part], least))
  return steady && restIsSafe(before, now, least) && restIsSafe(now, before, least)
}

function sameOrFar(one: StanceCounts, other: StanceCounts, least: number): boolean {
  const [then, here] = [numbersOf(one), numbersOf(other)]
  return Object.keys(then).every((name) => here[name] === undefined || safe(here[name] - then[name]!, least))
}

/** The total of one step without the groups of another that has no total of its own is nearly the rest, whom neither step shows. */
function restIsSafe({ groups }: Shown, { groups: own, total }: Shown, least: number): boolean {
  if (!groups || own || !total) return true
  const [newcomer, local, all] = [numbersOf(groups.newcomer), numbersOf(groups.local), numbersOf(total)]
  return Object.keys(all).every(
    (name) => newcomer[name] === undefined || local[name] === undefined || safe(all[name]! - newcomer[name] - local[name], least),
  )
}
