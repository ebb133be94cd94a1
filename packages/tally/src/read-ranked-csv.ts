import { BallotFileError } from './ballot-file-error.ts'
import { csvRows } from './csv-row.ts'
import type { Ballot, Election } from './election.ts'

/**
 * Reads rankings by name: a heading that begins with `count`, then one row `papers,name,name,…` per marking, the most wanted first. Candidates
 * are numbered as they first appear. `$UNDERVOTE` marks a rank left blank and is passed over; at `$OVERVOTE` (two marks in one rank) the paper
 * says no more, because nobody can know which was meant.
 *
 * @param seats how many are to be elected: the file does not say
 * @throws BallotFileError with line, column and the row
 */
export function readRankedCsv(text: string, seats = 1): Election {
  const fail = (reason: string, at: number): never => {
    throw new BallotFileError(text, at, reason)
  }
  const rows = csvRows(text)
  const head = rows.next().value
  if (head?.[0]?.text.toLowerCase() !== 'count') fail('the heading should begin with count', 0)
  const numbers = new Map<string, number>()
  const ballots: Ballot[] = []
  for (const [first, ...cells] of rows) {
    if (!/^[1-9]\d{0,14}$/.test(first!.text)) fail('the number of papers should be a whole number from 1', first!.at)
    const preferences: number[][] = []
    const seen = new Set<string>()
    for (const { text: name, at } of cells) {
      if (name === '$OVERVOTE') break
      if (name === '$UNDERVOTE' || name === '') continue
      if (seen.has(name)) fail(`${name} is ranked twice on this paper`, at)
      seen.add(name)
      if (!numbers.has(name)) numbers.set(name, numbers.size)
      preferences.push([numbers.get(name)!])
    }
    ballots.push({ papers: Number(first!.text), preferences })
  }
  if (numbers.size === 0) fail('no paper names a candidate', text.trimEnd().length)
  return { title: '', seats, candidates: [...numbers.keys()].map((name) => ({ name })), ballots }
}
