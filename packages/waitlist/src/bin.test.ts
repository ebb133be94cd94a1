import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { main } from './bin.ts'

const example = readFileSync(path.join(import.meta.dirname, '..', 'example', 'evening-patrol.json'), 'utf8')
const files: Readonly<Record<string, string>> = {
  'list.json': example,
  'broken.json': '{"places": 1',
  'wrong.json': example.replace('"does": "leave"', '"does": "vanish"'),
  'zoneless.json': example.replace('2026-11-28T19:00:00+08:00', '2026-11-28T19:00:00'),
}

function run(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const status = main(args, {
    say: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    read: (file) => {
      if (files[file] === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT' })
      return files[file]
    },
  })
  return { status, out: out.join('\n'), err: err.join('\n') }
}

test('a list is replayed line by line, and as JSON', () => {
  const { status, out } = run('replay', 'list.json')
  expect(status).toBe(0)
  expect(out).toContain('Sun is asked, first in line for a free place (honghu dialect)')
  expect((JSON.parse(run('replay', 'list.json', '--json').out) as { entries: unknown[] }).entries).toHaveLength(6)
})

test('a broken file, an unknown step, a moment without a zone and a missing file are refused with a sentence', () => {
  expect(run('replay', 'broken.json').status).toBe(1)
  expect(run('replay', 'wrong.json')).toMatchObject({ status: 1, err: expect.stringContaining('steps[5].does') as string })
  expect(run('replay', 'zoneless.json')).toMatchObject({ status: 1, err: expect.stringContaining('startsAt') as string })
  expect(run('replay', 'nothing.json')).toMatchObject({ status: 1, err: 'absent' })
})

test('wrong usage shows the usage', () => {
  for (const args of [[], ['play'], ['replay'], ['replay', 'a', 'b'], ['replay', '--loud', 'list.json']])
    expect(run(...args)).toMatchObject({ status: 2, err: expect.stringContaining('waitlist replay FILE.json') as string })
  expect(run('--help').status).toBe(0)
})
