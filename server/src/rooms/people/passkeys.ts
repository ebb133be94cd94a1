import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { addPasskey, listPasskeys, signInWithPasskey } from '@ronghe/contract/people/passkeys.ts'
import type { SignedIn } from '@ronghe/contract/people/sign-in.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Browser } from '../../platform/auth/browser.ts'
import { openSession } from '../../platform/auth/open-session.ts'
import type { RelyingParty } from '../../platform/auth/relying-party.ts'
import { violated } from '../../platform/database/pool.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { getPerson } from './persons.ts'

const challengeMinutes = 5
/** EdDSA, ES256, RS256 (COSE): what devices have today; asking the runtime for newer ones only prints warnings. */
const supportedAlgorithmIDs = [-8, -7, -257]
type Item = ReplyOf<typeof addPasskey>

export async function passkeysOf(deed: Deed, actor: PersonActor, site: RelyingParty | undefined): Promise<ReplyOf<typeof listPasskeys>> {
  const rows = await deed.tx
    .selectFrom('passkey')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .orderBy('created_at')
    .execute()
  const inPerson = actor.session === 'open'
  return {
    possible: site !== undefined,
    items: rows.map((row) => toItem(row, inPerson)),
    may: site && inPerson ? ['people.passkeys.begin'] : [],
  }
}

export async function beginAdding(deed: Deed, actor: PersonActor, site: RelyingParty | undefined) {
  const { id } = getSite(site)
  const person = await getPerson(deed, actor.personId)
  const known = await deed.tx
    .selectFrom('passkey')
    .select('credential_id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .execute()
  const options = await generateRegistrationOptions({
    rpName: inLanguage(deed.street.name, deed.language),
    rpID: id,
    userName: person.name,
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: known.map(({ credential_id }) => ({ id: credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { challengeId: await keepChallenge(deed, options.challenge, 'add', actor.personId), options: { ...options } }
}

export async function add(
  deed: Deed,
  actor: PersonActor,
  site: RelyingParty | undefined,
  { challengeId, label, answer }: BodyOf<typeof addPasskey>,
): Promise<Item> {
  const { id: expectedRPID, origin: expectedOrigin } = getSite(site)
  const expectedChallenge = await takeChallenge(deed, challengeId, 'add', actor.personId)
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(failed)
  if (!registrationInfo) throw refused('passkey-wrong')
  const { credential } = registrationInfo
  const row = await deed.tx
    .insertInto('passkey')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      person_id: actor.personId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: [...(credential.transports ?? [])],
      label: label || inLanguage({ 'zh-CN': '通行密钥', en: 'Passkey' }, deed.language),
      created_at: deed.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      throw violated(error) === 'passkey_credential_key' ? refused('passkey-known') : error
    })
  await record(deed, { kind: 'people.passkey.added', about: actor.personId })
  return toItem(row, true)
}

export async function remove(deed: Deed, personId: string, passkeyId: string): Promise<void> {
  const { numDeletedRows } = await deed.tx
    .deleteFrom('passkey')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('id', '=', passkeyId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('passkey')
  await record(deed, { kind: 'people.passkey.removed', about: personId })
}

/** Nobody is named: the device shows the passkeys it has for this site, and the person picks one. */
export async function beginSignIn(deed: Deed, site: RelyingParty | undefined) {
  const options = await generateAuthenticationOptions({ rpID: getSite(site).id, userVerification: 'required' })
  return { challengeId: await keepChallenge(deed, options.challenge, 'sign-in', null), options: { ...options } }
}

export async function signInBy(
  deed: Deed,
  browser: Browser,
  site: RelyingParty | undefined,
  { challengeId, answer }: BodyOf<typeof signInWithPasskey>,
): Promise<SignedIn> {
  const { id: expectedRPID, origin: expectedOrigin } = getSite(site)
  const { tx, street, now } = deed
  const expectedChallenge = await takeChallenge(deed, challengeId, 'sign-in', null)
  const row = await tx
    .selectFrom('passkey')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('credential_id', '=', answer.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refused('passkey-wrong')
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge,
    expectedOrigin,
    expectedRPID,
    credential: { id: row.credential_id, publicKey: new Uint8Array(row.public_key), counter: row.counter, transports: row.transports },
    requireUserVerification: true,
  }).catch(failed)
  if (!verified) throw refused('passkey-wrong')
  const person = await getPerson(deed, row.person_id)
  if (person.state !== 'active') throw refused('account-closing')
  await tx
    .updateTable('passkey')
    .set({ counter: authenticationInfo.newCounter, used_at: now })
    .where('street_id', '=', street.id)
    .where('id', '=', row.id)
    .execute()
  return openSession(deed, browser, { personId: row.person_id, kind: 'open', by: 'passkey' })
}

function getSite(site: RelyingParty | undefined): RelyingParty {
  if (!site) throw forbidden('passkey-not-here')
  return site
}

/** The library says what was wrong in English and in detail; the person is told to try again. */
const failed = (): never => {
  throw refused('passkey-wrong')
}

async function keepChallenge(deed: Deed, challenge: string, purpose: 'add' | 'sign-in', personId: string | null): Promise<string> {
  const id = deed.id()
  await deed.tx
    .insertInto('passkey_challenge')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      challenge,
      purpose,
      expires_at: new Date(deed.now.getTime() + challengeMinutes * 60_000),
    })
    .execute()
  return id
}

/** Taken once, by whoever it was made for. */
async function takeChallenge(deed: Deed, id: string, purpose: 'add' | 'sign-in', personId: string | null): Promise<string> {
  const row = await deed.tx
    .deleteFrom('passkey_challenge')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('person_id', personId === null ? 'is' : '=', personId)
    .where('expires_at', '>', deed.now)
    .returning('challenge')
    .executeTakeFirst()
  if (!row) throw refused('challenge-dead')
  return row.challenge
}

const toItem = (row: { id: string; label: string; created_at: Date; used_at: Date | null }, inPerson: boolean): Item => ({
  id: row.id,
  label: row.label,
  createdAt: row.created_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
  may: inPerson ? ['people.passkeys.remove'] : [],
})
