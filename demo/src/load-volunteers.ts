import { loadVolunteers } from './volunteers-core.ts'
import { loadHours } from './volunteers-hours.ts'
import { loadRounds } from './volunteers-rounds.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'

/** The year of the volunteers, part by part. */
export async function loadVolunteersYear(deed: Deed): Promise<void> {
  await loadVolunteers(deed)
  await loadRounds(deed)
  // Last: hours rest on the shifts and sign-ins of the others.
  await loadHours(deed)
}
