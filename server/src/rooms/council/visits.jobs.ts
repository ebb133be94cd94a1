import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { addMonths } from '@ronghe/forms'
import { today } from '../programme/posts.ts'

/** What was seen on a visit is of no use after two years; that the lane was visited stays (08, Retention). */
const seenMonths = 24

export async function forgetWhatWasSeen(deed: Deed): Promise<void> {
  await deed.tx
    .updateTable('visit')
    .set({ seen_sealed: null, aside_sealed: null })
    .where('street_id', '=', deed.street.id)
    .where('on_day', '<', addMonths(today(deed), -seenMonths))
    .where(({ or, eb }) => or([eb('seen_sealed', 'is not', null), eb('aside_sealed', 'is not', null)]))
    .execute()
}

export const visitJobs: readonly Job[] = [{ name: 'council.visits.forget', every: '35 2 * * *', run: forgetWhatWasSeen }]
