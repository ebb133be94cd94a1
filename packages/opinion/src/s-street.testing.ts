// A small street for the tests: 60 locals and 20 newcomers on 16 statements, some shared, some not.
import type { CastVote } from './write-csv.ts'

/** share of locals and of newcomers who agree, in tenths */
const views: readonly (readonly [number, number])[] = [
  [9, 9],
  [8, 9],
  [9, 2],
  [8, 1],
  [1, 9],
  [2, 8],
  [5, 5],
  [9, 8],
  [1, 1],
  [7, 3],
  [3, 7],
  [9, 1],
  [6, 6],
  [2, 9],
  [8, 8],
  [1, 8],
]

export const isNewcomer = (voter: number): boolean => voter >= 60
export const groupOf = new Map(Array.from({ length: 80 }, (_, voter) => [String(voter), isNewcomer(voter) ? 'newcomer' : 'local'] as const))

export function streetVotes(): CastVote[] {
  const votes: CastVote[] = []
  for (let voter = 0; voter < 80; voter++) {
    views.forEach(([local, newcomer], statement) => {
      const lot = (voter * 7 + statement * 13 + voter * statement * 3) % 10
      const agreeing = isNewcomer(voter) ? newcomer : local
      // Everybody skips some statements.
      if ((voter + statement * 5) % 11 === 0) return
      const vote = lot < agreeing ? 1 : lot === 9 ? 0 : -1
      votes.push({ time: 1_770_000_000_000 + votes.length * 1000, statement: String(statement), voter: String(voter), vote })
    })
  }
  return votes
}
