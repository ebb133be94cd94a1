import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchLogs } from '../privacy/log-canaries.testing.ts'

/** Vitest's global set-up: one folder for the logs of the run, searched at its end; a run with somebody's words in a log has failed (S8). */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ronghe-logs-'))
  process.env['RONGHE_TEST_LOGS'] = folder
  return () => endRun(folder)
}

export async function endRun(folder: string, say: (line: string) => void = console.log): Promise<void> {
  const { lines, canaries, leaks } = searchLogs(folder)
  await rm(folder, { recursive: true, force: true })
  if (leaks.length > 0) throw new Error(`${leaks.length} log lines hold what somebody typed:\n${leaks.slice(0, 20).join('\n')}`)
  if (lines > 0) say(`${lines} log lines searched for ${canaries} canaries: none found`)
}
