import { createHash, createPublicKey, verify } from 'node:crypto'
import jsonld from 'jsonld'
import { loadContext } from './contexts.ts'
import { fromMultibase, toMultibase } from './multibase.ts'

/** What is signed beside the credential: when, with which key, for what. */
export interface ProofOptions {
  readonly type: 'DataIntegrityProof'
  readonly created: string
  readonly verificationMethod: string
  readonly cryptosuite: 'eddsa-rdfc-2022'
  readonly proofPurpose: 'assertionMethod'
}
export interface Proof extends ProofOptions {
  readonly proofValue: string
}

type Document = Readonly<Record<string, unknown>>

/**
 * Signs a credential by the cryptosuite eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites, 3.2).
 * @param sign Ed25519 over the bytes given
 * @returns the credential with its proof, as an array: the schema of Open Badges 3.0 wants one
 */
export async function addProof<Credential extends Document>(
  credential: Credential,
  { created, verificationMethod, sign }: { created: Date; verificationMethod: string; sign: (bytes: Uint8Array) => Uint8Array },
): Promise<Credential & { readonly proof: readonly [Proof] }> {
  const options: ProofOptions = {
    type: 'DataIntegrityProof',
    created: toSeconds(created),
    verificationMethod,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  }
  return { ...credential, proof: [{ ...options, proofValue: toMultibase(sign(await signedBytes(credential, options))) }] }
}

/**
 * Whether a proof fits a credential and this key.
 * @param publicKey raw, 32 bytes; that it is the issuer's is for the caller to know
 */
export async function proofFits(credential: Document, proof: Proof, publicKey: Uint8Array): Promise<boolean> {
  const { proofValue, ...options } = proof
  const signature = fromMultibase(proofValue)
  if (signature?.length !== 64) return false
  const bytes = await signedBytes(credential, options).catch(() => undefined)
  return bytes !== undefined && verify(null, bytes, toPublicKey(publicKey), signature)
}

/** SHA-256 of the proof's options, then of the credential, both canonical (RDFC-1.0). */
export async function signedBytes(credential: Document, options: ProofOptions): Promise<Buffer> {
  const { proof: _, ...unsigned } = credential
  return Buffer.concat([
    sha256(await canonicalText({ '@context': credential['@context'], ...options })),
    sha256(await canonicalText(unsigned)),
  ])
}

/** @throws where the document names a context that is not shipped, or a term that none of them declares */
export const canonicalText = (document: object): Promise<string> =>
  jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader: loadContext, safe: true, base: null })

/** A moment as credentials write it: whole seconds in UTC. */
export const toSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
/** The fixed head of an Ed25519 key in SPKI form (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')
const toPublicKey = (raw: Uint8Array) => createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' })
