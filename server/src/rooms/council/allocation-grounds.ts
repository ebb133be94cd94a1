import type { AllocationRound } from '@ronghe/contract/council/allocation.ts'
import type { Deed } from '../../platform/deed.ts'

export type Grounds = NonNullable<AllocationRound['returned']>['grounds']

/** What the council's return names, project by project. */
export async function groundsOf(deed: Deed, roundId: string): Promise<Grounds> {
  const rows = await deed.tx
    .selectFrom('allocation_ground')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .orderBy('project_id')
    .execute()
  return rows.map(({ project_id, ground, reason, cents, corrected_on }) => ({
    projectId: project_id,
    ground: ground as Grounds[number]['ground'],
    reason,
    cents,
    corrected: corrected_on !== null,
  }))
}
