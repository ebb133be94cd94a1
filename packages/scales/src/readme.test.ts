// The README is the manual, so its example is run: what a comment says a line prints must be what it prints.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = path.resolve(import.meta.dirname, '..')
const scripts = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code!)
const folder = mkdtempSync(path.join(tmpdir(), 'scales-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the README has one example', () => expect(scripts).toHaveLength(1))

test.each(scripts)('example %# prints what its comments say', (code) => {
  const promised = [...code.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  const index = path.join(home, 'src', 'index.ts')
  writeFileSync(file, code.replace("'@ronghe/scales'", JSON.stringify(new URL(`file://${index}`).href)))
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: folder }).trim().split('\n')).toEqual(promised)
})
