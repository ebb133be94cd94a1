import type { Job } from '../../platform/jobs/jobs.ts'
import { counterJobs } from './counter.jobs.ts'
import { freezeStationFigures } from './figures-night.ts'
import { escalateHazards } from './hazard-duties.ts'
import { forgetOldHazards } from './hazard-photos.ts'
import { morning } from './mediation-work.ts'
import { escalateFollowUps } from './rating-follow-ups.ts'
import { inviteYesterdays } from './ratings.ts'

/** What the counter and what follows a visit do by themselves, in every street. */
export const visitJobs: readonly Job[] = [
  ...counterJobs,
  {
    name: 'station.ratings-morning',
    every: '40 7 * * *',
    async run(deed) {
      await inviteYesterdays(deed)
      await escalateFollowUps(deed)
    },
  },
  { name: 'station.mediation-morning', every: '50 7 * * *', run: morning },
  { name: 'station.hazards-escalate', every: '20 6 * * *', run: escalateHazards },
  { name: 'station.hazards-forget', every: '40 2 * * *', run: forgetOldHazards },
  { name: 'station.figures-night', every: '10 1 * * *', run: freezeStationFigures },
]
