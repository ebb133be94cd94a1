import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { deriveKey, type KeyRing } from '../privacy/keys.ts'

/** Signs what a street's journal promises: its heads, and that a deed will be in it. */
export interface Signer {
  sign(message: Uint8Array): Uint8Array
  /** 32 bytes; given to the street with its first head, the app cannot change it afterwards. */
  readonly publicKey: Buffer
}

/**
 * The Ed25519 signer of one street's journal. It comes from the oldest key on the ring and so stays when keys rotate:
 * heads signed years ago must still verify with the one public key that the street has given out.
 */
export function journalSigner(ring: KeyRing, streetId: string): Signer {
  const seed = deriveKey(ring.keys[0]!.secret, `journal/${streetId}`, 'intl')
  // PKCS #8 wraps a raw Ed25519 seed in these 16 bytes (RFC 8410, 7); a public key is the last 32 bytes of its SPKI form.
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { publicKey, sign: (message) => sign(null, message, privateKey) }
}

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
