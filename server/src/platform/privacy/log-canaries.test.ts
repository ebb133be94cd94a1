import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { raiseAnonymously, raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town } from '../database/testing.ts'
import { endRun } from '../database/test-logs.ts'
import { personalIn } from './log-canaries.testing.ts'

/** A run within the run: what is said here about leaking must not make the run around it fail. */
let folder: string
let around: string | undefined
let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ronghe-logs-test-'))
  around = process.env['RONGHE_TEST_LOGS']
  process.env['RONGHE_TEST_LOGS'] = folder
})
afterEach(async () => {
  if (around === undefined) delete process.env['RONGHE_TEST_LOGS']
  else process.env['RONGHE_TEST_LOGS'] = around
  await rm(folder, { recursive: true, force: true })
})
const body = { words: '巷口第三盏灯不亮，找黄阿姨', topic: 'safety' }

test('what a resident says is remembered and is in no log; the run says how much it searched', async () => {
  await town.as('chen').call(raiseConcern, { body })
  const said: string[] = []
  await endRun(folder, (line) => said.push(line))
  expect(said).toEqual([expect.stringMatching(/^[1-9]\d* log lines searched for [1-9]\d* canaries: none found$/)])
  expect(existsSync(folder)).toBe(false)
})

test.for([
  ['words', () => body.words],
  ['a name', () => cast.chen.name],
  ['a phone number', () => cast.auntHuang.phone],
  ['a session', async () => (await town.as('liuFang').cookie()).split('=')[1]!],
  ['the code of somebody without a name', async () => (await town.anonymous.call(raiseAnonymously, { body })).claimCode],
] as const)('a log with %s in it makes the run fail', async ([, canary]) => {
  await town.as('chen').call(raiseConcern, { body: { ...body, words: `${body.words} ${cast.chen.name} ${cast.auntHuang.phone}` } })
  const word = await canary()
  town.platform.log.warn({ request: '0a1b2c3d', said: `…${word}…` }, 'a defect of ours')
  await expect(endRun(folder)).rejects.toThrow(/1 log lines hold what somebody typed:\na defect of ours/)
})

test('ids, keys and days are no canaries; words, numbers and sentences are', () => {
  expect(personalIn({ id: '0198c0de-0000-7000-8000-000000000001', topic: 'safety', on: '2026-11-23', list: ['residencePermit'] })).toEqual(
    [],
  )
  expect(personalIn({ name: '陈晓', at: ['电话19900000001', '44010219900101123X'], note: 'the lamp is out' })).toEqual([
    '陈晓',
    '电话',
    '19900000001',
    '44010219900101123X',
    'the lamp is out',
  ])
})
