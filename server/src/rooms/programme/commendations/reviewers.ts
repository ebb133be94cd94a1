import type { Deed } from '../../../platform/deed.ts'
import { housemates } from '../../people/households.ts'
import { heldOn, today } from '../posts.ts'
import type { NominationRow } from './nomination-rows.ts'
import { conflictOf, type Conflict, type Reader } from './review-rules.ts'

/** Being a reviewer makes nobody one of the office that keeps the post. */
export async function readerOf(deed: Deed, personId: string): Promise<Reader> {
  return { personId, household: await housemates(deed, personId), organs: new Set(await organsOf(deed, personId)) }
}

export async function conflictWith(deed: Deed, reader: Reader, row: NominationRow): Promise<Conflict | undefined> {
  return conflictOf(reader, {
    nomineeId: row.nominee_id,
    nominatorId: row.nominator_id,
    nominatorOrgan: row.nominator_organ,
    nomineeOrgans: row.nominee_id ? await organsOf(deed, row.nominee_id) : [],
  })
}

async function organsOf(deed: Deed, personId: string): Promise<readonly string[]> {
  const rows = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('post.organ_id')
    .where('appointment.person_id', '=', personId)
    .where('post.kind', '<>', 'commendationReviewer')
    .execute()
  return [...new Set(rows.map(({ organ_id }) => organ_id))]
}
