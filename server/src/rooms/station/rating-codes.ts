import { claimCode, readCode } from '../../platform/codes.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from '../programme/posts.ts'

export interface RatingCode {
  readonly id: string
  readonly caseId: string | null
  readonly ticketId: string | null
}

/** Sixteen signs, because it stands on its own: whoever has the slip may rate, and nobody else. */
export async function newRatingCode(
  deed: Deed,
  about: { readonly caseId: string } | { readonly ticketId: string },
): Promise<{ code: string; validUntil: string }> {
  const code = claimCode()
  const { ratingDays } = await setting(deed, 'station')
  const validUntil = addDays(today(deed), ratingDays)
  await deed.tx
    .insertInto('rating_code')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      code_hash: codeHash(deed, code),
      case_id: 'caseId' in about ? about.caseId : null,
      ticket_id: 'ticketId' in about ? about.ticketId : null,
      valid_until: validUntil,
    })
    .execute()
  return { code, validUntil }
}

/** Takes the code away; of two at once one gets it. */
export async function useRatingCode(deed: Deed, typed: string): Promise<RatingCode | undefined> {
  const code = readCode(typed)
  if (!code) return undefined
  const row = await deed.tx
    .deleteFrom('rating_code')
    .where('street_id', '=', deed.street.id)
    .where('code_hash', '=', codeHash(deed, code))
    .where('valid_until', '>=', today(deed))
    .returning(['id', 'case_id', 'ticket_id'])
    .executeTakeFirst()
  return row && { id: row.id, caseId: row.case_id, ticketId: row.ticket_id }
}

const codeHash = (deed: Deed, code: string): Buffer => deed.platform.sealer.lookup(deed.street.id, 'code', `rating ${code}`)
