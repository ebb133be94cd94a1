import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeWords, pageOf, Page, Text, words } from '../values.ts'
import { EscalationStep } from '../platform/escalations.ts'

export const SupportKind = z.enum(['place', 'money', 'equipment', 'people'])
export const SupportState = z.enum(['requested', 'granted', 'refused', 'delivered', 'withdrawn'])
export const SupportLevel = z.enum(['street', 'community', 'lane'])
/** One line of the support ledger (M4). Money is public and in cents. */
export const SupportLine = z.object({
  id: Id,
  organ: z.object({ id: Id, name: Text }),
  kind: SupportKind,
  what: z.string(),
  cents: z.nullable(z.int()),
  state: SupportState,
  requestedOn: Day,
  dueOn: z.nullable(Day),
  overdue: z.boolean(),
  /** How far up the waiting was told; none once it is decided. */
  escalated: EscalationStep,
  decidedBy: z.nullable(Text),
  decidedOn: z.nullable(Day),
  reason: z.nullable(z.string()),
  deliveredOn: z.nullable(Day),
  /** The organ that asked says that it has it. */
  receivedOn: z.nullable(Day),
  /** Of rooms and equipment: how many hours of them. */
  hours: z.nullable(z.int()),
  /** How far down it went. */
  level: SupportLevel,
  outcome: z.nullable(z.string()),
  /** Until when the organ says what came of it. */
  outcomeDue: z.nullable(Day),
  may: z.array(z.enum(['decide', 'deliver', 'receive', 'withdraw', 'tellOutcome'])),
})
export type SupportLine = z.infer<typeof SupportLine>

export const listSupport = operation({
  id: 'programme.support.list',
  method: 'GET',
  path: '/api/v1/support',
  post: 'anyone',
  summary: 'What the street gave each organ: who decided, when, what came of it',
  query: z.object({ organId: z.optional(Id), state: z.optional(SupportState), ...Page }),
  reply: z.object({ ...pageOf(SupportLine).shape, grantedCents: z.int() }),
})

const cents = z.nullable(z.int().check(z.gte(1), z.lte(100_000_000_00)))
export const requestSupport = operation({
  id: 'programme.support.request',
  method: 'POST',
  path: '/api/v1/support',
  post: 'programme.support.request',
  summary: 'Ask the street for a place, money, equipment or people for an organ',
  body: z.object({
    organId: Id,
    kind: SupportKind,
    what: words(500),
    cents,
    hours: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(100_000)))),
    level: z._default(SupportLevel, 'street'),
  }),
  status: 201,
  reply: SupportLine,
})

const one = z.object({ supportId: Id })
export const decideSupport = operation({
  id: 'programme.support.decide',
  method: 'POST',
  path: '/api/v1/support/:supportId/decision',
  post: 'programme.support.decide',
  summary: 'Grant or refuse a request, with the reason',
  params: one,
  body: z.object({ granted: z.boolean(), reason: words(1000), cents: z.optional(cents) }),
  reply: SupportLine,
})

export const deliverSupport = operation({
  id: 'programme.support.deliver',
  method: 'POST',
  path: '/api/v1/support/:supportId/delivery',
  post: 'programme.support.decide',
  summary: 'Note that what was granted has arrived',
  params: one,
  body: z.object({ on: z.optional(Day) }),
  reply: SupportLine,
})

export const receiveSupport = operation({
  id: 'programme.support.receive',
  method: 'POST',
  path: '/api/v1/support/:supportId/receipt',
  post: 'programme.support.request',
  summary: 'Confirm for the organ that it has what was delivered',
  params: one,
  reply: SupportLine,
})

export const tellOutcome = operation({
  id: 'programme.support.tell-outcome',
  method: 'POST',
  path: '/api/v1/support/:supportId/outcome',
  post: 'programme.support.request',
  summary: 'Say what came of it',
  params: one,
  body: z.object({ outcome: words(1000) }),
  reply: SupportLine,
})

export const withdrawSupport = operation({
  id: 'programme.support.withdraw',
  method: 'POST',
  path: '/api/v1/support/:supportId/withdrawal',
  post: 'programme.support.request',
  summary: 'Take back a request that is not decided yet',
  params: one,
  body: z.object({ reason: maybeWords(500) }),
  reply: SupportLine,
})
