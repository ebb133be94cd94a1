import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import { listMine } from './awards.ts'

/** Which certificates somebody was offered; the certificates themselves are the programme's. */
export const awardsKeeper: KeeperPart = {
  tables: ['course_award'],
  open: async () => [],
  async export(deed, personId) {
    const { items } = await listMine(deed, personId)
    return items.length === 0 ? {} : { courseAwards: items.map(({ title, state }) => ({ course: title, state })) }
  },
  async forget(deed, personId) {
    await deed.tx.deleteFrom('course_award').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
