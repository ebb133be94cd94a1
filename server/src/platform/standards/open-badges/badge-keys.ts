import { checkPrime, createHmac, createPrivateKey, createPublicKey, sign, type JsonWebKey, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { deriveKey, type KeyRing } from '../../privacy/keys.ts'
import { toMultikey } from './multibase.ts'

/** What one street signs its certificates with. */
export interface BadgeKeys {
  /** Raw Ed25519 key, and the same as a Multikey. */
  readonly publicKey: Buffer
  readonly multikey: string
  sign(bytes: Uint8Array): Uint8Array
  /** Worked out when first asked for: a few hundred milliseconds beside the event loop. */
  rsa(): Promise<RsaKey>
}
export interface RsaKey {
  readonly key: KeyObject
  readonly publicKey: KeyObject
  /** The public half, as readers of VC-JWT fetch it. */
  readonly jwk: JsonWebKey
}

/**
 * The keys of a street's certificates. Both are derived from the oldest key on the ring, like the journal's: nothing of them is in the
 * database, `ronghe keys export` covers them as it is, `restore` refuses without them, and certificates given out years ago stay verifiable
 * when the ring rotates.
 */
export function badgeKeys(ring: KeyRing): (streetId: string) => BadgeKeys {
  const made = new Map<string, BadgeKeys>()
  return (streetId) => {
    const keys = made.get(streetId) ?? makeKeys(ring.keys[0]!.secret, streetId)
    made.set(streetId, keys)
    return keys
  }
}

function makeKeys(secret: Buffer, streetId: string): BadgeKeys {
  const seed = deriveKey(secret, `badges/ed25519/${streetId}`, 'intl')
  const ed25519 = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(ed25519).export({ format: 'der', type: 'spki' }).subarray(-32)
  let rsa: Promise<RsaKey> | undefined
  return {
    publicKey,
    multikey: toMultikey(publicKey),
    sign: (bytes) => sign(null, bytes, ed25519),
    rsa: () => (rsa ??= makeRsa(deriveKey(secret, `badges/rs256/${streetId}`, 'intl'))),
  }
}

async function makeRsa(seed: Buffer): Promise<RsaKey> {
  const key = await deriveRsa(seed)
  const publicKey = createPublicKey(key)
  return { key, publicKey, jwk: { ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' } }
}

/** PKCS #8 wraps a raw Ed25519 seed in these 16 bytes (RFC 8410, 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

const exponent = 65_537n
const primeBits = 1024
/** Seven of eight candidates fall to these, before the slow test. */
const smallPrimes = [3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43]
const smallProduct = smallPrimes.reduce((product, prime) => product * prime)
const isPrime = promisify(checkPrime) as (candidate: bigint) => Promise<boolean>

/**
 * A 2048-bit RSA key that is the same for the same seed: candidates come from HMAC-SHA256 in counter mode and are taken by the rules of
 * FIPS 186-5, A.1.3 (both primes with their two top bits set, apart from each other, p − 1 prime to the exponent, a long private exponent).
 */
async function deriveRsa(seed: Buffer): Promise<KeyObject> {
  const next = stream(seed)
  for (;;) {
    const p = await nextPrime(next)
    const q = await nextPrime(next)
    const apart = p > q ? p - q : q - p
    const d = inverse(exponent, ((p - 1n) * (q - 1n)) / gcd(p - 1n, q - 1n))
    if (apart >> BigInt(primeBits - 100) === 0n || d >> BigInt(primeBits) === 0n) continue
    const jwk = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
    return createPrivateKey({
      format: 'jwk',
      key: { kty: 'RSA', ...Object.fromEntries(Object.entries(jwk).map(([name, value]) => [name, base64url(value)])) },
    })
  }
}

async function nextPrime(next: (bytes: number) => Buffer): Promise<bigint> {
  for (;;) {
    const bytes = next(primeBits / 8)
    bytes[0]! |= 0xc0
    bytes[bytes.length - 1]! |= 1
    const candidate = BigInt(`0x${bytes.toString('hex')}`)
    const remainder = Number(candidate % BigInt(smallProduct))
    if (smallPrimes.some((prime) => remainder % prime === 0)) continue
    if ((candidate - 1n) % exponent !== 0n && (await isPrime(candidate))) return candidate
  }
}

function stream(seed: Buffer): (bytes: number) => Buffer {
  let counter = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => createHmac('sha256', seed).update(String(counter++)).digest())
    return Buffer.concat(blocks).subarray(0, length)
  }
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, next, s, following] = [modulus, value % modulus, 0n, 1n]
  while (next !== 0n) {
    const times = r / next
    ;[r, next] = [next, r - times * next]
    ;[s, following] = [following, s - times * following]
  }
  if (r !== 1n) throw new RangeError('no inverse')
  return ((s % modulus) + modulus) % modulus
}

function base64url(value: bigint): string {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex').toString('base64url')
}
