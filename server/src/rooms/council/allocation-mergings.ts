import type { AllocationProject } from '@ronghe/contract/council/allocation-projects.ts'
import type { Deed } from '../../platform/deed.ts'
import { isProposer } from './allocation-project-rows.ts'
import type { ProjectRow, Round } from './allocation-rows.ts'

export const mergeable = ({ row: { state } }: Round, row: ProjectRow): boolean =>
  (state === 'call' || state === 'feasibility') && (row.state === 'proposed' || row.state === 'feasible')

/** What is asked about these projects and not answered yet. */
export async function mergingsOf(
  deed: Deed,
  round: Round,
  ids: readonly string[],
  all: ReadonlyMap<string, ProjectRow>,
): Promise<ReadonlyMap<string, AllocationProject['merging']>> {
  const { actor } = deed
  const rows = await deed.tx
    .selectFrom('allocation_merging')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('declined_on', 'is', null)
    .where((one) => one.or([one('from_id', 'in', [...ids]), one('into_id', 'in', [...ids])]))
    .orderBy('id')
    .execute()
  const name = ({ id, number, title }: ProjectRow) => ({ id, number, title })
  const found = new Map<string, AllocationProject['merging']>()
  for (const merging of rows) {
    const [from, into] = [all.get(merging.from_id)!, all.get(merging.into_id)!]
    if (!mergeable(round, from) || !mergeable(round, into)) continue
    const waits = (row: ProjectRow, agreed: string | null) => actor.kind === 'person' && !agreed && isProposer(deed, round, row, actor)
    const mayAnswer = waits(from, merging.from_agreed_on) || waits(into, merging.into_agreed_on)
    for (const id of [from.id, into.id])
      found.set(id, [...(found.get(id) ?? []), { id: merging.id, from: name(from), into: name(into), mayAnswer }])
  }
  return found
}
