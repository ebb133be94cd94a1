import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationsOf, escalationSteps, levelOn } from '../../platform/calendar/escalations.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { tellUp } from '../programme/going-up.ts'
import { notifyPost, today } from '../programme/posts.ts'
import { needsOwner } from './follow-up.ts'
import { postsIn } from './resolution-adopting.ts'
import { addEvent, changeResolution, changeTaskRow, nextState, tasksOf, type ResolutionRow } from './resolution-rows.ts'
import { tellAuthors } from './resolution-telling.ts'
import { repliers } from './resolution-work.ts'

/** How long the authors have to say whether it is solved, before the review is closed with what was said. */
const reviewOpenDays = 14

/** Every morning: what is late goes up, what is silent is said to be silent, and whoever raised it is asked when the time has come. */
export async function followUp(deed: Deed): Promise<void> {
  for (const row of await held(deed, ['adopted', 'underway', 'awaitingReply'])) {
    await alarmIfLate(deed, row)
    await escalateTasks(deed, row)
    if (row.state === 'awaitingReply') await escalateAdvice(deed, row)
  }
  for (const row of await held(deed, ['done', 'refused'])) await review(deed, row)
}

const held = (deed: Deed, states: ResolutionRow['state'][]): Promise<ResolutionRow[]> =>
  deed.tx
    .selectFrom('resolution')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', states)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Not published in time, or nobody named for it the day after: clerk and chair are told once. */
async function alarmIfLate(deed: Deed, row: ResolutionRow): Promise<void> {
  const unpublished = row.state === 'adopted' && row.publish_by < today(deed)
  const ownerless = row.adopted_on < today(deed) && needsOwner(row, await tasksOf(deed, [row.id]))
  if (row.alarmed_on || (!unpublished && !ownerless)) return
  await changeResolution(deed, row.id, { alarmed_on: today(deed) })
  await addEvent(deed, row.id, { kind: 'alarmed' })
  await record(deed, { kind: 'council.resolution.alarmed', plain: { resolution: row.id, unpublished, ownerless } })
  for (const post of await postsIn(deed, row.council_id, ['councilClerk', 'chair']))
    await notifyPost(deed, post, { template: 'council-resolution-late', link: `/council/resolutions/${row.id}` })
}

/** The owner at half the time, the superior when it is over, the street lead three days later (08, Default clocks); each step is public. */
async function escalateTasks(deed: Deed, row: ResolutionRow): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  let late = false
  for (const task of (await tasksOf(deed, [row.id])).filter(({ state }) => state === 'open')) {
    const due = levelOn(escalationsOf(calendar, task.from_day, task.days, clocks), today(deed))
    for (let level = task.escalated + 1; level <= due; level++) {
      const step = escalationSteps[level]!
      await changeTaskRow(deed, task.id, { escalated: level })
      await addEvent(deed, row.id, { kind: 'escalated', taskId: task.id, words: step })
      await record(deed, { kind: 'council.resolution.escalated', plain: { resolution: row.id, task: task.id, level } })
      await tellUp(deed, step, { owner: task.owner_post }, { template: 'council-task-late', link: `/desk/council/follow-up/${row.id}` })
      late ||= level > 1
    }
  }
  if (late) await tellAuthors(deed, row.id)
}

async function escalateAdvice(deed: Deed, row: ResolutionRow): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const due = levelOn(escalationsOf(await calendarFor(deed), row.reply_from!, row.reply_days!, clocks), today(deed))
  for (let level = row.escalated + 1; level <= due; level++) {
    const step = escalationSteps[level]!
    const silent = level === 2
    await changeResolution(deed, row.id, { escalated: level, ...(silent ? { silent_on: today(deed) } : {}) })
    await addEvent(deed, row.id, { kind: silent ? 'silent' : 'escalated', words: silent ? '' : step })
    await record(deed, { kind: 'council.resolution.escalated', plain: { resolution: row.id, level } })
    const message = { template: 'council-advice-late', link: `/desk/council/follow-up/${row.id}` }
    const bodies = await repliers(deed, row.addressee_organ!)
    // A body without posts here is reminded by the clerk, on paper.
    for (const post of bodies.length > 0 ? bodies : await postsIn(deed, row.council_id, ['councilClerk']))
      await tellUp(deed, step === 'supervisor' && bodies.length === 0 ? 'owner' : step, { owner: post }, message)
    if (silent) await tellAuthors(deed, row.id)
  }
}

async function review(deed: Deed, row: ResolutionRow): Promise<void> {
  if (!row.review_asked_on) {
    if (!row.review_on || row.review_on > today(deed)) return
    await changeResolution(deed, row.id, { review_asked_on: today(deed) })
    await deed.tx
      .updateTable('resolution_concern')
      .set({ asked_on: today(deed) })
      .where('street_id', '=', deed.street.id)
      .where('resolution_id', '=', row.id)
      .execute()
    await addEvent(deed, row.id, { kind: 'reviewAsked' })
    await record(deed, { kind: 'council.resolution.review-asked', plain: { resolution: row.id } })
    return tellAuthors(deed, row.id, 'council-review')
  }
  if (addDays(row.review_asked_on, reviewOpenDays) > today(deed)) return
  await changeResolution(deed, row.id, { state: await nextState(deed, row, 'review'), reviewed_on: today(deed) })
  await addEvent(deed, row.id, { kind: 'reviewed' })
  await record(deed, { kind: 'council.resolution.reviewed', plain: { resolution: row.id } })
}

export const resolutionJobs: readonly Job[] = [{ name: 'council.resolutions.follow-up', every: '25 6 * * *', run: followUp }]
