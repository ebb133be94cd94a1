// The README is the manual, so its examples are run: what a comment says a line prints must be what it prints.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { drawMap } from './draw-map.ts'
import { mapOpinions } from './map-opinions.ts'
import { streetVotes } from './s-street.testing.ts'
import { VoteStore } from './vote-store.ts'

const home = path.resolve(import.meta.dirname, '..')
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
const scripts = blocks.filter(([, language]) => language === 'js').map(([, , code]) => code!)
const shell = blocks.filter(([, language]) => language === 'sh').map(([, , code]) => code!)
const folder = mkdtempSync(path.join(tmpdir(), 'opinion-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the README has examples in both languages', () => {
  expect(scripts.length).toBe(3)
  expect(shell).toHaveLength(1)
})

test.each(scripts)('example %# prints what its comments say', (code) => {
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  const index = path.join(home, 'src', 'index.ts')
  writeFileSync(file, code.replace("'@ronghe/opinion'", JSON.stringify(new URL(`file://${index}`).href)))
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim().split('\n')).toEqual(promised)
})

test.skipIf(process.platform === 'win32')('the command prints what the README says', () => {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'opinion'), `#!/bin/sh\nexec "${process.execPath}" "${path.join(home, 'bin', 'opinion.js')}" "$@"\n`)
  chmodSync(path.join(bin, 'opinion'), 0o755)
  const promised = [...shell[0]!.matchAll(/^# (.*)$/gm)].map(([, text]) => text)
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` }
  const run = spawnSync('sh', ['-e', '-c', shell[0]!], { cwd: folder, env, encoding: 'utf8' })
  expect([run.stdout.trim().split('\n'), run.stderr]).toEqual([promised, ''])
})

test('the picture is the one that the package draws', () => {
  const store = new VoteStore()
  for (const { voter, statement, vote } of streetVotes()) store.cast(voter, statement, vote)
  const picture = drawMap(mapOpinions(store), 'The map of S Street: two clouds of points, A with 60 people and B with 20')
  if (process.env['DRAW']) writeFileSync(path.join(home, 'map.svg'), picture)
  expect(readFileSync(path.join(home, 'map.svg'), 'utf8')).toBe(picture)
})
