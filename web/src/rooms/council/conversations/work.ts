import { sha256 } from '@ronghe/ledger'

/** A ticket of the server's and the statement it is used for. */
export interface Sum {
  readonly ticket: string
  readonly statementId: string
  readonly bits: number
}

/**
 * Looks for a number that makes SHA-256 of `ticket.statementId.number` begin with so many zero bits.
 * @returns undefined where none is found within `tries`; the next helping begins at `from + tries`
 */
export function tryNonces({ ticket, statementId, bits }: Sum, from: number, tries: number): string | undefined {
  const encoder = new TextEncoder()
  for (let nonce = from; nonce < from + tries; nonce++)
    if (zeroBits(sha256(encoder.encode(`${ticket}.${statementId}.${nonce}`))) >= bits) return String(nonce)
  return undefined
}

function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first === -1 ? hash.length * 8 : first * 8 + Math.clz32(hash[first]!) - 24
}
