import type { Job } from '../../../platform/jobs/jobs.ts'
import { freeze } from '../../../platform/privacy/frozen-figures.ts'
import { givingFigure } from '../giving/giving.ts'
import { auditHours } from './audit.ts'

export const hoursJobs: readonly Job[] = [
  { name: 'volunteers.hours.audit', every: '20 1 * * *', run: (deed) => auditHours(deed) },
  { name: 'volunteers.giving.freeze', every: '40 3 * * *', run: async (deed) => void (await freeze(deed, givingFigure)) },
]
