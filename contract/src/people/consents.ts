import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text } from '../values.ts'
import { consentPurposes } from './consent-texts.ts'

export const ConsentPurpose = z.enum(consentPurposes)

export const ConsentItem = z.object({
  purpose: ConsentPurpose,
  title: Text,
  text: Text,
  /** The version that would be agreed to now. */
  version: z.string(),
  given: z.nullable(z.object({ at: Moment, version: z.string(), channel: z.enum(['phone', 'desk-paper', 'home-visit']) })),
  may: z.array(z.string()),
})

export const listConsents = operation({
  id: 'people.consents.list',
  method: 'GET',
  path: '/api/v1/my/consents',
  post: 'resident',
  summary: 'What I agreed to and what I could agree to; nothing depends on it but itself',
  reply: z.object({
    items: z.array(ConsentItem),
    past: z.array(z.object({ purpose: ConsentPurpose, version: z.string(), givenAt: Moment, withdrawnAt: Moment })),
  }),
})

export const giveConsent = operation({
  id: 'people.consents.give',
  method: 'POST',
  path: '/api/v1/my/consents/:purpose',
  post: 'resident',
  inPerson: true,
  summary: 'I agree to this one; `version` is the text I was shown',
  params: z.object({ purpose: ConsentPurpose }),
  body: z.object({ version: z.string().check(z.maxLength(20)) }),
  reply: ConsentItem,
})

export const withdrawConsent = operation({
  id: 'people.consents.withdraw',
  method: 'POST',
  path: '/api/v1/my/consents/:purpose/withdrawal',
  post: 'resident',
  inPerson: true,
  summary: 'I no longer agree',
  params: z.object({ purpose: ConsentPurpose }),
  reply: ConsentItem,
})

export const enterPaperConsent = operation({
  id: 'people.consents.enter-paper',
  method: 'POST',
  path: '/api/v1/people/:personId/consents/:purpose',
  post: 'people.register',
  summary: 'Enter a signed paper, giving or withdrawing; the person is told',
  params: z.object({ personId: Id, purpose: ConsentPurpose }),
  body: z.object({
    given: z.boolean(),
    version: z.string().check(z.maxLength(20)),
    signed: z.literal(true),
    channel: z._default(z.enum(['desk-paper', 'home-visit']), 'desk-paper'),
  }),
  reply: z.object({ inForce: z.boolean() }),
  purpose: 'paperConsent',
})
