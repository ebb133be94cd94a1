import { addStreet } from '@ronghe/server/platform/database/add-street.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import { systemDeed } from '@ronghe/server/platform/jobs/jobs.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { loadCast } from './load-cast.ts'
import type { DemoSize } from './sizes.ts'

export const sStreet: Street = {
  id: '00000000-0000-7000-8000-0000000000a1',
  slug: 's-street',
  name: { 'zh-CN': 'S街', en: 'S Street' },
  zone: 'Asia/Shanghai',
  demo: true,
}

/** Fills an empty database with S Street. Each step is one transaction; the street itself comes first, and all else lives in it. */
export async function loadDemo(
  { platform, ownerUrl }: { readonly platform: Platform; readonly ownerUrl: string },
  { say }: { readonly size: DemoSize; say(line: string): void },
): Promise<void> {
  await addStreet(ownerUrl, sStreet, { now: platform.clock() })
  const after: (() => void | Promise<void>)[] = []
  await platform.database.inStreet(sStreet.id, 'write', (tx) => loadCast(systemDeed(platform, sStreet, tx, after)))
  for (const work of after) await work()
  say('S Street: its organs, posts and named people are there.')
}
