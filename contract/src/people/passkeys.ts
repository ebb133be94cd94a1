import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, maybeWords } from '../values.ts'
import { SignedIn } from './sign-in.ts'

/** What the browser's own passkey dialogue takes and gives (WebAuthn level 3, JSON form); checked by the ceremony itself. */
const Ceremony = z.looseObject({})
const Answer = z.looseObject({
  id: z.string().check(z.maxLength(1000)),
  rawId: z.string().check(z.maxLength(1000)),
  type: z.literal('public-key'),
  response: z.looseObject({}),
})

export const PasskeyItem = z.object({ id: Id, label: z.string(), createdAt: Moment, usedAt: z.nullable(Moment), may: z.array(z.string()) })

export const listPasskeys = operation({
  id: 'people.passkeys.list',
  method: 'GET',
  path: '/api/v1/my/passkeys',
  post: 'resident',
  summary: 'My passkeys; `possible` is false where the address is not secure',
  reply: z.object({ possible: z.boolean(), items: z.array(PasskeyItem), may: z.array(z.string()) }),
})

export const beginPasskey = operation({
  id: 'people.passkeys.begin',
  method: 'POST',
  path: '/api/v1/my/passkeys/begin',
  post: 'resident',
  inPerson: true,
  summary: 'Begin adding a passkey',
  reply: z.object({ challengeId: Id, options: Ceremony }),
})

export const addPasskey = operation({
  id: 'people.passkeys.add',
  method: 'POST',
  path: '/api/v1/my/passkeys',
  post: 'resident',
  inPerson: true,
  summary: 'Add the passkey the device made',
  body: z.object({ challengeId: Id, label: z._default(maybeWords(60), ''), answer: Answer }),
  status: 201,
  reply: PasskeyItem,
})

export const removePasskey = operation({
  id: 'people.passkeys.remove',
  method: 'DELETE',
  path: '/api/v1/my/passkeys/:passkeyId',
  post: 'resident',
  inPerson: true,
  summary: 'Remove a passkey',
  params: z.object({ passkeyId: Id }),
  status: 204,
})

export const beginPasskeySignIn = operation({
  id: 'people.sign-in.passkey-begin',
  method: 'POST',
  path: '/api/v1/sign-in/passkey/begin',
  post: 'anyone',
  summary: 'Begin signing in, or giving the second factor, with a passkey',
  reply: z.object({ challengeId: Id, options: Ceremony }),
  perMinute: 20,
})

/** Also opens an empty session, and counts as the second factor: the device and its lock are two. */
export const signInWithPasskey = operation({
  id: 'people.sign-in.with-passkey',
  method: 'POST',
  path: '/api/v1/sign-in/passkey',
  post: 'anyone',
  summary: 'Sign in with a passkey',
  body: z.object({ challengeId: Id, answer: Answer }),
  reply: SignedIn,
  perMinute: 20,
})
