import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import type { Meeting } from './meeting-rows.ts'

export type SignInWay = 'code' | 'list' | 'chair'

/** Who is here at this moment, by the sign-in list. */
export async function presentIn(deed: Deed, { id }: Pick<Meeting, 'id'>): Promise<ReadonlySet<string>> {
  const rows = await deed.tx
    .selectFrom('meeting_sign_in')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', id)
    .where('left_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** On the list that somebody is here or has left; whoever leaves and comes back is here again. */
export async function notePresence(
  deed: Deed,
  meeting: Pick<Meeting, 'id'>,
  personId: string,
  here: boolean,
  how: SignInWay,
): Promise<void> {
  const { tx, street } = deed
  const present = (await presentIn(deed, meeting)).has(personId)
  if (present === here) return
  if (here)
    await tx
      .insertInto('meeting_sign_in')
      .values({ street_id: street.id, meeting_id: meeting.id, person_id: personId, came_at: deed.now, how })
      .onConflict((conflict) => conflict.columns(['street_id', 'meeting_id', 'person_id']).doUpdateSet({ left_at: null }))
      .execute()
  else
    await tx
      .updateTable('meeting_sign_in')
      .set({ left_at: deed.now })
      .where('street_id', '=', street.id)
      .where('meeting_id', '=', meeting.id)
      .where('person_id', '=', personId)
      .execute()
  await record(deed, {
    kind: here ? 'council.delegate.came' : 'council.delegate.left',
    about: personId,
    plain: { meeting: meeting.id, how },
  })
}
