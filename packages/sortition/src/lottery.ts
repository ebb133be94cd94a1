import { drawLegacy } from './draw-legacy.ts'
import { chancesOf, type Distribution } from './find-distribution.ts'
import { isPanel, type Panel } from './panel-rows.ts'
import type { Pool, Quota } from './pool.ts'
import { seededRandom } from './random.ts'
import { roundLottery } from './round-lottery.ts'
import { seatPeople } from './seat-people.ts'
import { hashText } from './sha256.ts'
import type { Problem } from './sort-into-types.ts'

/**
 * A lottery anybody can hold: `of` panels, numbered from 0 in the order of the list (a panel with count 3 has three numbers). Rows are those of the
 * respondents' file; there is no name in it, so it can be published.
 */
export interface Lottery {
  readonly of: number
  readonly seats: number
  readonly quotas: readonly Pick<Quota, 'category' | 'feature' | 'min' | 'max'>[]
  /** SHA-256 of the pool: who has which features and shares a household with whom, by row. */
  readonly pool: string
  readonly panels: readonly { readonly rows: readonly number[]; readonly count: number }[]
}

/**
 * Rounds a distribution to `of` panels of people. Everything random in it comes from the pool itself, not from the draw's seed: so the lottery can be
 * fixed and its hash published before anybody knows the seed.
 * @throws RangeError for an `of` that is no whole number from 1
 */
export function makeLottery({ problem, panels, shares }: Distribution, of = 1000): Lottery {
  const counts = roundLottery(
    panels,
    shares,
    problem.types.map((type) => type.people.length),
    of,
  )
  return lotteryOf(problem, seatPeople(problem, panels, counts, seededRandom(`seats ${hashPool(problem.pool)}`)))
}

/**
 * What the greedy rule does, as `of` of its draws, each equally likely. Its probabilities are estimates: nobody can compute them.
 * @returns undefined where the rule found no panel in a hundred tries
 */
export function makeLegacyLottery(problem: Problem, of = 1000): { distribution: Distribution; lottery: Lottery } | undefined {
  const random = seededRandom(`legacy ${hashPool(problem.pool)}`)
  const typeOf = new Map(problem.types.flatMap((type, index) => type.people.map((person) => [person, index] as const)))
  const draws: number[][] = []
  const panels: Panel[] = []
  for (let number = 0; number < of; number++) {
    const drawn = drawLegacy(problem, random)
    if (drawn.kind === 'gave up') return undefined
    const panel = new Int32Array(problem.types.length)
    for (const person of drawn.people) panel[typeOf.get(person)!]!++
    if (!isPanel(problem, panel)) throw new Error('the greedy rule broke a quota')
    panels.push(panel)
    draws.push([...problem.chosen, ...drawn.people].sort((one, other) => one - other))
  }
  const shares = panels.map(() => 1 / of)
  const chances = chancesOf(problem, panels, shares)
  const work = { rounds: 0, cuts: 0, programs: 0, panels: of }
  return {
    distribution: { kind: 'lottery', rule: 'legacy', problem, panels, shares, chances, never: [], work },
    lottery: lotteryOf(problem, draws),
  }
}

function lotteryOf({ pool, seats, chosen }: Problem, drawn: readonly (readonly number[])[]): Lottery {
  const counts = new Map<string, { rows: number[]; count: number }>()
  for (const people of drawn) {
    const rows = people.map((person) => pool.people[person]!.row)
    const key = rows.join(',')
    const same = counts.get(key)
    if (same) same.count++
    else counts.set(key, { rows, count: 1 })
  }
  return {
    of: drawn.length,
    seats: seats + chosen.length,
    quotas: pool.quotas.map(({ category, feature, min, max }) => ({ category, feature, min, max })),
    pool: hashPool(pool),
    panels: [...counts.values()],
  }
}

/** SHA-256 (hex) of everything about the pool that the draw depends on. Households are numbered, addresses are not in it. */
export function hashPool({ quotas, people }: Pool): string {
  const homes = new Map<string, number>()
  const home = (household: string): number => {
    const known = homes.get(household)
    if (known !== undefined) return known
    homes.set(household, homes.size + 1)
    return homes.size
  }
  return hashText(
    JSON.stringify([
      quotas.map(({ category, feature, min, max }) => [category, feature, min, max]),
      people.map(({ row, features, household }) => [row, features, household === undefined ? 0 : home(household)]),
    ]),
  )
}

/** The hash to publish before the draw: SHA-256 (hex) of the JSON text of [version, of, seats, quotas, pool, panels], blanks left out. */
export function commitTo({ of, seats, quotas, pool, panels }: Lottery): string {
  return hashText(
    JSON.stringify([
      'sortition lottery 1',
      of,
      seats,
      quotas.map(({ category, feature, min, max }) => [category, feature, min, max]),
      pool,
      panels.map(({ rows, count }) => [rows, count]),
    ]),
  )
}

/** The number from 0 to `of` - 1 that a seed draws: the first six bytes of SHA-256("commitment seed try") that give a fair one. */
export function drawNumber(commitment: string, seed: string, of: number): number {
  if (!Number.isInteger(of) || of < 1 || of > 2 ** 40) throw new RangeError(`no number below ${of} can be drawn`)
  const fair = 2 ** 48 - (2 ** 48 % of)
  for (let attempt = 0; ; attempt++) {
    const number = Number.parseInt(hashText(`${commitment} ${seed} ${attempt}`).slice(0, 12), 16)
    if (number < fair) return number % of
  }
}

/** The rows of the panel with this number (from dice, balls or `drawNumber`). @throws RangeError where the lottery has no such number */
export function panelAt({ panels, of }: Lottery, number: number): readonly number[] {
  let after = 0
  for (const { rows, count } of panels) {
    after += count
    if (number >= 0 && number < after && Number.isInteger(number)) return rows
  }
  throw new RangeError(`the lottery's panels are numbered from 0 to ${of - 1}; there is no ${number}`)
}

/** In how many of the panels each row is; rows in none are missing. */
export function countRows({ panels }: Lottery): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { rows, count } of panels) for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + count)
  return counts
}
