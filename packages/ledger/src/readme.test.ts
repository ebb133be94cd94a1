// The README is the manual, so its examples are run: what a comment says a line prints must be what it prints.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = path.resolve(import.meta.dirname, '..')
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
const scripts = blocks.filter(([, language]) => language === 'js').map(([, , code]) => code!)
const shell = blocks.filter(([, language]) => language === 'sh').map(([, , code]) => code!)
const folder = mkdtempSync(path.join(tmpdir(), 'ledger-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the README has examples in both languages', () => {
  expect(scripts.length).toBeGreaterThanOrEqual(4)
  expect(shell).toHaveLength(1)
})

test.each(scripts)('example %# prints what its comments say', (code) => {
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  const index = path.join(home, 'src', 'index.ts')
  writeFileSync(file, code.replace("'@ronghe/ledger'", JSON.stringify(new URL(`file://${index}`).href)))
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim().split('\n')).toEqual(promised)
})

test.skipIf(process.platform === 'win32')('the command prints what the README says', () => {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'ledger'), `#!/bin/sh\nexec "${process.execPath}" "${path.join(home, 'bin', 'ledger.js')}" "$@"\n`)
  chmodSync(path.join(bin, 'ledger'), 0o755)
  const promised = [...shell[0]!.matchAll(/^# (.*)$/gm)].map(([, text]) => text)
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }
  const run = spawnSync('sh', ['-e', '-c', shell[0]!], { cwd: folder, env, encoding: 'utf8' })
  expect(run.stdout.trim().split('\n')).toEqual(promised)
  expect(run.stderr.trim()).toBe("line 3: the leaves above come to another root than the head's")
})
