import type { Job } from '../../platform/jobs/jobs.ts'

/** What the volunteers do by themselves, in every street. */
export const volunteersJobs: readonly Job[] = []
