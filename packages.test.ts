import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The packages as a stranger gets them: packed from a copy, installed in a folder outside the checkout, run there. */
const root = import.meta.dirname
const names = readdirSync(join(root, 'packages'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}` }
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' })

const manifestOf = (name: string) =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>
  }

let outside: string
beforeAll(() => {
  const place = mkdtempSync(join(tmpdir(), 'ronghe-packages-'))
  const copy = join(place, 'copy', 'packages')
  outside = join(place, 'outside')
  mkdirSync(outside, { recursive: true })
  cpSync(join(root, 'packages'), copy, {
    recursive: true,
    filter: (source) => !source.includes('node_modules') && !source.endsWith('dist'),
  })
  writeFileSync(join(outside, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }))
  // What the compiler needs to see from there: the common options and the types of Node.
  cpSync(join(root, 'tsconfig.json'), join(place, 'copy', 'tsconfig.json'))
  symlinkSync(join(root, 'node_modules'), join(place, 'copy', 'node_modules'), 'junction')
  const pack = (folder: string, ...options: readonly string[]): string => {
    const packed = JSON.parse(
      run('npm', ['pack', '--json', '--silent', '--pack-destination', outside, ...options], folder).replace(/^[^[{]*/, ''),
    ) as unknown
    const [described] = Array.isArray(packed) ? packed : Object.values(packed as object)
    return `./${(described as { filename: string }).filename}`
  }
  // What they lean on comes from this checkout too: offline, npm knows no more than what it is handed.
  const leanedOn = new Set(names.flatMap((name) => Object.keys(manifestOf(name).dependencies ?? {})))
  const tarballs = [
    ...Array.from(leanedOn, (name) => pack(join(root, 'node_modules', name), '--ignore-scripts')),
    ...names.map((name) => pack(join(copy, name))),
  ]
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', ...tarballs], outside)
}, 120_000)
afterAll(() => rmSync(join(outside, '..'), { recursive: true, force: true }))

test.each(names)('%s can be imported without the checkout', (name) => {
  const exported = run('node', ['--input-type=module', '-e', `console.log(Object.keys(await import('@ronghe/${name}')).length)`], outside)
  expect(Number(exported)).toBeGreaterThan(3)
})

test('what a package ships holds its manual and its types, and no tests', () => {
  for (const name of names) {
    const folder = join(outside, 'node_modules', '@ronghe', name)
    expect(existsSync(join(folder, 'README.md'))).toBe(true)
    expect(existsSync(join(folder, 'dist', 'index.d.ts'))).toBe(true)
    expect(readdirSync(join(folder, 'dist')).filter((file) => file.includes('.test'))).toEqual([])
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).not.toContain('src/index.ts')
  }
})

test('the ledger’s command runs there', () => {
  expect(run('npx', ['--no', '--', 'ledger', '--help'], outside)).toContain('verify')
})
