import type { Dispute } from '@ronghe/contract/station/mediation.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'

const place = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'mediation_session', column: 'place_sealed', row: id })

export async function sessionsOf(deed: Deed, disputeId: string): Promise<Dispute['sessions']> {
  const rows = await deed.tx
    .selectFrom('mediation_session')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('dispute_id', '=', disputeId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, at, place_sealed, held }) => ({
    id,
    at: at.toISOString(),
    place: deed.platform.sealer.open(place(deed, id), place_sealed),
    held,
  }))
}

export async function addSession(deed: Deed, disputeId: string, at: Date, where: string): Promise<void> {
  const id = deed.id()
  await deed.tx
    .insertInto('mediation_session')
    .values({ street_id: deed.street.id, id, dispute_id: disputeId, at, place_sealed: deed.platform.sealer.seal(place(deed, id), where) })
    .execute()
}

/** That it was held, and nothing of what was said in it. */
export async function holdSession(deed: Deed, disputeId: string, sessionId: string): Promise<void> {
  const { numUpdatedRows } = await deed.tx
    .updateTable('mediation_session')
    .set({ held: true })
    .where('street_id', '=', deed.street.id)
    .where('dispute_id', '=', disputeId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('dispute-session-missing')
}
