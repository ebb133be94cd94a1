import type { KeyObject } from 'node:crypto'
import { compactVerify, CompactSign, type CompactVerifyResult } from 'jose'
import type { Credential } from './credential.ts'

/**
 * The same credential as a VC-JWT: RS256, because that is what every reader of Open Badges 3.0 must take. The key is named by an address
 * that gives it (`kid`), never carried along: a key in the header would let anybody sign with one of their own.
 */
export async function toJwt(credential: Credential, { kid, key }: { readonly kid: string; readonly key: KeyObject }): Promise<string> {
  const claims = {
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: Date.parse(credential.validFrom) / 1000,
  }
  return new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key)
}

/** The claims of a VC-JWT whose signature fits the key that `keyOf` knows under its `kid`; undefined otherwise. */
export async function readJwt(
  jwt: string,
  keyOf: (kid: string) => KeyObject | undefined,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const read = await compactVerify(
    jwt,
    ({ kid, alg }) => {
      const key = alg === 'RS256' && kid ? keyOf(kid) : undefined
      if (!key) throw new RangeError('no key of ours')
      return key
    },
    { algorithms: ['RS256'] },
  ).catch((): CompactVerifyResult | undefined => undefined)
  if (!read) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(read.payload).toString('utf8'))
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
