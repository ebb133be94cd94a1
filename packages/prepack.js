// Before `npm pack`: emits JavaScript and types, and points `exports` at them, because Node refuses to strip types inside node_modules.
// After it (`--undo`): puts package.json back as it is in the repository.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const kept = 'package.json.kept'
if (process.argv.includes('--undo')) {
  if (existsSync(kept)) renameSync(kept, 'package.json')
  rmSync('dist', { recursive: true, force: true })
  process.exit(0)
}
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit', shell: process.platform === 'win32' })
if (status !== 0) process.exit(1)
const text = readFileSync('package.json', 'utf8')
const { publishConfig, ...described } = JSON.parse(text)
writeFileSync(kept, text)
writeFileSync('package.json', `${JSON.stringify({ ...described, exports: publishConfig.exports }, null, 2)}\n`)
