// The journal's hashes once more, written from 09 ("Journal"), RFC 8785 and RFC 9162 alone. The verifier must not share code with the
// writer: a defect there would otherwise prove itself right.
import { createHash, createPublicKey, verify } from 'node:crypto'

export interface LeafFields {
  readonly id: string
  readonly street: string
  readonly kind: string
  /** ISO 8601, UTC, milliseconds */
  readonly at: string
  readonly commitments: Readonly<Record<string, string>>
}

/** SHA-256(0x00 ‖ canonical{id, street, kind, at, commitments}), hex */
export function hashLeaf({ id, street, kind, at, commitments }: LeafFields): string {
  const q = JSON.stringify
  return sha256('\0', `{"at":${q(at)},"commitments":${inOrder(commitments)},"id":${q(id)},"kind":${q(kind)},"street":${q(street)}}`)
}

/** The branch's leaves keep the day and nothing finer: SHA-256(0x00 ‖ canonical{commitments, day, id, kind, street}), hex */
export function hashBranchLeaf({ id, street, kind, day, commitments }: Omit<LeafFields, 'at'> & { readonly day: string }): string {
  const q = JSON.stringify
  return sha256('\0', `{"commitments":${inOrder(commitments)},"day":${q(day)},"id":${q(id)},"kind":${q(kind)},"street":${q(street)}}`)
}

/** SHA-256 over parts laid side by side, hex */
export const sha256Of = (...parts: readonly (string | Uint8Array)[]): string => sha256(...parts)

/** SHA-256(salt ‖ value), hex */
export function hashValue(salt: Uint8Array, value: string): string {
  return sha256(salt, value)
}

/** All complete subtrees over leaf hashes laid side by side, 32 bytes each: level 0 are the leaves, level 1 their pairs, and so on. */
export function subtrees(leaves: Buffer): Buffer[] {
  const levels = [leaves]
  for (let below = leaves; below.length > 32;) {
    const level = Buffer.alloc(Math.floor(below.length / 64) * 32)
    for (let start = 0; start < level.length; start += 32) hashPair(below.subarray(start * 2, start * 2 + 64)).copy(level, start)
    levels.push(level)
    below = level
  }
  return levels
}

/** MTH of the first `size` leaves, RFC 9162, 2.1.1, recursive as it stands there, hex; complete halves are looked up. */
export function rootOver(levels: readonly Buffer[], size: number): string {
  return (size === 0 ? createHash('sha256').digest() : mth(levels, size, 0)).toString('hex')
}

function mth(levels: readonly Buffer[], size: number, from: number): Buffer {
  const level = Math.floor(Math.log2(size))
  const left = 2 ** level
  if (left === size) return levels[level]!.subarray((from / size) * 32, (from / size) * 32 + 32)
  return hashPair(Buffer.concat([mth(levels, left, from), mth(levels, size - left, from + left)]))
}

/** Ed25519 over canonical{at, origin, root, size}, with a raw 32-byte key. */
export function isSigned(
  head: { origin: string; size: number; root: string; at: string },
  signature: Uint8Array,
  key: Uint8Array,
): boolean {
  const { at, origin, root, size } = head
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key])
  const message = `{"at":${JSON.stringify(at)},"origin":${JSON.stringify(origin)},"root":${JSON.stringify(root)},"size":${size}}`
  return verify(null, Buffer.from(message), createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)
}

function hashPair(both: Buffer): Buffer {
  return createHash('sha256').update('\x01').update(both).digest()
}

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** An object of strings as canonical JSON: names by UTF-16 code units. */
function inOrder(object: Readonly<Record<string, string>>): string {
  const members = Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
}
