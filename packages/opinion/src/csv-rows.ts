// Reads comma-separated rows (RFC 4180) from bytes as they arrive: quoted fields with commas and line breaks, a byte-order mark, LF or CRLF.

/** What is wrong with a file and where. The name of the file is added by whoever knows it. */
export class CsvError extends RangeError {
  readonly line: number
  /** the number of the field in its row, from 1; 0 where the whole row is meant */
  readonly column: number

  constructor(line: number, column: number, what: string, row?: string) {
    super(`line ${line}${column > 0 ? `, column ${column}` : ''}: ${what}${row === undefined ? '' : `; the row: ${shortened(row)}`}`)
    this.name = 'CsvError'
    this.line = line
    this.column = column
  }
}

const comma = 44
const quote = 34
const newline = 10
const carriageReturn = 13

/** One row, valid until the next one is read: fields are decoded only when asked for. */
export class CsvRow {
  /** the line on which it begins, from 1 */
  line = 1
  /** how many fields it has */
  size = 0
  bytes = new Uint8Array(4096)
  ends = new Int32Array(1024)
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  /** A field as text. @throws CsvError where it is not UTF-8 */
  text(field: number): string {
    try {
      return this.#decoder.decode(this.bytes.subarray(this.#start(field), this.ends[field]))
    } catch {
      throw new CsvError(this.line, field + 1, 'this is not UTF-8 text')
    }
  }

  /** A field as a whole number of up to 15 digits, or NaN. */
  whole(field: number): number {
    const end = this.ends[field]!
    let at = this.#start(field)
    const negative = this.bytes[at] === 45
    if (negative) at++
    if (at === end || end - at > 15) return Number.NaN
    let value = 0
    for (; at < end; at++) {
      const digit = this.bytes[at]! - 48
      if (digit < 0 || digit > 9) return Number.NaN
      value = value * 10 + digit
    }
    return negative ? -value : value
  }

  /** A field as an id: a number where it is written as one, else its text. @throws CsvError where it is empty */
  id(field: number, name: string): string | number {
    const start = this.#start(field)
    const length = this.ends[field]! - start
    if (length === 0) throw this.wrong(field, `the ${name} is missing`)
    const first = this.bytes[start]
    if (length < 10 && first !== 45 && (first !== 48 || length === 1)) {
      const number = this.whole(field)
      if (number >= 0) return number
    }
    return this.text(field)
  }

  wrong(field: number, what: string): CsvError {
    const fields = Array.from({ length: this.size }, (_, at) => this.text(at))
    return new CsvError(this.line, field + 1, what, fields.join(','))
  }

  #start(field: number): number {
    return field === 0 ? 0 : this.ends[field - 1]!
  }
}

/** Give it the bytes of a file piece by piece with `push`, then `end`; it calls back for every row that is not blank. */
export class CsvRows {
  readonly #onRow: (row: CsvRow) => void
  readonly #row = new CsvRow()
  #head: Uint8Array | undefined = new Uint8Array(0)
  #length = 0
  #line = 1
  #state: 'plain' | 'quoted' | 'after quote' = 'plain'
  #wasQuoted = false
  #quoteLine = 1

  constructor(onRow: (row: CsvRow) => void) {
    this.#onRow = onRow
  }

  push(chunk: Uint8Array): void {
    let bytes = chunk
    if (this.#head) {
      bytes = new Uint8Array(this.#head.length + chunk.length)
      bytes.set(this.#head)
      bytes.set(chunk, this.#head.length)
      this.#head = bytes.length < 3 ? bytes : undefined
      if (this.#head) return
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    }
    this.#scan(bytes)
  }

  /** @throws CsvError where a quotation was never closed */
  end(): void {
    if (this.#head) {
      const rest = this.#head
      this.#head = undefined
      this.#scan(rest)
    }
    if (this.#state === 'quoted') throw new CsvError(this.#quoteLine, 0, 'the quotation that begins here never ends')
    if (this.#length > 0 || this.#row.size > 0 || this.#wasQuoted) this.#endRow(this.#state === 'after quote')
  }

  #scan(chunk: Uint8Array): void {
    const row = this.#row
    let out = row.bytes
    let length = this.#length
    let state = this.#state
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (length === out.length) out = this.#widen()
      if (state === 'quoted') {
        if (byte === quote) state = 'after quote'
        else {
          if (byte === newline) this.#line++
          out[length++] = byte
        }
        continue
      }
      const closed = state === 'after quote'
      if (closed) {
        state = byte === quote ? 'quoted' : 'plain'
        if (byte === quote) {
          out[length++] = byte
          continue
        }
      }
      if (byte === comma) {
        this.#endField(length)
      } else if (byte === newline) {
        this.#length = length
        this.#endRow(closed)
        length = 0
      } else if (byte === quote && length === (row.size === 0 ? 0 : row.ends[row.size - 1]!)) {
        state = 'quoted'
        this.#wasQuoted = true
        this.#quoteLine = this.#line
      } else out[length++] = byte
    }
    this.#length = length
    this.#state = state
  }

  #endField(end: number): void {
    const row = this.#row
    if (row.size === row.ends.length) {
      const wider = new Int32Array(row.size * 2)
      wider.set(row.ends)
      row.ends = wider
    }
    row.ends[row.size++] = end
  }

  /** @param closed whether a quotation ended just here, so that a carriage return before belongs to the field */
  #endRow(closed: boolean): void {
    const row = this.#row
    let end = this.#length
    const start = row.size === 0 ? 0 : row.ends[row.size - 1]!
    if (!closed && end > start && row.bytes[end - 1] === carriageReturn) end--
    this.#endField(end)
    const blank = row.size === 1 && end === 0 && !this.#wasQuoted
    if (!blank) this.#onRow(row)
    row.size = 0
    row.line = ++this.#line
    this.#length = 0
    this.#wasQuoted = false
    this.#state = 'plain'
  }

  #widen(): Uint8Array<ArrayBuffer> {
    const wider = new Uint8Array(this.#row.bytes.length * 2)
    wider.set(this.#row.bytes)
    this.#row.bytes = wider
    return wider
  }
}

/** Bytes or text, whole or in pieces. */
export type Source = string | Uint8Array | Iterable<Uint8Array>

/**
 * Reads a file with a header. `onHeader` gets the names and gives the function for the rows.
 * @throws CsvError where a row has more or fewer fields than the header
 */
export function readTable(source: Source, onHeader: (header: Header) => (row: CsvRow) => void): void {
  let header: Header | undefined
  let onRow: ((row: CsvRow) => void) | undefined
  const rows = new CsvRows((row) => {
    if (!header || !onRow) {
      header = new Header(Array.from({ length: row.size }, (_, field) => row.text(field)))
      onRow = onHeader(header)
    } else {
      if (row.size !== header.names.length) throw row.wrong(-1, `${row.size} fields where the header has ${header.names.length}`)
      onRow(row)
    }
  })
  for (const piece of piecesOf(source)) rows.push(piece)
  rows.end()
  if (!header) throw new CsvError(1, 0, 'the file is empty')
}

export class Header {
  readonly names: readonly string[]

  constructor(names: readonly string[]) {
    this.names = names
  }

  find(...names: readonly string[]): number | undefined {
    const at = this.names.findIndex((name) => names.includes(name.trim().toLowerCase()))
    return at < 0 ? undefined : at
  }

  get(...names: readonly string[]): number {
    const found = this.find(...names)
    if (found === undefined) throw new CsvError(1, 0, `there is no column "${names[0]}"; the columns are ${this.names.join(', ')}`)
    return found
  }
}

export function piecesOf(source: Source): Iterable<Uint8Array> {
  if (typeof source === 'string') return [new TextEncoder().encode(source)]
  return source instanceof Uint8Array ? [source] : source
}

const shortened = (row: string): string => (row.length > 200 ? `${row.slice(0, 200)} …` : row)
