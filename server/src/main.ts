import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { destination, pino } from 'pino'
import { jobs, newRonghe } from './app.ts'
import type { Config } from './config.ts'
import { OperatorError } from './operator-error.ts'
import { closed, openBranchHouse } from './platform/branch/house.ts'
import { openCity } from './platform/city/city-database.ts'
import { findOwnCity } from './platform/city/own-city.ts'
import { startEmbedded } from './platform/database/embedded.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabase } from './platform/database/pool.ts'
import { completeErasureLog } from './platform/database/record-erasure.ts'
import { openFiles } from './platform/files/store.ts'
import { serveDoors } from './platform/http/doors.ts'
import { openSequencer } from './platform/journal/sequence.ts'
import { journalSigner } from './platform/journal/signer.ts'
import { installJobs, openJobs } from './platform/jobs/jobs.ts'
import { openMail } from './platform/notify/mail.ts'
import { openSms } from './platform/notify/sms.ts'
import type { Log, Platform } from './platform/platform.ts'
import { loadKeys } from './platform/privacy/keys.ts'
import { sealer } from './platform/privacy/fields.ts'
import { badgeKeys } from './platform/standards/open-badges/badge-keys.ts'

export interface OpenPlatform {
  readonly platform: Platform
  readonly ownerUrl: string
  /** Where the embedded database lies; undefined with a server of one's own. */
  readonly where: string | undefined
  /** Once the embedded server has a city beside its street. */
  showOwnCity(): Promise<void>
  close(): Promise<void>
}

export interface Running extends OpenPlatform {
  readonly address: string
}

/** Starts or finds the database, brings it up to date, and opens everything the rooms lean on. `work` runs the jobs in this process. */
export async function openPlatform(config: Config, options: { readonly log: Log; readonly work: boolean }): Promise<OpenPlatform> {
  const { log } = options
  const embedded = config.database
    ? undefined
    : await startEmbedded({ data: config.data, cell: config.cell !== undefined, log: (line) => log.info({}, line) })
  // Starting it again did not help: better an end that whoever watches over processes sees than a server without a database.
  embedded?.onExit(({ restarting }) => {
    if (!restarting) process.exit(1)
  })
  const { ownerUrl, appUrl, branchUrl } = config.database ?? embedded!
  try {
    await migrate(ownerUrl, (line) => log.info({}, line))
    await installJobs(
      ownerUrl,
      jobs.map(({ name }) => name),
    )
    await refuseTooMuchPower(appUrl, 'DATABASE_APP_URL')
    await refuseTooMuchPower(branchUrl, 'DATABASE_BRANCH_URL')
    await refuseOneForTheOther(appUrl, branchUrl)
    await completeErasureLog(ownerUrl, config.data)
    const fresh = await isEmpty(ownerUrl)
    const keys = loadKeys({ data: config.data, keyFile: config.keyFile }, { now: new Date(), create: fresh })
    const box = sealer(keys.shared, config.cryptoSuite)
    const database = openDatabase(appUrl, { log: (line) => log.warn({}, line) })
    const house = openBranchHouse(branchUrl, keys.branch, config.cryptoSuite, { log: (line) => log.warn({}, line) })
    const showCity = (url: string) => openCity(url, { log: (line) => log.warn({}, line) })
    const cityUrl = config.cityDatabaseUrl ?? (embedded && (await findOwnCity(embedded)))
    let city = cityUrl === undefined ? undefined : showCity(cityUrl)
    const platform: Platform = {
      config,
      database,
      get city() {
        return city
      },
      sealer: box,
      branch: closed(house),
      files: openFiles(config, box),
      jobs: openJobs(appUrl, { work: options.work }),
      sms: openSms(config.sms),
      mail: openMail(config.mail),
      log,
      signerOf: (streetId) => journalSigner(keys.shared, streetId),
      badgeKeysOf: badgeKeys(keys.shared),
      clock: () => new Date(),
    }
    await platform.jobs.start(platform, jobs)
    const sequencer = openSequencer({ database, log, signerOf: platform.signerOf, clock: platform.clock })
    if (options.work) sequencer.start()
    return {
      platform,
      ownerUrl,
      where: embedded?.where,
      async showOwnCity() {
        const own = embedded && (await findOwnCity(embedded))
        if (own !== undefined) city ??= showCity(own)
      },
      async close() {
        await platform.jobs.stop()
        await sequencer.stop()
        platform.mail.close()
        await database.close()
        await house.database.close()
        await city?.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** The whole of Ronghe, listening. */
export async function serve(config: Config, log: Log = newLog(config)): Promise<Running> {
  const open = await openPlatform(config, { log, work: true })
  const app = await newRonghe(open.platform)
  await serveDoors(app)
  await app.fastify.listen({ port: config.port, host: config.host }).catch(async (error: unknown) => {
    await open.close() // a port in use must not leave the database running
    throw error
  })
  const { address, port, family } = app.fastify.server.address() as AddressInfo
  const shown = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return {
    ...open,
    address: config.publicUrl ?? `http://${shown}:${port}`,
    async close() {
      await app.fastify.close()
      await open.close()
    },
  }
}

export function newLog(config: Config): Log {
  return pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ fd: 1, sync: false }))
}

/** Row-level security protects nothing from a role that may pass it by (09, PostgreSQL inside). */
async function refuseTooMuchPower(url: string, named: 'DATABASE_APP_URL' | 'DATABASE_BRANCH_URL'): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ superuser: boolean; bypass: boolean; owner: boolean }>(`
      select rolsuper as superuser, rolbypassrls as bypass,
             exists (select 1 from pg_class where relname = 'street' and relowner = r.oid) as owner
      from pg_roles r where rolname = current_user`)
    const [role] = rows
    if (!role || role.superuser || role.bypass || role.owner) {
      throw new OperatorError(
        `The role in ${named} is a superuser, passes row-level security by, or owns the tables. Give it a plain role of its own: \`ronghe migrate --print-roles\` prints the SQL.`,
      )
    }
  } finally {
    await client.end()
  }
}

/** The branch's walls are its role: they are none if the app has the same one, or may become it (D1). */
async function refuseOneForTheOther(appUrl: string, branchUrl: string): Promise<void> {
  const role = async (url: string) => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    try {
      const { rows } = await client.query<{ name: string; enters: boolean }>(
        `select current_user as name, has_schema_privilege('branch', 'usage') as enters`,
      )
      return rows[0]!
    } finally {
      await client.end()
    }
  }
  const [app, branch] = [await role(appUrl), await role(branchUrl)]
  if (app.name === branch.name || app.enters || !branch.enters)
    throw new OperatorError(
      'The roles in DATABASE_APP_URL and DATABASE_BRANCH_URL must be two, and only the second may enter the schema branch: `ronghe migrate --print-roles` prints the SQL.',
    )
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query('select 1 from person limit 1')).rowCount === 0
  } finally {
    await client.end()
  }
}
