/**
 * Writes tables.ts from a migrated database, so that types cannot say what the database does not. Run with `npm run tables`; a test
 * compares the file with a fresh one.
 */
import pg from 'pg'

const scalar: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'string',
  float8: 'number',
  bool: 'boolean',
  date: 'string',
  time: 'string',
  bytea: 'Buffer',
  timestamptz: 'Date',
  jsonb: 'Json',
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly defaulted: boolean
  readonly computed: boolean
  readonly checks: string | null
}

/** The tables of one schema; the branch's are described in a file of their own, so that no other room's types know their names (D1). */
export async function describeTables(url: string, schema: 'public' | 'branch' = 'public'): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Column>(
      `
      select c.relname as "table", a.attname as "column", t.typname as type, not a.attnotnull as nullable,
             a.atthasdef or a.attidentity <> '' as defaulted, a.attgenerated <> '' as computed,
             (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
               where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'
      order by c.relname, a.attnum`,
      [schema],
    )
    const tables = Map.groupBy(rows, (row) => row.table)
    const interfaces = [...tables].map(
      ([table, columns]) =>
        `export interface ${typeName(table)} {\n${columns.map((column) => `  ${column.column}: ${columnType(column)}\n`).join('')}}\n`,
    )
    const list = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)}\n`).join('')
    return [
      '// Written by `npm run tables` from the migrated database; do not edit.',
      "import type { ColumnType, Generated } from 'kysely'\n",
      '/** jsonb: read as what was stored, written as JSON text (`JSON.stringify`), so that an array is not taken for a PostgreSQL array. */',
      '// oxlint-disable-next-line no-explicit-any -- the shape is declared by the schema that wrote it',
      'export type Json = ColumnType<any, string, string>',
      'export type NullableJson = ColumnType<any, string | null, string | null>\n',
      ...interfaces,
      `export interface ${schema === 'public' ? 'Tables' : 'BranchTables'} {\n${list}}\n`,
    ].join('\n')
  } finally {
    await client.end()
  }
}

const typeName = (table: string): string => table.replace(/(^|_)([a-z])/g, (_, _gap, letter: string) => letter.toUpperCase()) + 'Table'

function columnType({ type, nullable, defaulted, computed, checks, column, table }: Column): string {
  const base = type.startsWith('_') ? `${scalar[type.slice(1)]}[]` : scalar[type]
  if (!base || base.startsWith('undefined')) throw new Error(`no TypeScript type for ${type} (${table}.${column})`)
  const union = type === 'text' ? choices(checks) : undefined
  const named = type === 'jsonb' ? (nullable ? 'NullableJson' : 'Json') : `${union ?? base}${nullable ? ' | null' : ''}`
  if (computed) return `ColumnType<${named}, never, never>`
  return defaulted ? (type === 'jsonb' ? `ColumnType<any, string | undefined, string>` : `Generated<${named}>`) : named
}

/** `check (state in ('a', 'b'))` is a union of its words. */
function choices(checks: string | null): string | undefined {
  const match = checks?.match(/^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/)
  if (!match) return undefined
  return [...match[1]!.matchAll(/'([^']*)'::text/g)].map(([, word]) => `'${word}'`).join(' | ')
}

if (import.meta.main) {
  const { withTemplate } = await import('./template.ts')
  const { writeFile } = await import('node:fs/promises')
  await withTemplate(async ({ ownerUrl }) => {
    await writeFile(new URL('tables.ts', import.meta.url), await describeTables(ownerUrl))
    await writeFile(new URL('../branch/tables.ts', import.meta.url), await describeTables(ownerUrl, 'branch'))
  })
}
