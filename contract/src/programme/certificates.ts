import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Text, maybeWords, words } from '../values.ts'

export const CertificateKind = z.enum(['service', 'course', 'commendation'])
export type CertificateKind = z.infer<typeof CertificateKind>
/** Why one was taken back: issued by mistake, its evidence did not hold, the holder wished it, another replaced it. */
export const RevocationReason = z.enum(['mistake', 'evidence', 'holder', 'replaced'])
export type RevocationReason = z.infer<typeof RevocationReason>
/** `unknown`: there is none of ours under this address, or its holder closed the account and took it along. */
export const CertificateState = z.enum(['valid', 'revoked', 'unknown'])

/** What anybody sees who has the address: no name, no hours. */
export const PublicCertificate = z.object({
  id: Id,
  kind: CertificateKind,
  name: Text,
  issuer: z.object({ id: Id, name: Text }),
  issuedOn: Day,
  period: z.nullable(z.object({ from: Day, until: Day })),
})
/** What whoever holds the paper sees too. */
export const HolderPart = z.object({
  number: z.string(),
  holder: z.string(),
  narrative: z.nullable(Text),
  hours: z.nullable(z.number()),
  criteria: Text,
})
const Revoked = z.object({ on: Day, reason: RevocationReason })

/** What was looked at, in this order; all of it was done when the page was asked for. */
export const VerifyCheck = z.enum(['known', 'signature', 'dates', 'revocation'])
export const Verification = z.object({
  state: CertificateState,
  certificate: z.nullable(PublicCertificate),
  revoked: z.nullable(Revoked),
  checks: z.array(z.object({ check: VerifyCheck, ok: z.boolean() })),
  checkedAt: Moment,
})
export type Verification = z.infer<typeof Verification>

const one = z.object({ certificateId: Id })
/** As it is printed on the paper and stands behind `#` in the QR code: the address alone opens no name. */
const code = words(40)

export const verifyCertificate = operation({
  id: 'programme.certificates.verify',
  method: 'GET',
  path: '/api/v1/verify/:certificateId',
  post: 'anyone',
  summary: 'Whether a certificate is ours and still holds',
  params: one,
  reply: Verification,
  perMinute: 120,
})

export const openCertificate = operation({
  id: 'programme.certificates.open',
  method: 'POST',
  path: '/api/v1/verify/:certificateId/paper',
  post: 'anyone',
  summary: 'What the paper says, for whoever holds it: asked with the code printed on it',
  params: one,
  body: z.object({ code }),
  reply: z.object({ ...Verification.shape, paper: HolderPart }),
  perMinute: 20,
})

/** What can be wrong with a file, in the order it is looked at. */
export const FileFault = z.enum([
  'not-a-credential',
  'context',
  'type',
  'issuer',
  'subject',
  'evidence',
  'no-signature',
  'unknown-key',
  'signature',
  'not-yet',
  'expired',
  'revoked',
])
export const checkFile = operation({
  id: 'programme.certificates.check-file',
  method: 'POST',
  path: '/api/v1/verify',
  post: 'anyone',
  summary: 'Whether a file (.json or .jwt) was signed here, says what it said, and still holds; nothing of it is kept',
  body: z.object({ text: words(60_000), name: z._default(maybeWords(100), '') }),
  reply: z.object({
    faults: z.array(FileFault),
    name: z.nullable(z.string()),
    issuer: z.nullable(z.string()),
    /** Whether it was issued to somebody of the name asked for; null when no name was given, or nothing is to be believed. */
    holderFits: z.nullable(z.boolean()),
    revoked: z.nullable(Revoked),
  }),
  perMinute: 20,
})

export const MyCertificate = z.object({
  ...PublicCertificate.shape,
  number: z.string(),
  revoked: z.nullable(Revoked),
})
export const listMyCertificates = operation({
  id: 'programme.certificates.list-mine',
  method: 'GET',
  path: '/api/v1/me/certificates',
  post: 'resident',
  summary: 'My certificates, the newest first',
  reply: z.object({ items: z.array(MyCertificate) }),
})
export const readMyCertificate = operation({
  id: 'programme.certificates.read-mine',
  method: 'GET',
  path: '/api/v1/me/certificates/:certificateId',
  post: 'resident',
  summary: 'One of my certificates, to print: with its address and the code that opens it',
  params: one,
  reply: z.object({ ...MyCertificate.shape, paper: HolderPart, description: Text, code: z.string(), verifyPath: z.string() }),
})
export const downloadCertificate = operation({
  id: 'programme.certificates.download',
  method: 'GET',
  path: '/api/v1/me/certificates/:certificateId/file',
  post: 'resident',
  summary: 'One of my certificates as a signed file: JSON with an embedded proof, or a JWT',
  params: one,
  query: z.object({ as: z.enum(['json', 'jwt']) }),
  media: { reply: 'application/vc+ld+json' },
})

export const findCertificate = operation({
  id: 'programme.certificates.find',
  method: 'GET',
  path: '/api/v1/certificates',
  post: 'programme.certificates.revoke',
  summary: 'The certificate with this number, without its holder',
  query: z.object({ number: words(40) }),
  reply: z.object({ ...PublicCertificate.shape, number: z.string(), revoked: z.nullable(Revoked), may: z.array(z.enum(['revoke'])) }),
})
export const revokeCertificate = operation({
  id: 'programme.certificates.revoke',
  method: 'POST',
  path: '/api/v1/certificates/:certificateId/revocation',
  post: 'programme.certificates.revoke',
  summary: 'Take a certificate of one’s own organ back, with the reason; its holder is told',
  params: one,
  body: z.object({ reason: RevocationReason }),
  reply: Verification,
})

/** The public half of Open Badges 3.0: who issues, with which keys, and what was taken back. */
const published = { method: 'GET', post: 'anyone' } as const
const Document = z.looseObject({})
export const readStreetIssuer = operation({
  ...published,
  id: 'programme.badges.street-issuer',
  path: '/badges/issuer',
  summary: 'The street as issuer: profile and keys (Open Badges 3.0)',
  reply: Document,
})
export const readIssuer = operation({
  ...published,
  id: 'programme.badges.issuer',
  path: '/badges/issuers/:organId',
  summary: 'An organ as issuer: profile and keys (Open Badges 3.0)',
  params: z.object({ organId: Id }),
  reply: Document,
})
export const readRevocations = operation({
  ...published,
  id: 'programme.badges.revocations',
  path: '/badges/revocations',
  summary: 'Every certificate of the street that was taken back (1EdTech revocation list)',
  reply: Document,
})
export const readIssuerRevocations = operation({
  ...published,
  id: 'programme.badges.issuer-revocations',
  path: '/badges/issuers/:organId/revocations',
  summary: 'Certificates of an organ that were taken back (1EdTech revocation list)',
  params: z.object({ organId: Id }),
  reply: Document,
})
export const readAchievement = operation({
  ...published,
  id: 'programme.badges.achievement',
  path: '/badges/achievements/:key',
  summary: 'What a certificate is given for (Open Badges 3.0 Achievement)',
  params: z.object({ key: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)) }),
  reply: Document,
})
export const readJwtKey = operation({
  ...published,
  id: 'programme.badges.jwt-key',
  path: '/badges/keys/rs256',
  summary: 'The key that the JWT form is verified with (JWK)',
  reply: Document,
})
