import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { freeze } from '../../platform/privacy/frozen-figures.ts'
import { today } from '../programme/posts.ts'
import { makeResults } from './asking/results.ts'
import { mentoringFigures } from './mentoring/mentoring-figures.ts'
import { expireProposals } from './mentoring/proposals.ts'

/** Days after which a group that ended forgets who was in it (retention-school-learning.ts). */
const groupDays = 30

export async function forgetEndedGroups(deed: Deed): Promise<void> {
  await deed.tx
    .deleteFrom('study_group_member')
    .where('street_id', '=', deed.street.id)
    .where('group_id', 'in', (query) =>
      query
        .selectFrom('study_group')
        .select('id')
        .where('street_id', '=', deed.street.id)
        .where('closed_on', '<', addDays(today(deed), -groupDays)),
    )
    .execute()
}

/** What learning together does by itself. */
export const learningJobs: readonly Job[] = [
  { name: 'school.mentoring.expire', every: '10 6 * * *', run: expireProposals },
  { name: 'school.results.count', every: '20 2 * * *', run: makeResults },
  { name: 'school.groups.forget', every: '25 2 * * *', run: forgetEndedGroups },
  { name: 'school.mentoring.freeze', every: '40 2 * * *', run: async (deed) => void (await freeze(deed, mentoringFigures)) },
]
