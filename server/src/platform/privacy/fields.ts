import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { readCode } from '../codes.ts'
import { deriveKey, type KeyRing, type Suite } from './keys.ts'
import { nameSearch, typedSearch } from './names.ts'
import { idNumberForm, phoneForm } from './normalise.ts'

/** Where a value lives. It is authenticated with the ciphertext: a value copied to another row, column or street does not open. */
export interface Place {
  readonly street: string
  readonly table: string
  readonly column: string
  readonly row: string
}

export type LookupKind = 'phone' | 'idNumber' | 'code' | 'person'

export interface Sealer {
  seal(place: Place, plaintext: string): Buffer
  /** Throws when the value was changed, moved to another place, or sealed with a key that is not on the ring. */
  open(place: Place, sealed: Uint8Array): string
  /** The same for the bytes of a file. */
  sealBytes(place: Place, plain: Uint8Array): Buffer
  openBytes(place: Place, sealed: Uint8Array): Buffer
  /** The same person gives the same hash within a street and unrelated ones in two streets; the value is put in normal form first. */
  lookup(street: string, kind: LookupKind, value: string): Buffer
  /** What to store in `text[]` beside an encrypted name. */
  nameTokens(street: string, name: string): string[]
  /**
   * What a stored name must contain all of (`tokens @> $1`). Empty when nothing searchable was typed; the caller must then
   * answer with nothing, because every row contains the empty set.
   */
  queryTokens(street: string, typed: string): string[]
}

/**
 * Seals personal fields (09, Encryption and search). `intl` is AES-256-GCM with SHA-256; `sm` is SM4-CTR, then HMAC-SM3 over
 * everything, because OpenSSL has no SM4-GCM in the versions offices run. Either suite opens what the other has sealed, so a
 * street can change over and rewrite its rows at leisure; look-ups and name tokens must be rebuilt at once when the suite changes.
 *
 * Sealed: suite (1 byte) ‖ key id (4) ‖ nonce (12 | 16) ‖ tag (16 | 32) ‖ ciphertext.
 */
export function sealer(ring: KeyRing, suite: Suite, random: (size: number) => Buffer = randomBytes): Sealer {
  const derived = derivedKeys(ring)
  const hash = suite === 'sm' ? 'sm3' : 'sha256'
  const searchKey = (purpose: string) => derived.search(purpose, suite)
  const tokens = (street: string, words: readonly string[]) => {
    const key = searchKey(`names/${street}`)
    return words.map((word) => createHmac(hash, key).update(word).digest('hex').slice(0, 12))
  }
  const sealBytes = (place: Place, plain: Uint8Array): Buffer => {
    const nonce = random(suite === 'sm' ? 16 : 12)
    const head = Buffer.concat([Buffer.of(suites[suite]), Buffer.from(ring.current, 'hex'), nonce])
    const box = suite === 'sm' ? sealSm : sealIntl
    return Buffer.concat([head, ...box(derived, ring.current, place, head, nonce, plain)])
  }
  const openBytes = (place: Place, sealed: Uint8Array): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    const id = bytes.toString('hex', 1, 5)
    if (bytes[0] === suites.intl && bytes.length >= 33) return openIntl(derived, id, place, bytes)
    if (bytes[0] === suites.sm && bytes.length >= 53) return openSm(derived, id, place, bytes)
    throw new Error(`not a sealed value in ${where(place)}`)
  }
  return {
    seal: (place, plaintext) => sealBytes(place, Buffer.from(plaintext, 'utf8')),
    open: (place, sealed) => openBytes(place, sealed).toString('utf8'),
    sealBytes,
    openBytes,
    lookup: (street, kind, value) =>
      createHmac(hash, searchKey(`lookup/${kind}/${street}`))
        .update(normalForm[kind](value))
        .digest(),
    // Sorted, so that the order of the tokens does not give back the order of the characters.
    nameTokens: (street, name) => tokens(street, nameSearch(name)).sort(),
    queryTokens: (street, typed) => tokens(street, typedSearch(typed)),
  }
}

const suites = { intl: 1, sm: 2 } as const

const normalForm: Record<LookupKind, (value: string) => string> = {
  phone: phoneForm,
  idNumber: idNumberForm,
  code: (value) => readCode(value) ?? value.trim(),
  person: (value) => value,
}

type Derived = ReturnType<typeof derivedKeys>

/**
 * Deriving costs more than sealing, and there are few streets and purposes: keep what was derived. As key objects, because OpenSSL then has
 * the key already: a seal takes a third of the time, a look-up a fifth.
 */
function derivedKeys(ring: KeyRing) {
  const secrets = new Map(ring.keys.map((key) => [key.id, key.secret]))
  const kept = new Map<string, KeyObject>()
  const keep = (name: string, make: () => Buffer): KeyObject => {
    const found = kept.get(name)
    if (found) return found
    const made = createSecretKey(make())
    kept.set(name, made)
    return made
  }
  return {
    /** A key per street keeps random 96-bit nonces far from their birthday bound of 2^32 values, however large the city. */
    field(id: string, purpose: string, street: string, suite: Suite, bytes = 32): KeyObject {
      const secret = secrets.get(id)
      if (!secret) throw new Error(`the key ${id} is not on the ring`)
      return keep(`${id}/${purpose}/${street}`, () => deriveKey(secret, `${purpose}/${street}`, suite).subarray(0, bytes))
    },
    search: (purpose: string, suite: Suite): KeyObject => keep(`search/${suite}/${purpose}`, () => deriveKey(ring.search, purpose, suite)),
  }
}

function sealIntl(derived: Derived, id: string, place: Place, head: Buffer, nonce: Buffer, plain: Uint8Array): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', derived.field(id, 'field', place.street, 'intl'), nonce)
  cipher.setAAD(bound(head, place))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return [cipher.getAuthTag(), text]
}

function openIntl(derived: Derived, id: string, place: Place, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', derived.field(id, 'field', place.street, 'intl'), bytes.subarray(5, 17), {
    authTagLength: 16,
  })
  decipher.setAAD(bound(bytes.subarray(0, 17), place))
  decipher.setAuthTag(bytes.subarray(17, 33))
  const text = decipher.update(bytes.subarray(33))
  try {
    return Buffer.concat([text, decipher.final()])
  } catch {
    throw unopened(place)
  }
}

function sealSm(derived: Derived, id: string, place: Place, head: Buffer, nonce: Buffer, plain: Uint8Array): Buffer[] {
  const cipher = createCipheriv('sm4-ctr', derived.field(id, 'field-sm4', place.street, 'sm', 16), nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return [smTag(derived, id, place, head, text), text]
}

function openSm(derived: Derived, id: string, place: Place, bytes: Buffer): Buffer {
  const text = bytes.subarray(53)
  if (!timingSafeEqual(bytes.subarray(21, 53), smTag(derived, id, place, bytes.subarray(0, 21), text))) throw unopened(place)
  const decipher = createDecipheriv('sm4-ctr', derived.field(id, 'field-sm4', place.street, 'sm', 16), bytes.subarray(5, 21))
  return Buffer.concat([decipher.update(text), decipher.final()])
}

const smTag = (derived: Derived, id: string, place: Place, head: Buffer, text: Buffer): Buffer =>
  createHmac('sm3', derived.field(id, 'field-sm-mac', place.street, 'sm'))
    .update(bound(head, place))
    .update(text)
    .digest()

/** Lengths go in front, so that no two places read alike ("ab"+"c" against "a"+"bc"), and the head cannot be swapped. */
function bound(head: Buffer, place: Place): Buffer {
  const parts = [head, ...[place.street, place.table, place.column, place.row].map((part) => Buffer.from(part, 'utf8'))]
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
}

const where = (place: Place): string => `${place.table}.${place.column} of ${place.row}`
const unopened = (place: Place): Error =>
  new Error(`a sealed value in ${where(place)} does not open: it was changed, moved, or sealed with another key`)
