import { inLanguage } from '@ronghe/contract/values.ts'
import { toCounts, type WorkOwner } from '../../platform/handover.ts'
import { refused } from '../../platform/http/problems.ts'
import { kindPermits, postNames } from '../programme/posts.ts'
import { mustBeStationPost } from './case-steps.ts'
import { definitionOf, getCase, takeCaseStep } from './case-records.ts'
import { departmentOf } from './departments.ts'
import { findVersionsById, textOf } from './services.ts'

const atStation = ['filed', 'accepted', 'waitingForResident', 'routed', 'decided'] as const
const sentOn = ['routed', 'waitingForResident'] as const

/** Cases that wait on a post: at the station those it owns, at a department those it was sent. */
export const caseWork: WorkOwner = {
  kind: 'case',
  async openItems(deed, postId) {
    const rows = await deed.tx
      .selectFrom('service_case')
      .select(['id', 'number', 'version_id', 'due_on'])
      .where('street_id', '=', deed.street.id)
      .where('merged_into', 'is', null)
      .where(({ eb, or, and }) =>
        or([
          and([eb('owner_post', '=', postId), eb('state', 'in', atStation)]),
          and([eb('department_post', '=', postId), eb('state', 'in', sentOn)]),
        ]),
      )
      .orderBy('due_on')
      .orderBy('id')
      .execute()
    const versions = await findVersionsById(
      deed,
      rows.map(({ version_id }) => version_id),
    )
    return rows.map(({ id, number, version_id, due_on }) => ({
      kind: 'case',
      id,
      title: `${number} ${inLanguage(textOf(versions.get(version_id)!.definition.name), deed.language)}`,
      dueOn: due_on,
    }))
  },
  /** A case counts at the station's post and at the department's: it would be left lying at either. */
  async openCounts({ tx, street }) {
    const atDesk = tx
      .selectFrom('service_case')
      .select(['owner_post as post', 'id'])
      .where('street_id', '=', street.id)
      .where('merged_into', 'is', null)
      .where('state', 'in', atStation)
    const atDepartment = tx
      .selectFrom('service_case')
      .select(['department_post as post', 'id'])
      .where('street_id', '=', street.id)
      .where('merged_into', 'is', null)
      .where('state', 'in', sentOn)
      .where('department_post', 'is not', null)
      .$narrowType<{ post: string }>()
    return toCounts(
      await tx
        .selectFrom(atDesk.union(atDepartment).as('waiting'))
        .select(({ fn }) => ['waiting.post', fn.countAll<number>().as('count')])
        .groupBy('waiting.post')
        .execute(),
    )
  },
  async handOver(deed, itemId, toPost, note) {
    const row = await getCase(deed, itemId, 'lock')
    const kind = (await postNames(deed, [toPost])).get(toPost)?.kind
    const department = kind !== undefined && kindPermits(kind, 'station.cases.department')
    if (department && (!row.department_post || (await departmentOf(deed, toPost)) !== row.department))
      throw refused('case-not-station-post')
    if (!department) await mustBeStationPost(deed, toPost)
    const from = department ? row.department_post : row.owner_post
    await takeCaseStep(deed, row, await definitionOf(deed, row), {
      step: { kind: 'handedOver' },
      words: note || undefined,
      internal: true,
      details: { from, to: toPost },
      change: department ? { department_post: toPost } : { owner_post: toPost },
    })
  },
}
