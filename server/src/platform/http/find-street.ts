import type { FastifyRequest } from 'fastify'
import type { Database } from '../database/pool.ts'
import { toStreet, type Street } from '../database/streets.ts'

interface Directory {
  readonly byHost: ReadonlyMap<string, Street>
  readonly bySlug: ReadonlyMap<string, Street>
  readonly only: Street | undefined
  readonly at: number
}

const keepMs = 5_000
const directories = new WeakMap<Database, Directory>()

/**
 * The street comes from the host name, else from `/s/<slug>/`, else it is the only street of the installation; never from a body or a
 * header a user may set (the slug header is overwritten by the server's own URL rewriting and removed before).
 */
export async function findStreet(database: Database, request: FastifyRequest, now: number): Promise<Street | undefined> {
  let directory = directories.get(database)
  if (!directory || directory.bySlug.size === 0) {
    directory = await readDirectory(database, now)
    directories.set(database, directory)
  } else if (now - directory.at > keepMs || now < directory.at) {
    refresh(database, directory, now)
  }
  const slug = request.raw.headers['ronghe-street']
  if (typeof slug === 'string' && request.originalUrl.startsWith(`/s/${slug}`)) return directory.bySlug.get(slug)
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
  return directory.byHost.get(host) ?? directory.only
}

/** Reads the directory again beside the request: streets hardly change, and a silent database must not hold up who is let in. */
function refresh(database: Database, old: Directory, now: number): void {
  directories.set(database, { ...old, at: now })
  readDirectory(database, now).then(
    (fresh) => directories.set(database, fresh),
    () => undefined, // asked again in five seconds; what is known goes on
  )
}

/** After a street was added, the next request sees it. */
export function forgetStreets(database: Database): void {
  directories.delete(database)
}

async function readDirectory(database: Database, at: number): Promise<Directory> {
  const streets = await database.shared.selectFrom('street').selectAll().execute()
  const hosts = await database.shared.selectFrom('street_host').selectAll().execute()
  const byId = new Map(streets.map((row) => [row.id, toStreet(row)] as const))
  return {
    byHost: new Map(hosts.flatMap(({ host, street_id }) => (byId.has(street_id) ? [[host, byId.get(street_id)!] as const] : []))),
    bySlug: new Map([...byId.values()].map((street) => [street.slug, street])),
    only: byId.size === 1 ? [...byId.values()][0] : undefined,
    at,
  }
}
