import type { Job } from '../../platform/jobs/jobs.ts'
import { counterJobs } from './counter.jobs.ts'

/** What the counter and what follows a visit do by themselves, in every street. */
export const visitJobs: readonly Job[] = [...counterJobs]
