import { BallotFileError } from './ballot-file-error.ts'
import type { RollEntry } from './call-roll.ts'
import { csvRows } from './csv-row.ts'

const votes: readonly string[] = ['for', 'against', 'abstain', 'present', 'absent'] satisfies readonly RollEntry['vote'][]

/**
 * Reads a roll-call: the heading `delegate,bench,vote` and a row per delegate. The vote is `for`, `against`, `abstain`, `present` (in the room,
 * silent), `absent`, or `interest` (has declared one). The chair's bench is `chair`.
 * @throws BallotFileError with line, column and the row
 */
export function readRoll(text: string): readonly RollEntry[] {
  const fail = (reason: string, at: number): never => {
    throw new BallotFileError(text, at, reason)
  }
  const rows = csvRows(text)
  const head = rows.next().value?.map((cell) => cell.text.toLowerCase())
  if (head?.join(',') !== 'delegate,bench,vote') fail('the heading should be delegate,bench,vote', 0)
  return [...rows].map((row): RollEntry => {
    const [name, bench, vote] = row
    if (row.length !== 3) fail('a row has a delegate, a bench and a vote', row.at(-1)!.at)
    if (name!.text === '') fail('the delegate’s name is missing', name!.at)
    if (bench!.text === '') fail('the bench is missing: name it, or write chair', bench!.at)
    const half = bench!.text === 'chair' ? null : bench!.text
    if (vote!.text === 'interest') return { name: name!.text, bench: half, vote: 'present', interest: true }
    if (!votes.includes(vote!.text)) fail(`a vote is ${votes.join(', ')} or interest, not ${vote!.text}`, vote!.at)
    // What the list above holds is what the type allows.
    return { name: name!.text, bench: half, vote: vote!.text as RollEntry['vote'] }
  })
}
