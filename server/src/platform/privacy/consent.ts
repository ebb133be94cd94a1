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

/** Refuses what needs a consent that is not there; the refusal names it in the reader's language. */
export async function requireConsent(deed: Deed, personId: string, purpose: ConsentPurpose): Promise<void> {
  if (await agrees(deed, personId, purpose)) return
  throw forbidden('consent-needed', { params: { title: inLanguage(consentTexts[purpose].title, deed.language) } })
}
