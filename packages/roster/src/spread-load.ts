import type { Pair } from './assign-shifts.ts'
import type { ReadVolunteer } from './problem.ts'
import { lengthOf } from './rules.ts'
import type { Column, Program, Terms } from './solver.ts'

/** Somebody who could be given something: what they bear is `given` and whatever of `terms` is chosen. */
interface Bearer {
  readonly given: number
  readonly terms: Terms
  /** Every load they might come to, from the least. */
  readonly loads: readonly number[]
  /** For the levels they might stand on, from the highest: whether they do. */
  readonly levels: { readonly level: number; readonly stands: Column }[]
}

/**
 * Makes as few people as possible bear the greatest load, then as few as possible the next, and so on down: the greatest load is then as small as
 * can be, and under it the next. The load is what somebody gave in the last four weeks and what is proposed now.
 */
export function spreadLoad(program: Program, pairs: readonly Pair[]): void {
  let open = bearersOf(pairs)
  for (;;) {
    const level = Math.max(...open.flatMap((bearer) => (isCounted(program, bearer) ? [] : [loadOf(program, bearer)])))
    if (level <= 0) return
    // Whoever gave this much already stands here with nothing more to do, or above where they are counted there.
    for (const bearer of open) if (bearer.given >= level) bound(program, bearer, bearer.given)
    open = open.filter(({ given }) => given < level)
    const standing = open.filter((bearer) => loadOf(program, bearer) >= level && !isCounted(program, bearer)).length
    const onIt = open.flatMap((bearer) => keepBelow(program, bearer, level, standing > 0))
    program.minimise(onIt.map((column) => [column, 1]))
  }
}

/** They stay below this level unless they are counted on one above or, where that `mayStand`, on this one. */
function keepBelow(program: Program, bearer: Bearer, level: number, mayStand: boolean): Column[] {
  const { loads, levels } = bearer
  if (loads.at(-1)! < level) return []
  const counted = mayStand && loads.includes(level)
  if (counted) levels.push({ level, stands: program.column(1, !isCounted(program, bearer) && loadOf(program, bearer) >= level ? 1 : 0) })
  bound(
    program,
    bearer,
    loads.findLast((load) => load < level)!,
  )
  return counted ? [levels.at(-1)!.stands] : []
}

/** They bear no more than this, or the level they are counted on: each count lifts the bound just so far, which leaves little between whole numbers. */
function bound(program: Program, { given, terms, levels }: Bearer, most: number): void {
  const lifts = levels.map(({ level, stands }): [Column, number] => [stands, most - level])
  program.row([...terms, ...lifts], Number.NEGATIVE_INFINITY, most - given)
  if (levels.length > 1)
    program.row(
      levels.map(({ stands }) => [stands, 1]),
      0,
      1,
    )
}

const isCounted = (program: Program, { levels }: Bearer): boolean => levels.some(({ stands }) => program.value(stands) === 1)

const loadOf = (program: Program, { given, terms }: Bearer): number =>
  given + terms.reduce((sum, [column, length]) => sum + program.value(column) * length, 0)

function bearersOf(pairs: readonly Pair[]): Bearer[] {
  // In the greatest unit that measures everything, as the search sees it best.
  const unit = [...pairs.map(({ shift }) => lengthOf(shift)), ...pairs.map(({ volunteer }) => volunteer.given)].reduce(greatestDivisor, 0)
  const mine = new Map<ReadVolunteer, Pair[]>()
  for (const pair of pairs) mine.set(pair.volunteer, [...(mine.get(pair.volunteer) ?? []), pair])
  return [...mine].map(([volunteer, own]) => {
    const terms = own.map(({ shift, column }): [Column, number] => [column, lengthOf(shift) / unit])
    const loads = terms.reduce(
      (sums, [, length]) => new Set([...sums].flatMap((sum) => [sum, sum + length])),
      new Set([volunteer.given / unit]),
    )
    return { given: volunteer.given / unit, terms, loads: [...loads].toSorted((one, other) => one - other), levels: [] }
  })
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
