import pg from 'pg'
import { OperatorError } from '../../operator-error.ts'
import { seedCalendar } from '../calendar/seed.ts'
import type { Street } from './streets.ts'

/** What a street may be called in addresses (`/s/<slug>/`). */
export const slugPattern = /^[a-z][a-z0-9-]{1,40}$/

/**
 * Adds a street, as the owner: the role that serves requests may not. It begins with the national days off around `now`, which
 * its office edits from then on. A single street needs no host name.
 */
export async function addStreet(ownerUrl: string, street: Street, options: { readonly host?: string; readonly now: Date }): Promise<void> {
  const { host, now } = options
  const days = seedCalendar(now.getUTCFullYear() - 1, now.getUTCFullYear() + 1)
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    await client.query('begin')
    await client.query('insert into street (id, slug, name, zone, demo, created_at) values ($1, $2, $3, $4, $5, $6)', [
      street.id,
      street.slug,
      JSON.stringify(street.name),
      street.zone,
      street.demo,
      now,
    ])
    if (host) await client.query('insert into street_host (host, street_id) values ($1, $2)', [host, street.id])
    await client.query('select enter_street($1)', [street.id])
    await client.query(
      'insert into calendar_day (street_id, day, kind, name) select $1, * from unnest($2::date[], $3::text[], $4::text[])',
      [street.id, days.map(({ day }) => day), days.map(({ kind }) => kind), days.map(({ name }) => name)],
    )
    await client.query('commit')
  } catch (error) {
    const { constraint } = error as { constraint?: string }
    if (constraint === 'street_slug_key') throw new OperatorError(`There is already a street "${street.slug}".`)
    if (constraint === 'street_host_pkey') throw new OperatorError(`${host} already leads to another street.`)
    throw error
  } finally {
    await client.end()
  }
}
