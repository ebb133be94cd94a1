import { PgBoss } from 'pg-boss'
import { CompiledQuery } from 'kysely'
import { system } from '../auth/actor.ts'
import { uuid7 } from '../codes.ts'
import type { Deed } from '../deed.ts'
import { toStreet, type Street } from '../database/streets.ts'
import type { Platform } from '../platform.ts'

/** Work that happens later, in one street and one transaction. The payload carries ids only, never a name or a resident's words. */
export interface Job {
  readonly name: string
  /** A cron line in the server's time zone: then it runs once for every street. */
  readonly every?: string
  run(deed: Deed, ids: Readonly<Record<string, string>>): Promise<void>
}

export interface Jobs {
  /** Sends a job inside the deed's transaction: it exists if and only if the deed does. */
  send(
    deed: Deed,
    name: string,
    ids: Readonly<Record<string, string>>,
    options?: { readonly after?: Date; readonly once?: string },
  ): Promise<void>
  start(platform: Platform, jobs: readonly Job[]): Promise<void>
  /** Runs what is due now and waits for it; periodic jobs run when named. For tests and `ronghe` commands. */
  drain(named?: readonly string[]): Promise<number>
  stop(): Promise<void>
}

const schema = 'pgboss'
const queueOptions = { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 120, deleteAfterSeconds: 7 * 24 * 3600 } as const

/** Installs pg-boss's tables and our queues as the owner, so that the app's role needs no right to create anything. */
export async function installJobs(ownerUrl: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const name of names) await boss.createQueue(name, queueOptions)
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema ${schema} to ronghe_app`)
  await db.executeSql(`grant select, insert, update, delete on all tables in schema ${schema} to ronghe_app`)
  await db.executeSql(`grant execute on all functions in schema ${schema} to ronghe_app`)
  await boss.stop({ graceful: false })
}

export function openJobs(appUrl: string, options: { readonly work: boolean }): Jobs {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema,
    migrate: false,
    createSchema: false,
    supervise: options.work,
    schedule: options.work,
    max: 3,
  })
  let platform: Platform
  let known: readonly Job[] = []

  const perform = async (job: Job, ids: Readonly<Record<string, string>>): Promise<void> => {
    const streets = await platform.database.shared
      .selectFrom('street')
      .selectAll()
      .$if(ids['street'] !== undefined, (query) => query.where('id', '=', ids['street']!))
      .execute()
    for (const street of streets) await inStreet(platform, toStreet(street), (deed) => job.run(deed, ids))
  }

  return {
    async send(deed, name, ids, { after, once } = {}) {
      await boss.send(
        name,
        { ...ids, street: deed.street.id },
        {
          ...(after ? { startAfter: after } : {}),
          ...(once ? { singletonKey: `${deed.street.id} ${once}`, singletonSeconds: 1 } : {}),
          db: {
            executeSql: async (text: string, values?: unknown[]) => ({
              rows: (await deed.tx.executeQuery(CompiledQuery.raw(text, values ?? []))).rows,
            }),
          },
        },
      )
    },
    async start(given, jobs) {
      platform = given
      known = jobs
      boss.on('error', (error) => platform.log.warn({ problem: error.message }, 'jobs: the queue reported an error'))
      await boss.start()
      if (!options.work) return
      for (const job of jobs) {
        await boss.work<Record<string, string>>(job.name, { pollingIntervalSeconds: 2 }, async ([work]) => {
          if (work) await perform(job, work.data ?? {})
        })
        if (job.every) await boss.schedule(job.name, job.every, {})
      }
    },
    async drain(named) {
      let count = 0
      for (const name of named ?? []) await perform(known.find((job) => job.name === name) ?? missing(name), {}).then(() => count++)
      for (let found = true; found;) {
        found = false
        for (const job of known) {
          for (const work of (await boss.fetch<Record<string, string>>(job.name, { batchSize: 50 })) ?? []) {
            found = true
            count++
            await perform(job, work.data ?? {})
            await boss.complete(job.name, work.id)
          }
        }
      }
      return count
    },
    async stop() {
      await boss.stop({ graceful: options.work, timeout: 5000 })
    },
  }
}

const missing = (name: string): never => {
  throw new Error(`no job is called ${name}`)
}

/** One transaction of the platform's own in a street, and what was to follow it. */
export async function inStreet<T>(platform: Platform, street: Street, work: (deed: Deed) => Promise<T>): Promise<T> {
  const after: (() => void | Promise<void>)[] = []
  const result = await platform.database.inStreet(street.id, 'write', (tx) => work(systemDeed(platform, street, tx, after)))
  for (const next of after) await next()
  return result
}

/** A deed the platform itself does in a street: jobs, the loader, the commands. */
export function systemDeed(platform: Platform, street: Street, tx: Deed['tx'], after: (() => void | Promise<void>)[]): Deed {
  const now = platform.clock()
  return {
    tx,
    street,
    now,
    actor: system,
    language: 'zh-CN',
    platform,
    id: () => uuid7(now.getTime()),
    afterCommit: (work) => void after.push(work),
  }
}
