import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { toProfile, type Profile } from '../../platform/standards/open-badges/credential.ts'
import { toSeconds } from '../../platform/standards/open-badges/proof.ts'
import { getOrgan } from './organ-rows.ts'

/**
 * The address under which this street's certificates are found for ever: of its own host, of the only street of an installation, or below
 * `/s/<slug>`. It is written into what is signed, so it never comes from a request.
 */
export async function siteOf({ tx, street, platform }: Pick<Deed, 'tx' | 'street' | 'platform'>): Promise<string> {
  const { publicUrl, host, port } = platform.config
  const base = publicUrl ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
  const hosts = await tx.selectFrom('street_host').select(['host', 'street_id']).execute()
  const owner = hosts.find((row) => row.host === new URL(base).hostname)?.street_id
  if (owner === street.id) return base
  const { streets } = await tx
    .selectFrom('street')
    .select((all) => all.fn.countAll<string>().as('streets'))
    .executeTakeFirstOrThrow()
  return Number(streets) === 1 ? base : `${base}/s/${street.slug}`
}

export const addresses = (site: string) => ({
  street: `${site}/badges/issuer`,
  issuer: (organId: string) => `${site}/badges/issuers/${organId}`,
  revocations: (organId: string) => `${site}/badges/issuers/${organId}/revocations`,
  achievement: (key: string) => `${site}/badges/achievements/${key}`,
  certificate: (id: string) => `${site}/verify/${id}`,
  jwtKey: `${site}/badges/keys/rs256`,
})

/** The organ as a certificate names it: whoever recorded it certifies it (民政部令67), under the street it belongs to. */
export async function issuerProfile(deed: Deed, site: string, organId: string): Promise<Profile> {
  const at = addresses(site)
  const organ = await getOrgan(deed, organId)
  return {
    id: at.issuer(organId),
    name: inLanguage(organ.name as Text, 'zh-CN'),
    parent: { id: at.street, name: inLanguage(deed.street.name, 'zh-CN') },
  }
}

/** Profile and key document in one: a verification method is this address with `#` and the key, and opening it gives the key. */
export async function readIssuer(deed: Deed, organId: string | null): Promise<Record<string, unknown>> {
  const site = await siteOf(deed)
  if (organId !== null && !(await issues(deed, organId))) throw notFound('organ')
  const profile =
    organId === null
      ? { id: addresses(site).street, name: inLanguage(deed.street.name, 'zh-CN') }
      : await issuerProfile(deed, site, organId)
  const { multikey } = deed.platform.badgeKeysOf(deed.street.id)
  const key = `${profile.id}#${multikey}`
  return {
    // First the one that readers of key documents look for; the last declares what a profile says.
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    ...toProfile(profile),
    url: site,
    verificationMethod: [{ id: key, type: 'Multikey', controller: profile.id, publicKeyMultibase: multikey }],
    assertionMethod: [key],
  }
}

/** An organ that never issued anything, the Party branch above all, is not to be found here. */
async function issues(deed: Deed, organId: string): Promise<boolean> {
  const { tx, street } = deed
  for (const table of ['certificate', 'certificate_revocation'] as const) {
    const found = await tx
      .selectFrom(table)
      .select('street_id')
      .where('street_id', '=', street.id)
      .where('issuer_organ', '=', organId)
      .limit(1)
      .executeTakeFirst()
    if (found) return true
  }
  return false
}

/** 1EdTech Revocation List Status Method 1.0: the ids that were taken back, of one issuer or of the whole street. */
export async function readRevocations(deed: Deed, organId: string | null): Promise<Record<string, unknown>> {
  const at = addresses(await siteOf(deed))
  if (organId !== null && !(await issues(deed, organId))) throw notFound('organ')
  let query = deed.tx
    .selectFrom('certificate_revocation')
    .select(['certificate_id', 'revoked_at', 'reason'])
    .where('street_id', '=', deed.street.id)
    .orderBy('revoked_at')
    .orderBy('certificate_id')
  if (organId !== null) query = query.where('issuer_organ', '=', organId)
  const rows = await query.execute()
  return {
    id: organId === null ? `${at.street.replace(/issuer$/, 'revocations')}` : at.revocations(organId),
    issuer: organId === null ? at.street : at.issuer(organId),
    revokedCredentials: rows.map(({ certificate_id, revoked_at, reason }) => ({
      id: at.certificate(certificate_id),
      revoked: true,
      revocationDate: toSeconds(revoked_at),
      revocationReason: reason,
    })),
  }
}

export async function readAchievement(deed: Deed, key: string): Promise<Record<string, unknown>> {
  const row = await deed.tx
    .selectFrom('certificate')
    .select(['issuer_organ', 'name', 'description', 'criteria'])
    .where('street_id', '=', deed.street.id)
    .where('achievement_key', '=', key)
    .limit(1)
    .executeTakeFirst()
  if (!row) throw notFound('achievement')
  const site = await siteOf(deed)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: addresses(site).achievement(key),
    type: ['Achievement'],
    name: inLanguage(row.name as Text, 'zh-CN'),
    description: inLanguage(row.description as Text, 'zh-CN'),
    criteria: { narrative: inLanguage(row.criteria as Text, 'zh-CN') },
    creator: toProfile(await issuerProfile(deed, site, row.issuer_organ)),
  }
}
