import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'ledger-bin-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a log of heads over edited, deleted or reordered leaves is found out', () => {
  const leaves = ['{"leaf":1}', '{"leaf":2}', '{"leaf":3}']
  save('log', leaves)
  ledger('key', at('key.pem'))
  const head = ledger('head', at('log'), '--sign', at('key.pem'), '--origin', 'o', '--at', '2026-03-01T00:00:00Z').stdout.trim()
  expect(verdict([...leaves, head])).toBe(0)
  expect(verdict([...leaves, head, '{"leaf":4}'])).toBe(0)
  expect(verdict(['{"leaf":1}', '{"leaf":2}', '{"leaf":4}', head])).toBe(1)
  expect(verdict(['{"leaf":1}', '{"leaf":3}', head])).toBe(1)
  expect(verdict(['{"leaf":2}', '{"leaf":1}', '{"leaf":3}', head])).toBe(1)
  expect(verdict([...leaves, '{"leaf":4}', head])).toBe(1)
})

test('a key is never overwritten', () => {
  save('precious.pem', ['precious'])
  expect(ledger('key', at('precious.pem')).status).toBe(1)
})

test('a file that is no log is refused with the line', () => {
  save('letter', ['{"leaf":1}', 'Dear Sir'])
  const { status, stderr } = ledger('verify', at('letter'))
  expect(status).toBe(1)
  expect(stderr.trim()).toBe('line 2 is not JSON')
})

test('wrong usage ends with 2 and says what is right', () => {
  for (const args of [
    [],
    ['verify'],
    ['sing', at('log')],
    ['prove', at('log')],
    ['prove', at('log'), 'x'],
    ['verify', at('log'), '--loud'],
  ]) {
    const { status, stderr } = ledger(...args)
    expect(status).toBe(2)
    expect(stderr).toContain('ledger verify FILE')
  }
})

function verdict(lines: readonly string[]): number | null {
  save('log', lines)
  return ledger('verify', at('log')).status
}

function ledger(...args: readonly string[]) {
  const bin = path.resolve(import.meta.dirname, '..', 'bin', 'ledger.js')
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' })
}

function save(name: string, lines: readonly string[]): void {
  writeFileSync(at(name), `${lines.join('\n')}\n`)
}

function at(name: string): string {
  return path.join(folder, name)
}
