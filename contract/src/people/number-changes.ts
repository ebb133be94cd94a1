import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Phone } from '../values.ts'

export const NumberChange = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  reason: z.enum(['new', 'lost', 'stolen']),
  requestedAt: Moment,
  /** Rooms with secret ballots and check-ins open again from this moment; null until the second person has agreed. */
  sensitiveFrom: z.nullable(Moment),
  state: z.enum(['waiting', 'approved', 'refused']),
  may: z.array(z.string()),
})

export const requestNumberChange = operation({
  id: 'people.number-changes.request',
  method: 'POST',
  path: '/api/v1/people/:personId/number-changes',
  post: 'people.change-number',
  summary: 'At the desk, first of two: this person has a new number; the old one is told',
  params: z.object({ personId: Id }),
  body: z.object({ phone: Phone, reason: z.enum(['new', 'lost', 'stolen']) }),
  status: 201,
  reply: NumberChange,
  purpose: 'changeNumber',
})

export const listNumberChanges = operation({
  id: 'people.number-changes.list',
  method: 'GET',
  path: '/api/v1/number-changes',
  post: 'people.change-number',
  summary: 'Number changes that wait for the second person',
  reply: z.object({ items: z.array(NumberChange) }),
  purpose: 'changeNumber',
})

export const decideNumberChange = operation({
  id: 'people.number-changes.decide',
  method: 'POST',
  path: '/api/v1/number-changes/:changeId/decision',
  post: 'people.change-number',
  summary: 'Second of two: agree or refuse; agreed, the new number counts at once and signs in everywhere but in the sensitive rooms',
  params: z.object({ changeId: Id }),
  body: z.object({ agree: z.boolean() }),
  reply: NumberChange,
  purpose: 'changeNumber',
})
