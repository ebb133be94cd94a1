// The rows of a Pabulib file: cells parted by semicolons, quoted like CSV where they must be.

/** A file that is not what it should be. Lines and columns count from 1, columns in characters. */
export class BrokenFile extends Error {
  readonly line: number
  readonly column: number
  /** The offending line as it stands in the file. */
  readonly row: string
  constructor(sentence: string, { line, column, row }: Position) {
    super(`line ${line}, column ${column}: ${sentence}\n  ${row.length > 200 ? `${row.slice(0, 200)} …` : row}`)
    this.name = 'BrokenFile'
    this.line = line
    this.column = column
    this.row = row
  }
}

export interface Position {
  readonly line: number
  readonly column: number
  readonly row: string
}

export interface Row {
  readonly cells: readonly string[]
  /** Where the row begins, and its text: from these, `positionOf` finds a cell when one is to be named. */
  readonly line: number
  readonly text: string
}

/** Splits a text. A byte order mark, CRLF, blank lines and line feeds inside quotes are all right. @throws BrokenFile for a quote never closed */
export function readRows(text: string): Row[] {
  const rows: Row[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (let line = 1; at < text.length; line++) {
    let end = endOfLine(text, at)
    const first = line
    let row = withoutReturn(text.slice(at, end))
    if (row.includes('"')) {
      while (isOpen(row)) {
        if (end >= text.length) {
          const opened = row.split('\n')[0]!
          throw new BrokenFile('a quote is opened here and never closed', { line: first, column: lastOpening(opened), row: opened })
        }
        at = end + 1
        end = endOfLine(text, at)
        row += `\n${withoutReturn(text.slice(at, end))}`
        line++
      }
      rows.push({ cells: quotedCells(row).map(({ cell }) => cell), line: first, text: row })
    } else if (row.trim() !== '') rows.push({ cells: row.split(';'), line, text: row })
    at = end + 1
  }
  return rows
}

/** Where a cell stands, or a character in it. */
export function positionOf(row: Row, cell: number, offset = 0): Position {
  const found = quotedCells(row.text)[cell]
  const start = found ? found.start + offset : row.text.length
  const before = row.text.slice(0, start).split('\n')
  return { line: row.line + before.length - 1, column: before.at(-1)!.length + 1, row: row.text.split('\n')[before.length - 1] ?? '' }
}

/** A row as text: only what needs quotes gets them. */
export function toRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')
}

function quotedCells(row: string): { cell: string; start: number }[] {
  const cells: { cell: string; start: number }[] = []
  for (let at = 0; at <= row.length;) {
    const start = at
    if (row[at] !== '"') {
      const end = row.indexOf(';', at)
      at = end < 0 ? row.length : end
      cells.push({ cell: row.slice(start, at), start })
    } else {
      let cell = ''
      for (at++; at < row.length; at++) {
        if (row[at] !== '"') cell += row[at]
        else if (row[at + 1] === '"') cell += row[++at]
        else break
      }
      // What follows a closing quote belongs to the cell, as spreadsheets read it.
      const end = row.indexOf(';', at + 1)
      const rest = row.slice(at + 1, end < 0 ? row.length : end)
      at = end < 0 ? row.length : end
      cells.push({ cell: cell + rest, start: start + 1 })
    }
    at++
  }
  return cells
}

/** True while a quoted cell has not ended. */
function isOpen(row: string): boolean {
  for (let at = 0; at <= row.length; at++) {
    if (row[at] === '"') {
      for (at++; ; at++) {
        if (at >= row.length) return true
        if (row[at] !== '"') continue
        if (row[at + 1] !== '"') break
        at++
      }
    }
    const end = row.indexOf(';', at)
    if (end < 0) return false
    at = end
  }
  return false
}

const lastOpening = (row: string): number => Math.max(row.startsWith('"') ? 0 : -1, row.lastIndexOf(';"') + 1) + 1
const withoutReturn = (row: string): string => (row.endsWith('\r') ? row.slice(0, -1) : row)

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
