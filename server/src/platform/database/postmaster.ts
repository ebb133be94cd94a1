import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { OperatorError } from '../../operator-error.ts'
import type { Binaries } from './binaries.ts'
import { asUser, superuser } from './cluster.ts'
import type { DataPlace } from './data-place.ts'

export interface Start {
  readonly place: DataPlace
  readonly binaries: Binaries
  readonly port: number
  readonly durable: boolean
  readonly cell?: boolean
  readonly password: string
  readonly log: (line: string) => void
}

const patience = 10_000

/**
 * Starts PostgreSQL and waits until it answers. What a predecessor may still hold for a moment (the lock file, the shared memory
 * of backends that have not noticed its end) is tried again for ten seconds. Throws with PostgreSQL's last words.
 */
export async function startPostmaster(start: Start): Promise<ChildProcess> {
  for (const since = Date.now(); ; await sleep(250)) {
    const words: string[] = []
    const child = launch(start, words)
    if (await answers(start, child)) {
      child.unref()
      ;(child.stderr as unknown as { unref?: () => void } | null)?.unref?.() // a pipe is a socket underneath
      return child
    }
    const held = words.some((line) => /lock file|shared memory|still in use|already in use/i.test(line))
    if (!held || Date.now() - since > patience) {
      throw new OperatorError(`PostgreSQL did not start: ${words.slice(-3).join(' / ') || 'it said nothing'}`)
    }
  }
}

/** A port of the loopback interface that nobody listens on just now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/**
 * Where a socket beside the cluster spares every statement the way through TCP (a third of what sending one costs): in the cluster's own folder,
 * which only its user may enter. None on Windows, nor where the path would be longer than sockets can have or not stand in a setting as it is.
 */
export const socketFolder = (cluster: string): string | undefined =>
  process.platform !== 'win32' && /^[\w./+-]{1,80}$/.test(cluster) ? cluster : undefined

function launch({ place, binaries, port, durable, cell = false, log }: Start, words: string[]): ChildProcess {
  const settings = {
    ...common,
    ...(durable ? {} : forgetful),
    ...(cell ? published : {}),
    port: String(port),
    unix_socket_directories: socketFolder(place.cluster) ?? '',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // In a session of its own: Ctrl-C on the terminal is for Ronghe, which lets requests finish before it stops the database.
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...args], {
    ...asUser(place, binaries),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.once('error', (error) => words.push(error.message))
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      words.push(line)
      if (words.length > 20) words.shift()
      log(line)
    })
  }
  return child
}

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Our own log says when.
  log_line_prefix: '',
  jit: 'off',
  // Errors quote the row or the statement they met, and those are people's words: only the server's own life goes to the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
} as const

/** For tests: a crash may lose everything, and nothing waits for the disk. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
} as const

/**
 * A cell of a city. What the city has not fetched yet is kept for it, but never more than this: a city that is down for longer is copied
 * afresh when it is back, and no street stops for want of disk.
 */
const published = {
  wal_level: 'logical',
  max_wal_senders: '10',
  max_replication_slots: '10',
  max_slot_wal_keep_size: '4GB',
} as const

async function answers({ place, port, password }: Start, child: ChildProcess): Promise<boolean> {
  let ended = child.pid === undefined
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  while (!ended) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: superuser,
      password,
      database: 'postgres',
      connectionTimeoutMillis: 2000,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        child.kill('SIGINT')
        throw new OperatorError(
          `The passwords in ${place.data}/secrets/database.json are not those of this database. Put the file back that belongs to it.`,
        )
      }
      await sleep(25) // not listening yet, or still recovering: that may take as long as it takes
    }
  }
  await sleep(20) // its last words may still be in the pipe
  return false
}
