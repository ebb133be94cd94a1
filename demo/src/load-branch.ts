import type { Street } from '@ronghe/server/platform/database/streets.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import { sealJournal } from '@ronghe/server/rooms/branch/nightly.ts'
import { loadBranchHouses } from './branch-house.ts'
import { loadBranchLife } from './branch-life.ts'

/** The year of the branch, under its own role: nothing of it passes through the deeds of other rooms. Then its days are sealed, as every night. */
export async function loadBranchYear(platform: Platform, street: Street): Promise<void> {
  await loadBranchHouses(platform, street)
  await loadBranchLife(platform, street)
  await inStreet(platform, street, sealJournal)
}
