#!/usr/bin/env node
// Plain JavaScript that any Node still in use can read: it only finds a Node that can run Ronghe, and hands over to it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const needed = 24

if (Number(process.versions.node.split('.')[0]) >= needed) {
  const { main } = await import('../src/ronghe.ts')
  await main(process.argv.slice(2))
} else {
  const carried = findCarriedNode()
  if (carried) handOver(carried)
  else {
    process.stderr.write(
      `Ronghe needs Node ${needed} or later; this is Node ${process.versions.node}. The Node that comes with Ronghe ` +
        `(the package ${packageName()}) is not installed here: install again without --omit=optional, or use a newer Node.\n`,
    )
    process.exitCode = 1
  }
}

function packageName() {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
}

function findCarriedNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${packageName()}/package.json`))
    const found = join(root, 'bin', program)
    return existsSync(found) ? found : undefined
  } catch {
    return undefined
  }
}

function handOver(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`The Node that comes with Ronghe does not start: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
