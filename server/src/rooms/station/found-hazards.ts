import { HazardKind } from '@ronghe/contract/station/hazards.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { handFindingOver, takingFindings, waitingFinding } from '../programme/findings.ts'
import { report } from './hazards.ts'

/** What a patrol found becomes a report like any other: without a person, with the station's clock. */
export async function takeFound(deed: Deed, findingId: string): Promise<void> {
  const found = await waitingFinding(deed, findingId)
  if (!found) return
  const kind = HazardKind.safeParse(found.kind).data ?? 'other'
  const { id, number } = await report(deed, null, { kind, lane: found.laneId, words: found.words }, found.source)
  await handFindingOver(deed, findingId, { id, number })
}

export const foundHazardJobs: readonly Job[] = [{ name: takingFindings, run: (deed, ids) => takeFound(deed, ids['finding']!) }]
