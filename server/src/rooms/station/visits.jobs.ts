import type { Job } from '../../platform/jobs/jobs.ts'
import { counterJobs } from './counter.jobs.ts'
import { warnLate } from './rating-follow-ups.ts'

/** What the counter and what follows a visit do by themselves, in every street. */
export const visitJobs: readonly Job[] = [...counterJobs, { name: 'station.ratings-morning', every: '40 7 * * *', run: warnLate }]
