import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'

const bin = fileURLToPath(new URL('../bin/ronghe.js', import.meta.url))

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'ronghe-serve-'))
})
afterAll(async () => {
  await removeEmbedded(data)
  await rm(data, { recursive: true, force: true })
})

test('serve starts from nothing, survives being killed, lets commands work beside it, and stops with its database', async () => {
  const first = await serve()
  expect((await fetch(`${first.address}/health/ready`)).status).toBe(200)
  expect((await ronghe('street', 'add', 'upper', '--name', '上街')).code).toBe(0)
  const orphan = await postmaster()
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await serve()
  expect(isAlive(orphan)).toBe(false)
  expect((await fetch(`${second.address}/health/ready`)).status).toBe(200)
  expect((await ronghe('street', 'list')).out).toBe('upper  上街\n')
  const database = await postmaster()
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  expect(isAlive(database)).toBe(false)
})

test('a port in use is said in a sentence, and no database is left running', async () => {
  const first = await serve()
  const port = new URL(first.address).port
  const other = await mkdtemp(join(tmpdir(), 'ronghe-serve-'))
  try {
    const { code, err } = await end(start(['serve'], { PORT: port, RONGHE_DATA: other }))
    expect(code).toBe(1)
    expect(err).toBe(`Port ${port} is in use already. Set PORT to another one.\n`)
    await expect(readFile(join(other, 'cluster', 'postmaster.pid'))).rejects.toThrow(/ENOENT/)
  } finally {
    first.child.kill('SIGINT')
    await once(first.child, 'exit')
    await removeEmbedded(other)
    await rm(other, { recursive: true, force: true })
  }
})

async function serve(): Promise<{ child: ChildProcess; address: string }> {
  const child = start(['serve', '--json'], { PORT: '0' })
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    const { address } = JSON.parse(line) as { address?: string }
    if (address) return { child, address }
  }
  throw new Error('serve ended before it listened')
}

const ronghe = (...args: string[]) => end(start(args, {}))

function start(args: readonly string[], env: Record<string, string>): ChildProcess {
  const settings = { PATH: process.env['PATH'] ?? '', RONGHE_DATA: data, LOG_LEVEL: 'error', ...env }
  return spawn(process.execPath, [bin, ...args], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function end(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...said }
}

async function postmaster(): Promise<number> {
  const text = await readFile(join(data, 'cluster', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
