import { BallotFileError } from './ballot-file-error.ts'
import { csvRows, type Cell } from './csv-row.ts'
import type { Ballot, Candidate, Election } from './election.ts'

/**
 * Reads the CSV in which Scottish council wards are collected: `candidates,seats`, one row `papers,candidate,candidate,…` per marking, one
 * row `"Candidate 1","name","party"` per candidate, and the name of the ward.
 *
 * Source: the 1,070 wards of 2007 to 2022 gathered by D. McCune, as published by the Metric Geometry and Gerrymandering Group (mggg).
 * @throws BallotFileError with line, column and the row
 */
export function readScottishCsv(text: string): Election {
  const fail = (reason: string, at: number): never => {
    throw new BallotFileError(text, at, reason)
  }
  const whole = (cell: Cell | undefined, row: readonly Cell[], what: string): number => {
    if (!cell || !/^[1-9]\d{0,14}$/.test(cell.text)) return fail(`${what} should be a whole number from 1`, (cell ?? row.at(-1)!).at)
    return Number(cell.text)
  }

  const rows = csvRows(text)
  const head = rows.next().value ?? fail('the file is empty', 0)
  const count = whole(head[0], head, 'the number of candidates')
  const seats = whole(head[1], head, 'the number of seats')
  const ballots: Ballot[] = []
  const candidates: Candidate[] = []
  let title: string | undefined
  for (const row of rows) {
    const [first, ...rest] = row
    if (title !== undefined) fail('nothing should follow the name of the ward', first!.at)
    if (candidates.length === count) title = first!.text
    else if (/^\d/.test(first!.text)) {
      if (candidates.length > 0) fail('papers cannot follow the candidates', first!.at)
      const papers = whole(first, row, 'the number of papers')
      const seen = new Set<number>()
      const preferences = rest.map((cell) => {
        const number = whole(cell, row, 'the number of a candidate')
        if (number > count) fail(`there is no candidate ${number}: the file has ${count}`, cell.at)
        if (seen.has(number)) fail(`candidate ${number} is ranked twice on this paper`, cell.at)
        seen.add(number)
        return [number - 1]
      })
      ballots.push({ papers, preferences })
    } else {
      const [name, party] = rest
      if (first!.text !== `Candidate ${candidates.length + 1}` || !name)
        fail(`"Candidate ${candidates.length + 1}" of ${count} and a name should be here`, first!.at)
      candidates.push(party?.text ? { name: name!.text, party: party.text } : { name: name!.text })
    }
  }
  if (candidates.length < count) fail(`there are ${candidates.length} names for ${count} candidates`, text.trimEnd().length)
  return { title: title ?? '', seats, candidates, ballots }
}
