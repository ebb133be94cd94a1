import { sql } from 'kysely'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { notify } from '../../platform/notify/notify.ts'
import { actingPost } from '../programme/acting-post.ts'
import { today } from '../programme/posts.ts'
import { getRound, refusedBy, type ProjectRow, type Round } from './allocation-rows.ts'
import { heldIn } from './delegates.ts'

export async function getProject(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<ProjectRow> {
  const query = deed.tx.selectFrom('allocation_project').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('project')
  return row
}

export const changeProject = (deed: Deed, id: string, values: Partial<Omit<ProjectRow, 'street_id' | 'id'>>): Promise<unknown> =>
  deed.tx.updateTable('allocation_project').set(values).where('street_id', '=', deed.street.id).where('id', '=', id).execute()

/** Of a project from paper the clerk speaks for whoever wrote the form. */
export const isProposer = (deed: Deed, { row: { council_id } }: Round, row: ProjectRow, actor: PersonActor): boolean =>
  row.proposer_id === actor.personId || (row.from_paper && heldIn(deed, council_id, 'councilClerk') !== undefined)

export async function newCost(deed: Deed, row: ProjectRow, cents: number, reason: string): Promise<void> {
  if (cents === row.cents) return
  await deed.tx
    .insertInto('allocation_cost')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      project_id: row.id,
      seq: sql<number>`(select count(*) + 1 from allocation_cost where street_id = ${deed.street.id}::uuid and project_id = ${row.id}::uuid)`,
      cents: row.cents,
      reason,
      on_day: today(deed),
      by_post: actingPost(deed, 'council.answer')?.id ?? null,
    })
    .execute()
  await changeProject(deed, row.id, { cents })
}

export async function tellProposer(deed: Deed, row: ProjectRow, template: string): Promise<void> {
  if (row.proposer_id) await notify(deed, row.proposer_id, { template, link: `/council/allocation/${row.round_id}/projects/${row.id}` })
}

/** Whoever proposed it, or acts for the organ that did, does not decide about it. */
export async function refuseOwn(deed: Deed, row: ProjectRow): Promise<void> {
  const { actor } = deed
  if (actor.kind !== 'person') return
  if (row.proposer_id === actor.personId || (row.organ_id && actor.posts.some(({ organId }) => organId === row.organ_id)))
    throw await refusedBy(deed, await getRound(deed, row.round_id), 'council-interest', { article: 'interest' })
}
