import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { makeRoles } from './cluster-roles.ts'
import { makeCluster, stopPostmaster } from './cluster.ts'
import { databaseSecrets, databaseUrls, type DatabaseUrls } from './database-secrets.ts'
import { freePort, startPostmaster } from './postmaster.ts'
import { unprivilegedUser } from './system-user.ts'

export type Debian = DatabaseUrls & { stop(): Promise<void> }

/** A throw-away cluster of the PostgreSQL that Debian installed, for tests of the older server; nothing of it is forced to disk. */
export async function startDebian(directory: string, data: string): Promise<Debian> {
  const program = (name: string) => join(directory, 'bin', name)
  const binaries: Binaries = { directory, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
  await mkdir(data, { mode: 0o755 })
  const user = process.getuid?.() === 0 ? await unprivilegedUser() : undefined
  const place = { data, base: data, cluster: join(data, 'cluster'), user }
  const secrets = await databaseSecrets(data)
  await makeCluster(place, binaries, secrets.superuser, false)
  const port = await freePort()
  const child = await startPostmaster({ place, binaries, port, durable: false, password: secrets.superuser, log: () => undefined })
  await makeRoles(port, secrets)
  return { ...databaseUrls(secrets, port), stop: () => stopPostmaster(place, binaries, child.pid ?? 0) }
}
