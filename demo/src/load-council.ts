import { loadAllocation } from './council-allocation.ts'
import { loadBallots } from './council-ballots.ts'
import { loadConversations } from './council-conversations.ts'
import { loadMotionsDecided, loadMotionsOpen, loadNextAgenda } from './council-motions.ts'
import { loadMeetings } from './council-meetings.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { loadCouncil } from './council.ts'
import { loadSeats } from './council-seats.ts'

/** The council and what it did in the year. */
export async function loadCouncilYear(deed: Deed): Promise<void> {
  await loadCouncil(deed)
  await loadSeats(deed)
  await loadConversations(deed)
  await loadAllocation(deed)
  await loadMotionsDecided(deed)
  await loadMeetings(deed)
  await loadBallots(deed)
  await loadMotionsOpen(deed)
  await loadNextAgenda(deed)
}
