import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Language, Phone, words } from '../values.ts'

export const Pin = z.string().check(z.regex(/^\d{4}$/))
const Code = z.string().check(z.trim(), z.regex(/^\d{6}$/))
/** Shows for ten minutes that a code was given; used once. */
const Ticket = z.string().check(z.minLength(20), z.maxLength(100))

export const CodeSent = z.object({
  /** Minutes the code is good for. */
  minutes: z.number(),
  /** In the demo street only, because no message leaves it. */
  demoCode: z.optional(z.string()),
})

export const askCode = operation({
  id: 'people.sign-in.ask-code',
  method: 'POST',
  path: '/api/v1/sign-in/code',
  post: 'anyone',
  summary: 'Send a code to this number; the same reply whether or not it is known here',
  body: z.object({ phone: Phone }),
  status: 202,
  reply: CodeSent,
  // By address: a whole station's waiting room may share one.
  perMinute: 30,
})

/**
 * What a right code leads to. `open`: signed in. `empty`: signed in, but a known fact is needed before anything is shown. `named`: several
 * people share the number, say the name and the PIN. `new`: nobody here has the number yet, say a name.
 */
export const SignedIn = z.union([
  z.object({ kind: z.enum(['open', 'empty']), personId: Id, secondFactor: z.boolean() }),
  z.object({ kind: z.enum(['named', 'new']), ticket: z.string() }),
])
export type SignedIn = z.infer<typeof SignedIn>

export const signInWithCode = operation({
  id: 'people.sign-in.with-code',
  method: 'POST',
  path: '/api/v1/sign-in',
  post: 'anyone',
  summary: 'Sign in with the code',
  body: z.object({ phone: Phone, code: Code }),
  reply: SignedIn,
  perMinute: 60,
})

export const signInWithName = operation({
  id: 'people.sign-in.with-name',
  method: 'POST',
  path: '/api/v1/sign-in/name',
  post: 'anyone',
  summary: 'On a shared number: say who you are, with your own PIN',
  body: z.object({ ticket: Ticket, name: words(60), pin: z.optional(Pin) }),
  reply: SignedIn,
  perMinute: 60,
})

export const createAccount = operation({
  id: 'people.sign-in.create',
  method: 'POST',
  path: '/api/v1/sign-in/account',
  post: 'anyone',
  summary: 'A new account: a name, and nothing else; a PIN when the number is shared',
  body: z.object({ ticket: Ticket, name: words(60), language: z._default(Language, 'zh-CN'), pin: z.optional(Pin) }),
  status: 201,
  reply: SignedIn,
  perMinute: 60,
})

export const answerFact = operation({
  id: 'people.sign-in.answer-fact',
  method: 'POST',
  path: '/api/v1/sign-in/fact',
  post: 'resident',
  whileEmpty: true,
  summary: 'Say one thing only the owner of the account knows',
  body: z.union([
    /** The last two characters of the name on the account (the whole name when it is shorter). */
    z.object({ fact: z.literal('name'), value: words(60) }),
    /** The month the account was made and the community given; neither alone is hard enough to guess. */
    z.object({ fact: z.literal('joined'), month: z.string().check(z.regex(/^\d{4}-\d{2}$/)), communityId: Id }),
  ]),
  reply: SignedIn,
  perMinute: 60,
})

export const notMyAccount = operation({
  id: 'people.sign-in.not-mine',
  method: 'POST',
  path: '/api/v1/sign-in/not-mine',
  post: 'resident',
  whileEmpty: true,
  summary: 'The number is mine now, the account is somebody else’s: leave it alone and make a new one',
  reply: SignedIn,
})

export const confirmOwner = operation({
  id: 'people.sign-in.confirm-owner',
  method: 'POST',
  path: '/api/v1/people/:personId/owner-confirmation',
  post: 'people.confirm',
  summary: 'At the desk: this is the account’s owner; sessions waiting for a known fact are opened',
  params: z.object({ personId: Id }),
  reply: z.object({ opened: z.number() }),
})

export const signOut = operation({
  id: 'people.sign-in.sign-out',
  method: 'POST',
  path: '/api/v1/sign-out',
  post: 'anyone',
  summary: 'End this session',
  status: 204,
})

export const setPin = operation({
  id: 'people.pin.set',
  method: 'POST',
  path: '/api/v1/my/pin',
  post: 'resident',
  inPerson: true,
  summary: 'Choose the PIN for a number that several people use; `share` lets one more person make an account with it within a day',
  body: z.object({ pin: Pin, share: z._default(z.boolean(), false) }),
  reply: z.object({ shareableUntil: z.nullable(z.string()) }),
})
