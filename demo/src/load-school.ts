import type { Deed } from '@ronghe/server/platform/deed.ts'

/** The year of the school, part by part. */
export async function loadSchoolYear(_deed: Deed): Promise<void> {}
