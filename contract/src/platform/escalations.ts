import * as z from 'zod/mini'
import { Day } from '../values.ts'

/** How far up a matter was told because its time ran out (08, Default clocks). */
export const EscalationStep = z.enum(['none', 'owner', 'supervisor', 'streetLead'])
export type EscalationStep = z.infer<typeof EscalationStep>

/** Who is told on which day if nothing has happened by then; whoever waits sees it. */
export const EscalationDays = z.object({ owner: z.nullable(Day), supervisor: z.nullable(Day), streetLead: z.nullable(Day) })
export type EscalationDays = z.infer<typeof EscalationDays>
