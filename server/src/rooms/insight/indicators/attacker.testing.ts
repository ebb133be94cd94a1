import * as highs from 'highs'
import type { Highs } from 'highs'

/**
 * Somebody who has every page, export and answer about a figure and nothing else. Each thing published is an equation about counts nobody has seen;
 * the attacker asks what the least and the most are that a count can be, in whole numbers. HiGHS answers exactly.
 */
export interface Attacker {
  /** That these unseen counts add up to a number that was published. */
  learn(counts: readonly number[], sum: number): void
  /** The most that a sum of unseen counts can be, for all the attacker knows. */
  most(counts: readonly number[]): number
}

const load = highs.default as unknown as () => Promise<Highs> // as in packages/roster: the types describe the CommonJS half only

export async function openAttacker(unseen: number, ceiling: number): Promise<Attacker> {
  const solver = await load()
  const equations: string[] = []
  const term = (counts: readonly number[]) => counts.map((count) => `x${count}`).join(' + ')
  const columns = Array.from({ length: unseen }, (_, index) => index)
  return {
    learn(counts, sum) {
      if (counts.length === 0) {
        if (sum !== 0) throw new RangeError(`nothing adds up to ${sum}`)
        return
      }
      equations.push(`e${equations.length}: ${term(counts)} = ${sum}`)
    },
    most(counts) {
      const solved = solver.solve(
        [
          'Maximize',
          ` obj: ${term(counts)}`,
          'Subject To',
          ...(equations.length > 0 ? equations : ['e0: x0 >= 0']).map((equation) => ` ${equation}`),
          'Bounds',
          ...columns.map((column) => ` 0 <= x${column} <= ${ceiling}`),
          'General',
          ` ${columns.map((column) => `x${column}`).join(' ')}`,
          'End',
        ].join('\n'),
      )
      if (solved.Status !== 'Optimal') throw new Error(`what was published cannot be: ${solved.Status}`)
      return Math.round(solved.ObjectiveValue)
    },
  }
}
