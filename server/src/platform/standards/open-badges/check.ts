import type { KeyObject } from 'node:crypto'
import * as z from 'zod/mini'
import { contexts } from './contexts.ts'
import { readJwt } from './jwt.ts'
import { proofFits, type Proof } from './proof.ts'

/** What can be wrong with a credential, in the order it is looked at. */
export type Fault =
  | 'not-a-credential'
  | 'context'
  | 'type'
  | 'issuer'
  | 'subject'
  | 'evidence'
  | 'no-signature'
  | 'unknown-key'
  | 'signature'
  | 'not-yet'
  | 'expired'

export interface Checked {
  readonly faults: readonly Fault[]
  /** What it says, once it can be read at all; to be believed only where there is no fault. */
  readonly says?: {
    readonly id: string
    readonly name: string
    readonly issuer: string
    readonly issuerName: string | null
    readonly holders: readonly HashedHolder[]
  }
}
export interface HashedHolder {
  readonly identityHash: string
  readonly salt: string
}

export interface KnownKeys {
  /** The raw Ed25519 key behind a verification method of this issuer. */
  proofKey(verificationMethod: string, issuer: string): Uint8Array | undefined
  jwtKey(kid: string): KeyObject | undefined
}

const many = <Type extends z.ZodMiniType>(type: Type) => z.array(type)
const Shape = z.looseObject({
  '@context': many(z.unknown()),
  id: z.string(),
  type: many(z.string()),
  issuer: z.looseObject({ id: z.string(), type: many(z.string()), name: z.optional(z.string()) }),
  validFrom: z.string(),
  validUntil: z.optional(z.string()),
  credentialSubject: z.looseObject({
    type: many(z.string()),
    achievement: z.looseObject({
      id: z.string(),
      type: many(z.string()),
      name: z.string(),
      description: z.string(),
      criteria: z.looseObject({}),
    }),
    identifier: z.optional(many(z.looseObject({ identityHash: z.string(), salt: z.optional(z.string()), hashed: z.boolean() }))),
  }),
  evidence: z.optional(many(z.looseObject({ type: many(z.string()) }))),
})
const ProofShape = z.object({
  type: z.literal('DataIntegrityProof'),
  created: z.string(),
  verificationMethod: z.string(),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string(),
})

/** Checks the text of a file: a credential with an embedded proof, or a VC-JWT. Nothing is fetched. */
export async function checkCredential(text: string, keys: KnownKeys, now: Date): Promise<Checked> {
  const jwt = /^\s*([\w-]+\.[\w-]+\.[\w-]+)\s*$/.exec(text)?.[1]
  if (jwt) {
    const claims = await readJwt(jwt, keys.jwtKey)
    return claims ? lookAt(claims, now, async () => (sameAsClaims(claims) ? [] : ['signature'])) : { faults: ['signature'] }
  }
  const document = parsed(text)
  if (!document) return { faults: ['not-a-credential'] }
  return lookAt(document, now, (issuer) => checkProof(document, issuer, keys))
}

type Document = Readonly<Record<string, unknown>>

async function lookAt(document: Document, now: Date, checkSignature: (issuer: string) => Promise<readonly Fault[]>): Promise<Checked> {
  const faults: Fault[] = []
  const [given, types] = [listed(document['@context']), listed(document['type'])]
  if (!contexts.every((context, index) => given[index] === context)) faults.push('context')
  if (!types.includes('VerifiableCredential') || !(types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')))
    faults.push('type')
  const read = Shape.safeParse(document)
  if (!read.success) return { faults: [...new Set([...faults, ...read.error.issues.map(({ path }) => faultAt(path[0]))])] }
  const { issuer, credentialSubject: subject, evidence = [], validFrom, validUntil } = read.data
  if (!issuer.type.includes('Profile')) faults.push('issuer')
  if (!subject.type.includes('AchievementSubject') || !subject.achievement.type.includes('Achievement')) faults.push('subject')
  if (evidence.some((one) => !one.type.includes('Evidence'))) faults.push('evidence')
  faults.push(...(await checkSignature(issuer.id)))
  // A date that cannot be read compares as neither before nor after: it is no date from which something is valid.
  if (!(Date.parse(validFrom) <= now.getTime())) faults.push('not-yet')
  if (validUntil !== undefined && !(Date.parse(validUntil) > now.getTime())) faults.push('expired')
  const holders = (subject.identifier ?? []).flatMap(({ hashed, identityHash, salt }) =>
    hashed ? [{ identityHash, salt: salt ?? '' }] : [],
  )
  return {
    faults,
    says: { id: read.data.id, name: subject.achievement.name, issuer: issuer.id, issuerName: issuer.name ?? null, holders },
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** One good proof is enough: a credential may be signed anew beside an older signature. */
async function checkProof(document: Document, issuer: string, keys: KnownKeys): Promise<readonly Fault[]> {
  const proofs = [document['proof']].flat().flatMap((proof): Proof[] => {
    const read = ProofShape.safeParse(proof)
    return read.success ? [read.data] : []
  })
  if (proofs.length === 0) return ['no-signature']
  const known = proofs.flatMap((proof) => {
    const key = keys.proofKey(proof.verificationMethod, issuer)
    return key ? [{ proof, key }] : []
  })
  if (known.length === 0) return ['unknown-key']
  for (const { proof, key } of known.slice(0, 4)) if (await proofFits(document, proof, key)) return []
  return ['signature']
}

/** The names of a JWT repeat what the credential says; where they differ, somebody signed two things at once. */
const sameAsClaims = (claims: Document): boolean =>
  claims['jti'] === claims['id'] && claims['iss'] === (claims['issuer'] as { id?: unknown } | undefined)?.id

function parsed(text: string): Document | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Document) : undefined
  } catch {
    return undefined
  }
}

function faultAt(field: PropertyKey | undefined): Fault {
  if (field === '@context') return 'context'
  if (field === 'type' || field === 'issuer' || field === 'evidence') return field
  return field === 'credentialSubject' ? 'subject' : 'not-a-credential'
}
