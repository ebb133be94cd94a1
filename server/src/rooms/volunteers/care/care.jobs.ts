import type { Job } from '../../../platform/jobs/jobs.ts'
import { findMissed } from './alerts.ts'

export const careJobs: readonly Job[] = [{ name: 'volunteers.care.missed', every: '*/5 * * * *', run: findMissed }]
