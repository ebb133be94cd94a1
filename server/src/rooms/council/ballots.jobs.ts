import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { closeDue } from './ballot-closing.ts'

/** How long after a vote it is kept who could take part (retention-council.ts). */
const rollDays = 90

export async function forgetRolls(deed: Deed): Promise<void> {
  const before = new Date(deed.now.getTime() - rollDays * 86_400_000)
  await deed.tx
    .deleteFrom('ballot_voter')
    .where('street_id', '=', deed.street.id)
    .where('ballot_id', 'in', (ballots) =>
      ballots
        .selectFrom('secret_ballot')
        .select('id')
        .where('street_id', '=', deed.street.id)
        .where('state', 'in', ['published', 'setAside'])
        .where((row) => row(row.fn.coalesce('published_at', 'closes_at', 'created_at'), '<', before)),
    )
    .execute()
}

export const ballotJobs: readonly Job[] = [
  { name: 'council.ballots.close', every: '*/5 * * * *', run: closeDue },
  { name: 'council.ballots.forget-rolls', every: '55 2 * * *', run: forgetRolls },
]
