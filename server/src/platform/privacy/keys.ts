import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OperatorError } from '../../operator-error.ts'

/** One master secret. Nothing is ever encrypted with it directly: every purpose derives its own key from it (`deriveKey`). */
export interface Key {
  /** Eight hex digits; stands in front of every ciphertext, so that old rows stay readable after a rotation. */
  readonly id: string
  readonly secret: Buffer
  readonly createdAt: string
}

/**
 * The keys of one side of the house. `search` keeps still when the others rotate: a look-up hash cannot be recomputed without
 * the plain value, so changing it would mean reading and re-indexing every person.
 */
export interface KeyRing {
  readonly current: string
  readonly keys: readonly Key[]
  readonly search: Buffer
}

/** The branch room has its own ring (09, Branch isolation): whoever holds the shared one still reads nothing of the branch. */
export interface Keys {
  readonly shared: KeyRing
  readonly branch: KeyRing
}

/** Where the keys live: `RONGHE_DATA/keys`, or the file named by `RONGHE_KEY_FILE`. Never in the database and never in a backup. */
export interface KeyPlace {
  readonly data: string
  readonly keyFile?: string | undefined
}

type RandomBytes = (size: number) => Buffer
export type Suite = 'intl' | 'sm'

export const keyPath = (place: KeyPlace): string => place.keyFile || join(place.data, 'keys')

export function createKeys(now: Date, random: RandomBytes = randomBytes): Keys {
  return { shared: createRing(now, random), branch: createRing(now, random) }
}

/** The keys of this installation, or undefined when there are none yet. A file that others may read or that makes no sense is refused. */
export function findKeys(place: KeyPlace): Keys | undefined {
  const path = keyPath(place)
  if (!existsSync(path)) {
    // A named file that is missing is a mistake, never a first start: new keys would leave the data unreadable.
    if (place.keyFile)
      throw new OperatorError(`RONGHE_KEY_FILE names ${path}, and there is no such file. Put the key file there, or unset RONGHE_KEY_FILE.`)
    return undefined
  }
  refuseOpenDoors(path, place.keyFile ? 0o022 : 0o077)
  return readKeys(readFileSync(path, 'utf8'), path)
}

/**
 * Loads the keys; with `create`, which only a first start on an empty database may set, makes them where there are none.
 * Without it a missing file is refused, because starting with fresh keys would hide that the data can no longer be read.
 */
export function loadKeys(place: KeyPlace, options: { readonly now: Date; readonly create: boolean; readonly random?: RandomBytes }): Keys {
  const found = findKeys(place)
  if (found) return found
  if (!options.create)
    throw new OperatorError(
      `The keys are missing: ${keyPath(place)}. Without them the personal data in the database cannot be read. Put the key file back, or name it in RONGHE_KEY_FILE.`,
    )
  const made = createKeys(options.now, options.random)
  saveKeys(place, made)
  return made
}

/** Adds a new current key to both rings. Old keys stay: rows sealed with them are opened with them until they are written again. */
export function rotateKeys(keys: Keys, now: Date, random: RandomBytes = randomBytes): Keys {
  const turn = (ring: KeyRing): KeyRing => {
    const key = createKey(now, random)
    return { ...ring, current: key.id, keys: [...ring.keys, key] }
  }
  return { shared: turn(keys.shared), branch: turn(keys.branch) }
}

/** Writes whole or not at all: a half-written key file would lose everything that is encrypted. */
export function saveKeys(place: KeyPlace, keys: Keys): void {
  const path = keyPath(place)
  mkdirSync(dirname(path), { recursive: true })
  const half = `${path}.new`
  const file = openSync(half, 'w', 0o600)
  try {
    writeSync(file, exportKeys(keys))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  chmodSync(half, 0o600) // a leftover from an earlier crash may have had another mode
  renameSync(half, path)
}

/** The text of the key file, for `ronghe keys export` and for a safe. */
export function exportKeys(keys: Keys): string {
  return `${JSON.stringify({ version: 1, rings: { shared: ringText(keys.shared), branch: ringText(keys.branch) } }, null, 2)}\n`
}

export function readKeys(text: string, from = 'the key file'): Keys {
  const broken = new OperatorError(`${from} is not a Ronghe key file, or it is damaged.`)
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw broken
  }
  const file = parsed as { version?: unknown; rings?: { shared?: RingText; branch?: RingText } } | null
  if (file?.version !== 1 || !file.rings?.shared || !file.rings.branch) throw broken
  try {
    return { shared: toRing(file.rings.shared), branch: toRing(file.rings.branch) }
  } catch {
    throw broken
  }
}

/**
 * One line per secret, saying which it is without giving it away. A backup's manifest carries them; restore asks `missingKeys`
 * and refuses at once when one it needs is not here. Rotation only adds lines, so older backups stay restorable.
 */
export function fingerprints(keys: Keys): string[] {
  const lines = (name: string, ring: KeyRing) => [
    ...ring.keys.map((key) => `${name}:${key.id}:${fingerprint(key.secret)}`),
    `${name}:search:${fingerprint(ring.search)}`,
  ]
  return [...lines('shared', keys.shared), ...lines('branch', keys.branch)]
}

export function missingKeys(keys: Keys, wanted: readonly string[]): string[] {
  const held = new Set(fingerprints(keys))
  return wanted.filter((line) => !held.has(line))
}

/** A 32-byte key for one purpose (HKDF, RFC 5869); the `sm` suite derives with SM3, so that it leans on national algorithms alone. */
export function deriveKey(secret: Buffer, purpose: string, suite: Suite): Buffer {
  return Buffer.from(hkdfSync(suite === 'sm' ? 'sm3' : 'sha256', secret, '', `ronghe/1/${purpose}`, 32))
}

interface RingText {
  readonly current: string
  readonly search: string
  readonly keys: readonly { readonly id: string; readonly createdAt: string; readonly secret: string }[]
}

const fingerprint = (secret: Buffer): string =>
  createHash('sha256').update('ronghe/fingerprint\0').update(secret).digest('hex').slice(0, 16)

const createKey = (now: Date, random: RandomBytes): Key => ({
  id: random(4).toString('hex'),
  secret: random(32),
  createdAt: now.toISOString(),
})

function createRing(now: Date, random: RandomBytes): KeyRing {
  const key = createKey(now, random)
  return { current: key.id, keys: [key], search: random(32) }
}

const ringText = (ring: KeyRing): RingText => ({
  current: ring.current,
  search: ring.search.toString('base64'),
  keys: ring.keys.map((key) => ({ id: key.id, createdAt: key.createdAt, secret: key.secret.toString('base64') })),
})

function toRing(text: RingText): KeyRing {
  const keys = text.keys.map((key) => ({ id: key.id, createdAt: key.createdAt, secret: secretOf(key.secret) }))
  const ids = new Set(keys.map((key) => key.id))
  if (ids.size !== keys.length || !ids.has(text.current) || !keys.every((key) => /^[0-9a-f]{8}$/.test(key.id))) throw new Error('ids')
  return { current: text.current, keys, search: secretOf(text.search) }
}

function secretOf(text: string): Buffer {
  const secret = Buffer.from(text, 'base64')
  if (secret.length !== 32) throw new Error('length')
  return secret
}

function refuseOpenDoors(path: string, mask: number): void {
  if (process.platform === 'win32') return // modes mean nothing there
  const mode = statSync(path).mode & 0o777
  if (mode & mask) throw new OperatorError(`The key file ${path} is open to others (mode ${mode.toString(8)}). Close it: chmod 600 ${path}`)
}
