import { BallotFileError } from './ballot-file-error.ts'
import type { Election } from './election.ts'
import { readBlt } from './read-blt.ts'
import { readRankedCsv } from './read-ranked-csv.ts'
import { readScottishCsv } from './read-scottish-csv.ts'
import { readTallySheet } from './read-tally-sheet.ts'

/**
 * Reads a file of ballots by its name: `.blt` and `.hil` (readBlt), `.csv` (readRankedCsv where the heading begins with `count`, else
 * readScottishCsv), `.txt` (readTallySheet).
 * @throws RangeError where the ending is another; BallotFileError where the file cannot be read
 */
export function readElection(name: string, text: string): Election {
  const ending = /\.([^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (text.includes('\u0000')) throw new BallotFileError(text, text.indexOf('\u0000'), 'a file of ballots is text')
  if (ending === 'blt' || ending === 'hil') return readBlt(text)
  if (ending === 'csv') return /^\uFEFF?"?count"?\s*(?:[,\r\n]|$)/i.test(text) ? readRankedCsv(text) : readScottishCsv(text)
  if (ending === 'txt') return readTallySheet(text)
  throw new RangeError(`ballots are read from .blt, .hil, .csv and .txt files, not from .${ending}`)
}
