import type { Deed } from '../../platform/deed.ts'

/** Who would move up if a seat fell vacant: they may sit in and listen, so that nobody takes a seat unprepared. */
export async function substitutesOf(deed: Deed, councilId: string): Promise<readonly string[]> {
  const rows = await deed.tx
    .selectFrom('seat_offer')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '=', 'waiting')
    .where('person_id', 'is not', null)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return [...new Set(rows.flatMap(({ person_id }) => person_id ?? []))]
}
