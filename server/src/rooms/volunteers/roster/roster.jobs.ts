import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { today } from '../../programme/posts.ts'
import { problemOf } from './roster-problem.ts'
import { assignApart } from './roster-worker.ts'
import { findProposal, keepProposal, proposing } from './rosters.ts'

/** Within what a transaction may wait; a week of a large team takes about as long. */
const seconds = 3

export async function makeProposal(deed: Deed, proposalId: string): Promise<void> {
  const row = await findProposal(deed, proposalId)
  if (row?.state !== 'computing') return
  const problem = await problemOf(deed, row.team_id, row.week)
  await keepProposal(deed, row.id, await assignApart({ problem, timeLimit: seconds }))
}

/** Who was asked and what they answered is nobody's business once the week is over. */
export async function forgetProposals(deed: Deed): Promise<void> {
  await deed.tx
    .deleteFrom('roster_proposal')
    .where('street_id', '=', deed.street.id)
    .where('week', '<', addDays(today(deed), -7))
    .execute()
}

export const rosterJobs: readonly Job[] = [
  { name: proposing, run: (deed, ids) => makeProposal(deed, ids['proposal']!) },
  { name: 'volunteers.rosters.forget', every: '25 3 * * *', run: forgetProposals },
]
