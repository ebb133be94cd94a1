import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Page, pageOf } from '../values.ts'

/** The security administrator sees that and how often, never who lives where or what a case says. */
export const readSecurity = operation({
  id: 'people.security.read',
  method: 'GET',
  path: '/api/v1/security',
  post: 'security.manage',
  summary: 'Sessions, lockouts and second factors, as counts',
  reply: z.object({
    sessions: z.object({ open: z.number(), empty: z.number(), assisted: z.number(), desk: z.number() }),
    lockouts: z.array(z.object({ id: z.string(), kind: z.string(), failures: z.number(), until: Moment, may: z.array(z.string()) })),
    failuresToday: z.number(),
    deskHolders: z.array(
      z.object({
        appointmentId: Id,
        post: z.string(),
        sessions: z.number(),
        lastSeenAt: z.nullable(Moment),
        secondFactor: z.boolean(),
        may: z.array(z.string()),
      }),
    ),
  }),
})

export const endHoldersSessions = operation({
  id: 'people.security.end-sessions',
  method: 'POST',
  path: '/api/v1/security/appointments/:appointmentId/end-sessions',
  post: 'security.manage',
  summary: 'Sign the holder of a post out everywhere',
  params: z.object({ appointmentId: Id }),
  reply: z.object({ ended: z.number() }),
})

export const liftLockout = operation({
  id: 'people.security.lift-lockout',
  method: 'POST',
  path: '/api/v1/security/lockouts/:lockoutId/lift',
  post: 'security.manage',
  summary: 'Let a locked number try again',
  params: z.object({ lockoutId: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  status: 204,
})

export const JournalLine = z.object({
  id: Id,
  kind: z.string(),
  at: Moment,
  index: z.nullable(z.number()),
  operation: z.nullable(z.string()),
  code: z.nullable(z.string()),
})

export const listJournal = operation({
  id: 'people.audit.journal',
  method: 'GET',
  path: '/api/v1/audit/journal',
  post: 'audit.read',
  summary: 'What was done and when, newest first; never the contents',
  query: z.object({
    ...Page,
    kind: z.optional(z.string().check(z.maxLength(80))),
    /** The operation a refused attempt was made by; deeds that stood are named by their kind. */
    operation: z.optional(z.string().check(z.maxLength(80))),
    day: z.optional(Day),
  }),
  reply: pageOf(JournalLine),
})

export const listReads = operation({
  id: 'people.audit.reads',
  method: 'GET',
  path: '/api/v1/audit/reads',
  post: 'audit.read',
  summary: 'How often personal data were read on a day: by which operation, for which purpose, from which post; never whose',
  query: z.object({ day: z.optional(Day) }),
  reply: z.object({
    day: Day,
    items: z.array(z.object({ operation: z.string(), purpose: z.string(), post: z.nullable(z.string()), reads: z.number() })),
  }),
})
