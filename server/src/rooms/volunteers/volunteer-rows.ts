import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'

export type VolunteerRow = Selectable<Tables['volunteer']>

export const findVolunteer = (deed: Deed, personId: string): Promise<VolunteerRow | undefined> =>
  deed.tx.selectFrom('volunteer').selectAll().where('street_id', '=', deed.street.id).where('person_id', '=', personId).executeTakeFirst()

/** The one question asked before the first shift: of age or not. */
export async function firstTime(deed: Deed, personId: string, minor: boolean | undefined, post: string | null): Promise<VolunteerRow> {
  if (minor === undefined) throw refused('volunteers-age-first')
  const row = await deed.tx
    .insertInto('volunteer')
    .values({ street_id: deed.street.id, person_id: personId, minor, entered_by_post: post, changed_at: deed.now })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'volunteers.profile.begun', about: personId, plain: { paper: post !== null } })
  return row
}
