import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Pin } from './sign-in.ts'
import { Id, Language, Phone, Text, words } from '../values.ts'

/** Covered until tapped: 陈**, 138****2046. The tap is {@link openPerson}, and it is kept. */
export const CoveredPerson = z.object({
  id: Id,
  name: z.string(),
  phone: z.nullable(z.string()),
  community: z.nullable(Text),
  may: z.array(z.string()),
})

export const findPeople = operation({
  id: 'people.desk.find',
  method: 'GET',
  path: '/api/v1/people',
  post: 'people.find',
  summary: 'Find somebody at the desk by the whole number or by name; at most ten, covered',
  query: z.object({ phone: z.optional(z.string().check(z.maxLength(30))), name: z.optional(z.string().check(z.trim(), z.maxLength(60))) }),
  reply: z.object({ items: z.array(CoveredPerson), more: z.boolean() }),
  purpose: 'desk',
  perMinute: 40,
})

export const PersonCard = z.object({
  id: Id,
  name: z.string(),
  phone: z.nullable(z.string()),
  language: Language,
  dialects: z.array(z.string()),
  community: z.nullable(z.object({ id: Id, name: Text })),
  address: z.nullable(z.string()),
  residence: z.enum(['phone', 'attested', 'confirmed']),
  consents: z.array(z.string()),
  may: z.array(z.string()),
})

export const openPerson = operation({
  id: 'people.desk.open',
  method: 'GET',
  path: '/api/v1/people/:personId',
  post: 'people.find',
  summary: 'Uncover: name, number and address of the person at the desk; they can see that you looked',
  params: z.object({ personId: Id }),
  query: z.object({ purpose: z._default(z.enum(['desk', 'case', 'appointment']), 'desk') }),
  reply: PersonCard,
  purpose: 'desk',
})

export const registerPerson = operation({
  id: 'people.desk.register',
  method: 'POST',
  path: '/api/v1/people',
  post: 'people.register',
  summary: 'An account for somebody at the desk or on paper; without a phone if they have none. Never their group: that is theirs to say',
  body: z.strictObject({
    name: words(60),
    phone: z.optional(Phone),
    language: z._default(Language, 'zh-CN'),
    dialects: z._default(z.array(words(20)).check(z.maxLength(8)), []),
    communityId: z.optional(Id),
    origin: z._default(z.enum(['desk', 'paper']), 'desk'),
    /** There are already people with this number, and this is one more who shares it. */
    shared: z._default(z.boolean(), false),
    /** On a shared number: typed by the person, not the clerk. */
    pin: z.optional(Pin),
  }),
  status: 201,
  reply: z.object({ id: Id }),
  purpose: 'register',
})

export const setPinAtDesk = operation({
  id: 'people.desk.set-pin',
  method: 'POST',
  path: '/api/v1/people/:personId/pin',
  post: 'people.register',
  inPerson: true,
  summary: 'The person at the desk types a PIN of their own for a number they share, or a new one for the one they forgot; they are told',
  params: z.object({ personId: Id }),
  body: z.strictObject({ pin: Pin }),
  status: 204,
  purpose: 'choosePin',
})
