import { BallotFileError } from './ballot-file-error.ts'
import type { Ballot, Candidate, Election } from './election.ts'

/**
 * Reads a tally sheet of the Debian project: `Option 1---->: name` for every option, then one line `V: 1-32 <receipt>` per voter, with one
 * character per option: its rank (1 to 9, then A to Z), equal ranks allowed, `-` for an option left blank. Other lines are passed over.
 *
 * @param seats how many are to be elected: the sheet does not say
 * @throws BallotFileError with line, column and the row
 */
export function readTallySheet(text: string, seats = 1): Election {
  const candidates: Candidate[] = []
  const papers = new Map<string, number>()
  const ranks = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const match of text.matchAll(/[^\n]*\n?/g)) {
    const [row] = match
    const option = /Option\s+(\d+)-*>:\s*(.*?)\s*$/.exec(row)
    const fail = (reason: string, column: number): never => {
      throw new BallotFileError(text, match.index + column, reason)
    }
    if (option) {
      if (Number(option[1]) !== candidates.length + 1) fail(`option ${candidates.length + 1} should be here`, option.index)
      if (papers.size > 0) fail('an option cannot follow the papers', option.index)
      candidates.push({ name: option[2]! })
      continue
    }
    const vote = /^V:\s+(\S+)/.exec(row)?.[1]
    if (vote === undefined) continue
    const begin = row.indexOf(vote)
    if (vote.length !== candidates.length) fail(`a paper has one mark for each of ${candidates.length} options, not ${vote.length}`, begin)
    const wrong = [...vote].findIndex((mark) => mark !== '-' && !ranks.includes(mark))
    if (wrong !== -1) fail(`a mark is a rank or -, not ${vote[wrong]}`, begin + wrong)
    papers.set(vote, (papers.get(vote) ?? 0) + 1)
  }
  if (candidates.length === 0) throw new BallotFileError(text, 0, 'the sheet names no option')
  const ballots = [...papers].map(([vote, times]): Ballot => {
    const marks = [...vote]
    const used = [...ranks].filter((rank) => marks.includes(rank))
    return { papers: times, preferences: used.map((rank) => marks.flatMap((mark, index) => (mark === rank ? [index] : []))) }
  })
  return { title: '', seats, candidates, ballots }
}
