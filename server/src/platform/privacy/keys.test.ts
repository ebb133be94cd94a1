import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  createKeys,
  deriveKey,
  exportKeys,
  findKeys,
  fingerprints,
  keyPath,
  loadKeys,
  missingKeys,
  readKeys,
  rotateKeys,
  saveKeys,
} from './keys.ts'

const now = new Date('2026-11-23T02:00:00Z')
const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'ronghe-keys-'))
  folders.push(made)
  return made
}
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true })))

describe('the key file', () => {
  test('a first start makes it, readable by its owner only, and the next start finds the same keys', () => {
    const place = { data: join(folder(), 'new') }
    expect(findKeys(place)).toBeUndefined()
    const made = loadKeys(place, { now, create: true })
    expect(statSync(keyPath(place)).mode & 0o777).toBe(0o600)
    expect(loadKeys(place, { now, create: false })).toEqual(made)
  })

  test('once there is data, missing keys are refused instead of replaced', () => {
    expect(() => loadKeys({ data: folder() }, { now, create: false })).toThrow(/keys are missing/)
  })

  test('a named key file that is not there is refused even at a first start', () => {
    expect(() => loadKeys({ data: folder(), keyFile: '/nowhere/keys' }, { now, create: true })).toThrow(/RONGHE_KEY_FILE/)
  })

  test('a key file that others can read is refused, with the command that closes it', () => {
    const place = { data: folder() }
    saveKeys(place, createKeys(now))
    chmodSync(keyPath(place), 0o644)
    expect(() => findKeys(place)).toThrow(/chmod 600/)
  })

  test('a damaged file is refused and its text does not get into the message', () => {
    const text = exportKeys(createKeys(now))
    const secret = JSON.parse(text).rings.shared.search as string
    const wrong = [
      '',
      'null',
      '{}',
      text.slice(0, -20),
      text.replace(secret, secret.slice(4)),
      text.replaceAll(/"current": "\w+"/g, '"current": "00000000"'),
    ]
    for (const damaged of wrong) {
      expect(() => readKeys(damaged)).toThrow(/not a Ronghe key file/)
      expect(() => readKeys(damaged)).not.toThrow(secret.slice(4, 20))
    }
  })

  test('what is exported can be put in another place and used there', () => {
    const here = { data: folder() }
    const keys = loadKeys(here, { now, create: true })
    const there = join(folder(), 'carried')
    writeFileSync(there, readFileSync(keyPath(here)), { mode: 0o600 })
    expect(findKeys({ data: '/elsewhere', keyFile: there })).toEqual(keys)
  })
})

describe('rotation and fingerprints', () => {
  test('rotating adds a current key, keeps the old ones and leaves the search key alone', () => {
    const old = createKeys(now)
    const turned = rotateKeys(old, now)
    expect(turned.shared.keys).toHaveLength(2)
    expect(turned.shared.keys[0]).toEqual(old.shared.keys[0])
    expect(turned.shared.current).not.toBe(old.shared.current)
    expect(turned.shared.search).toEqual(old.shared.search)
    expect(turned.branch.current).not.toBe(turned.shared.current)
  })

  test('a backup made before a rotation is still covered; one from another installation is named key by key', () => {
    const old = createKeys(now)
    expect(missingKeys(rotateKeys(old, now), fingerprints(old))).toEqual([])
    expect(missingKeys(createKeys(now), fingerprints(old))).toEqual(fingerprints(old))
  })

  test('fingerprints give no secret away', () => {
    const keys = createKeys(now)
    const said = fingerprints(keys).join('\n')
    for (const secret of [keys.shared.search, keys.shared.keys[0]!.secret]) {
      expect(said).not.toContain(secret.toString('hex').slice(0, 12))
      expect(said).not.toContain(secret.toString('base64').slice(0, 12))
    }
  })

  test('each purpose and each suite has a key of its own; both as Python computes them', () => {
    const secret = Buffer.alloc(32, 7)
    const made = [deriveKey(secret, 'field/s', 'intl'), deriveKey(secret, 'field/t', 'intl'), deriveKey(secret, 'field/s', 'sm')].map(
      (key) => key.toString('hex'),
    )
    expect(new Set(made).size).toBe(3)
    expect(made).toEqual([
      'f511bffa11f81997b27cf492e340b87654fd3816f9ab28ccf003f861923cb577',
      '75b276694519770fb9082913daac9c1946d5aceaaa9c0590f0072cba4af1eb31',
      '0e77b133b25644aeff5e316adcef39f3618f8c077a634c25931d46a7666b2cc9',
    ])
  })
})
