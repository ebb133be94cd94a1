import { consentTexts, type ConsentPurpose } from '@ronghe/contract/people/consent-texts.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../deed.ts'
import { forbidden } from '../http/problems.ts'

/** Whether the person agrees to this today; asked at the moment of use, so that a withdrawal counts with the next one (D5). */
export async function agrees(deed: Deed, personId: string, purpose: ConsentPurpose): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('consent')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Of these people, who agrees: for lists. */
export async function whoAgrees(deed: Deed, personIds: readonly string[], purpose: ConsentPurpose): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await deed.tx
    .selectFrom('consent')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', 'in', [...personIds])
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Refuses what needs a consent that is not there; the refusal names it in the reader's language. */
export async function requireConsent(deed: Deed, personId: string, purpose: ConsentPurpose): Promise<void> {
  if (await agrees(deed, personId, purpose)) return
  throw forbidden('consent-needed', { params: { title: inLanguage(consentTexts[purpose].title, deed.language) } })
}
