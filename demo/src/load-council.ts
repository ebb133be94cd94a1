import { loadConversations } from './council-conversations.ts'
import { loadMeetings } from './council-meetings.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { loadCouncil } from './council.ts'

/** The council and what it did in the year. */
export async function loadCouncilYear(deed: Deed): Promise<void> {
  // Founded three quarters of a year ago: what is told of the year happened under its charter.
  await loadCouncil({ ...deed, now: new Date(deed.now.getTime() - 270 * 86_400_000) })
  await loadConversations(deed)
  await loadMeetings(deed)
}
