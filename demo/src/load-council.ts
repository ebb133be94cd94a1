import type { Deed } from '@ronghe/server/platform/deed.ts'
import { loadCouncil } from './council.ts'

/** The council and what it did in the year. */
export async function loadCouncilYear(deed: Deed): Promise<void> {
  await loadCouncil(deed)
}
