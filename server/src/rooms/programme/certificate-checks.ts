import { timingSafeEqual } from 'node:crypto'
import type { checkFile, openCertificate, Verification } from '@ronghe/contract/programme/certificates.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { readCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, unfit } from '../../platform/http/problems.ts'
import { checkCredential, type Checked, type KnownKeys } from '../../platform/standards/open-badges/check.ts'
import { hashName } from '../../platform/standards/open-badges/credential.ts'
import { findCertificate, openCredential, openPaper, revokedPart, toPaper, toPublic, type CertificateRow } from './certificate-rows.ts'

/** Whether a certificate is ours and holds, all of it looked at again now: the stored file's signature, its dates, the list of what was taken back. */
export async function verify(deed: Deed, id: string): Promise<Verification> {
  const row = await findCertificate(deed, id)
  return row ? verification(deed, row) : forgotten(deed, id)
}

/** The same with what the paper says. Few tries a minute: the code has 35 random bits. */
export async function open(deed: Deed, id: string, typed: string): Promise<ReplyOf<typeof openCertificate>> {
  const row = await findCertificate(deed, id)
  if (!row) throw notFound('certificate')
  if (!sameCode(openPaper(deed, row).code, readCode(typed))) throw unfit([{ path: 'code', code: 'certificate-code-wrong' }])
  return { ...(await verification(deed, row)), paper: toPaper(deed, row) }
}

async function verification(deed: Deed, row: CertificateRow): Promise<Verification> {
  const { faults } = await checkCredential(openCredential(deed, row), await ownKeys(deed, false), deed.now)
  const revoked = revokedPart(deed, row)
  const inTime = !faults.includes('not-yet') && !faults.includes('expired')
  const signed = faults.every((fault) => fault === 'not-yet' || fault === 'expired')
  const [certificate] = await toPublic(deed, [row])
  return {
    // A file that was changed where it lies is not ours any more.
    state: !signed || !inTime ? 'unknown' : revoked ? 'revoked' : 'valid',
    certificate: signed ? certificate! : null,
    revoked,
    checks: [
      { check: 'known', ok: true },
      { check: 'signature', ok: signed },
      { check: 'dates', ok: inTime },
      { check: 'revocation', ok: !revoked },
    ],
    checkedAt: deed.now.toISOString(),
  }
}

/** Of one whose holder closed the account only that it was taken back is still known. */
async function forgotten(deed: Deed, id: string): Promise<Verification> {
  const row = await findRevocation(deed, id)
  return {
    state: row ? 'revoked' : 'unknown',
    certificate: null,
    revoked: row ? revokedPart(deed, { revoked_at: row.revoked_at, revoked_reason: row.reason }) : null,
    checks: [{ check: 'known', ok: row !== undefined }, ...(row ? [{ check: 'revocation' as const, ok: false }] : [])],
    checkedAt: deed.now.toISOString(),
  }
}

/** A file somebody was sent. It stays checkable after its holder's account is closed: by our key, and by the list of what was taken back. */
export async function check(deed: Deed, { text, name }: BodyOf<typeof checkFile>): Promise<ReplyOf<typeof checkFile>> {
  const checked = await checkCredential(text, await ownKeys(deed, true), deed.now)
  const nothing = { name: null, issuer: null, holderFits: null, revoked: null }
  const { says } = checked
  if (!says || !isTrusted(checked)) return { faults: [...checked.faults], ...nothing }
  const id = /\/verify\/([0-9a-f-]{36})$/.exec(says.id)?.[1]
  const row = id ? await findRevocation(deed, id) : undefined
  return {
    faults: [...checked.faults, ...(row ? (['revoked'] as const) : [])],
    name: says.name,
    issuer: says.issuerName,
    holderFits: name === '' ? null : says.holders.some(({ identityHash, salt }) => hashName(name, salt).identityHash === identityHash),
    revoked: row ? revokedPart(deed, { revoked_at: row.revoked_at, revoked_reason: row.reason }) : null,
  }
}

/** Nothing of a file is repeated to the reader unless our key stands behind it. */
const isTrusted = ({ faults }: Checked): boolean => faults.every((fault) => fault === 'not-yet' || fault === 'expired')

const findRevocation = (deed: Deed, id: string) =>
  deed.tx
    .selectFrom('certificate_revocation')
    .select(['revoked_at', 'reason'])
    .where('street_id', '=', deed.street.id)
    .where('certificate_id', '=', id)
    .executeTakeFirst()

/** Our key is ours under whichever address it was named: an installation may have moved since. */
async function ownKeys({ platform, street }: Deed, alsoJwt: boolean): Promise<KnownKeys> {
  const keys = platform.badgeKeysOf(street.id)
  const rsa = alsoJwt ? await keys.rsa() : undefined
  return {
    proofKey: (method, issuer) => (method === `${issuer}#${keys.multikey}` ? keys.publicKey : undefined),
    jwtKey: (kid) => (kid.endsWith('/badges/keys/rs256') ? rsa?.publicKey : undefined),
  }
}

const sameCode = (printed: string, typed: string | undefined): boolean =>
  typed !== undefined && typed.length === printed.length && timingSafeEqual(Buffer.from(printed), Buffer.from(typed))
