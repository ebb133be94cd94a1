// The README is the manual, so its examples are run: what a comment says a line prints must be what it prints.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countScottish } from './count-scottish.ts'
import { drawRounds } from './draw-rounds.ts'
import { readBlt } from './read-blt.ts'

const home = path.resolve(import.meta.dirname, '..')
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
const scripts = blocks.filter(([, language]) => language === 'js').map(([, , code]) => code!)
const shell = blocks.filter(([, language]) => language === 'sh').map(([, , code]) => code!)
const folder = mkdtempSync(path.join(tmpdir(), 'tally-readme-'))
cpSync(path.join(home, 'example'), path.join(folder, 'example'), { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

test('the README has examples in both languages', () => {
  expect(scripts.length).toBeGreaterThanOrEqual(4)
  expect(shell.length).toBeGreaterThanOrEqual(3)
})

test.each(scripts)('example %# prints what its comments say', (code) => {
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  const index = new URL('./index.ts', import.meta.url).href
  writeFileSync(file, code.replace("'@ronghe/tally'", JSON.stringify(index)))
  expect(execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }).trim().split('\n')).toEqual(promised)
})

test.skipIf(process.platform === 'win32').each(shell)('command %# prints what the README says', (code) => {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(path.join(bin, 'tally'), `#!/bin/sh\nexec "${process.execPath}" "${path.join(home, 'bin', 'tally.js')}" "$@"\n`)
  chmodSync(path.join(bin, 'tally'), 0o755)
  const promised = [...code.matchAll(/^# (.*)$/gm)].map(([, text]) => text)
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` }
  const { stdout, stderr } = spawnSync('sh', ['-c', code], { cwd: folder, env, encoding: 'utf8' })
  expect(`${stdout}${stderr}`.split('\n').filter((line) => line.trim() !== '')).toEqual(promised)
})

test('the picture is the one the example draws', () => {
  const election = readBlt(readFileSync(path.join(home, 'example', 's-street.blt'), 'utf8'))
  expect(readFileSync(path.join(home, 'picture.svg'), 'utf8')).toBe(drawRounds(election, countScottish(election)))
})
