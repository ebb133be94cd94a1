import type { Deed } from '../../platform/deed.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'
import { changePart, openObjection } from './merged-rows.ts'

const partsOfAuthor = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('merged_part')
    .innerJoin('concern', (join) =>
      join.onRef('concern.street_id', '=', 'merged_part.street_id').onRef('concern.id', '=', 'merged_part.concern_id'),
    )
    .selectAll('merged_part')
    .select('concern.number')
    .where('concern.street_id', '=', deed.street.id)
    .where('concern.person_id', '=', personId)
    .orderBy('merged_part.id')

/**
 * A visit knows nobody: it hangs on the delegates' seats, and its words on a code that only their author has. What somebody said to a merge is
 * found by the concern that was theirs.
 */
export const visitsKeeper: KeeperPart = {
  tables: ['visit', 'visit_words', 'merged_part'],

  open: async () => [],

  async export(deed, personId) {
    const parts = await partsOfAuthor(deed, personId).execute()
    if (parts.length === 0) return {}
    return {
      mergedConcerns: parts.map((part) => ({
        concern: part.number,
        leftOut: part.dropped,
        answer: part.answer,
        answeredOn: part.answered_on,
        objection: openObjection(deed, part),
      })),
    }
  },

  /** The concern takes its part along, unless others wait for the answer to it: then what its author wrote goes all the same. */
  async forget(deed, personId) {
    for (const { id } of await partsOfAuthor(deed, personId).execute()) await changePart(deed, id, { objection_sealed: null, dropped: [] })
  },
}
