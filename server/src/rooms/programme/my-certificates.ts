import type { downloadCertificate, findCertificate as findOperation, readMyCertificate } from '@ronghe/contract/programme/certificates.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import type { Credential } from '../../platform/standards/open-badges/credential.ts'
import { toJwt } from '../../platform/standards/open-badges/jwt.ts'
import { addresses, siteOf } from './badges.ts'
import { certificates, openCredential, openPaper, toMine, toPaper, type CertificateRow } from './certificate-rows.ts'
import { actsFor } from './organ-rows.ts'

export async function listMine(deed: Deed, personId: string) {
  const rows = await certificates(deed)
    .where('person_id', '=', personId)
    .orderBy('issued_at', 'desc')
    .orderBy('certificate.id', 'desc')
    .limit(200)
    .execute()
  return { items: await toMine(deed, rows) }
}

export async function readMine(deed: Deed, personId: string, id: string): Promise<ReplyOf<typeof readMyCertificate>> {
  const row = await mine(deed, personId, id)
  const { code } = openPaper(deed, row)
  const [shown] = await toMine(deed, [row])
  return { ...shown!, paper: toPaper(deed, row), description: row.description as Text, code, verifyPath: `/verify/${id}#${code}` }
}

/** @returns the file as it is sent: the JSON exactly as it was signed, or the same signed as a JWT */
export async function download(
  deed: Deed,
  personId: string,
  id: string,
  { as }: QueryOf<typeof downloadCertificate>,
): Promise<{ readonly type: string; readonly name: string; readonly text: string }> {
  const row = await mine(deed, personId, id)
  const text = openCredential(deed, row)
  if (as === 'json') return { type: 'application/vc+ld+json', name: `${row.number}.json`, text }
  const { proof: _, ...credential } = JSON.parse(text) as Credential & { proof: unknown }
  const { key } = await deed.platform.badgeKeysOf(deed.street.id).rsa()
  const kid = addresses(await siteOf(deed)).jwtKey
  return { type: 'application/vc+jwt', name: `${row.number}.jwt`, text: await toJwt(credential as Credential, { kid, key }) }
}

/** By the number on the paper, for whoever may take it back. */
export async function findByNumber(deed: Deed, number: string): Promise<ReplyOf<typeof findOperation>> {
  const row = await certificates(deed).where('number', '=', number.trim().toUpperCase()).executeTakeFirst()
  if (!row) throw notFound('certificate')
  const [shown] = await toMine(deed, [row])
  return { ...shown!, may: !row.revoked_at && actsFor(deed, row.issuer_organ) ? ['revoke'] : [] }
}

async function mine(deed: Deed, personId: string, id: string): Promise<CertificateRow> {
  const row = await certificates(deed).where('certificate.id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  if (!row) throw notFound('certificate')
  return row
}
