import { FileFault } from './file-fault.ts'

/** A cell's text without its quotes, and the column (from 1) where it begins. */
export interface Cell {
  readonly text: string
  readonly column: number
}

/** A row and the line (from 1) where it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly Cell[]
  /** The row as it stands in the file, for messages and for copying it unchanged. */
  readonly source: string
}

/**
 * Rows of a comma-separated file (RFC 4180; LF, CRLF or CR; a byte-order mark is dropped; quoted cells may hold commas, doubled quotes and line
 * breaks). Rows of blank cells only are left out.
 * @throws FileFault for a quote that is not closed or stands inside a cell
 */
export function readCsv(text: string, file: string): CsvRow[] {
  const rows: CsvRow[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const start = at
    const startLine = line
    let lineStart = at
    const cells: Cell[] = []
    const fault = (problem: string, column: number) =>
      new FileFault(file, [
        {
          line,
          column,
          problem,
          row: text
            .slice(start, at + 60)
            .split(/[\r\n]/)[0]!
            .slice(0, 160),
        },
      ])
    for (;;) {
      const column = at - lineStart + 1
      let cell = ''
      if (text[at] === '"') {
        at++
        for (;;) {
          const quote = text.indexOf('"', at)
          if (quote < 0) throw fault('the quote opened here is never closed', column)
          const part = text.slice(at, quote)
          for (let index = 0; index < part.length; index++) {
            if (part[index] === '\n' || (part[index] === '\r' && part[index + 1] !== '\n')) {
              line++
              lineStart = at + index + 1
            }
          }
          cell += part
          at = quote + 1
          if (text[at] !== '"') break
          cell += '"'
          at++
        }
        if (at < text.length && !',\r\n'.includes(text[at]!)) throw fault('a comma is missing after the closing quote', at - lineStart + 1)
      } else {
        const end = endOfCell(text, at)
        cell = text.slice(at, end)
        const quote = cell.indexOf('"')
        if (quote >= 0 && cell.slice(0, quote).trim() === '') throw fault('a quoted cell must begin with its quote', column + quote)
        at = end
      }
      cells.push({ text: cell, column })
      if (text[at] !== ',') break
      at++
    }
    const source = text.slice(start, at)
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    line++
    if (cells.some((cell) => cell.text.trim() !== '')) rows.push({ line: startLine, cells, source })
  }
  return rows
}

function endOfCell(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** A cell as it is written to a file: quoted where it must be. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
