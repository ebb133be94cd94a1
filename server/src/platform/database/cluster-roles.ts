import pg from 'pg'
import { superuser } from './cluster.ts'
import type { DatabaseSecrets } from './database-secrets.ts'

/** Role settings of 09: a request that waits longer than this is better refused than queued. */
export const timeouts = {
  statement_timeout: '2500ms',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '5s',
} as const

/**
 * The owner bypasses row-level security because a backup reads every street, and every tenant table forces it on its owner too;
 * the two roles that serve requests never do.
 */
const roles = [
  { name: 'ronghe_owner', attributes: 'login nosuperuser bypassrls', secret: 'owner', serves: false },
  { name: 'ronghe_app', attributes: 'login nosuperuser nobypassrls', secret: 'app', serves: true },
  { name: 'ronghe_branch', attributes: 'login nosuperuser nobypassrls', secret: 'branch', serves: true },
] as const

/** Makes the three roles and the database `ronghe`, whatever of them is missing. */
export async function makeRoles(port: number, secrets: DatabaseSecrets): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password: secrets.superuser, database: 'postgres' })
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname like 'ronghe%' union all select 'database ' || datname from pg_database`,
    )
    const there = new Set(rows.map((row) => row.name))
    await client.query('begin') // a role must not appear without its time-outs
    for (const role of roles) {
      if (there.has(role.name)) continue
      // The password is our own base64url: nothing in it needs escaping.
      await client.query(`create role ${role.name} ${role.attributes} password '${secrets[role.secret]}'`)
      // Each test file works on a database of its own.
      if (!role.serves) await client.query(`alter role ${role.name} createdb`)
      if (role.serves) for (const statement of timeoutStatements(role.name)) await client.query(statement)
    }
    await client.query('commit')
    if (!there.has('database ronghe')) await client.query('create database ronghe owner ronghe_owner')
  } finally {
    await client.end()
  }
}

/** The same for a server of one's own, to be run there by its administrator; passwords are for them to choose. */
export function roleStatements(): string {
  return [
    '-- Run as an administrator of the server, with passwords of your own; then set DATABASE_URL, DATABASE_APP_URL and DATABASE_BRANCH_URL.',
    ...roles.map(({ name, attributes, secret }) => `create role ${name} ${attributes} password 'CHANGE-ME-${secret}';`),
    ...roles.filter(({ serves }) => serves).flatMap(({ name }) => timeoutStatements(name).map((statement) => `${statement};`)),
    `create database ronghe owner ronghe_owner template template0 encoding 'UTF8' locale 'C.UTF-8';`,
  ].join('\n')
}

const timeoutStatements = (role: string): readonly string[] =>
  Object.entries(timeouts).map(([setting, value]) => `alter role ${role} set ${setting} = '${value}'`)
