import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '@ronghe/server/config.ts'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import { backup } from '@ronghe/server/platform/database/backup.ts'
import { readErasures } from '@ronghe/server/platform/database/erasure-log.ts'
import { restore } from '@ronghe/server/platform/database/restore.ts'
import { findKeys, fingerprints } from '@ronghe/server/platform/privacy/keys.ts'
import { withDatabase } from './command-database.ts'
import type { Command } from './command.ts'
import { placeOf } from './key-commands.ts'

export const backupCommand: Command = {
  name: 'backup',
  positionals: ['FILE'],
  options: {},
  summary: 'Write the whole database and the uploaded files, as of one instant, into one file',
  details:
    'People may go on working meanwhile. The encryption keys are never in the file (see "ronghe keys export"): without them it cannot be\n' +
    'restored. Files in S3 storage are not in it either; the bucket needs its own copy. Keep backups at most 35 days.',
  async run({ config, positionals, now, say }) {
    const [file = ''] = positionals
    if (await stat(file).catch(() => undefined)) throw new OperatorError(`${file} exists already; it was not overwritten.`)
    if (!(await stat(dirname(file)).catch(() => undefined))) throw new OperatorError(`There is no folder ${dirname(file)}.`)
    return withDatabase(config, { make: false }, async ({ ownerUrl }) => {
      const manifest = await backup(ownerUrl, file, { now, keys: fingerprintsHere(config), progress: say, ...filesOf(config) })
      const counts = Object.values(manifest.tables)
      const rows = counts.reduce((sum, { count }) => sum + count, 0)
      const files = Object.keys(manifest.files).length
      return {
        text: `${file} holds ${rows} rows of ${counts.length} tables and ${files} uploaded files. The encryption keys are not in it: keep them elsewhere ("ronghe keys export").`,
        json: { file, tables: manifest.tables, rows, files, keysIncluded: false },
      }
    })
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  positionals: ['FILE'],
  options: {},
  summary: 'Put a backup into an empty database, check every table, and erase again what was erased since',
  details:
    'All or nothing. Needs the keys of the installation that made the backup (as `keys` in the data folder, or RONGHE_KEY_FILE), and its\n' +
    'erasures.log in the data folder, so that what people had erased after the backup is erased again.',
  async run({ config, positionals, now, say }) {
    const [file = ''] = positionals
    if (!(await stat(file).catch(() => undefined))) throw new OperatorError(`There is no file ${file}.`)
    return withDatabase(config, { make: true }, async (urls) => {
      const { eraseAgain } = await import('./erase-again.ts') // the whole server, which --help does not need
      const { erasers } = await import('@ronghe/server/app.ts')
      const { installJobs } = await import('@ronghe/server/platform/jobs/jobs.ts')
      const later: (() => void | Promise<void>)[] = []
      const restored = await restore(urls.ownerUrl, file, {
        keys: fingerprintsHere(config),
        erasures: await readErasures(config.data),
        erase: async (client, erasure) => void later.push(...(await eraseAgain(client, erasure, { config, now, erasers }))),
        installJobs: () => installJobs(urls.ownerUrl, []),
        progress: say,
        ...filesOf(config),
      })
      for (const work of later) await work()
      const again = restored.erasedAgain > 0 ? ` ${restored.erasedAgain} erasures made since then were made again.` : ''
      return {
        text: `The backup of ${restored.madeAt} is restored: ${restored.rows} rows of ${restored.tables} tables, ${restored.files} uploaded files, each checked.${again}`,
        json: { ...restored },
      }
    })
  },
}

const fingerprintsHere = (config: Config): readonly string[] => {
  const keys = findKeys(placeOf(config))
  return keys ? fingerprints(keys) : []
}

const filesOf = (config: Config): { files?: string } => (config.files.kind === 'disk' ? { files: join(config.data, 'files') } : {})
