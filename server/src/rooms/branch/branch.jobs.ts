import type { Job } from '../../platform/jobs/jobs.ts'

/** What the branch does by itself, in every street. */
export const branchJobs: readonly Job[] = []
