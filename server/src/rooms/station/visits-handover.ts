import { toCounts, type WorkOwner } from '../../platform/handover.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { kindPermits, notifyPost, postNames } from '../programme/posts.ts'
import { departmentOf } from './departments.ts'
import { isOpen, openStates } from './hazard-lifecycle.ts'
import { addEvent, getHazard } from './hazards.ts'

/** Bad ratings that a post looks into. */
const followUpWork: WorkOwner = {
  kind: 'ratingFollowUp',
  async openItems(deed, postId) {
    const rows = await deed.tx
      .selectFrom('rating_follow_up')
      .select(['id', 'fix_by'])
      .where('street_id', '=', deed.street.id)
      .where('owner_post', '=', postId)
      .where('state', '<>', 'closed')
      .orderBy('fix_by')
      .execute()
    return rows.map(({ id, fix_by }) => ({
      kind: 'ratingFollowUp',
      id,
      title: deed.language === 'en' ? `Follow-up of a rating, due ${fix_by}` : `差评回访，${fix_by}前整改`,
      dueOn: fix_by,
    }))
  },
  openCounts: async ({ tx, street }) =>
    toCounts(
      await tx
        .selectFrom('rating_follow_up')
        .select(({ fn }) => ['owner_post as post', fn.countAll<number>().as('count')])
        .where('street_id', '=', street.id)
        .where('state', '<>', 'closed')
        .groupBy('owner_post')
        .execute(),
    ),
  async handOver(deed, itemId, toPost) {
    const kind = (await postNames(deed, [toPost])).get(toPost)?.kind
    if (!kind || !kindPermits(kind, 'station.ratings.follow')) throw refused('case-not-station-post')
    const { numUpdatedRows } = await deed.tx
      .updateTable('rating_follow_up')
      .set({ owner_post: toPost })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', itemId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notFound('follow-up')
    await record(deed, { kind: 'station.rating.handed-over', plain: { followUp: itemId, to: toPost } })
  },
}

/** Hazards that were sent to a department. */
const hazardWork: WorkOwner = {
  kind: 'hazard',
  async openItems(deed, postId) {
    const rows = await deed.tx
      .selectFrom('hazard')
      .select(['id', 'number', 'due_on'])
      .where('street_id', '=', deed.street.id)
      .where('department_post', '=', postId)
      .where('state', 'in', openStates)
      .orderBy('due_on')
      .execute()
    return rows.map(({ id, number, due_on }) => ({ kind: 'hazard', id, title: number, dueOn: due_on }))
  },
  openCounts: async ({ tx, street }) =>
    toCounts(
      await tx
        .selectFrom('hazard')
        .select(({ fn }) => ['department_post as post', fn.countAll<number>().as('count')])
        .where('street_id', '=', street.id)
        .where('state', 'in', openStates)
        .groupBy('department_post')
        .execute(),
    ),
  async handOver(deed, itemId, toPost, note) {
    const kind = (await postNames(deed, [toPost])).get(toPost)?.kind
    const department = await departmentOf(deed, toPost)
    if (!kind || !department || !kindPermits(kind, 'station.cases.department')) throw refused('case-not-station-post')
    const row = await getHazard(deed, itemId, 'lock')
    if (!isOpen(row.state)) throw notFound('hazard')
    await deed.tx
      .updateTable('hazard')
      .set({ department_post: toPost, department })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', itemId)
      .execute()
    // Within a department nobody outside it is concerned; to another one everybody can read that it went there, the note stays inside.
    if (department !== row.department) await addEvent(deed, itemId, { kind: 'transferred', department })
    await record(deed, {
      kind: 'station.hazard.handed-over',
      plain: { hazard: itemId, to: toPost },
      sealed: { note: note || null },
    })
    await notifyPost(deed, toPost, { template: 'hazard-sent', link: `/desk/hazards/${itemId}` })
  },
}

export const visitWork: readonly WorkOwner[] = [followUpWork, hazardWork]
