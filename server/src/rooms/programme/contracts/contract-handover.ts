import { toCounts, type WorkOwner } from '../../../platform/handover.ts'
import { refused } from '../../../platform/http/problems.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { record } from '../../../platform/journal/record.ts'
import { kindPermits, postNames } from '../posts.ts'
import { addEvent, changeProject, getProject, printedNumber, projectsOf } from './contract-rows.ts'

/** Projects that wait on whoever prepared them. */
export const contractWork: WorkOwner = {
  kind: 'contract',
  async openItems(deed, postId) {
    const rows = await projectsOf(deed)
      .where('prepared_post', '=', postId)
      .where('state', 'not in', ['evaluated', 'stopped'])
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      kind: 'contract',
      id: row.id,
      title: `${printedNumber(row)} ${inLanguage(row.title, deed.language)}`,
      dueOn: null,
    }))
  },
  openCounts: async ({ tx, street }) =>
    toCounts(
      await tx
        .selectFrom('contract_project')
        .select(({ fn }) => ['prepared_post as post', fn.countAll<number>().as('count')])
        .where('street_id', '=', street.id)
        .where('state', 'not in', ['evaluated', 'stopped'])
        .groupBy('prepared_post')
        .execute(),
    ),
  async handOver(deed, itemId, toPost, note) {
    const row = await getProject(deed, itemId, true)
    const name = (await postNames(deed, [toPost])).get(toPost)
    if (!name || !kindPermits(name.kind, 'programme.contracts.prepare')) throw refused('contract-owner-prepares')
    await changeProject(deed, row.id, { prepared_post: toPost })
    await addEvent(deed, row.id, 'handedOver', toPost)
    await record(deed, { kind: 'programme.contract.handed-over', plain: { project: row.id, to: toPost }, sealed: { note: note || null } })
  },
}
