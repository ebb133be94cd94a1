import { deskPosts, type PostKind } from '@ronghe/contract/posts.ts'
import { sql } from 'kysely'
import { dayIn } from '../calendar/working-days.ts'
import type { Deed } from '../deed.ts'
import { record } from '../journal/record.ts'
import type { Browser } from './browser.ts'
import { hashToken, newToken } from './session.ts'

const hours = { resident: 180 * 24, desk: 12, empty: 24 } as const

export interface NewSession {
  readonly personId: string
  readonly kind: 'open' | 'empty'
  /** By passkey no number was reached, and the second factor is given: it is a device and its lock. */
  readonly by: 'code' | 'passkey'
}

/** Opens a session for this browser and sets its cookie; what it had before ends. Returns what the page must know next. */
export async function openSession(deed: Deed, browser: Browser, { personId, kind, by }: NewSession) {
  const { tx, street, now } = deed
  const token = newToken()
  const desk = await holdsDeskPost(deed, personId)
  const lasts = kind === 'empty' ? hours.empty : desk ? hours.desk : hours.resident
  if (browser.token)
    await tx.deleteFrom('session').where('street_id', '=', street.id).where('token_hash', '=', hashToken(browser.token)).execute()
  await tx
    .insertInto('session')
    .values({
      street_id: street.id,
      id: deed.id(),
      token_hash: hashToken(token),
      person_id: personId,
      kind,
      second_factor_at: by === 'passkey' ? now : null,
      device: browser.label,
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + lasts * 3_600_000),
    })
    .execute()
  if (kind === 'open') await welcome(deed, browser, personId, by)
  browser.signIn(token, lasts * 3600)
  await record(deed, { kind: 'people.session.opened', about: personId, plain: { kind, by } })
  return { kind, personId, secondFactor: kind === 'open' && desk && by !== 'passkey' }
}

/** The waiting session becomes an open one, under a new token: whoever saw the old one has nothing. */
export async function openWaiting(deed: Deed, browser: Browser, sessionId: string, personId: string) {
  const token = newToken()
  const desk = await holdsDeskPost(deed, personId)
  const lasts = desk ? hours.desk : hours.resident
  await deed.tx
    .updateTable('session')
    .set({ kind: 'open', token_hash: hashToken(token), seen_at: deed.now, expires_at: new Date(deed.now.getTime() + lasts * 3_600_000) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', sessionId)
    .execute()
  await welcome(deed, browser, personId, 'code')
  browser.signIn(token, lasts * 3600)
  await record(deed, { kind: 'people.session.opened', about: personId, plain: { kind: 'open', by: 'fact' } })
  return { kind: 'open' as const, personId, secondFactor: desk }
}

/** The owner was reached at the number and with this browser: both are known from now on. */
async function welcome({ tx, street, now }: Deed, browser: Browser, personId: string, by: NewSession['by']): Promise<void> {
  await tx
    .updateTable('person')
    .set({ ...(by === 'code' ? { phone_seen_at: now } : {}), last_used_at: now, warned_at: null })
    .where('street_id', '=', street.id)
    .where('id', '=', personId)
    .execute()
  await tx
    .insertInto('device')
    .values({
      street_id: street.id,
      person_id: personId,
      device_hash: hashToken(browser.device),
      label: browser.label,
      first_seen_at: now,
      seen_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'person_id', 'device_hash']).doUpdateSet({ seen_at: now, label: browser.label }),
    )
    .execute()
}

export async function isKnownDevice({ tx, street }: Deed, personId: string, device: string): Promise<boolean> {
  const row = await tx
    .selectFrom('device')
    .select('person_id')
    .where('street_id', '=', street.id)
    .where('person_id', '=', personId)
    .where('device_hash', '=', hashToken(device))
    .executeTakeFirst()
  return row !== undefined
}

export async function holdsDeskPost({ tx, street, now }: Deed, personId: string): Promise<boolean> {
  const today = dayIn(street.zone, now)
  const rows = await tx
    .selectFrom('appointment')
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('post.kind')
    .where('appointment.street_id', '=', street.id)
    .where('appointment.person_id', '=', personId)
    .where('appointment.revoked_at', 'is', null)
    .where('appointment.starts_on', '<=', today)
    .where(sql<boolean>`(appointment.ends_on is null or appointment.ends_on >= ${today}::date)`)
    .execute()
  return rows.some(({ kind }) => deskPosts.includes(kind as PostKind))
}

/** Ends sessions; with a clerk's own go the ones they opened for people at the desk. */
export async function endSessions({ tx, street }: Deed, personId: string, except?: string): Promise<number> {
  let own = tx.deleteFrom('session').where('street_id', '=', street.id).where('person_id', '=', personId)
  if (except) own = own.where('id', '<>', except)
  const { numDeletedRows } = await own.executeTakeFirst()
  if (!except) await tx.deleteFrom('session').where('street_id', '=', street.id).where('assistant_id', '=', personId).execute()
  return Number(numDeletedRows)
}
