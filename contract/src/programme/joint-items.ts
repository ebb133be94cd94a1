import * as z from 'zod/mini'
import { Id, Text } from '../values.ts'

/** What can be done jointly (M2). Motions name their organs in the council, branch activities stay in the branch. */
export const JointKind = z.enum(['activity', 'course', 'contract', 'jointActivity', 'round'])
export type JointKind = z.infer<typeof JointKind>

/** An organ behind a joint item, and as what: who pays, who runs it, who it is for. */
export const PartyRole = z.object({
  organ: z.object({ id: Id, name: Text, party: z.enum(['government', 'social', 'residents']) }),
  host: z.boolean(),
  role: Text,
})
export type PartyRole = z.infer<typeof PartyRole>

/** As it is entered: the host is said apart. */
export const PartnerRole = z.object({ organId: Id, role: Text })
export type PartnerRole = z.infer<typeof PartnerRole>
