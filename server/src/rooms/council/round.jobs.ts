import type { Job } from '../../platform/jobs/jobs.ts'
import { destroyDueKeys } from './stance-rounds.ts'

/** Every night: keys of rounds that closed long enough ago. */
export const roundJobs: readonly Job[] = [
  {
    name: 'council.round-keys',
    every: '20 3 * * *',
    run: async (deed) => void (await destroyDueKeys(deed)),
  },
]
