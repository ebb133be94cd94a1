#!/usr/bin/env node
// Plain JavaScript that any Node still in use can read: it finds the Node that came with Ronghe where this one is too old.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24
const args = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) >= needed) {
  const { main } = await import('../src/bench.ts')
  process.exitCode = await main(args)
} else {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
  const carried = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (!existsSync(carried)) {
    console.error(`Ronghe needs Node ${needed} or later. It comes with the packages: run \`npm ci\` without --omit=optional.`)
    process.exit(1)
  }
  process.exitCode =
    spawnSync(carried, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
}
