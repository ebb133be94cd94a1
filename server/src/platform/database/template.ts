import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { installJobs } from '../jobs/jobs.ts'
import { fingerprint, migrate, readMigrations } from './migrate.ts'

/** A PostgreSQL server for tests, with the three roles of 09. */
export interface TestServer {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly branchUrl: string
}

/** The server named by RONGHE_TEST_DATABASE (owner, app and branch address, separated by blanks), which is how CI runs the suite on Debian's PostgreSQL. */
export function givenServer(env: Readonly<Record<string, string | undefined>>): TestServer | undefined {
  const [ownerUrl, appUrl, branchUrl] = (env['RONGHE_TEST_DATABASE'] ?? '').split(/\s+/)
  return ownerUrl && appUrl && branchUrl ? { ownerUrl, appUrl, branchUrl } : undefined
}

export const inDatabase = (url: string, database: string): string => {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.toString()
}

export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the migrated database that test files copy, once per set of migrations and queues. */
export async function makeTemplate(server: TestServer, queues: readonly string[]): Promise<string> {
  const name = `ronghe_template_${fingerprint([...(await readMigrations()), { name: 'queues', sql: '', hash: queues.join(' ') }]).slice(0, 16)}`
  await asOwner(server.ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock(770212)')
    if ((await client.query('select 1 from pg_database where datname = $1', [name])).rowCount) return
    const making = `${name}_making`
    await client.query(`drop database if exists ${making}`)
    await client.query(`create database ${making}`)
    await migrate(inDatabase(server.ownerUrl, making))
    await installJobs(inDatabase(server.ownerUrl, making), queues)
    await client.query(`alter database ${making} rename to ${name}`)
  })
  return name
}

/** A migrated database for a script that needs to look at one, on the given server or on an embedded one made for it. */
export async function withTemplate(work: (server: TestServer) => Promise<void>): Promise<void> {
  const use = async (server: TestServer) => {
    const template = await makeTemplate(server, [])
    await work({
      ownerUrl: inDatabase(server.ownerUrl, template),
      appUrl: inDatabase(server.appUrl, template),
      branchUrl: inDatabase(server.branchUrl, template),
    })
  }
  const given = givenServer(process.env)
  if (given) return use(given)
  const { startEmbedded } = await import('./embedded.ts')
  const data = await mkdtemp(join(tmpdir(), 'ronghe-tables-'))
  const embedded = await startEmbedded({ data, durable: false })
  try {
    await use(embedded)
  } finally {
    await embedded.stop()
    await rm(data, { recursive: true, force: true })
  }
}
