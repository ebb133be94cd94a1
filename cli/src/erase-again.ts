import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Config } from '@ronghe/server/config.ts'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import type { Erasure } from '@ronghe/server/platform/database/erasure-log.ts'
import { branchSchema, closed, type BranchHouse, type BranchTx } from '@ronghe/server/platform/branch/house.ts'
import type { Tx } from '@ronghe/server/platform/database/pool.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import type { Tables } from '@ronghe/server/platform/database/tables.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { openFiles } from '@ronghe/server/platform/files/store.ts'
import { journalSigner } from '@ronghe/server/platform/journal/signer.ts'
import { systemDeed } from '@ronghe/server/platform/jobs/jobs.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { sealer } from '@ronghe/server/platform/privacy/fields.ts'
import { findKeys } from '@ronghe/server/platform/privacy/keys.ts'
import { placeOf } from './key-commands.ts'

/** As in app.ts: one for each subject of the table `erasure`. */
export type Erasers = Readonly<Record<string, (deed: Deed, subjectId: string) => Promise<void>>>

type Later = () => void | Promise<void>

/**
 * Erases within the transaction of a restore what was erased after the backup was made, with the rooms' own rules.
 * @returns what may only be done once the restore stands: removing files.
 */
export async function eraseAgain(
  client: pg.ClientBase,
  erasure: Erasure,
  { config, now, erasers }: { readonly config: Config; readonly now: Date; readonly erasers: Erasers },
): Promise<readonly Later[]> {
  const erase = erasers[erasure.subject]
  if (!erase)
    throw new OperatorError(
      `erasures.log names a ${erasure.subject}, which this release cannot erase. Restore with a newer release; nothing was changed.`,
    )
  const { rows } = await client.query<Street>('select id, slug, name, zone, demo from street where id = $1', [erasure.streetId])
  const [street] = rows
  if (!street) return [] // the street was made after the backup: nothing of it is in it
  const keys = findKeys(placeOf(config))
  if (!keys) throw new OperatorError('The keys are missing.')
  const box = sealer(keys.shared, config.cryptoSuite)
  const later: Later[] = []
  const platform = only<Platform>({
    config,
    sealer: box,
    branch: closed(houseOn(client, sealer(keys.branch, config.cryptoSuite))),
    files: openFiles(config, box),
    signerOf: (id: string) => journalSigner(keys.shared, id),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: () => now,
  })
  await client.query('select enter_street($1)', [street.id])
  await erase(systemDeed(platform, street, kyselyOn(client), later), erasure.subjectId)
  return later
}

/** A restore is one transaction on one connection, and sends nothing: an eraser that reaches for more of the platform is a defect. */
function only<Whole extends object>(part: Partial<Whole>): Whole {
  return new Proxy(part, {
    get(target, name) {
      if (name in target) return target[name as keyof Whole]
      throw new Error(`an eraser must do without the platform’s ${String(name)}`)
    },
  }) as Whole
}

/** The branch's house inside the restore: the same transaction, with the branch's tables first while the branch is at work. */
function houseOn(client: pg.ClientBase, box: BranchHouse['sealer']): BranchHouse {
  const database = only<BranchHouse['database']>({
    async inStreet(street, _mode, work) {
      await client.query('select enter_street($1)', [street])
      await client.query(`set local search_path = ${branchSchema}, public`)
      const result = await work(kyselyOn(client) as unknown as BranchTx) // the owner sees both schemas
      await client.query('set local search_path = public')
      return result
    },
  })
  return { database, sealer: box }
}

function kyselyOn(client: pg.ClientBase): Tx {
  const single = { query: client.query.bind(client), release: () => undefined }
  // Kysely asks its pool for a connection, and asks that for these two only; the transaction is the restore's.
  const poolOfOne = { connect: () => Promise.resolve(single), end: () => Promise.resolve() } as unknown as pg.Pool
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOfOne }) })
}
