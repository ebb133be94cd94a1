import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Counted, TableName } from './backup-file.ts'

/** What the schema itself keeps about its own version; made by migrating, never by restoring. */
const schemaState = ['public.migration', 'pgboss.version']

/**
 * Every table with its columns, but for generated ones, which the database computes again. A partitioned table counts once, as a
 * whole: its rows find their partition again when they are loaded.
 */
export async function listTables(client: pg.ClientBase): Promise<readonly TableName[]> {
  const { rows } = await client.query<TableName>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by n.nspname, c.relname`)
  return rows.filter((table) => !schemaState.includes(plainName(table)))
}

/** Values of sequences, identity columns included, by their quoted name. */
export async function listSequences(client: pg.ClientBase): Promise<Record<string, { value: string; called: boolean }>> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, sequencename) as name from pg_sequences
    where schemaname !~ '^pg_' order by 1`)
  const values: Record<string, { value: string; called: boolean }> = {}
  for (const { name } of rows) {
    const { rows: one } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    if (one[0]) values[name] = one[0]
  }
  return values
}

/** As a table is called in the manifest. */
export const plainName = ({ schema, name }: Pick<TableName, 'schema' | 'name'>): string => `${schema}.${name}`

export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`
export const quotedName = ({ schema, name }: Pick<TableName, 'schema' | 'name'>): string => `${quoted(schema)}.${quoted(name)}`
export const quotedColumns = ({ columns }: TableName): string => columns.map(quoted).join(', ')

/** The session every COPY runs in: text that reads the same on every server, and no row hidden by a policy. */
export async function prepareCopying(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set row_security = off; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set client_encoding = 'UTF8';
    set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1`)
}

/** Whether nothing is hidden from this role by row-level security, which tenant tables force on their owner too. */
export async function seesEverything(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ sees: boolean }>(
    'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
  )
  return rows[0]?.sees ?? false
}

/** Counts and hashes what flows through. Rows are line feeds: COPY escapes those inside of values. */
export function measured(content: AsyncIterable<Buffer>, unit: 'rows' | 'bytes'): { content: AsyncGenerator<Buffer>; result(): Counted } {
  const hash = createHash('sha256')
  let count = 0
  return {
    content: (async function* () {
      for await (const chunk of content) {
        hash.update(chunk)
        if (unit === 'bytes') count += chunk.length
        else for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
        yield chunk
      }
    })(),
    result: () => ({ count, sha256: hash.digest('hex') }),
  }
}
