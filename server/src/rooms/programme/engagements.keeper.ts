import type { KeeperPart } from '../../platform/privacy/keeper.ts'

/** When somebody was where; the rooms of the shift, class or meeting say themselves what is open. */
export const engagementsKeeper: KeeperPart = {
  tables: ['engagement', 'calendar_feed'],
  open: async () => [],

  async export(deed, personId) {
    const rows = await deed.tx
      .selectFrom('engagement')
      .select(['kind', 'title', 'place', 'starts_at', 'ends_at', 'cancelled'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('starts_at')
      .execute()
    const feed = await deed.tx
      .selectFrom('calendar_feed')
      .select('created_at')
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .execute()
    return { ...(rows.length > 0 ? { calendar: rows } : {}), ...(feed.length > 0 ? { calendarFeed: feed } : {}) }
  },

  async forget(deed, personId) {
    for (const table of ['engagement', 'calendar_feed'] as const)
      await deed.tx.deleteFrom(table).where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
