/** A file of ballots that cannot be read: where, why, and the row as it stands in the file. */
export class BallotFileError extends RangeError {
  /** What is wrong, without the place. */
  readonly reason: string
  /** From 1. */
  readonly line: number
  /** From 1, in characters. */
  readonly column: number
  /** The offending row, without its line end. */
  readonly row: string

  constructor(text: string, offset: number, reason: string) {
    const upTo = text.slice(0, offset)
    const line = upTo.split('\n').length
    const begin = upTo.lastIndexOf('\n') + 1
    const end = text.indexOf('\n', begin)
    const row = text.slice(begin, end === -1 ? undefined : end).replace(/\r$/, '')
    const column = Math.min(offset - begin, row.length) + 1
    super(`line ${line}, column ${column}: ${reason}: ${row.trim() === '' ? '(the row is empty)' : row.trim().slice(0, 120)}`)
    this.name = 'BallotFileError'
    this.reason = reason
    this.line = line
    this.column = column
    this.row = row
  }
}
