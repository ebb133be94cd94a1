/** One thing wrong in a file: lines and columns count from 1, a column is a character of the line as it stands in the file. */
export interface Fault {
  readonly line: number
  readonly column: number
  readonly problem: string
  /** The offending row as it stands in the file, shortened. */
  readonly row: string
}

const shown = 20

/** A file that cannot be used, with everything that is wrong in it. The message names file, line and column and shows the row. */
export class FileFault extends RangeError {
  readonly file: string
  readonly faults: readonly Fault[]

  constructor(file: string, faults: readonly Fault[]) {
    const lines = faults.slice(0, shown).map(({ line, column, problem, row }) => `${file}:${line}:${column}: ${problem}\n    ${row}`)
    if (faults.length > shown) lines.push(`… and ${faults.length - shown} more`)
    super(lines.join('\n'))
    this.name = 'FileFault'
    this.file = file
    this.faults = faults
  }
}
