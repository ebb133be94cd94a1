import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { OperatorError } from '../../operator-error.ts'
import {
  listSequences,
  listTables,
  measured,
  plainName,
  prepareCopying,
  quotedColumns,
  quotedName,
  seesEverything,
} from './backup-contents.ts'
import { writeBackup, type BackupManifest, type Counted } from './backup-file.ts'

export interface BackupOptions {
  readonly now: Date
  /** Fingerprints of the keys in use: restore refuses where they are missing. */
  readonly keys: readonly string[]
  /** The folder of uploaded files, where they are kept on disk. */
  readonly files?: string
  /** Told after each table; the next one waits for what it returns. */
  readonly progress?: (line: string) => unknown
}

/**
 * Writes the whole database, as of one instant, and the uploaded files into one file. People may go on working meanwhile.
 * The keys are never in it: a backup that is stolen cannot be read, and one without its keys cannot be restored.
 */
export async function backup(ownerUrl: string, file: string, { now, keys, files, progress }: BackupOptions): Promise<BackupManifest> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    if (!(await seesEverything(client))) {
      throw new OperatorError(
        'The role of DATABASE_URL does not see every row: tenant tables hide them from their owner too. Give it BYPASSRLS (alter role … bypassrls).',
      )
    }
    await prepareCopying(client)
    await client.query('begin isolation level repeatable read read only')
    const { rows: migrations } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')
    const { rows: server } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    const tables = await listTables(client)
    const writer = await writeBackup(file, {
      format: 'ronghe-backup',
      version: 1,
      madeAt: now.toISOString(),
      postgresql: server[0]?.version ?? '',
      migrations,
      keys,
      keysIncluded: false,
      tables,
    })
    try {
      const rows: Record<string, Counted> = {}
      for (const [index, table] of tables.entries()) {
        const stream = client.query(copyTo(`copy (select ${quotedColumns(table)} from ${quotedName(table)}) to stdout`))
        const flow = measured(stream as AsyncIterable<Buffer>, 'rows')
        await writer.section({ table: plainName(table) }, flow.content)
        const counted = (rows[plainName(table)] = flow.result())
        await progress?.(`${index + 1}/${tables.length} ${plainName(table)}: ${counted.count} rows`)
      }
      const sequences = await listSequences(client)
      await client.query('commit')

      // After the tables: a file is stored before the row that names it, so none that a row names is missed.
      const stored: Record<string, Counted> = {}
      for (const path of files ? await listFiles(files) : []) {
        const flow = measured(createReadStream(join(files ?? '', path)) as AsyncIterable<Buffer>, 'bytes')
        await writer.section({ file: path.replaceAll(sep, '/') }, flow.content)
        stored[path.replaceAll(sep, '/')] = flow.result()
      }
      if (files) await progress?.(`${Object.keys(stored).length} uploaded files`)
      const manifest = { tables: rows, files: stored, sequences }
      await writer.close(manifest)
      return manifest
    } catch (error) {
      await writer.abandon()
      throw error
    }
  } finally {
    await client.end()
  }
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] // nothing was ever uploaded
    throw error
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
}
