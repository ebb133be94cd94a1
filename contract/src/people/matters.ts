import * as z from 'zod/mini'
import { Id } from '../values.ts'

/** The one matter in which a clerk acts for somebody at the desk; nothing else of theirs is read or done meanwhile (08, Sign-in). */
export const Matter = z.discriminatedUnion('kind', [
  /** What the street knows about the person: name, address, where they live. */
  z.object({ kind: z.literal('account') }),
  /** One service to file; once it is filed, that case. */
  z.object({ kind: z.literal('service'), service: z.string().check(z.maxLength(60)) }),
  z.object({ kind: z.literal('case'), caseId: Id }),
  /** A new concern; once it is raised, that one. */
  z.object({ kind: z.literal('concern'), concernId: z._default(z.nullable(Id), null) }),
  /** Appointments and the ticket of the day. */
  z.object({ kind: z.literal('visit') }),
  z.object({ kind: z.literal('hazard') }),
])
export type Matter = z.infer<typeof Matter>
