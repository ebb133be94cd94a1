import { createHash } from 'node:crypto'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { listJournal, listReads, readSecurity } from '@ronghe/contract/people/security.ts'
import { deskPosts, type PostKind } from '@ronghe/contract/posts.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { forgetFailures } from '../../platform/auth/failures.ts'
import { endSessions } from '../../platform/auth/open-session.ts'
import { lockedUntil, lockMinutes } from '../../platform/auth/trust.ts'
import { dayIn, endOfDay, startOfDay } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'

/** What the security administrator sees: how many and how often; people appear as the posts they hold, residents not at all. */
export async function describeSecurity(deed: Deed): Promise<ReplyOf<typeof readSecurity>> {
  const { tx, street, now } = deed
  const sessions = await tx
    .selectFrom('session')
    .select(['kind', 'person_id', 'seen_at'])
    .where('street_id', '=', street.id)
    .where('expires_at', '>', now)
    .execute()
  const holders = await deskHolders(deed)
  const atDesk = new Set(holders.map((holder) => holder.person_id))
  const ofKind = (kind: string) => sessions.filter((session) => session.kind === kind).length
  const { count } = await tx
    .selectFrom('sign_in_failure')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', street.id)
    .where('at', '>=', startOfDay(street.zone, dayIn(street.zone, now)))
    .executeTakeFirstOrThrow()
  return {
    sessions: {
      open: ofKind('open'),
      empty: ofKind('empty'),
      assisted: ofKind('assisted'),
      desk: sessions.filter(({ kind, person_id }) => kind === 'open' && atDesk.has(person_id)).length,
    },
    lockouts: (await lockouts(deed)).map(({ id, kind, failures, until }) => ({
      id,
      kind,
      failures,
      until: until.toISOString(),
      may: ['people.security.lift-lockout'],
    })),
    failuresToday: Number(count),
    deskHolders: holders.map(({ id, name, person_id, confirmed_at }) => {
      const own = sessions.filter((session) => session.kind === 'open' && session.person_id === person_id)
      const last = own.map(({ seen_at }) => seen_at.getTime()).sort((a, b) => b - a)[0]
      return {
        appointmentId: id,
        post: inLanguage(name as Text, deed.language),
        sessions: own.length,
        lastSeenAt: last === undefined ? null : new Date(last).toISOString(),
        secondFactor: confirmed_at !== null,
        may: own.length > 0 ? ['people.security.end-sessions'] : [],
      }
    }),
  }
}

export async function endHolder(deed: Deed, appointmentId: string): Promise<{ ended: number }> {
  const row = await deed.tx
    .selectFrom('appointment')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', appointmentId)
    .executeTakeFirst()
  if (!row) throw notFound('appointment')
  const ended = await endSessions(deed, row.person_id)
  await record(deed, { kind: 'people.security.sessions-ended', about: row.person_id, plain: { appointment: appointmentId, ended } })
  return { ended }
}

export async function lift(deed: Deed, lockoutId: string): Promise<void> {
  const locked = (await lockouts(deed)).find(({ id }) => id === lockoutId)
  if (!locked) throw notFound('lockout')
  await forgetFailures(deed, locked.subject)
  await record(deed, { kind: 'people.security.lockout-lifted' })
}

/** Kinds, times and operations; what a deed said lies in rows that this does not read. */
export async function journalLines(
  deed: Deed,
  { limit, after, kind, operation, day }: QueryOf<typeof listJournal>,
): Promise<ReplyOf<typeof listJournal>> {
  const { tx, street } = deed
  let query = tx
    .selectFrom('journal_leaf')
    .select(['id', 'kind', 'at', 'index', 'commitments'])
    .where('street_id', '=', street.id)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const [from] = readCursor(after, 1) ?? []
  if (from) query = query.where('id', '<', from)
  if (kind) query = query.where('kind', '=', kind)
  if (operation) query = query.where(sql<boolean>`commitments ->> 'operation' = ${`plain:${operation}`}`)
  if (day) query = query.where('at', '>=', startOfDay(street.zone, day)).where('at', '<', endOfDay(street.zone, day))
  return pageFrom(
    await query.execute(),
    limit,
    ({ id }) => toCursor(id),
    (row) => ({
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      index: row.index,
      operation: plain(row.commitments, 'operation'),
      code: plain(row.commitments, 'code'),
    }),
  )
}

export async function readsOf(
  deed: Deed,
  { day = dayIn(deed.street.zone, deed.now) }: QueryOf<typeof listReads>,
): Promise<ReplyOf<typeof listReads>> {
  const { street, tx } = deed
  const rows = await tx
    .selectFrom('access_log')
    .leftJoin('post', (join) => join.onRef('post.street_id', '=', 'access_log.street_id').onRef('post.id', '=', 'access_log.reader_post'))
    .select(['access_log.operation', 'access_log.purpose', 'post.kind as post'])
    .select(({ fn }) => fn.countAll<number>().as('reads'))
    .where('access_log.street_id', '=', street.id)
    .where('access_log.at', '>=', startOfDay(street.zone, day))
    .where('access_log.at', '<', endOfDay(street.zone, day))
    .groupBy(['access_log.operation', 'access_log.purpose', 'post.kind'])
    .orderBy('access_log.operation')
    .execute()
  return { day, items: rows.map(({ operation, purpose, post, reads }) => ({ operation, purpose, post, reads: Number(reads) })) }
}

async function lockouts({ tx, street, now }: Deed) {
  const rows = await tx
    .selectFrom('sign_in_failure')
    .select(['subject_hash', 'kind', 'at'])
    .where('street_id', '=', street.id)
    .where('kind', '<>', 'fact')
    .where('at', '>', new Date(now.getTime() - lockMinutes * 60_000))
    .execute()
  const subjects = Map.groupBy(rows, (row) => row.subject_hash.toString('hex'))
  return [...subjects.values()].flatMap((failures) => {
    const until = lockedUntil(
      failures.map(({ at }) => at),
      now,
    )
    const [first] = failures
    // The subject is a keyed hash of a number; outside it is known by a hash of that.
    return until && first
      ? [
          {
            id: createHash('sha256').update(first.subject_hash).digest('hex'),
            subject: first.subject_hash,
            kind: first.kind,
            failures: failures.length,
            until,
          },
        ]
      : []
  })
}

function deskHolders({ tx, street, now }: Deed) {
  const today = dayIn(street.zone, now)
  return tx
    .selectFrom('appointment')
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .leftJoin('authenticator', (join) =>
      join.onRef('authenticator.street_id', '=', 'appointment.street_id').onRef('authenticator.person_id', '=', 'appointment.person_id'),
    )
    .select(['appointment.id', 'appointment.person_id', 'post.name', 'authenticator.confirmed_at'])
    .where('appointment.street_id', '=', street.id)
    .where('appointment.revoked_at', 'is', null)
    .where('appointment.starts_on', '<=', today)
    .where(sql<boolean>`(appointment.ends_on is null or appointment.ends_on >= ${today}::date)`)
    .where('post.kind', 'in', deskPosts as PostKind[])
    .orderBy('post.id')
    .execute()
}

const plain = (commitments: unknown, name: string): string | null => {
  const value = (commitments as Record<string, unknown>)[name]
  return typeof value === 'string' && value.startsWith('plain:') ? value.slice('plain:'.length) : null
}
