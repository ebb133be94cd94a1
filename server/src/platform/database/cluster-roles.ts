import pg from 'pg'
import type { DatabaseSecrets } from './database-secrets.ts'

/** Role settings of 09: a request that waits longer than this is better refused than queued. */
export const timeouts = {
  statement_timeout: '2500ms',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '5s',
} as const

/**
 * Makes the three roles and the database `ronghe`, whatever of them is missing.
 * The owner bypasses row-level security because a backup reads every street and every tenant table forces it on its owner too;
 * the two roles that serve requests never do.
 */
export async function makeRoles(superuserUrl: string, secrets: DatabaseSecrets): Promise<void> {
  const client = new pg.Client(superuserUrl)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname like 'ronghe%' union all select 'database ' || datname from pg_database`,
    )
    const there = new Set(rows.map((row) => row.name))
    const make = async (name: string, attributes: string, password: string) => {
      if (there.has(name)) return
      await client.query(`create role ${name} login nosuperuser ${attributes} password '${password}'`)
    }
    await client.query('begin') // a role must not appear without its time-outs
    await make('ronghe_owner', 'createdb bypassrls', secrets.owner)
    await make('ronghe_app', 'nobypassrls', secrets.app)
    await make('ronghe_branch', 'nobypassrls', secrets.branch)
    for (const role of ['ronghe_app', 'ronghe_branch']) {
      if (there.has(role)) continue
      for (const [setting, value] of Object.entries(timeouts)) await client.query(`alter role ${role} set ${setting} = '${value}'`)
    }
    await client.query('commit')
    if (!there.has('database ronghe')) await client.query('create database ronghe owner ronghe_owner')
  } finally {
    await client.end()
  }
}
