import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const readme = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8')
const scripts = Array.from(readme.matchAll(/```js\n(.*?)```/gs), ([, code]) => code!)
const folder = mkdtempSync(path.join(tmpdir(), 'floor-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the README has an example', () => expect(scripts).toHaveLength(1))

test.each(scripts)('example %# prints what its comments say', (code) => {
  const promised = Array.from(code.matchAll(/^console\.log.*\/\/ (.*)$/gm), ([, text]) => text)
  const file = path.join(folder, 'example.mjs')
  writeFileSync(file, code.replace("'@ronghe/floor'", JSON.stringify(new URL('./index.ts', import.meta.url).href)))
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim().split('\n')).toEqual(promised)
})
