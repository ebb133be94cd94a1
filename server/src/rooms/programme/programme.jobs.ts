import type { WorkOwner } from '../../platform/handover.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { watchAgreements } from './agreement-steps.ts'
import { escalateConcerns, forgetOldConcerns, tellReaders } from './concern-duties.ts'
import { gatherLeftBehind } from './handing-over.ts'

/** What the programme does by itself, in every street: before the office opens, so that the day's lists are right. */
export const programmeJobs = (owners: readonly WorkOwner[]): readonly Job[] => [
  { name: 'programme.concerns.escalate', every: '10 6 * * *', run: escalateConcerns },
  { name: 'programme.concerns.tell-readers', every: '0 8 * * *', run: tellReaders },
  { name: 'programme.concerns.forget', every: '30 2 * * *', run: forgetOldConcerns },
  { name: 'programme.agreements.watch', every: '20 0 * * *', run: watchAgreements },
  { name: 'programme.posts.gather', every: '40 0 * * *', run: (deed) => gatherLeftBehind(deed, owners) },
]
