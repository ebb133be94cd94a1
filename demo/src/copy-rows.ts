import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tables } from '@ronghe/server/platform/database/tables.ts'
import type { Insertable } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type RowOf<Table extends keyof Tables> = Insertable<Tables[Table]>

/**
 * Puts many rows into a table with COPY, some ten times faster than inserts. Every row has the fields of the first one. The client is the
 * owner's: COPY does not pass through row-level security, so the street is what the rows say.
 */
export async function copyRows<Table extends keyof Tables & string>(
  client: pg.ClientBase,
  table: Table,
  rows: Iterable<RowOf<Table>>,
): Promise<number> {
  const iterator = (rows as Iterable<Record<string, unknown>>)[Symbol.iterator]()
  const first = iterator.next()
  if (first.done) return 0
  const columns = Object.keys(first.value)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const copying = client.query(copyFrom(`copy ${table} (${names}) from stdin`))
  await pipeline(Readable.from(blocks(first.value, iterator, columns)), copying)
  return copying.rowCount
}

const blockSize = 1 << 16

function* blocks(first: Record<string, unknown>, rest: Iterator<Record<string, unknown>>, columns: readonly string[]) {
  let block = ''
  for (let row: Record<string, unknown> | undefined = first; row; row = nextOf(rest)) {
    if (Object.keys(row).length !== columns.length) throw new Error(`a row with other fields than ${columns.join(', ')}`)
    block += `${columns.map((column) => cell(row![column])).join('\t')}\n`
    if (block.length < blockSize) continue
    yield Buffer.from(block)
    block = ''
  }
  if (block) yield Buffer.from(block)
}

const nextOf = <T>(iterator: Iterator<T>): T | undefined => {
  const next = iterator.next()
  return next.done ? undefined : next.value
}

/** PostgreSQL's text form of COPY: tabs between columns, \N for null, a backslash before what would be misread. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  if (Array.isArray(value)) return escaped(`{${value.map((item) => `"${String(item).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return escaped(String(value))
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string => (/[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => escapes[sign]!) : text)
