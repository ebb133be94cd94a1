import type { Job } from '../../platform/jobs/jobs.ts'
import { morningRound, tickCases } from './case-duties.ts'
import { forgetOldCases } from './case-retention.ts'
import { foundHazardJobs } from './found-hazards.ts'

/** What the station does by itself, in every street. */
export const stationJobs: readonly Job[] = [
  { name: 'station.cases.tick', every: '15 * * * *', run: tickCases },
  { name: 'station.cases.morning', every: '30 7 * * *', run: morningRound },
  { name: 'station.cases.forget', every: '50 2 * * *', run: forgetOldCases },
  ...foundHazardJobs,
]
