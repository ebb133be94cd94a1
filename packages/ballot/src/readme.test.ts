// The README is the manual, so its examples are run: what a comment says a line prints must be what it prints.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = path.resolve(import.meta.dirname, '..')
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
const folder = mkdtempSync(path.join(tmpdir(), 'ballot-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the program in the README prints what its comments say', () => {
  const code = blocks.find(([, language]) => language === 'js')![2]!
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  writeFileSync(file, code.replaceAll("'@ronghe/ballot'", JSON.stringify(new URL('./index.ts', import.meta.url).href)))
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim().split('\n')).toEqual(promised)
})

test('the command in the README prints what is written below it', () => {
  const [command, ...promised] = blocks
    .find(([, language]) => language === 'sh')![2]!
    .trim()
    .split('\n')
  const args = command!.split(' ').slice(1)
  const printed = execFileSync(process.execPath, [path.join(home, 'bin', 'ballot.js'), ...args], { cwd: home, encoding: 'utf8' })
  expect(printed.trim().split('\n')).toEqual(promised.map((line) => line.replace('# ', '')))
})
