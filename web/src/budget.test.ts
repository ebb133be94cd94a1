import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { filesReachableFrom, readManifest, type BuildManifest } from '../manifest.ts'

const web = `${import.meta.dirname}/..`
const dist = `${web}/dist`
const viteCommand = createRequire(import.meta.url)
  .resolve('vite/package.json')
  .replace('package.json', 'bin/vite.js')
let manifest: BuildManifest

beforeAll(async () => {
  // In a process of its own, because a test run's NODE_ENV would give React's development build.
  if (!isCurrent())
    await promisify(execFile)(process.execPath, [viteCommand, 'build', '--logLevel', 'error'], {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production' },
    })
  manifest = await readManifest(dist)
}, 120_000)

/** A build is used again only if nothing it was made from is newer. */
function isCurrent(): boolean {
  const built = `${dist}/service-worker.js`
  if (!existsSync(built)) return false
  const time = statSync(built).mtimeMs
  const sources = [...globSync('{web,contract,packages/*}/{src/**/*,*.{ts,json,html}}', { cwd: `${web}/..` }), 'package-lock.json']
  return sources.every((file) => statSync(`${web}/../${file}`).mtimeMs <= time)
}

const gzipped = (file: string): number => gzipSync(readFileSync(`${dist}/${file}`)).length
const scripts = (files: Iterable<string>): string[] => Array.from(files).filter((file) => file.endsWith('.js'))

test('a phone loads at most 150 KB of compressed scripts before its first page can be used', () => {
  const atStart = filesReachableFrom('resident.html', manifest, 'at start')
  const home = filesReachableFrom('src/rooms/home/HomeScreen.tsx', manifest, 'at start')
  expect(home.size, 'the first screen is a part of its own').toBeGreaterThan(0)
  const loaded = scripts(new Set([...atStart, ...home]))
  const total = loaded.map(gzipped).reduce((sum, size) => sum + size, 0)
  console.log(`first load: ${(total / 1024).toFixed(1)} KB gzip`)
  expect(total).toBeLessThanOrEqual(150 * 1024)
})

test('pop-ups and the schemas of the contract are not part of the first load', () => {
  const loaded = scripts(
    new Set([
      ...filesReachableFrom('resident.html', manifest, 'at start'),
      ...filesReachableFrom('src/rooms/home/HomeScreen.tsx', manifest, 'at start'),
    ]),
  )
  const text = loaded.map((file) => readFileSync(`${dist}/${file}`, 'utf8')).join('\n')
  expect(text).not.toContain('ZodMiniType')
  expect(text).not.toContain('data-base-ui')
})

test('what is kept on the phone holds nothing that only the desk or the projector uses', () => {
  const worker = readFileSync(`${dist}/service-worker.js`, 'utf8')
  const residents = filesReachableFrom('resident.html', manifest)
  const others = [...filesReachableFrom('desk.html', manifest), ...filesReachableFrom('hall.html', manifest)].filter(
    (file) => !residents.has(file),
  )
  expect(others.length).toBeGreaterThan(0)
  for (const file of [...others, 'desk.html', 'hall.html']) expect(worker).not.toContain(file)
  for (const file of scripts(residents)) expect(worker).toContain(file)
})

test('the pages carry no script or style of their own, so that the content security policy can forbid both', () => {
  for (const door of ['resident', 'desk', 'hall']) {
    const page = readFileSync(`${dist}/${door}.html`, 'utf8')
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/)
  }
  expect(readFileSync(`${dist}/desk.html`, 'utf8')).not.toContain('manifest.webmanifest')
})
