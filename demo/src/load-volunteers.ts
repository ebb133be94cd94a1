import type { Deed } from '@ronghe/server/platform/deed.ts'

/** The year of the volunteers, part by part. */
export async function loadVolunteersYear(_deed: Deed): Promise<void> {}
