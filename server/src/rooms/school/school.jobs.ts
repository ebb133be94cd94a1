import { courseJobs } from './courses/courses.jobs.ts'
import { learningJobs } from './learning.jobs.ts'
import type { Job } from '../../platform/jobs/jobs.ts'

/** What the school does by itself, in every street. */
export const schoolJobs: readonly Job[] = [...courseJobs, ...learningJobs]
