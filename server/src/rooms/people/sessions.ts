import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { listSessions } from '@ronghe/contract/people/sessions.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Browser } from '../../platform/auth/browser.ts'
import { endSessions } from '../../platform/auth/open-session.ts'
import { hashToken } from '../../platform/auth/session.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'

/** Where a person is signed in; a clerk acting at the desk is among them, so that it can be seen and ended. */
export async function sessionsOf(deed: Deed, actor: PersonActor): Promise<ReplyOf<typeof listSessions>> {
  const rows = await deed.tx
    .selectFrom('session')
    .select(['id', 'kind', 'device', 'matter', 'created_at', 'seen_at'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .where('expires_at', '>', deed.now)
    .orderBy('seen_at', 'desc')
    .execute()
  return {
    items: rows.map(({ id, kind, device, matter, created_at, seen_at }) => ({
      id,
      kind,
      device,
      matter,
      createdAt: created_at.toISOString(),
      seenAt: seen_at.toISOString(),
      current: id === actor.sessionId,
      may: actor.session === 'open' ? ['people.sessions.end'] : [],
    })),
    may: actor.session === 'open' && rows.length > 1 ? ['people.sessions.end-others'] : [],
  }
}

export async function endOneSession(deed: Deed, personId: string, sessionId: string): Promise<void> {
  const { numDeletedRows } = await deed.tx
    .deleteFrom('session')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('session')
  await record(deed, { kind: 'people.session.ended', about: personId })
}

export async function endOthers(deed: Deed, actor: PersonActor): Promise<{ ended: number }> {
  const ended = await endSessions(deed, actor.personId, actor.sessionId)
  await record(deed, { kind: 'people.session.ended', about: actor.personId, plain: { ended } })
  return { ended }
}

/** Signing out of nothing is fine: the cookies go either way. A clerk who signs out leaves nobody's page open behind. */
export async function endOwnSession(deed: Deed, browser: Browser): Promise<void> {
  browser.signOut()
  const { actor, tx, street } = deed
  if (browser.token)
    await tx.deleteFrom('session').where('street_id', '=', street.id).where('token_hash', '=', hashToken(browser.token)).execute()
  if (actor.kind !== 'person') return
  const clerk = actor.assistantId ?? actor.personId
  await tx.deleteFrom('session').where('street_id', '=', street.id).where('assistant_id', '=', clerk).execute()
  await record(deed, { kind: 'people.session.ended', about: actor.personId })
}
