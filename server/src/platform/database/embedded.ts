import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { layBinaries, removeOldBinaries } from './binaries.ts'
import { checkVersion, makeCluster, stopOrphan, stopPostmaster } from './cluster.ts'
import { makeRoles } from './cluster-roles.ts'
import { databaseSecrets, databaseUrls, type DatabaseUrls } from './database-secrets.ts'
import { lockData } from './data-lock.ts'
import { findPlace, notePlace } from './data-place.ts'
import { freePort, socketFolder, startPostmaster } from './postmaster.ts'

export interface EmbeddedOptions {
  /** The data folder, `RONGHE_DATA`. */
  readonly data: string
  /** False only for tests: nothing is forced to disk. */
  readonly durable?: boolean
  /** Whether a city reads along what this cluster publishes (docs/operations/city.md). */
  readonly cell?: boolean
  readonly log?: (line: string) => void
}

/** A PostgreSQL that belongs to this process. */
export interface Embedded extends DatabaseUrls {
  /** The folder that holds the cluster, for the start-up line. */
  readonly where: string
  readonly pid: number
  stop(): Promise<void>
  /** Called when PostgreSQL ends without being asked to. The addresses stay the same when it comes back. */
  onExit(listener: (exit: DatabaseExit) => void): void
}

export interface DatabaseExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** False when it fell over too often to be worth another try: the process should end. */
  readonly restarting: boolean
}

/** More ends than this within a minute, and the cause is not a passing one. */
const mostRestarts = 5

/** Starts PostgreSQL on the data folder, making the cluster, the roles and the database on the first start. */
export async function startEmbedded({ data, durable = true, cell = false, log = () => undefined }: EmbeddedOptions): Promise<Embedded> {
  const place = await findPlace(data)
  const lock = await lockData(place.data)
  try {
    const [binaries, secrets] = await Promise.all([layBinaries(place.base), databaseSecrets(place.data)])
    await makeCluster(place, binaries, secrets.superuser, durable)
    await notePlace(place)
    await checkVersion(place, binaries)
    if ((await stopOrphan(place, binaries)) === 'stopped') log('a database left running by an earlier process was stopped')

    const port = await freePort()
    const start = { place, binaries, port, durable, cell, password: secrets.superuser, log }
    let child = await startPostmaster(start)
    await removeOldBinaries(place.base, binaries)
    // Without this the database would outlive a process that ends by an uncaught error.
    const endWithUs = () => child.kill('SIGINT')
    process.once('exit', endWithUs)
    try {
      await makeRoles(port, secrets)
    } catch (error) {
      await stopPostmaster(place, binaries, child.pid ?? 0)
      throw error
    }

    const listeners = new Set<(exit: DatabaseExit) => void>()
    const ends: number[] = []
    let stopping: Promise<void> | undefined
    let restarting: Promise<void> | undefined

    const watch = (watched: ChildProcess) =>
      watched.once('exit', (code, signal) => {
        if (stopping) return
        ends.push(performance.now())
        const again = ends.filter((at) => at > performance.now() - 60_000).length <= mostRestarts
        log(`PostgreSQL ended unasked (${signal ?? code})${again ? ', starting it again' : ', too often: giving up'}`)
        for (const listener of listeners) listener({ code, signal, restarting: again })
        if (again) restarting = restart()
      })
    const restart = async () => {
      try {
        child = await startPostmaster(start)
        watch(child)
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        for (const listener of listeners) listener({ code: null, signal: null, restarting: false })
      }
    }
    watch(child)

    const stop = async () => {
      await restarting
      child.ref()
      const ended = child.exitCode !== null || child.signalCode !== null
      if (!ended) {
        const gone = new Promise((resolve) => child.once('exit', resolve))
        await stopPostmaster(place, binaries, child.pid ?? 0)
        await Promise.race([gone, sleep(1000)])
      }
      process.off('exit', endWithUs)
      await lock.release()
    }

    return {
      ...databaseUrls(secrets, port, socketFolder(place.cluster)),
      where: place.cluster,
      get pid() {
        return child.pid ?? 0
      },
      stop: () => (stopping ??= stop()),
      onExit: (listener) => void listeners.add(listener),
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Deletes the database of a data folder, wherever it is kept. For tests, which leave nothing behind. */
export async function removeEmbedded(data: string): Promise<void> {
  const place = await findPlace(data)
  const lock = await lockData(place.data)
  try {
    if (place.base === place.data) await rm(place.cluster, { recursive: true, force: true })
    else await rm(place.base, { recursive: true, force: true })
    await rm(`${place.data}/WHERE`, { force: true })
  } finally {
    await lock.release()
  }
}
