import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { tellPosts } from './council-posts.ts'
import { sealedAgain } from './draft-words.ts'
import { addMotionEvent, changeMotion } from './motion-rows.ts'
import { tellAuthor } from './motion-screening.ts'

/** How many days before the end of its time the author of a motion is told that it still lacks support. */
const reminderDays = 10

/** Every morning: who seeks support is reminded near the end, and what did not find it goes back to its author as a draft, without supporters. */
export async function watchSupport(deed: Deed): Promise<void> {
  const day = today(deed)
  const rows = await deed.tx
    .selectFrom('motion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'seekingSupport')
    .where('support_until', '<=', addDays(day, reminderDays))
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    if (row.support_until! >= day) {
      if (row.reminded_on !== null) continue
      await changeMotion(deed, row.id, { reminded_on: day })
      await tellAuthor(deed, row, 'council-motion-support-ending')
      continue
    }
    for (const table of ['motion_support', 'motion_cosign'] as const)
      await deed.tx.deleteFrom(table).where('street_id', '=', deed.street.id).where('motion_id', '=', row.id).execute()
    await changeMotion(deed, row.id, {
      ...sealedAgain(deed, row),
      state: 'draft',
      seeking_at: null,
      support_until: null,
      reminded_on: null,
    })
    await addMotionEvent(deed, row.id, { kind: 'lapse' })
    await record(deed, { kind: 'council.motion.lapsed', plain: { motion: row.id } })
    await tellAuthor(deed, row, 'council-motion-support-over')
  }
}

/** A motion nobody screened in time: clerk and chair are told once, and the page says so to everybody. */
export async function alarmScreening(deed: Deed): Promise<void> {
  const day = today(deed)
  const rows = await deed.tx
    .selectFrom('motion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'filed')
    .where('screen_by', '<', day)
    .where('screen_alarm_on', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    await changeMotion(deed, row.id, { screen_alarm_on: day })
    await addMotionEvent(deed, row.id, { kind: 'screeningLate' })
    await record(deed, { kind: 'council.motion.screening-late', plain: { motion: row.id } })
    await tellPosts(deed, row.council_id, ['councilClerk', 'chair'], {
      template: 'council-motion-screening-late',
      link: `/council/motions/${row.id}`,
    })
  }
}

/** Who supported a motion is forgotten once it has been decided for a year; how many it were stays. */
export async function forgetSupport(deed: Deed): Promise<void> {
  await deed.tx
    .deleteFrom('motion_support')
    .where('street_id', '=', deed.street.id)
    .where('motion_id', 'in', (motions) =>
      motions
        .selectFrom('motion')
        .select('id')
        .where('street_id', '=', deed.street.id)
        .where('decided_on', '<', addDays(today(deed), -365)),
    )
    .execute()
}

export const motionJobs: readonly Job[] = [
  { name: 'council.motions.watch-support', every: '5 7 * * *', run: watchSupport },
  { name: 'council.motions.alarm-screening', every: '10 7 * * *', run: alarmScreening },
  { name: 'council.motions.forget-support', every: '35 2 * * *', run: forgetSupport },
]
