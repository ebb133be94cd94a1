import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { startAssisting } from '@ronghe/contract/people/assist.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Browser } from '../../platform/auth/browser.ts'
import { matterColumns } from '../../platform/auth/matter.ts'
import { hashToken, newToken } from '../../platform/auth/session.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { setting } from '../../platform/settings/settings.ts'
import { getPerson, touchPerson } from './persons.ts'

/** One matter, half an hour unless the street says otherwise, and the person's own number is told (08, Sign-in). What must be done in person, and what lies outside the matter, is refused before any room is asked. */
export async function start(
  deed: Deed,
  browser: Browser,
  clerk: PersonActor,
  personId: string,
  { matter, about }: BodyOf<typeof startAssisting>,
): Promise<{ until: string }> {
  if (personId === clerk.personId) throw refused('assist-yourself')
  if (clerk.session !== 'open') throw forbidden('not-while-assisted')
  const person = await getPerson(deed, personId)
  if (person.state !== 'active') throw refused('account-closing')
  const { tx, street, now } = deed
  const token = newToken()
  const { assistMinutes } = await setting(deed, 'signIn')
  const until = new Date(now.getTime() + assistMinutes * 60_000)
  // One person at the desk at a time.
  await tx.deleteFrom('session').where('street_id', '=', street.id).where('assistant_id', '=', clerk.personId).execute()
  await tx
    .insertInto('session')
    .values({
      street_id: street.id,
      id: deed.id(),
      token_hash: hashToken(token),
      person_id: personId,
      kind: 'assisted',
      assistant_id: clerk.personId,
      matter,
      ...matterColumns(about),
      device: browser.label,
      created_at: now,
      seen_at: now,
      expires_at: until,
    })
    .execute()
  await touchPerson(deed, personId)
  await recordAccess(deed, { personId, purpose: 'assist', permission: 'people.assist' })
  await record(deed, { kind: 'people.assist.started', about: personId, sealed: { matter } })
  await notify(deed, personId, { template: 'assisted', link: '/me/devices', params: { matter, minutes: assistMinutes }, urgent: true })
  browser.assist(token, assistMinutes * 60)
  return { until: until.toISOString() }
}

/** Ends by the clerk's hand, by time, or by the person from their own phone; the clerk's own session is where it was. */
export async function end(deed: Deed, browser: Browser): Promise<void> {
  browser.endAssisting()
  const { actor, tx, street } = deed
  if (actor.kind !== 'person' || actor.session !== 'assisted') return
  await tx.deleteFrom('session').where('street_id', '=', street.id).where('id', '=', actor.sessionId).execute()
  await record(deed, { kind: 'people.assist.ended', about: actor.personId })
}
