import type { Receipt } from '@ronghe/contract/station/cases.ts'
import type { Deed } from '../../platform/deed.ts'
import { evidenceOf } from '../../platform/journal/proof.ts'
import { definitionOf, openCase, type CaseRow } from './case-records.ts'
import { textOf } from './services.ts'

/** What is printed and kept: number, code, dates, and the proof that the filing stands in the journal. */
export async function receiptOf(deed: Deed, row: CaseRow, shown: { readonly code: boolean }): Promise<Receipt> {
  const definition = await definitionOf(deed, row)
  const code = shown.code ? (openCase(deed, 'code_sealed', row) ?? '') : ''
  const leafId = row.receipt_leaf!
  const { promise, proof } = await evidenceOf(deed, leafId, deed.platform.signerOf(deed.street.id))
  return {
    number: row.number,
    queryCode: code,
    service: textOf(definition.name),
    filedAt: row.filed_at.toISOString(),
    acceptBy: row.state === 'filed' ? row.due_on : null,
    promisedWorkingDays: definition.promisedWorkingDays,
    link: code ? statusLink(deed, code) : '',
    journal: { leafId, promise, proof: proof && { ...proof, proof: [...proof.proof] } },
  }
}

/** What the QR code on paper opens: where the case stands, after the last digits of the phone were typed. */
export const statusLink = (deed: Deed, code: string): string => `${deed.platform.config.publicUrl ?? ''}/status?code=${code}`
