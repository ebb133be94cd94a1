import type { KeeperPart } from '../../platform/privacy/keeper.ts'

/** When somebody was where; the rooms of the shift, class or meeting say themselves what is open. */
export const engagementsKeeper: KeeperPart = {
  tables: ['engagement'],
  open: async () => [],

  async export(deed, personId) {
    const rows = await deed.tx
      .selectFrom('engagement')
      .select(['kind', 'title', 'place', 'starts_at', 'ends_at', 'cancelled'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('starts_at')
      .execute()
    return rows.length === 0 ? {} : { calendar: rows }
  },

  async forget(deed, personId) {
    await deed.tx.deleteFrom('engagement').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
