import { toCounts, type WorkOwner } from '../../platform/handover.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { kindPermits, postNames } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { addEvent, changeTaskRow, getResolution, getTask, printedNumber } from './resolution-rows.ts'

/** Tasks of resolutions that wait on a post. */
export const taskWork: WorkOwner = {
  kind: 'resolutionTask',
  async openItems({ tx, street }, postId) {
    const rows = await tx
      .selectFrom('resolution_task')
      .innerJoin('resolution', (join) =>
        join.onRef('resolution.street_id', '=', 'resolution_task.street_id').onRef('resolution.id', '=', 'resolution_task.resolution_id'),
      )
      .select(['resolution_task.id', 'resolution_task.what', 'resolution_task.due_on', 'resolution.year', 'resolution.number'])
      .where('resolution_task.street_id', '=', street.id)
      .where('resolution_task.owner_post', '=', postId)
      .where('resolution_task.state', '=', 'open')
      .orderBy('resolution_task.due_on')
      .orderBy('resolution_task.id')
      .execute()
    return rows.map((row) => ({ kind: 'resolutionTask', id: row.id, title: `${printedNumber(row)} ${row.what}`, dueOn: row.due_on }))
  },
  openCounts: async ({ tx, street }) =>
    toCounts(
      await tx
        .selectFrom('resolution_task')
        .select(({ fn }) => ['owner_post as post', fn.countAll<number>().as('count')])
        .where('street_id', '=', street.id)
        .where('state', '=', 'open')
        .groupBy('owner_post')
        .execute(),
    ),
  async handOver(deed, itemId, toPost, note) {
    const task = await getTask(deed, itemId)
    const row = await getResolution(deed, task.resolution_id, 'lock')
    const name = (await postNames(deed, [toPost])).get(toPost)
    if (!name || !kindPermits(name.kind, 'council.answer'))
      throw refused('council-task-owner', await cited(deed, row.council_id, 'followUp'))
    await changeTaskRow(deed, itemId, { owner_post: toPost })
    // The note is between two posts; that it was handed over is public.
    await addEvent(deed, row.id, { kind: 'handedOver', taskId: itemId, byPost: toPost })
    await record(deed, {
      kind: 'council.resolution.handed-over',
      plain: { resolution: row.id, task: itemId, to: toPost },
      sealed: { note: note || null },
    })
  },
}
