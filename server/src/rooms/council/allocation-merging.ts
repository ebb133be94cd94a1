import type { AllocationProject } from '@ronghe/contract/council/allocation-projects.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { mergeable } from './allocation-mergings.ts'
import { readProject } from './allocation-project-pages.ts'
import { changeProject, getProject, isProposer, tellProposer } from './allocation-project-rows.ts'
import { getRound, refusedBy, type ProjectRow } from './allocation-rows.ts'
import { heldIn } from './delegates.ts'

/** Two that want the same can become one, if both proposers agree; the words of the one that goes stay on the page of the other. */
export async function askMerge(deed: Deed, actor: PersonActor, fromId: string, intoId: string): Promise<AllocationProject> {
  const from = await getProject(deed, fromId, 'lock')
  const into = await getProject(deed, intoId, 'lock')
  const round = await getRound(deed, from.round_id)
  const [fromMine, intoMine] = [from, into].map((row) => isProposer(deed, round, row, actor))
  if (!fromMine && !intoMine && !heldIn(deed, round.row.council_id, 'councilClerk')) throw forbidden('allocation-not-proposer')
  if (into.round_id !== from.round_id || fromId === intoId || !mergeable(round, from) || !mergeable(round, into))
    throw await refusedBy(deed, round, 'allocation-not-mergeable')
  const open = await openMerging(deed, fromId, intoId)
  if (open) throw await refusedBy(deed, round, 'allocation-merge-asked')
  const id = deed.id()
  await deed.tx
    .insertInto('allocation_merging')
    .values({
      street_id: deed.street.id,
      id,
      from_id: fromId,
      into_id: intoId,
      asked_on: today(deed),
      from_agreed_on: fromMine ? today(deed) : null,
      into_agreed_on: intoMine ? today(deed) : null,
    })
    .execute()
  await record(deed, { kind: 'council.allocation.merge-asked', plain: { from: fromId, into: intoId } })
  for (const [row, mine] of [
    [from, fromMine],
    [into, intoMine],
  ] as const)
    if (!mine) await tellProposer(deed, row, 'allocation-merge')
  if (fromMine && intoMine) await merge(deed, from, into)
  return readProject(deed, fromId)
}

export async function answerMerge(deed: Deed, actor: PersonActor, mergingId: string, agreed: boolean): Promise<AllocationProject> {
  const merging = await deed.tx
    .selectFrom('allocation_merging')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', mergingId)
    .forUpdate()
    .executeTakeFirst()
  if (!merging) throw notFound('merging')
  const from = await getProject(deed, merging.from_id, 'lock')
  const into = await getProject(deed, merging.into_id, 'lock')
  const round = await getRound(deed, from.round_id)
  const [fromMine, intoMine] = [from, into].map((row) => isProposer(deed, round, row, actor))
  if (!fromMine && !intoMine) throw forbidden('allocation-not-proposer')
  if (merging.declined_on || !mergeable(round, from) || !mergeable(round, into))
    throw await refusedBy(deed, round, 'allocation-not-mergeable')
  const fromAgreed = merging.from_agreed_on ?? (fromMine && agreed ? today(deed) : null)
  const intoAgreed = merging.into_agreed_on ?? (intoMine && agreed ? today(deed) : null)
  await deed.tx
    .updateTable('allocation_merging')
    .set(agreed ? { from_agreed_on: fromAgreed, into_agreed_on: intoAgreed } : { declined_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', mergingId)
    .execute()
  await record(deed, { kind: 'council.allocation.merge-answered', plain: { merging: mergingId, agreed } })
  if (agreed && fromAgreed && intoAgreed) await merge(deed, from, into)
  return readProject(deed, fromMine ? from.id : into.id)
}

async function merge(deed: Deed, from: ProjectRow, into: ProjectRow): Promise<void> {
  await changeProject(deed, from.id, { state: 'merged', merged_into: into.id })
  await record(deed, { kind: 'council.allocation.merged', plain: { from: from.id, into: into.id } })
  for (const row of [from, into]) await tellProposer(deed, row, 'allocation-merged')
}

const openMerging = (deed: Deed, fromId: string, intoId: string) =>
  deed.tx
    .selectFrom('allocation_merging')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('from_id', '=', fromId)
    .where('into_id', '=', intoId)
    .where('declined_on', 'is', null)
    .executeTakeFirst()
