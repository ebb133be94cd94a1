// RFC 9162, 2.1.1: leaves and inner nodes are hashed under different prefixes, so that nobody can pass off
// an inner node as a leaf.
import { sha256 as plainSha256 } from './sha256.ts'

/** Any synchronous SHA-256. All functions here default to the plain one; pass node:crypto's where speed matters. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** SHA-256(0x00 ‖ data) */
export function leafHash(data: Uint8Array, sha256: Sha256 = plainSha256): Uint8Array {
  const prefixed = new Uint8Array(data.length + 1)
  prefixed.set(data, 1)
  return sha256(prefixed)
}

/** SHA-256(0x01 ‖ left ‖ right), both 32 bytes */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256 = plainSha256): Uint8Array {
  const joined = new Uint8Array(65)
  joined[0] = 1
  joined.set(left, 1)
  joined.set(right, 33)
  return sha256(joined)
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(sha256: Sha256 = plainSha256): Uint8Array {
  return sha256(new Uint8Array())
}

/** Whether `value` can be a hash at all; what comes from outside is asked this before it is used. */
export function isHash(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === 32
}

export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i])
}
