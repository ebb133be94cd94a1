import type { AmountBand, UseOutcome } from '@ronghe/contract/programme/agreements.ts'
import type { Deed } from '../../platform/deed.ts'

export interface AgreementUse {
  readonly agreementId: string
  readonly caseId: string
  readonly outcome: UseOutcome
  readonly reason: string
  readonly days: number
  readonly amountBand: AmountBand
  readonly onDay: string
}

/** One use per case; a corrected reply replaces it. */
export async function countUse(deed: Deed, { agreementId, caseId, outcome, reason, days, amountBand, onDay }: AgreementUse): Promise<void> {
  const values = { outcome, reason: reason || null, days, amount_band: amountBand, on_day: onDay }
  await deed.tx
    .insertInto('agreement_use')
    .values({ street_id: deed.street.id, id: deed.id(), agreement_id: agreementId, case_id: caseId, ...values })
    .onConflict((conflict) => conflict.constraint('agreement_use_case_key').doUpdateSet(values))
    .execute()
}
