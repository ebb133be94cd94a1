// A signed tree head: "at this moment my log had this many leaves and this root". Whoever keeps one can later hold
// the log's owner to it. The key stays with the caller: signing and checking are handed in as functions.
import { canonical } from './canonical.ts'

export interface Head {
  /** whose log this is; one key may sign several */
  readonly origin: string
  readonly size: number
  /** lower-case hex */
  readonly root: string
  /** ISO 8601 in UTC */
  readonly at: string
}

export interface SignedHead extends Head {
  /** Ed25519 over `headBytes`, base64 */
  readonly signature: string
}

/** What is signed: the canonical JSON of exactly these four members, in UTF-8. */
export function headBytes({ origin, size, root, at }: Head): Uint8Array {
  return new TextEncoder().encode(canonical({ origin, size, root, at }))
}

export function signHead(head: Head, sign: (message: Uint8Array) => Uint8Array): SignedHead {
  const { origin, size, root, at } = head
  return { origin, size, root, at, signature: btoa(String.fromCharCode(...sign(headBytes(head)))) }
}

/** Whether `verify`, bound to the log's public key, accepts the head; false for anything malformed. */
export function verifyHead(head: SignedHead, verify: (message: Uint8Array, signature: Uint8Array) => boolean): boolean {
  if (!isSignedHead(head)) return false
  const signature = decoded(head.signature)
  return signature !== undefined && signature.length === 64 && verify(headBytes(head), signature)
}

/** Whether a value from outside has the shape of a signed head. */
export function isSignedHead(value: unknown): value is SignedHead {
  const { origin, size, root, at, signature } = Object(value) as Record<keyof SignedHead, unknown>
  return (
    typeof origin === 'string' &&
    origin.isWellFormed() &&
    Number.isSafeInteger(size) &&
    (size as number) >= 0 &&
    typeof root === 'string' &&
    /^[0-9a-f]{64}$/.test(root) &&
    typeof at === 'string' &&
    at.isWellFormed() &&
    typeof signature === 'string'
  )
}

function decoded(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
