import { listFollowUp, listOverdue, listResolutions, readResolution } from '@ronghe/contract/council/resolutions.ts'

/** What is read anew after anything was done to a resolution. */
export const refreshed = [readResolution, listFollowUp, listResolutions, listOverdue] as const
