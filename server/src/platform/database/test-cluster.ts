import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepLog } from '../privacy/log-canaries.testing.ts'
import { startEmbedded } from './embedded.ts'
import { givenServer } from './template.ts'

/** Vitest's global set-up: one PostgreSQL for the whole run, not durable, gone afterwards; or the one that RONGHE_TEST_DATABASE names. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (givenServer(process.env)) return undefined
  const data = await mkdtemp(join(tmpdir(), 'ronghe-test-'))
  const { ownerUrl, appUrl, branchUrl, stop } = await startEmbedded({ data, durable: false, log: keepLog })
  process.env['RONGHE_TEST_DATABASE'] = [ownerUrl, appUrl, branchUrl].join(' ')
  return async () => {
    await stop()
    await rm(data, { recursive: true, force: true })
  }
}
