import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Deed } from '../deed.ts'
import { Refusal } from '../http/problems.ts'
import { lockedUntil, lockMinutes } from './trust.ts'

export type FailureKind = 'code' | 'pin' | 'fact' | 'totp' | 'set-up'

/** Failures with a number are counted under its keyed hash, failures of a person under a hash of the id. */
export const personSubject = (personId: string): Buffer => createHash('sha256').update(`person ${personId}`).digest()

/**
 * One at a time per subject, so that a hundred tries sent at once are still five; then refuses while it is locked. Counted in PostgreSQL,
 * so that several processes agree and none forgets by ending.
 */
export async function refuseLocked(deed: Deed, subject: Buffer): Promise<void> {
  await oneTryAtATime(deed, subject)
  const rows = await deed.tx
    .selectFrom('sign_in_failure')
    .select('at')
    .where('street_id', '=', deed.street.id)
    .where('subject_hash', '=', subject)
    .where('kind', '<>', 'fact')
    .where('at', '>', new Date(deed.now.getTime() - lockMinutes * 60_000))
    .execute()
  const until = lockedUntil(
    rows.map(({ at }) => at),
    deed.now,
  )
  if (!until) return
  const seconds = Math.max(1, Math.ceil((until.getTime() - deed.now.getTime()) / 1000))
  throw new Refusal(429, 'sign-in-locked', { params: { minutes: Math.ceil(seconds / 60) }, retryAfterSeconds: seconds })
}

/** Held until the deed ends: whoever counts tries must not count them while others are being made. */
export async function oneTryAtATime(deed: Deed, subject: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey(deed.street.id, subject)}::bigint)`.execute(deed.tx)
}

/** Keeps a failure; the caller returns its refusal instead of throwing it, so that this stays. */
export async function countFailure(deed: Deed, subject: Buffer, kind: FailureKind): Promise<void> {
  await deed.tx
    .insertInto('sign_in_failure')
    .values({ street_id: deed.street.id, id: deed.id(), subject_hash: subject, kind, at: deed.now })
    .execute()
}

export async function failuresSince(deed: Deed, subject: Buffer, kind: FailureKind, since: Date): Promise<number> {
  const { count } = await deed.tx
    .selectFrom('sign_in_failure')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('subject_hash', '=', subject)
    .where('kind', '=', kind)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function forgetFailures(deed: Deed, subject: Buffer): Promise<void> {
  await deed.tx.deleteFrom('sign_in_failure').where('street_id', '=', deed.street.id).where('subject_hash', '=', subject).execute()
}

/** 63 bits of the subject: what an advisory lock takes. */
const lockKey = (street: string, subject: Buffer): string =>
  (createHash('sha256').update(street).update(subject).digest().readBigUInt64BE() >> 1n).toString()
