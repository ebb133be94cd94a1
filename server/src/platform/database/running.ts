import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isPostmasterOf } from './cluster.ts'
import { findPlace } from './data-place.ts'
import { databaseSecrets, databaseUrls, type DatabaseUrls } from './database-secrets.ts'

/** Whether a data folder holds a database, without making one by asking. */
export async function holdsDatabase(data: string): Promise<boolean> {
  const candidates = [join(data, 'cluster', 'PG_VERSION'), join(data, 'WHERE')]
  const found = await Promise.all(candidates.map((path) => stat(path).catch(() => undefined)))
  return found.some((one) => one !== undefined)
}

/** The addresses of the embedded database while a server runs it, so that a command works beside it; undefined when it is down. */
export async function findRunning(data: string): Promise<DatabaseUrls | undefined> {
  if (!(await holdsDatabase(data))) return undefined
  const place = await findPlace(data)
  // Line 1 is the process, line 4 the port, line 8 says `ready` once it answers.
  const lines = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port, state] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim()]
  if (!pid || !port || state !== 'ready' || !(await isPostmasterOf(pid, place.cluster))) return undefined
  return databaseUrls(await databaseSecrets(place.data), port)
}
