#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/bin.js', import.meta.url)
const source = new URL('../src/bin.ts', import.meta.url)
const [major, minor] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > 22 || (major === 22 && minor >= 18)

if (major < 20) {
  console.error(`path-model needs Node 20 or later; this is ${process.version}.`)
  process.exitCode = 1
} else if (existsSync(built)) {
  await run(built)
} else if (runsTypeScript) {
  await run(source)
} else {
  console.error(`path-model runs from its sources here, which needs Node 22.18 or later; this is ${process.version}.`)
  process.exitCode = 1
}

async function run(command) {
  const { main, terminal } = await import(command.href)
  process.exitCode = main(process.argv.slice(2), terminal)
}
