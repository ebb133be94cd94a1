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

/** SHA-256(salt ‖ value), hex */
export function hashValue(salt: Uint8Array, value: string): string {
  return sha256(salt, value)
}

/** All complete subtrees over hex leaf hashes: row 0 are the leaves, row 1 their pairs, and so on. */
export function subtrees(leaves: readonly string[]): string[][] {
  const rows = [[...leaves]]
  for (let row = rows[0]!; row.length > 1; rows.push(row)) {
    const below = row
    row = Array.from({ length: Math.floor(below.length / 2) }, (_, i) => hashPair(below[2 * i]!, below[2 * i + 1]!))
  }
  return rows
}

/** MTH of the first `size` leaves, RFC 9162, 2.1.1, recursive as it stands there; complete halves are looked up. */
export function rootOver(rows: readonly (readonly string[])[], size: number, from = 0): string {
  if (size === 0) return sha256()
  const level = Math.log2(size)
  if (Number.isInteger(level)) return rows[level]![from / size]!
  const left = 2 ** Math.floor(level)
  return hashPair(rootOver(rows, left, from), rootOver(rows, size - left, from + left))
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

function hashPair(left: string, right: string): string {
  return sha256(Buffer.from(`01${left}${right}`, 'hex'))
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
