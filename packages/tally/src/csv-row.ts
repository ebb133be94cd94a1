/** A cell of a row and where it begins in the file. */
export interface Cell {
  readonly text: string
  readonly at: number
}

/**
 * Rows of a CSV text with the offset of every cell. Quotes may hold commas, line ends and doubled quotes; a comma at the end of a row opens
 * no further cell; blank rows are left out.
 */
export function* csvRows(text: string): Generator<readonly Cell[], undefined> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const row: Cell[] = []
    for (;;) {
      const cell = cellAt(text, at)
      row.push({ text: cell.text, at })
      at = cell.end
      if (text[at] !== ',') break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    if (row.length > 1 && row.at(-1)!.text === '') row.pop()
    if (row.some((cell) => cell.text !== '')) yield row
  }
}

function cellAt(text: string, begin: number): { text: string; end: number } {
  let inside = ''
  let at = begin
  if (text[begin] === '"') {
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') inside += text[at]
      else if (text[at + 1] === '"') inside += text[at++]
      else break
    }
    at++
  }
  let end = at
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: (inside + text.slice(at, end)).trim(), end }
}
