import type { Job } from '../../platform/jobs/jobs.ts'
import { counterJobs } from './counter.jobs.ts'
import { addUpQuarters } from './equity-figures.ts'
import { forgetOldHazards } from './hazard-photos.ts'
import { morning } from './mediation-work.ts'
import { warnLate } from './rating-follow-ups.ts'
import { inviteYesterdays } from './ratings.ts'

/** What the counter and what follows a visit do by themselves, in every street. */
export const visitJobs: readonly Job[] = [
  ...counterJobs,
  {
    name: 'station.ratings-morning',
    every: '40 7 * * *',
    async run(deed) {
      await inviteYesterdays(deed)
      await warnLate(deed)
    },
  },
  { name: 'station.mediation-morning', every: '50 7 * * *', run: morning },
  { name: 'station.hazards-forget', every: '40 2 * * *', run: forgetOldHazards },
  {
    name: 'station.equity-night',
    every: '10 1 * * *',
    async run(deed) {
      await addUpQuarters(deed)
    },
  },
]
