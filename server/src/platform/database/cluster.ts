import { execFile } from 'node:child_process'
import { chown, mkdir, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { OperatorError } from '../../operator-error.ts'
import type { Binaries } from './binaries.ts'
import type { DataPlace } from './data-place.ts'

const run = promisify(execFile)

/** Makes the cluster unless it is there. It gets its name only when complete: a start cut short begins again from nothing. */
export async function makeCluster(place: DataPlace, binaries: Binaries, password: string, durable: boolean): Promise<void> {
  if (await isThere(join(place.cluster, 'PG_VERSION'))) return
  const unfinished = `${place.cluster}.new`
  const passwordFile = join(place.base, 'initdb-password')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (place.user) {
    await chown(unfinished, place.user.uid, place.user.gid)
    await chown(passwordFile, place.user.uid, place.user.gid)
  }
  try {
    const settings = ['--locale=C.UTF-8', '-E', 'UTF8', '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
    await run(
      binaries.initdb,
      ['-D', unfinished, ...settings, '--no-instructions', ...(durable ? [] : ['--no-sync'])],
      asUser(place, binaries),
    )
  } catch (error) {
    throw new OperatorError(`The database could not be made in ${place.cluster}: ${lastLine(error)}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, place.cluster)
}

export const superuser = 'ronghe_super'

/** How a PostgreSQL program is started: as the unprivileged user, with its own libraries, in a folder that user can stand in. */
export function asUser(place: DataPlace, binaries: Binaries) {
  const libraries = join(binaries.directory, 'lib')
  return {
    ...place.user,
    cwd: place.base,
    env: {
      PATH: process.env['PATH'] ?? '',
      LC_ALL: 'C.UTF-8',
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      // Windows programs do not start without it.
      ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}),
    },
  }
}

/**
 * Clears what a killed Ronghe left behind. A PostgreSQL that lost its supervisor is stopped (a clean stop, so nothing needs
 * recovery); a `postmaster.pid` whose number now belongs to some other program is removed, since PostgreSQL would believe it.
 * The caller holds the lock of the data folder, so no running Ronghe owns what is found here.
 */
export async function stopOrphan(place: DataPlace, binaries: Binaries): Promise<'none' | 'stopped'> {
  const pidFile = join(place.cluster, 'postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return 'none'
  if (!(await isPostmasterOf(pid, place.cluster))) {
    await rm(pidFile, { force: true })
    return 'none'
  }
  await stopPostmaster(place, binaries, pid)
  return 'stopped'
}

/** Fast first (open transactions are rolled back, everything is written out), then immediate (recovery at the next start), then by force. */
export async function stopPostmaster(place: DataPlace, binaries: Binaries, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '20'], asUser(place, binaries)).catch(() => undefined)
    return
  }
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ]
  for (const [signal, patience] of steps) {
    if (!send(pid, signal)) return
    for (const since = Date.now(); Date.now() - since < patience; await sleep(25)) {
      if (!send(pid, 0)) return
    }
  }
}

/** Numbers of processes repeat: what runs under this one must be the PostgreSQL of this very cluster. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!send(pid, 0)) return false
  if (process.platform === 'linux') {
    // The postmaster makes the cluster its working directory.
    return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster
  }
  if (process.platform === 'win32') return true
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return stdout.includes(cluster)
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/** A PostgreSQL of another major version does not open this cluster; backup and restore is the way across. */
export async function checkVersion(place: DataPlace, binaries: Binaries): Promise<void> {
  const made = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8')).trim()
  const { stdout } = await run(binaries.postgres, ['--version'], asUser(place, binaries))
  const ours = /(\d+)/.exec(stdout)?.[1]
  if (made !== ours) {
    throw new OperatorError(
      `The database in ${dirname(place.cluster)} was made by PostgreSQL ${made}, this release brings ${ours}. Make a backup with the previous ` +
        'release, start this one with an empty data folder that holds the same keys, and restore the backup there.',
    )
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  return (stderr || message).trim().split('\n').at(-1) ?? ''
}
