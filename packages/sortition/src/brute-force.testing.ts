// Optimal lotteries over every panel there is, person by person: slow, simple, and made by other means than the package's.
import fc from 'fast-check'
import type { Pool } from './pool.ts'
import { openProgram, type Row, type Solver } from './solver.ts'

/** Small pools: up to 8 people, two categories, sometimes households; quotas that need not have a panel. */
export const smallPool = fc
  .record({
    people: fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.option(fc.nat(2), { freq: 2 })), { minLength: 2, maxLength: 8 }),
    seats: fc.integer({ min: 1, max: 4 }),
    quotas: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { minLength: 5, maxLength: 5 }),
  })
  .map(({ people, seats, quotas }) => {
    const names = [
      ['A', 'a'],
      ['A', 'b'],
      ['A', 'c'],
      ['B', 'x'],
      ['B', 'y'],
    ] as const
    const pool: Pool = {
      quotas: quotas.map(([min, more], index) => ({ category: names[index]![0], feature: names[index]![1], min, max: min + more })),
      people: people.map(([first, second, home], index) => ({
        row: index + 1,
        features: [first, 3 + second],
        ...(home === null ? {} : { household: `home ${home}` }),
      })),
    }
    return { pool, seats }
  })

/** Every panel that keeps quotas and households, as indices of people. */
export function everyPanel({ quotas, people }: Pool, seats: number): number[][] {
  const found: number[][] = []
  const extend = (panel: number[], from: number): void => {
    if (panel.length === seats) {
      const fits = quotas.every(({ min, max }, quota) => {
        const count = panel.filter((person) => people[person]!.features.includes(quota)).length
        return count >= min && count <= max
      })
      const homes = panel.flatMap((person) => people[person]!.household ?? [])
      if (fits && new Set(homes).size === homes.length) found.push(panel)
      return
    }
    for (let person = from; person < people.length; person++) extend([...panel, person], person + 1)
  }
  extend([], 0)
  return found
}

const far = Number.POSITIVE_INFINITY

/** Leximin by asking of every person, level by level, whether they alone could still rise. */
export function leximinByForce(solver: Solver, panels: readonly (readonly number[])[], people: number): number[] {
  const settled = new Map<number, number>()
  while (settled.size < people) {
    const open = Array.from({ length: people }, (_, person) => person).filter((person) => !settled.has(person))
    const level = best(solver, panels, people, settled, open, 0, undefined)
    const stuck = open.filter((person) => best(solver, panels, people, settled, open, level, person) <= level + 1e-7)
    if (stuck.length === 0) throw new Error('nobody is stuck')
    for (const person of stuck) settled.set(person, level)
  }
  return Array.from({ length: people }, (_, person) => settled.get(person)!)
}

function best(
  solver: Solver,
  panels: readonly (readonly number[])[],
  people: number,
  settled: ReadonlyMap<number, number>,
  open: readonly number[],
  level: number,
  raised: number | undefined,
): number {
  const goal = panels.length
  const row = (person: number): Row => {
    const columns = panels.flatMap((panel, index) => (panel.includes(person) ? [index] : []))
    const values = columns.map(() => 1)
    if (settled.has(person)) return { lower: settled.get(person)! - 1e-9, upper: far, columns, values }
    if (raised === undefined || raised === person) return { lower: 0, upper: far, columns: [...columns, goal], values: [...values, -1] }
    return { lower: level - 1e-9, upper: far, columns, values }
  }
  const rows = [
    { lower: 1, upper: 1, columns: panels.map((_, index) => index), values: panels.map(() => 1) },
    ...Array.from({ length: people }, (_, person) => row(person)),
  ]
  const columns = { cost: [...panels.map(() => 0), -1], lower: [...panels.map(() => 0), 0], upper: [...panels.map(() => far), 1] }
  const program = openProgram(solver, columns, rows)
  try {
    if (open.length === 0 || program.solve() !== 'optimal') throw new Error('brute force has no optimum')
    return -program.value()
  } finally {
    program.dispose()
  }
}

/** The smallest (n/k) M + (k/n) / L over lotteries, by trying values of L (for each the least M is a linear program; the whole is convex in L). */
export function goldilocksByForce(
  solver: Solver,
  panels: readonly (readonly number[])[],
  covered: readonly number[],
  seats: number,
): number {
  const even = seats / covered.length
  const goal = panels.length
  const leastMost = (low: number): number => {
    const rows = [
      { lower: 1, upper: 1, columns: panels.map((_, index) => index), values: panels.map(() => 1) },
      ...covered.flatMap((person): Row[] => {
        const columns = panels.flatMap((panel, index) => (panel.includes(person) ? [index] : []))
        const values = columns.map(() => 1)
        return [
          { lower: low, upper: far, columns, values },
          { lower: -far, upper: 0, columns: [...columns, goal], values: [...values, -1] },
        ]
      }),
    ]
    const columns = { cost: [...panels.map(() => 0), 1], lower: [...panels.map(() => 0), 0], upper: [...panels.map(() => far), 1] }
    const program = openProgram(solver, columns, rows)
    try {
      return program.solve() === 'optimal' ? program.value() : far
    } finally {
      program.dispose()
    }
  }
  const worth = (low: number) => leastMost(low) / even + even / low
  let left = 1e-4
  let right = 1
  for (let step = 0; step < 60; step++) {
    const one = left + (right - left) / 3
    const other = right - (right - left) / 3
    if (worth(one) <= worth(other)) right = other
    else left = one
  }
  return worth(left)
}
