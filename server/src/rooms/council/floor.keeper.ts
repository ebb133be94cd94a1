import type { KeeperPart } from '../../platform/privacy/keeper.ts'

/** What somebody did in a meeting is an act of office and stays in its list by id; the name goes with the account. */
export const floorKeeper: KeeperPart = {
  tables: ['meeting_event'],
  open: async () => [],
  async export(deed, personId) {
    const rows = await deed.tx
      .selectFrom('meeting_event')
      .select(['meeting_id', 'at', 'kind'])
      .where('street_id', '=', deed.street.id)
      .where('by_person', '=', personId)
      .orderBy('at')
      .execute()
    return rows.length > 0 ? { inMeetings: rows } : {}
  },
  forget: async () => {},
}
