import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

export const migrationsFolder = new URL('../../../migrations/', import.meta.url)
/** The city's own database is another one, with a few tables of its own (platform/city). */
export const cityMigrationsFolder = new URL('../../../city-migrations/', import.meta.url)

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

export async function readMigrations(folder: URL = migrationsFolder): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** One hash for all migrations together: what a template database was made from. */
export const fingerprint = (migrations: readonly Migration[]): string =>
  createHash('sha256')
    .update(migrations.map(({ name, hash }) => `${name} ${hash}`).join('\n'))
    .digest('hex')

/**
 * Applies what is missing, in order, each in its own transaction, as the owner. Forward only: a file that was applied and then edited
 * is refused, because the database would no longer be what the files say. `last` stops early, at the schema a backup was made with.
 */
export async function migrate(
  ownerUrl: string,
  log: (line: string) => void = () => {},
  last?: string,
  folder: URL = migrationsFolder,
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    // Two processes starting at once: the second waits here and then finds nothing to do.
    await client.query('select pg_advisory_lock(770211)')
    await client.query('create table if not exists migration (name text primary key, hash text not null, at timestamptz not null)')
    const applied = new Map<string, string>(
      (await client.query('select name, hash from migration')).rows.map((row) => [row.name, row.hash]),
    )
    const migrations = (await readMigrations(folder)).filter(({ name }) => !last || name <= last)
    let count = 0
    for (const { name, sql, hash } of migrations) {
      const before = applied.get(name)
      if (before === hash) continue
      if (before)
        throw new Error(
          `Migration ${name} was changed after it was applied to this database. Migrations only go forward: put the file back and add a new one.`,
        )
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into migration (name, hash, at) values ($1, $2, $3)', [name, hash, new Date()])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      log(`migrated ${name}`)
      count++
    }
    return count
  } finally {
    await client.end()
  }
}
