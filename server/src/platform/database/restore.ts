import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { OperatorError } from '../../operator-error.ts'
import { listTables, measured, plainName, prepareCopying, quotedColumns, quotedName, seesEverything } from './backup-contents.ts'
import { readBackup, type BackupHeader, type BackupReader, type Counted, type TableName } from './backup-file.ts'
import { sealedSubject, type Erasure } from './erasure-log.ts'
import { migrate, readMigrations } from './migrate.ts'
import { setConstraintsAside } from './set-aside.ts'

export interface RestoreOptions {
  /** Fingerprints of the keys that are here. */
  readonly keys: readonly string[]
  /** Where uploaded files go, where they are kept on disk. */
  readonly files?: string
  /** Everything erased so far, from `erasures.log`; what the backup still holds of it is erased again. */
  readonly erasures: readonly Erasure[]
  /** Erases one subject with all it left behind, within the transaction of the restore. */
  readonly erase: (client: pg.ClientBase, erasure: Erasure) => Promise<void>
  /** Makes the tables of the job queue, which no migration makes. */
  readonly installJobs: () => Promise<void>
  readonly progress?: (line: string) => void
}

export interface Restored {
  readonly madeAt: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly erasedAgain: number
}

/**
 * Puts a backup into an empty or freshly migrated database and then brings it up to this release. All or nothing: one
 * transaction, committed only when every table has the rows and the hash that the manifest names.
 */
export async function restore(ownerUrl: string, file: string, options: RestoreOptions): Promise<Restored> {
  const reader = await readBackup(file)
  try {
    refuseWithoutKeys(reader.header, options.keys)
    await refuseIfInUse(ownerUrl)
    await migrateLike(ownerUrl, reader.header, options.progress)
    if (reader.header.tables.some(({ schema }) => schema === 'pgboss')) await options.installJobs()
    const restored = await load(ownerUrl, reader, options)
    await migrate(ownerUrl, options.progress)
    return restored
  } finally {
    reader.close()
  }
}

function refuseWithoutKeys(header: BackupHeader, held: readonly string[]): void {
  const missing = header.keys.filter((fingerprint) => !held.includes(fingerprint))
  if (missing.length > 0) {
    throw new OperatorError(
      `The keys of this backup are not here (missing: ${missing.join(', ')}). Nothing was changed. Put the key file of the installation that made ` +
        'the backup into the data folder as `keys`, or name it in RONGHE_KEY_FILE.',
    )
  }
}

async function refuseIfInUse(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    if (!(await seesEverything(client))) {
      throw new OperatorError('The role of DATABASE_URL needs BYPASSRLS to load rows of every street (alter role … bypassrls).')
    }
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.street') is not null as there`)
    if (!rows[0]?.there) return
    const { rows: streets } = await client.query<{ slug: string }>('select slug from street order by slug')
    if (streets.length > 0) {
      throw new OperatorError(
        `This database is in use (${streets.map(({ slug }) => slug).join(', ')}). Restore goes into an empty one: set RONGHE_DATA or DATABASE_URL to it.`,
      )
    }
  })
}

/** Brings the database to exactly the schema the backup was made with; what this release adds comes after the rows. */
async function migrateLike(ownerUrl: string, header: BackupHeader, progress?: (line: string) => void): Promise<void> {
  const ours = await readMigrations()
  const strange = header.migrations.find(({ name, hash }, index) => ours[index]?.name !== name || ours[index]?.hash !== hash)
  if (strange) {
    throw new OperatorError(
      `The backup was made by a release with the migration ${strange.name}, which this one does not have. Restore it with that release.`,
    )
  }
  const last = header.migrations.at(-1)
  if (!last) throw new OperatorError('The backup was made before its database had any tables.')
  await migrate(ownerUrl, progress, last.name)
  await withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from migration')
    if (rows[0]?.count !== header.migrations.length) {
      throw new OperatorError('The database already has tables of a later release than the backup. Restore into an empty database.')
    }
  })
}

async function load(ownerUrl: string, reader: BackupReader, options: RestoreOptions): Promise<Restored> {
  return withOwner(ownerUrl, async (client) => {
    await prepareCopying(client)
    await client.query('begin')
    const tables = await matchTables(client, reader.header.tables)
    const putBack = await setConstraintsAside(client)
    await client.query(`truncate ${tables.map(quotedName).join(', ')}`)

    const loaded = new Map<string, Counted>()
    const stored = new Map<string, Counted>()
    for await (const { head, content } of reader.sections()) {
      if ('file' in head) {
        stored.set(head.file, await loadFile(content, head.file, options.files))
        continue
      }
      const table = tables.find((one) => plainName(one) === head.table)
      if (!table) throw new OperatorError(`The backup holds rows of ${head.table}, which its header does not name: it is damaged.`)
      const flow = measured(content, 'rows')
      const copying = client.query(copyFrom(`copy ${quotedName(table)} (${quotedColumns(table)}) from stdin`))
      await pipeline(Readable.from(flow.content), copying)
      const counted = { ...flow.result(), count: copying.rowCount }
      loaded.set(head.table, counted)
      options.progress?.(`${loaded.size}/${tables.length} ${head.table}: ${counted.count} rows`)
    }
    const manifest = reader.manifest()
    compare(manifest.tables, loaded, 'rows')
    compare(manifest.files, stored, 'bytes')
    for (const [name, { value, called }] of Object.entries(manifest.sequences)) {
      await client.query('select setval(to_regclass($1), $2, $3) where to_regclass($1) is not null', [name, value, called])
    }
    await putBack()
    const erasedAgain = await eraseAgain(client, options)
    await client.query('commit')
    return {
      madeAt: reader.header.madeAt,
      tables: loaded.size,
      rows: loaded.values().reduce((sum, { count }) => sum + count, 0),
      files: stored.size,
      erasedAgain,
    }
  })
}

/** The backup's own columns, in its own order, and a refusal where this database lacks one. */
async function matchTables(client: pg.ClientBase, wanted: readonly TableName[]): Promise<readonly TableName[]> {
  const here = new Map((await listTables(client)).map((table) => [plainName(table), new Set(table.columns)]))
  for (const table of wanted) {
    const columns = here.get(plainName(table))
    const missing = columns ? table.columns.filter((column) => !columns.has(column)) : ['the table itself']
    if (missing.length > 0) {
      throw new OperatorError(
        `The database lacks ${missing.join(', ')} of ${plainName(table)}, which the backup holds. Restore it with the release that made it.`,
      )
    }
  }
  return wanted
}

function compare(wanted: Readonly<Record<string, Counted>>, got: ReadonlyMap<string, Counted>, unit: string): void {
  for (const name of new Set([...Object.keys(wanted), ...got.keys()])) {
    const [should, is] = [wanted[name], got.get(name)]
    if (should?.count !== is?.count || should?.sha256 !== is?.sha256) {
      throw new OperatorError(
        `${name} does not match the manifest (${is?.count ?? 'no'} ${unit}, ${should?.count ?? 'none'} expected): the backup is damaged. Nothing was changed.`,
      )
    }
  }
}

/** A path that would lead out of the folder can only come from a forged backup. */
async function loadFile(content: AsyncIterable<Buffer>, path: string, folder: string | undefined): Promise<Counted> {
  if (!folder)
    throw new OperatorError(
      'The backup holds uploaded files, and this installation keeps its files elsewhere: set FILES=disk to restore them.',
    )
  const target = resolve(folder, path)
  if (!target.startsWith(resolve(folder) + sep)) throw new OperatorError(`The backup names a file outside of the folder of files: ${path}`)
  await mkdir(dirname(target), { recursive: true })
  const flow = measured(content, 'bytes')
  await pipeline(Readable.from(flow.content), createWriteStream(`${target}.new`, { mode: 0o600 }))
  await rename(`${target}.new`, join(target))
  return flow.result()
}

/** Before the commit: what a person had erased is never visible again, not even for a moment. */
async function eraseAgain(client: pg.ClientBase, { erasures, erase, progress }: RestoreOptions): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    (await hasBranchErasures(client)) ? 'select id from erasure union all select id from branch.erasure' : 'select id from erasure',
  )
  const known = new Set(rows.map(({ id }) => id))
  const since = erasures.filter(({ id }) => !known.has(id))
  for (const erasure of since) {
    await erase(client, erasure)
    const { streetId, id, subject, subjectId, at } = erasure
    if (subject === sealedSubject)
      await client.query('insert into branch.erasure (street_id, id, subject_id, at) values ($1, $2, $3, $4) on conflict do nothing', [
        streetId,
        id,
        subjectId,
        at,
      ])
    else
      await client.query(
        'insert into erasure (street_id, id, subject, subject_id, at) values ($1, $2, $3, $4, $5) on conflict do nothing',
        [streetId, id, subject, subjectId, at],
      )
  }
  if (since.length > 0) progress?.(`${since.length} erasures made since the backup were made again`)
  return since.length
}

/** A backup of a release before there was a branch is restored into the tables of its time. */
async function hasBranchErasures(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('branch.erasure') is not null as there`)
  return rows[0]?.there ?? false
}

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
