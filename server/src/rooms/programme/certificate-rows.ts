import type { MyCertificate, PublicCertificate, RevocationReason } from '@ronghe/contract/programme/certificates.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { z } from 'zod/mini'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { organNames } from './organ-rows.ts'

/** What is printed and not public; sealed as one text. */
export interface Paper {
  readonly holder: string
  readonly code: string
  readonly narrative: Text | null
  readonly hours: number | null
}

const place = (deed: Deed, column: 'paper_sealed' | 'credential_sealed', row: string) => ({
  street: deed.street.id,
  table: 'certificate',
  column,
  row,
})
export const sealPaper = (deed: Deed, id: string, paper: Paper): Buffer =>
  deed.platform.sealer.seal(place(deed, 'paper_sealed', id), JSON.stringify(paper))
export const openPaper = (deed: Deed, row: CertificateRow): Paper =>
  JSON.parse(deed.platform.sealer.open(place(deed, 'paper_sealed', row.id), row.paper_sealed)) as Paper
export const sealCredential = (deed: Deed, id: string, credential: string): Buffer =>
  deed.platform.sealer.seal(place(deed, 'credential_sealed', id), credential)
export const openCredential = (deed: Deed, row: CertificateRow): string =>
  deed.platform.sealer.open(place(deed, 'credential_sealed', row.id), row.credential_sealed)

export const certificates = ({ tx, street }: Deed) =>
  tx
    .selectFrom('certificate')
    .leftJoin('certificate_revocation as revocation', (join) =>
      join.onRef('revocation.street_id', '=', 'certificate.street_id').onRef('revocation.certificate_id', '=', 'certificate.id'),
    )
    .selectAll('certificate')
    .select(['revocation.revoked_at', 'revocation.reason as revoked_reason'])
    .where('certificate.street_id', '=', street.id)
export type CertificateRow = Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>

export const findCertificate = (deed: Deed, id: string): Promise<CertificateRow | undefined> =>
  certificates(deed).where('certificate.id', '=', id).executeTakeFirst()

export const revokedPart = (deed: Deed, row: Pick<CertificateRow, 'revoked_at' | 'revoked_reason'>) =>
  row.revoked_at && row.revoked_reason
    ? { on: dayIn(deed.street.zone, row.revoked_at), reason: row.revoked_reason as RevocationReason }
    : null

export async function toPublic(deed: Deed, rows: readonly CertificateRow[]): Promise<z.infer<typeof PublicCertificate>[]> {
  const names = await organNames(
    deed,
    rows.map(({ issuer_organ }) => issuer_organ),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name as Text,
    issuer: { id: row.issuer_organ, name: names.get(row.issuer_organ)! },
    issuedOn: dayIn(deed.street.zone, row.issued_at),
    period: row.from_day && row.until_day ? { from: row.from_day, until: row.until_day } : null,
  }))
}

export const toMine = async (deed: Deed, rows: readonly CertificateRow[]): Promise<z.infer<typeof MyCertificate>[]> =>
  (await toPublic(deed, rows)).map((shown, index) => ({ ...shown, number: rows[index]!.number, revoked: revokedPart(deed, rows[index]!) }))

export function toPaper(deed: Deed, row: CertificateRow) {
  const { holder, narrative, hours } = openPaper(deed, row)
  return { number: row.number, holder, narrative, hours, criteria: row.criteria as Text }
}
