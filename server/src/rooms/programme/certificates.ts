import { randomBytes, randomUUID } from 'node:crypto'
import type { CertificateKind, RevocationReason } from '@ronghe/contract/programme/certificates.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import { addDays, dayIn, startOfDay } from '../../platform/calendar/working-days.ts'
import { queryCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { hashName, toCredential } from '../../platform/standards/open-badges/credential.ts'
import { addProof } from '../../platform/standards/open-badges/proof.ts'
import { getPerson } from '../people/persons.ts'
import { addresses, issuerProfile, siteOf } from './badges.ts'
import { findCertificate, sealCredential, sealPaper, type CertificateRow } from './certificate-rows.ts'
import { actsFor, getOrgan } from './organ-rows.ts'

/** What a room asks a certificate for. `thingId` is what it is given for: asked again for the same thing and person, it is the same certificate. */
export interface Issue {
  readonly kind: CertificateKind
  readonly personId: string
  readonly issuerOrganId: string
  /** `key` in small letters, digits and hyphens; the texts are public and name nobody. */
  readonly achievement: { readonly key: string; readonly name: Text; readonly description: Text; readonly criteria: Text }
  /** What this person did; seen by the holder and by whoever holds the paper or the file. */
  readonly narrative?: Text | undefined
  readonly period?: { readonly from: string; readonly until: string } | undefined
  readonly hours?: number | undefined
  readonly thingId: string
}

/** Issues a certificate and tells its holder. The Party branch has no part in this: what happens there never becomes a certificate (08, Branch). */
export async function issueCertificate(deed: Deed, issue: Issue): Promise<{ readonly id: string }> {
  const { tx, street, now } = deed
  const { kind, personId, issuerOrganId, achievement, narrative, period, hours, thingId } = issue
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(achievement.key)) throw new Error(`not an achievement's key: ${achievement.key}`)
  if ((await getOrgan(deed, issuerOrganId)).kind === 'branch') throw new Error('a branch issues no certificates')
  const given = await tx
    .selectFrom('certificate')
    .select('id')
    .where('street_id', '=', street.id)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (given) return given
  const { name: holder, language } = await getPerson(deed, personId)
  const [id, number] = [deed.id(), `${dayIn(street.zone, now).slice(0, 4)}-${queryCode()}`]
  const site = await siteOf(deed)
  const at = addresses(site)
  const issuer = await issuerProfile(deed, site, issuerOrganId)
  const keys = deed.platform.badgeKeysOf(street.id)
  const credential = await addProof(
    toCredential({
      id: at.certificate(id),
      kind,
      language,
      issuer,
      issuedAt: now,
      subject: `urn:uuid:${randomUUID()}`,
      holder: hashName(holder, randomBytes(16).toString('hex')),
      number,
      achievement: {
        id: at.achievement(achievement.key),
        name: inLanguage(achievement.name, language),
        description: inLanguage(achievement.description, language),
        criteria: inLanguage(achievement.criteria, language),
      },
      narrative: narrative && inLanguage(narrative, language),
      period: period && {
        from: startOfDay(street.zone, period.from),
        until: new Date(startOfDay(street.zone, addDays(period.until, 1)).getTime() - 1000),
      },
      hours: hours === undefined ? undefined : { value: hours, name: say(language, 'certificate-hours') },
      revocations: at.revocations(issuerOrganId),
    }),
    { created: now, verificationMethod: `${issuer.id}#${keys.multikey}`, sign: keys.sign },
  )
  await tx
    .insertInto('certificate')
    .values({
      street_id: street.id,
      id,
      kind,
      person_id: personId,
      issuer_organ: issuerOrganId,
      thing_id: thingId,
      number,
      achievement_key: achievement.key,
      name: JSON.stringify(achievement.name),
      description: JSON.stringify(achievement.description),
      criteria: JSON.stringify(achievement.criteria),
      from_day: period?.from ?? null,
      until_day: period?.until ?? null,
      issued_at: now,
      paper_sealed: sealPaper(deed, id, { holder, code: queryCode(), narrative: narrative ?? null, hours: hours ?? null }),
      credential_sealed: sealCredential(deed, id, JSON.stringify(credential)),
    })
    .execute()
  await record(deed, {
    kind: 'programme.certificate.issued',
    about: personId,
    plain: { certificate: id, kind, issuer: issuerOrganId, thing: thingId },
  })
  await notify(deed, personId, { template: 'certificate-issued', link: `/me/certificates/${id}` })
  return { id }
}

/** Takes a certificate back, for good. A room does it where its own rules say so; a person only for an organ they act for. */
export async function revokeCertificate(deed: Deed, id: string, reason: RevocationReason): Promise<CertificateRow> {
  const row = await findCertificate(deed, id)
  if (!row) throw notFound('certificate')
  if (row.revoked_at) throw refused('certificate-revoked-already')
  await deed.tx
    .insertInto('certificate_revocation')
    .values({ street_id: deed.street.id, certificate_id: id, issuer_organ: row.issuer_organ, revoked_at: deed.now, reason })
    .execute()
  await record(deed, { kind: 'programme.certificate.revoked', about: row.person_id, plain: { certificate: id, reason } })
  await notify(deed, row.person_id, { template: 'certificate-revoked', link: `/me/certificates/${id}` })
  return { ...row, revoked_at: deed.now, revoked_reason: reason }
}

/** The same, asked for at a desk: whoever issued it takes it back. */
export async function revokeAtDesk(deed: Deed, id: string, reason: RevocationReason): Promise<CertificateRow> {
  const row = await findCertificate(deed, id)
  if (!row) throw notFound('certificate')
  if (!actsFor(deed, row.issuer_organ)) throw forbidden('certificate-of-another-organ')
  return revokeCertificate(deed, id, reason)
}
