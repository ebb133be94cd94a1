/** A table as spreadsheets open it (RFC 4180, with the mark that makes them read UTF-8); a cell that begins like a formula is quoted as text. */
export const toCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(',')).join('\r\n')}\r\n`

// A number below zero begins like a formula and is none.
const quoted = (cell: string): string =>
  `"${(/^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
