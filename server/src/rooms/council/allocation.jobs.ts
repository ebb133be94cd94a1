import type { Job } from '../../platform/jobs/jobs.ts'
import { keepDates } from './allocation-dates.ts'
import { runCount } from './allocation-results.ts'

export const allocationJobs: readonly Job[] = [
  { name: 'council.allocation-dates', every: '3 * * * *', run: keepDates },
  { name: 'council.allocation-count', run: (deed, { round }) => runCount(deed, round!) },
]
