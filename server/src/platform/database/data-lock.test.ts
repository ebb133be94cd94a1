import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockData } from './data-lock.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ronghe-lock-'))
})
afterEach(() => rm(data, { recursive: true }))

test('a second Ronghe on the same data is refused with a sentence that names the first', async () => {
  const first = await lockData(data)
  await expect(lockData(data, 300)).rejects.toThrow(`already running on ${data} (process ${process.pid})`)
  await first.release()
})

test('a second Ronghe waits for one that is just shutting down', async () => {
  const first = await lockData(data)
  setTimeout(() => void first.release(), 300)
  const second = await lockData(data)
  await second.release()
  expect(await readdir(data)).toEqual([])
})

test.each([
  ['of a process that is gone', `${2 ** 22} some-boot 1`],
  ['of an earlier process with a number that is in use again', `${process.pid} an-earlier-boot 1`],
])('the lock %s is taken over at once', async (_, holder) => {
  await writeFile(join(data, 'ronghe.lock'), `${holder}\n`)
  const lock = await lockData(data, 0)
  await lock.release()
  expect(await readdir(data)).toEqual([])
})

test('of ten that find a stale lock at once, one gets it', async () => {
  await writeFile(join(data, 'ronghe.lock'), `${2 ** 22} some-boot 1\n`)
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockData(data, 200)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})
