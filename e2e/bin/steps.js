// Runs the steps of the tests one after the other, on Node 24 whatever Node started us, and counts what vitest counted.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const bins = join(root, 'node_modules', '.bin')
const carried = join(bins, process.platform === 'win32' ? 'node.cmd' : 'node')

if (Number(process.versions.node.split('.')[0]) < 24 && !existsSync(carried)) {
  console.error('Ronghe needs Node 24 or later. It comes with the packages: run `npm ci` without --omit=optional.')
  process.exit(1)
}

const env = { ...process.env, PATH: `${bins}${delimiter}${process.env.PATH ?? ''}`, FORCE_COLOR: process.env.FORCE_COLOR ?? '0' }
const totals = { passed: 0, failed: 0, skipped: 0 }

/** Runs one command in the checkout; a failure ends the whole run with its status. */
export function step(title, command, args, extra = {}) {
  console.log(`\n== ${title}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ...extra },
    shell: process.platform === 'win32',
  })
  console.log(`== ${title}: ${((Date.now() - started) / 1000).toFixed(0)} s`)
  return status ?? 1
}

/** The same for vitest, adding its counts to the total. */
export function vitest(title, args, extra = {}) {
  const report = join(mkdtempSync(join(tmpdir(), 'ronghe-report-')), 'report.json')
  const status = step(title, 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], extra)
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    totals.passed += numPassedTests
    totals.failed += numFailedTests
    totals.skipped += numPendingTests
  }
  return status
}

/** The closing line, and the exit code. */
export function close(statuses) {
  const broken = statuses.filter((status) => status !== 0).length
  console.log(
    `\n${totals.passed} passed, ${Math.max(totals.failed, broken)} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
  )
  process.exit(broken === 0 ? 0 : 1)
}
