// The README is the manual, so its examples are run: what a comment says a line prints must be what it prints.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = path.resolve(import.meta.dirname, '..')
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
const scripts = blocks.filter(([, language]) => language === 'js').map(([, , code]) => code!)
const shell = blocks.filter(([, language]) => language === 'sh').map(([, , code]) => code!)
const folder = mkdtempSync(path.join(tmpdir(), 'path-model-readme-'))
mkdirSync(path.join(folder, 'example'))
copyFileSync(path.join(home, 'example', 'invented-places.csv'), path.join(folder, 'example', 'invented-places.csv'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the README has an example at the terminal and one in a program', () => {
  expect(scripts.length).toBe(1)
  expect(shell.length).toBe(1)
})

test.each(scripts)('example %# prints what its comments say', (code) => {
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  const index = path.join(home, 'src', 'index.ts')
  writeFileSync(file, code.replace("'@ronghe/path-model'", JSON.stringify(new URL(`file://${index}`).href)))
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: folder }).trim().split('\n')).toEqual(promised)
})

test.skipIf(process.platform === 'win32').each(shell)('command %# prints what the README says', (code) => {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(path.join(bin, 'path-model'), `#!/bin/sh\nexec "${process.execPath}" "${path.join(home, 'bin', 'path-model.js')}" "$@"\n`)
  chmodSync(path.join(bin, 'path-model'), 0o755)
  const promised = [...code.matchAll(/^# (.*)$/gm)].map(([, text]) => text!.trimEnd())
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` }
  const { stdout } = spawnSync('sh', ['-c', code], { cwd: folder, env, encoding: 'utf8' })
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd()),
  ).toEqual(promised)
})
