import { sha256 } from '@noble/hashes/sha2.js'

const encoder = new TextEncoder()

export const sha256Of = (text: string | Uint8Array): Uint8Array => sha256(typeof text === 'string' ? encoder.encode(text) : text)

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const sha256Hex = (text: string | Uint8Array): string => hexOf(sha256Of(text))

/** The hash as a number, most significant byte first. */
export const sha256Number = (text: string): bigint => BigInt(`0x${sha256Hex(text)}`)

/** Base 64 without padding, as election fingerprints and ballot trackers are written. */
export function sha256Base64(text: string): string {
  return btoa(String.fromCharCode(...sha256Of(text))).replaceAll('=', '')
}

/** The hash of a proof: numbers in base 10, reduced to an exponent of the group. */
export const challengeOf = (prefix: string, numbers: readonly bigint[], q: bigint): bigint => sha256Number(prefix + numbers.join(',')) % q
