import type { Street } from '@ronghe/server/platform/database/streets.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'

/** The year of the branch, under its own role: nothing of it passes through the deeds of other rooms. */
export async function loadBranchYear(_platform: Platform, _street: Street): Promise<void> {}
