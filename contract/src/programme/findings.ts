import * as z from 'zod/mini'

/** What stands with a hazard that one organ found and the station sees to. `sent` until the station has made its report. */
export const findingStates = ['sent', 'reported', 'checked', 'forwarded', 'fixed', 'notFound', 'referred'] as const
export const FindingState = z.enum(findingStates)
export type FindingState = z.infer<typeof FindingState>
