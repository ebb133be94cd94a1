import { ballotJobs } from './ballots.jobs.ts'
import { meetingJobs } from './meetings.jobs.ts'
import { motionJobs } from './motion.jobs.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { allocationJobs } from './allocation.jobs.ts'
import { roundJobs } from './round.jobs.ts'
import { resolutionJobs } from './resolutions.jobs.ts'
import { seatJobs } from './seats.jobs.ts'
import { visitJobs } from './visits.jobs.ts'

/** What the council does by itself, in every street. */
export const councilJobs: readonly Job[] = [
  ...seatJobs,
  ...allocationJobs,
  ...motionJobs,
  ...ballotJobs,
  ...meetingJobs,
  ...visitJobs,
  ...resolutionJobs,
  ...roundJobs,
]
