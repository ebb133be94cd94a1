import type { Deed } from '../../../platform/deed.ts'
import type { EnrolmentRow } from './line.ts'

const place = (deed: Deed, row: string) => ({ street: deed.street.id, table: 'enrolment', column: 'approval_reason_sealed', row })

/** Why somebody was or was not approved: read by that person and the school. */
export const sealReason = (deed: Deed, enrolmentId: string, reason: string): Buffer =>
  deed.platform.sealer.seal(place(deed, enrolmentId), reason)

export const reasonOf = (deed: Deed, row: Pick<EnrolmentRow, 'id' | 'approval_reason_sealed'>): string | null =>
  row.approval_reason_sealed && deed.platform.sealer.open(place(deed, row.id), row.approval_reason_sealed)
