const signs = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Bytes in base58btc with the multibase prefix `z`, as proofs and keys are written in credentials. */
export function toMultibase(bytes: Uint8Array): string {
  let value = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; value > 0n; value /= 58n) text = signs[Number(value % 58n)] + text
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`
}

/** The bytes again; undefined where the text is no base58btc. */
export function fromMultibase(text: string): Buffer | undefined {
  // Longer than any key or signature: the work grows with the square of the length.
  if (!/^z[1-9A-HJ-NP-Za-km-z]{0,200}$/.test(text)) return undefined
  const zeros = /^1*/.exec(text.slice(1))![0].length
  let value = 0n
  for (const sign of text.slice(1 + zeros)) value = value * 58n + BigInt(signs.indexOf(sign))
  const hex = value === 0n ? '' : value.toString(16)
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')])
}

/** The multicodec prefix of an Ed25519 public key. */
const ed25519 = Buffer.from([0xed, 0x01])

/** A raw Ed25519 public key as a Multikey (`z6Mk…`). */
export const toMultikey = (publicKey: Uint8Array): string => toMultibase(Buffer.concat([ed25519, publicKey]))

/** The raw key of a Multikey; undefined where it is none of Ed25519. */
export function fromMultikey(text: string): Buffer | undefined {
  const bytes = fromMultibase(text)
  return bytes?.length === 34 && bytes.subarray(0, 2).equals(ed25519) ? bytes.subarray(2) : undefined
}
