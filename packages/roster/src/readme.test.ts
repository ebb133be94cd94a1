// The README is the manual, so its examples are run: what a comment says a line prints must be what it prints.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = path.resolve(import.meta.dirname, '..')
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
const scripts = blocks.filter(([, language]) => language === 'js').map(([, , code]) => code!)
const shell = blocks
  .filter(([, language]) => language === 'sh')
  .map(([, , code]) => code!)
  .join('')
const folder = mkdtempSync(path.join(tmpdir(), 'roster-readme-'))
cpSync(path.join(home, 'example'), folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

test('the README has examples in both languages', () => {
  expect(scripts.length).toBeGreaterThanOrEqual(1)
  expect(shell.length).toBeGreaterThan(20)
})

test.each(scripts)('example %# prints what its comments say', (code) => {
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  const index = path.join(home, 'src', 'index.ts')
  writeFileSync(file, code.replace("'@ronghe/roster'", JSON.stringify(new URL(`file://${index}`).href)))
  expect(execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }).trim().split('\n')).toEqual(promised)
})

test.skipIf(process.platform === 'win32')('the command prints what the README says', () => {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'roster'), `#!/bin/sh\nexec "${process.execPath}" "${path.join(home, 'bin', 'roster.js')}" "$@"\n`)
  chmodSync(path.join(bin, 'roster'), 0o755)
  const promised = [...shell.matchAll(/^# (.*)$/gm)].map(([, text]) => text)
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` }
  const run = spawnSync('sh', ['-e', '-c', shell], { cwd: folder, env, encoding: 'utf8' })
  expect(run.stdout.trim().split('\n')).toEqual(promised)
})
