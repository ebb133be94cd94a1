import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = import.meta.dirname
const rows = readFileSync(join(root, 'docs/mission.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const match = /^\| ([MD]\d+)\b[^|]*\|([^|]*)\|([^|]*)\|$/.exec(line)
    return match ? [{ item: match[1]!, lives: match[2]!.trim(), shown: match[3]!.trim() }] : []
  })

test('docs/mission.md has one row for each of M1 to M36 and D1 to D11', () => {
  const items = [...Array.from({ length: 36 }, (_, index) => `M${index + 1}`), ...Array.from({ length: 11 }, (_, index) => `D${index + 1}`)]
  expect(rows.map(({ item }) => item).toSorted()).toEqual(items.toSorted())
})

test('every test it names exists, and whatever is not shown says "not yet"', () => {
  const missing = rows.flatMap(({ item, shown }) => {
    if (shown === 'not yet') return []
    const paths = [...shown.matchAll(/`([^`]+\/[^`]+|[^`/]+\.test\.ts)`/g)].map(([, path]) => path!)
    if (paths.length === 0) return [`${item} names no test`]
    return paths.filter((path) => path.includes('/') && !existsSync(join(root, path))).map((path) => `${item}: ${path}`)
  })
  expect(missing).toEqual([])
})

test('every place it names exists', () => {
  const missing = rows.flatMap(({ item, lives }) =>
    [...lives.matchAll(/`((?:server|contract|web|demo|packages|cli|e2e)\/[^`*]*)[^`]*`/g)]
      .map(([, path]) => path!)
      .filter((path) => !existsSync(join(root, path.replace(/\/[^/]*-$|\/[a-z]+$/, ''))))
      .map((path) => `${item}: ${path}`),
  )
  expect(missing).toEqual([])
})
