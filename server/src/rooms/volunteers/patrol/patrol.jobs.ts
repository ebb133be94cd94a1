import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { today } from '../../programme/posts.ts'
import { roundDays } from './patrol-book.ts'

/** After thirty days nothing says where a patrol went; what it found stays with the station (08, Patrol). */
export async function forgetRounds(deed: Deed): Promise<void> {
  await deed.tx
    .deleteFrom('patrol_round')
    .where('street_id', '=', deed.street.id)
    .where('on_day', '<', addDays(today(deed), -roundDays))
    .execute()
}

export const patrolJobs: readonly Job[] = [{ name: 'volunteers.patrol.forget', every: '20 3 * * *', run: forgetRounds }]
