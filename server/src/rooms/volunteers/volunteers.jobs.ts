import { careJobs } from './care/care.jobs.ts'
import { shiftJobs } from './clock.ts'
import { hoursJobs } from './hours/hours.jobs.ts'
import { patrolJobs } from './patrol/patrol.jobs.ts'
import { rosterJobs } from './roster/roster.jobs.ts'
import type { Job } from '../../platform/jobs/jobs.ts'

/** What the volunteers do by themselves, in every street. */
export const volunteersJobs: readonly Job[] = [...shiftJobs, ...rosterJobs, ...patrolJobs, ...careJobs, ...hoursJobs]
