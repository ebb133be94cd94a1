import { existsSync, readFileSync } from 'node:fs'
import { createHash, createPrivateKey, randomBytes, sign, type KeyObject } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { Ajv2019 } from 'ajv/dist/2019.js'
import fc from 'fast-check'
import { jwtVerify } from 'jose'
import jsigs from 'jsonld-signatures'
import { describe, expect, test } from 'vitest'
import { createKeys } from '../../privacy/keys.ts'
import { badgeKeys } from './badge-keys.ts'
import { checkCredential, type KnownKeys } from './check.ts'
import { loadContext } from './contexts.ts'
import { certificateKinds, hashName, toCredential, type CertificateKind, type Credential } from './credential.ts'
import { toJwt } from './jwt.ts'
import { fromMultibase, fromMultikey, toMultibase, toMultikey } from './multibase.ts'
import { addProof, canonicalText, proofFits, signedBytes, type Proof, type ProofOptions } from './proof.ts'

const published = new URL('../../../../../../shared/data/standards/openbadges3/', import.meta.url)
const standard = existsSync(published)
if (!standard) console.warn('../shared/data is not here: Open Badges is not compared with the official schema, vectors and samples')
const fileOf = (name: string): string => readFileSync(new URL(name, published), 'utf8')

const seed = 20261123
const issuer = 'https://s.example.cn/badges/issuers/1'
const keysOf = badgeKeys(createKeys(new Date('2026-11-23T00:00:00Z')).shared)
const street = '00000000-0000-7000-8000-0000000000a1'
const credentialOf = (kind: CertificateKind): Credential =>
  toCredential({
    id: `https://s.example.cn/verify/019ab000-0000-7000-8000-00000000000${certificateKinds.indexOf(kind)}`,
    kind,
    language: 'zh-CN',
    issuer: { id: issuer, name: '志愿者服务队', parent: { id: 'https://s.example.cn/badges/issuer', name: 'S街' } },
    issuedAt: new Date('2026-11-23T01:02:03.456Z'),
    subject: 'urn:uuid:7a3f0c0e-8d1e-4a53-9a0b-0d6a6a5b1c11',
    holder: hashName('陈建国', 'f00dcafe'),
    number: '2026-7KQM2A9P',
    achievement: {
      id: 'https://s.example.cn/badges/achievements/1',
      name: '志愿服务',
      description: '参加巡查和助老。',
      criteria: '由第二人确认的服务时间。',
    },
    narrative: kind === 'course' ? undefined : '三号巷夜间照明巡查。',
    ...(kind === 'commendation'
      ? {}
      : {
          period: { from: new Date('2026-01-01T00:00:00+08:00'), until: new Date('2026-11-22T00:00:00+08:00') },
          hours: { value: 12.5, name: '服务时间（小时）' },
        }),
    revocations: 'https://s.example.cn/badges/revocations/1',
  })
const signed = async (kind: CertificateKind) => {
  const keys = keysOf(street)
  return addProof(credentialOf(kind), {
    created: new Date('2026-11-23T01:02:03Z'),
    verificationMethod: `${issuer}#${keys.multikey}`,
    sign: keys.sign,
  })
}
const now = new Date('2026-11-23T02:00:00Z')
/** Reads the key from the method itself, as the samples of the standard are made; ours knows its keys. */
const selfNamed: KnownKeys = {
  proofKey: (method, from) => (method.startsWith(`${from}#`) ? fromMultikey(method.split('#')[1] ?? '') : undefined),
  jwtKey: () => undefined,
}
const knownJwt = (key: KeyObject): KnownKeys => ({
  ...selfNamed,
  jwtKey: (kid) => (kid === 'https://s.example.cn/badges/keys/rs256' ? key : undefined),
})

describe('what is issued', () => {
  test.runIf(standard).each(certificateKinds)('a %s certificate is valid against the official schema, signed', async (kind) => {
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(
      JSON.parse(fileOf('ob_v3p0_achievementcredential_schema.json')) as object,
    )
    const credential = await signed(kind)
    expect([validate(credential), validate.errors]).toEqual([true, null])
    // The schema does refuse: without its achievement it is no credential.
    expect(validate({ ...credential, credentialSubject: { type: ['AchievementSubject'] } })).toBe(false)
  })

  test.each(certificateKinds)('the proof of a %s certificate is verified by libraries that are not ours', async (kind) => {
    const credential = await signed(kind)
    expect(await verifiedElsewhere(credential)).toBe(true)
    expect(await verifiedElsewhere({ ...credential, name: '别的名称' })).toBe(false)
  })

  test('as a VC-JWT it is verified by jose, with what the standard wants in its claims', async () => {
    const rsa = await keysOf(street).rsa()
    const credential = credentialOf('service')
    const jwt = await toJwt(credential, { kid: 'https://s.example.cn/badges/keys/rs256', key: rsa.key })
    const { payload, protectedHeader } = await jwtVerify(jwt, rsa.publicKey, { algorithms: ['RS256'], currentDate: now })
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'https://s.example.cn/badges/keys/rs256' })
    expect(payload).toMatchObject({
      iss: issuer,
      jti: credential.id,
      sub: credential.credentialSubject.id,
      nbf: Date.parse('2026-11-23T01:02:03Z') / 1000,
      credentialSubject: credential.credentialSubject,
    })
    expect(payload).not.toHaveProperty('proof')
    expect((await checkCredential(jwt, knownJwt(rsa.publicKey), now)).faults).toEqual([])
    expect((await checkCredential(jwt, selfNamed, now)).faults).toEqual(['signature'])
    const [head, body, signature] = jwt.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { name: string }
    const forged = `${head}.${Buffer.from(JSON.stringify({ ...claims, name: 'X' })).toString('base64url')}.${signature}`
    expect((await checkCredential(forged, knownJwt(rsa.publicKey), now)).faults).toEqual(['signature'])
  })

  test('there is no name, phone or ID number in it, and the name can be checked by whoever is told it', () => {
    const { credentialSubject } = credentialOf('service')
    expect(JSON.stringify(credentialSubject)).not.toContain('陈建国')
    const [identity] = credentialSubject.identifier
    expect(identity!.identityHash).toBe(`sha256$${createHash('sha256').update('陈建国f00dcafe').digest('hex')}`)
    expect(hashName(' 陈建国 ', 'f00dcafe').identityHash).toBe(identity!.identityHash)
    expect(hashName('陈建军', 'f00dcafe').identityHash).not.toBe(identity!.identityHash)
  })
})

describe('what is checked', () => {
  test('one changed sign anywhere in what it says is found', async () => {
    const credential = await signed('service')
    expect((await checkCredential(JSON.stringify(credential), selfNamed, now)).faults).toEqual([])
    const leaves = leavesOf(credential).filter(([path]) => path[0] !== 'proof' && path[0] !== '@context')
    expect(leaves.length).toBeGreaterThan(25)
    for (const [path, value] of leaves) {
      const changed = withLeaf(credential, path, typeof value === 'string' ? `${value}x` : !value)
      expect([path.join('.'), (await checkCredential(JSON.stringify(changed), selfNamed, now)).faults.length > 0]).toEqual([
        path.join('.'),
        true,
      ])
    }
  })

  test('a proof by another key, a borrowed proof and a missing proof are refused', async () => {
    const credential = await signed('service')
    const other = keysOf('00000000-0000-7000-8000-0000000000b2')
    const foreign = await addProof(credentialOf('service'), {
      created: now,
      verificationMethod: `${issuer}#${keysOf(street).multikey}`,
      sign: other.sign,
    })
    expect((await checkCredential(JSON.stringify(foreign), selfNamed, now)).faults).toEqual(['signature'])
    const borrowed = { ...credentialOf('course'), proof: credential.proof }
    expect((await checkCredential(JSON.stringify(borrowed), selfNamed, now)).faults).toEqual(['signature'])
    expect((await checkCredential(JSON.stringify(credentialOf('course')), selfNamed, now)).faults).toEqual(['no-signature'])
    expect((await checkCredential(JSON.stringify({ ...credential, extra: { notDeclared: 1 } }), selfNamed, now)).faults).toEqual([
      'signature',
    ])
  })

  test('dates hold: not before it was issued, not after it ended', async () => {
    const credential = await signed('service')
    expect((await checkCredential(JSON.stringify(credential), selfNamed, new Date('2026-11-22T00:00:00Z'))).faults).toEqual(['not-yet'])
  })

  test.each(['', 'null', '[]', '{', '"x"', 'a.b.c', '{"@context":[]}'])('%j is no credential, and said so', async (text) => {
    expect((await checkCredential(text, selfNamed, now)).faults.length).toBeGreaterThan(0)
  })
})

describe.runIf(standard)('the published vector and samples', () => {
  const vector = standard ? (JSON.parse(fileOf('vector.json')) as Vector) : ({} as Vector)

  test('the canonical text of document and proof options is the published one, byte for byte', async () => {
    expect(await canonicalText(vector.credential)).toBe(fileOf('vector-document-canon.txt'))
    expect(await canonicalText({ '@context': vector.credential['@context'], ...vector.proofOptions })).toBe(
      fileOf('vector-proof-canon.txt'),
    )
  })

  test('hashes, signature, proof value and key are the published ones', async () => {
    const bytes = await signedBytes(vector.credential, vector.proofOptions)
    expect(bytes.toString('hex')).toBe(vector.proofHashHex + vector.documentHashHex)
    const key = createPrivateKey({
      key: Buffer.concat([
        Buffer.from('302e020100300506032b657004220420', 'hex'),
        Buffer.from(vector.privateKeyHex, 'hex').subarray(0, 32),
      ]),
      format: 'der',
      type: 'pkcs8',
    })
    const signature = sign(null, bytes, key)
    expect(signature.toString('hex')).toBe(vector.signatureHex)
    expect(toMultibase(signature)).toBe(vector.proofValue)
    expect(toMultikey(Buffer.from(vector.publicKeyHex, 'hex'))).toBe(vector.publicKeyMultibase)
    const { proof } = await addProof(vector.credential, {
      created: new Date(vector.proofOptions.created),
      verificationMethod: vector.proofOptions.verificationMethod,
      sign: (message) => sign(null, message, key),
    })
    expect(proof).toEqual([{ ...vector.proofOptions, proofValue: vector.proofValue }])
    expect(await proofFits(vector.credential, proof[0] as Proof, Buffer.from(vector.publicKeyHex, 'hex'))).toBe(true)
  })

  test('the good sample passes, each bad one is refused for what is wrong with it', async () => {
    const faultsOf = async (name: string) => (await checkCredential(fileOf(`samples/${name}`), selfNamed, now)).faults
    expect(await faultsOf('simple.json')).toEqual([])
    expect(await faultsOf('simple-noproof.json')).not.toEqual([])
    expect(await faultsOf('simple-err-context.json')).toContain('context')
    expect(await faultsOf('simple-err-type.json')).toContain('type')
    expect(await faultsOf('simple-err-issuer.json')).toContain('issuer')
    expect(await faultsOf('simple-err-credential-subject-type.json')).toContain('subject')
    expect(await faultsOf('simple-err-evidence-type.json')).toContain('evidence')
    expect(await faultsOf('simple-err-expired.json')).toContain('expired')
    expect(await faultsOf('simple-err-proof-value.json')).toEqual(['signature'])
    expect(await faultsOf('simple-eddsa-2022.json')).not.toEqual([])
    expect(await faultsOf('simple.jwt')).toEqual(['signature'])
  })
})

describe('keys', () => {
  test('are the same for the same ring, differ by street, and stay when the ring rotates', async () => {
    const ring = createKeys(now).shared
    const [first, again] = [badgeKeys(ring)(street), badgeKeys({ ...ring, keys: [...ring.keys, createKeys(now).shared.keys[0]!] })(street)]
    expect(again.multikey).toBe(first.multikey)
    expect((await again.rsa()).jwk).toEqual((await first.rsa()).jwk)
    expect((await first.rsa()).publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n })
    expect((await first.rsa()).jwk).not.toHaveProperty('d')
    const other = badgeKeys(ring)('00000000-0000-7000-8000-0000000000b2')
    expect(other.multikey).not.toBe(first.multikey)
    expect((await other.rsa()).jwk.n).not.toBe((await first.rsa()).jwk.n)
  })

  test(`base58 reads back what it writes (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(fromMultibase(toMultibase(bytes))).toEqual(Buffer.from(bytes))
      }),
      { seed },
    )
    expect(fromMultibase('z0OIl')).toBeUndefined()
    expect(fromMultikey(toMultibase(randomBytes(34)))).toBeUndefined()
  })
})

interface Vector {
  readonly publicKeyHex: string
  readonly privateKeyHex: string
  readonly publicKeyMultibase: string
  readonly documentHashHex: string
  readonly proofHashHex: string
  readonly signatureHex: string
  readonly proofValue: string
  readonly credential: Readonly<Record<string, unknown>>
  readonly proofOptions: ProofOptions
}

/** The documented way of the libraries of another house: key and controller documents are given, nothing of ours takes part. */
async function verifiedElsewhere(credential: object): Promise<boolean> {
  const { multikey } = keysOf(street)
  const id = `${issuer}#${multikey}`
  const key = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id,
    type: 'Multikey',
    controller: issuer,
    publicKeyMultibase: multikey,
  }
  const documents: Readonly<Record<string, unknown>> = {
    [id]: key,
    [issuer]: { '@context': ['https://www.w3.org/ns/did/v1'], id: issuer, assertionMethod: [id] },
  }
  const { verified } = await jsigs.verify(credential, {
    suite: new DataIntegrityProof({ cryptosuite }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: async (url: string) =>
      documents[url] ? { contextUrl: null, documentUrl: url, document: documents[url] } : loadContext(url),
  })
  return verified
}

type Path = readonly (string | number)[]
function leavesOf(value: unknown, path: Path = []): (readonly [Path, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
}
function withLeaf(value: unknown, [first, ...rest]: Path, leaf: unknown): unknown {
  if (first === undefined) return leaf
  if (Array.isArray(value)) return value.map((inner, index) => (index === Number(first) ? withLeaf(inner, rest, leaf) : (inner as unknown)))
  const object = value as Record<string, unknown>
  return { ...object, [first]: withLeaf(object[first], rest, leaf) }
}
