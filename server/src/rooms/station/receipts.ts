import type { Receipt } from '@ronghe/contract/station/cases.ts'
import type { Deed } from '../../platform/deed.ts'
import { findProof, promiseOf as journalPromise } from '../../platform/journal/proof.ts'
import { definitionOf, eventsOf, clockOfCase, openCase, type CaseRow } from './case-records.ts'
import { textOf } from './services.ts'

/** What is printed and kept: number, code, dates, and the proof that the filing stands in the journal. */
export async function receiptOf(deed: Deed, row: CaseRow, shown: { readonly code: boolean }): Promise<Receipt> {
  const definition = await definitionOf(deed, row)
  const code = shown.code ? (openCase(deed, 'code_sealed', row) ?? '') : ''
  const clock = row.state === 'filed' ? await clockOfCase(deed, row, await eventsOf(deed, row.id), definition) : undefined
  const leafId = row.receipt_leaf!
  const proof = await findProof(deed, leafId)
  return {
    number: row.number,
    queryCode: code,
    service: textOf(definition.name),
    filedAt: row.filed_at.toISOString(),
    acceptBy: clock?.dueOn ?? null,
    promisedWorkingDays: definition.promisedWorkingDays,
    link: code ? statusLink(deed, code) : '',
    journal: {
      leafId,
      promise: proof ? null : await journalPromise(deed, leafId, deed.platform.signerOf(deed.street.id)),
      proof: proof ? { ...proof, proof: [...proof.proof] } : null,
    },
  }
}

/** What the QR code on paper opens: where the case stands, after the last digits of the phone were typed. */
export const statusLink = (deed: Deed, code: string): string => `${deed.platform.config.publicUrl ?? ''}/status?code=${code}`
