import type { WorkOwner } from '../../platform/handover.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { freeze } from '../../platform/privacy/frozen-figures.ts'
import { watchAgreements } from './agreement-steps.ts'
import { agreementUses } from './agreement-uses.ts'
import { keepCommendationDates } from './commendations/commendation-rounds.ts'
import { purgeWorkingFiles } from './contracts/contract-purge.ts'
import { escalateConcerns, forgetOldConcerns, tellReaders } from './concern-duties.ts'
import { raisedConcerns } from './concern-public.ts'
import { gatherLeftBehind } from './handing-over.ts'
import { askOutcomes, escalateSupport } from './support.ts'

/** What the programme does by itself, in every street: before the office opens, so that the day's lists are right. */
export const programmeJobs = (owners: readonly WorkOwner[]): readonly Job[] => [
  { name: 'programme.concerns.escalate', every: '10 6 * * *', run: escalateConcerns },
  { name: 'programme.support.escalate', every: '15 6 * * *', run: escalateSupport },
  { name: 'programme.support.ask-outcomes', every: '5 8 * * *', run: askOutcomes },
  { name: 'programme.concerns.tell-readers', every: '0 8 * * *', run: tellReaders },
  { name: 'programme.concerns.forget', every: '30 2 * * *', run: forgetOldConcerns },
  { name: 'programme.figures-night', every: '20 1 * * *', run: freezeProgrammeFigures },
  { name: 'programme.contracts.purge', every: '45 2 * * *', run: purgeWorkingFiles },
  { name: 'programme.commend.dates', every: '25 0 * * *', run: keepCommendationDates },
  { name: 'programme.agreements.watch', every: '20 0 * * *', run: watchAgreements },
  { name: 'programme.posts.gather', every: '40 0 * * *', run: (deed) => gatherLeftBehind(deed, owners) },
]

/** Counts the periods that are over and were not counted yet. */
export async function freezeProgrammeFigures(deed: Deed): Promise<void> {
  for (const figure of [raisedConcerns, agreementUses]) await freeze(deed, figure)
}
