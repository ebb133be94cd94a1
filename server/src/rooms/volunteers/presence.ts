import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'

export type PresenceRow = Selectable<Tables['shift_presence']>

/** Who was at a shift: what hours are claimed on. By the time of arrival. */
export const presenceOf = async (deed: Deed, shiftId: string): Promise<readonly PresenceRow[]> =>
  deed.tx
    .selectFrom('shift_presence')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shiftId)
    .orderBy('in_at')
    .orderBy('id')
    .execute()

export const findPresence = (deed: Deed, shiftId: string, personId: string): Promise<PresenceRow | undefined> =>
  deed.tx
    .selectFrom('shift_presence')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
