import type { CodeSent, SignedIn, answerFact, createAccount, signInWithCode, signInWithName } from '@ronghe/contract/people/sign-in.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type * as z from 'zod/mini'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Browser } from '../../platform/auth/browser.ts'
import { codeMinutes, codeTries, getTicket, issueCode, issueTicket, phoneHash, tryCode, useTicket } from '../../platform/auth/codes.ts'
import { countFailure, failuresSince, forgetFailures, personSubject, refuseLocked } from '../../platform/auth/failures.ts'
import { isKnownDevice, openSession, openWaiting } from '../../platform/auth/open-session.ts'
import { trust } from '../../platform/auth/trust.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, type Refusal } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { setting } from '../../platform/settings/settings.ts'
import { createPerson, findByPhone, getPerson, type Person } from './persons.ts'
import { isPin, pinHash } from './pin.ts'

export async function askForCode(deed: Deed, phone: string): Promise<z.input<typeof CodeSent>> {
  const code = await issueCode(deed, phone)
  return { minutes: codeMinutes, ...(deed.street.demo ? { demoCode: code } : {}) }
}

/** A right code signs in whoever has the number; with several people, or none, a name comes first. */
export async function signIn(deed: Deed, browser: Browser, { phone, code }: BodyOf<typeof signInWithCode>): Promise<SignedIn | Refusal> {
  const wrong = await tryCode(deed, phone, code)
  if (wrong) return wrong
  const people = await findByPhone(deed, phone)
  const [only] = people
  if (!only) return { kind: 'new', ticket: await issueTicket(deed, phone, 'new') }
  if (people.length > 1 || (await isShared(deed, [only.id]))) return { kind: 'named', ticket: await issueTicket(deed, phone, 'named') }
  return enter(deed, browser, only)
}

/** On a shared number the name must be typed, not picked: a list would tell the new owner of the number who had it before. */
export async function signInByName(
  deed: Deed,
  browser: Browser,
  { ticket: token, name, pin }: BodyOf<typeof signInWithName>,
): Promise<SignedIn | Refusal> {
  const ticket = await getTicket(deed, token)
  const subject = phoneHash(deed, ticket.phone)
  await refuseLocked(deed, subject)
  const people = await findByPhone(deed, ticket.phone)
  const found = await Promise.all(
    people.filter((person) => sameName(person.name, name)).map(async (person) => ({ person, pin: await pinState(deed, person.id, pin) })),
  )
  const match = found.find(({ pin: state }) => state !== 'wrong')
  await useTicket(deed, ticket, match !== undefined)
  if (!match) {
    await countFailure(deed, subject, 'pin')
    return refused('name-or-pin-wrong', { params: { left: codeTries - ticket.tries - 1 } })
  }
  await forgetFailures(deed, subject)
  // Whoever has no PIN yet is only as good as the name they typed: one more fact is needed.
  return match.pin === 'none'
    ? openSession(deed, browser, { personId: match.person.id, kind: 'empty', by: 'code' })
    : enter(deed, browser, match.person)
}

/** A name makes an account (02-domain, person). On a number somebody has, only after they said so, and with a PIN. */
export async function openAccount(
  deed: Deed,
  browser: Browser,
  { ticket: token, name, language, pin }: BodyOf<typeof createAccount>,
): Promise<SignedIn> {
  const ticket = await getTicket(deed, token)
  await refuseLocked(deed, phoneHash(deed, ticket.phone)) // also keeps two browsers from making the same account twice
  const others = await findByPhone(deed, ticket.phone)
  const ids = others.map(({ id }) => id)
  if (others.length > 0) {
    if (!(await isShared(deed, ids))) throw refused('number-has-account')
    if (!pin) throw refused('pin-needed')
    await deed.tx.updateTable('person').set({ share_until: null }).where('street_id', '=', deed.street.id).where('id', 'in', ids).execute()
  }
  await useTicket(deed, ticket, true)
  const personId = await createPerson(deed, { name, phone: ticket.phone, language, origin: 'self' })
  if (pin)
    await deed.tx
      .updateTable('person')
      .set({ pin_hash: pinHash(deed, personId, pin) })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', personId)
      .execute()
  await record(deed, { kind: 'people.person.created', about: personId, plain: { origin: 'self' } })
  return openSession(deed, browser, { personId, kind: 'open', by: 'code' })
}

export const factTries = 3
const factDays = 30

/** One known fact opens what a code alone does not; three tries in a month, then only the desk. */
export async function answerOneFact(
  deed: Deed,
  browser: Browser,
  person: PersonActor,
  answer: BodyOf<typeof answerFact>,
): Promise<SignedIn | Refusal> {
  if (person.session !== 'empty') throw refused('account-is-open')
  const subject = personSubject(person.personId)
  await refuseLocked(deed, subject)
  const tried = await failuresSince(deed, subject, 'fact', new Date(deed.now.getTime() - factDays * 86_400_000))
  if (tried >= factTries) throw forbidden('fact-used-up')
  if (answer.fact === 'name' && (await sharesNumber(deed, person.personId))) throw refused('fact-not-enough')
  if (!(await knows(deed, person.personId, answer))) {
    await countFailure(deed, subject, 'fact')
    return tried + 1 < factTries ? refused('fact-wrong', { params: { left: factTries - tried - 1 } }) : forbidden('fact-used-up')
  }
  await forgetFailures(deed, subject)
  return openWaiting(deed, browser, person.sessionId, person.personId)
}

/** The number came to somebody else: it is taken off the old account, whose owner goes on with a passkey or at the desk. */
export async function leaveAccountAlone(deed: Deed, person: PersonActor): Promise<SignedIn> {
  if (person.session !== 'empty') throw refused('account-is-open')
  const { phone } = await getPerson(deed, person.personId)
  if (!phone) throw refused('ticket-dead')
  await deed.tx
    .updateTable('person')
    .set({ phone_sealed: null, phone_hash: null, phone_seen_at: null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', person.personId)
    .execute()
  await deed.tx
    .deleteFrom('session')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', person.personId)
    .where('kind', '=', 'empty')
    .execute()
  await record(deed, { kind: 'people.number.left', about: person.personId })
  const others = await findByPhone(deed, phone)
  return { kind: others.length > 0 ? 'named' : 'new', ticket: await issueTicket(deed, phone, others.length > 0 ? 'named' : 'new') }
}

/** At the desk: the person in front of the clerk is the account's owner. */
export async function confirmOwnerAtDesk(deed: Deed, personId: string): Promise<{ opened: number }> {
  const { id } = await getPerson(deed, personId)
  const { numUpdatedRows } = await deed.tx
    .updateTable('session')
    .set({ kind: 'open' })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', id)
    .where('kind', '=', 'empty')
    .executeTakeFirst()
  await deed.tx
    .updateTable('person')
    .set({ phone_seen_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('phone_hash', 'is not', null)
    .execute()
  await forgetFailures(deed, personSubject(id))
  await record(deed, { kind: 'people.owner.confirmed', about: id })
  await notify(deed, id, { template: 'owner-confirmed', link: '/me/devices' })
  return { opened: Number(numUpdatedRows) }
}

async function enter(deed: Deed, browser: Browser, { id, state }: Person): Promise<SignedIn> {
  if (state === 'closing') throw refused('account-closing')
  const { phone_seen_at } = await deed.tx
    .selectFrom('person')
    .select('phone_seen_at')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const kind = trust({
    now: deed.now,
    phoneSeenAt: phone_seen_at,
    knownDevice: await isKnownDevice(deed, id, browser.device),
    after: await setting(deed, 'signIn'),
  })
  return openSession(deed, browser, { personId: id, kind, by: 'code' })
}

async function isShared(deed: Deed, ids: readonly string[]): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...ids])
    .where('share_until', '>', deed.now)
    .executeTakeFirst()
  return row !== undefined
}

async function pinState(deed: Deed, personId: string, pin: string | undefined): Promise<'right' | 'wrong' | 'none'> {
  const { pin_hash } = await deed.tx
    .selectFrom('person')
    .select('pin_hash')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (pin_hash === null) return 'none'
  return pin !== undefined && isPin(deed, personId, pin, pin_hash) ? 'right' : 'wrong'
}

/** Whoever shares the phone knows the names of the others. */
async function sharesNumber(deed: Deed, personId: string): Promise<boolean> {
  const { phone } = await getPerson(deed, personId)
  return phone !== null && (await findByPhone(deed, phone)).length > 1
}

async function knows(deed: Deed, personId: string, answer: BodyOf<typeof answerFact>): Promise<boolean> {
  const { name } = await getPerson(deed, personId)
  if (answer.fact === 'name') return sameName(lastTwo(name), lastTwo(answer.value))
  const row = await deed.tx
    .selectFrom('person')
    .leftJoin('profile', (join) => join.onRef('profile.street_id', '=', 'person.street_id').onRef('profile.person_id', '=', 'person.id'))
    .select(['person.created_at', 'profile.community_id'])
    .where('person.street_id', '=', deed.street.id)
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.community_id === answer.communityId && dayIn(deed.street.zone, row.created_at).startsWith(answer.month)
}

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•・.]/gu, '')
    .toLowerCase()
const sameName = (one: string, other: string): boolean => folded(one) === folded(other)
const lastTwo = (name: string): string => Array.from(folded(name)).slice(-2).join('')
