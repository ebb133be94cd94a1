import type { KeeperPart } from '../../../platform/privacy/keeper.ts'

/** Being proposed or asked for a shift: the person's to see, and gone with them. */
export const rosterKeeper: KeeperPart = {
  tables: ['roster_line'],
  open: async () => [],
  async export(deed, personId) {
    const rows = await deed.tx
      .selectFrom('roster_line')
      .select(['shift_id', 'state', 'because'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute()
    return rows.length === 0 ? {} : { shiftInvitations: rows.map(({ shift_id, ...row }) => ({ shift: shift_id, ...row })) }
  },
  async forget(deed, personId) {
    await deed.tx.deleteFrom('roster_line').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
