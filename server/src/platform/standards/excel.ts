import { readSheet as readFirstSheet } from 'read-excel-file/node'
import writeWorkbook from 'write-excel-file/node'

/** What a cell holds. Text is trimmed; an empty cell is null. */
export type Cell = string | number | boolean | Date | null

export interface SheetRow {
  /** As Excel counts, so that an error report says where to look. */
  readonly number: number
  readonly cells: readonly Cell[]
}

export type SheetRead =
  | { readonly kind: 'sheet'; readonly headers: readonly string[]; readonly rows: readonly SheetRow[] }
  | {
      readonly kind: 'refused'
      readonly code: 'file-unreadable' | 'sheet-too-long' | 'sheet-empty'
      readonly params?: Readonly<Record<string, number>>
    }

export const mostRows = 20_000

/** The first sheet of a workbook: the first row that is not empty is the header, empty rows are passed over. Formulas give their last result. */
export async function readSheet(workbook: Buffer): Promise<SheetRead> {
  let data: readonly (readonly unknown[])[]
  try {
    data = await readFirstSheet<number | string>(workbook, { parseNumber: exactNumber })
  } catch {
    return { kind: 'refused', code: 'file-unreadable' }
  }
  const filled = data
    .map((cells, index) => ({ number: index + 1, cells: cells.map(toCell) }))
    .filter((row) => row.cells.some((cell) => cell !== null))
  const [header, ...rows] = filled
  if (!header) return { kind: 'refused', code: 'sheet-empty' }
  if (rows.length > mostRows) return { kind: 'refused', code: 'sheet-too-long', params: { most: mostRows } }
  return { kind: 'sheet', headers: header.cells.map(cellText), rows }
}

/** A cell as a person reads it; a date as its day. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}

export interface SheetColumn<Row> {
  readonly title: string
  readonly value: (row: Row) => Cell | undefined
  /** In characters. */
  readonly width?: number
  /** How Excel shows a number or a date, for example `0.00`. */
  readonly format?: string
}

/** A workbook with one sheet. Text that a program might take for a formula is quoted (see `quoted`). */
export function writeSheet<Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[], name = 'Sheet1'): Promise<Buffer> {
  const header = columns.map(({ title }) => ({ value: quoted(title), type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) => columns.map((column) => toWritten(column.value(row), column.format)))
  return writeWorkbook([header, ...body], {
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: columns.map(({ title, width }) => ({ width: width ?? Math.max(10, title.length * 2 + 2) })),
  }).toBuffer()
}

/**
 * Text beginning with = + - @ or a control character is run as a formula when a sheet is saved as CSV and opened again: an
 * apostrophe in front makes it text everywhere. Plain numbers and a lone dash are left as they are; reading takes the apostrophe away.
 */
export const quoted = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) && !/^[+-]?\d+(\.\d+)?$|^-+$/.test(text) ? `'${text}` : text)

/** One thing an import needs, and what offices call its column. */
export interface ImportField {
  readonly key: string
  readonly titles: readonly string[]
}

/** Which column holds which field, to be confirmed by a person: same words first, then a title that contains them. No column serves twice. */
export function guessMapping(headers: readonly string[], fields: readonly ImportField[]): Record<string, number | undefined> {
  const bare = headers.map(bareTitle)
  const taken = new Set<number>()
  const mapping: Record<string, number | undefined> = Object.fromEntries(fields.map(({ key }) => [key, undefined]))
  const rules = [
    (header: string, title: string) => header === title,
    (header: string, title: string) => header.includes(title),
    (header: string, title: string) => header.length > 1 && title.includes(header),
  ]
  for (const fits of rules) {
    for (const { key, titles } of fields) {
      if (mapping[key] !== undefined) continue
      const names = [key, ...titles].map(bareTitle)
      const column = bare.findIndex(
        (header, index) => header !== '' && !taken.has(index) && names.some((title) => title !== '' && fits(header, title)),
      )
      if (column < 0) continue
      mapping[key] = column
      taken.add(column)
    }
  }
  return mapping
}

/** `姓名（必填）*` and `姓名` are the same title. */
const bareTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Identity and card numbers typed as numbers would lose their last digits: whatever a number cannot hold exactly stays text. */
function exactNumber(text: string): number | string {
  const value = Number(text)
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value : text
}

function toCell(value: unknown): Cell {
  if (typeof value === 'string') return value.replace(/^'(?=[=+\-@\t\r\n])/, '').trim() || null
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : null
}

function toWritten(value: Cell | undefined, format: string | undefined) {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return { value: quoted(value), type: String }
  if (value instanceof Date) return { value, type: Date, format: format ?? 'yyyy-mm-dd' }
  return typeof value === 'number' ? { value, type: Number, ...(format ? { format } : {}) } : { value, type: Boolean }
}

/** Excel refuses some signs and more than 31 characters in the name of a sheet. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1'
