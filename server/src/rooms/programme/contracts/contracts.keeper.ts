import type { KeeperPart } from '../../../platform/privacy/keeper.ts'

/** Whoever prepared a project is remembered so that somebody else accepts it; feedback knows nobody. */
export const contractsKeeper: KeeperPart = {
  tables: ['contract_project', 'contract_offer', 'contract_feedback'],
  open: async () => [],
  async export({ tx, street }, personId) {
    const rows = await tx
      .selectFrom('contract_project')
      .select(['title', 'created_on'])
      .where('street_id', '=', street.id)
      .where('prepared_by', '=', personId)
      .orderBy('id')
      .execute()
    return rows.length === 0 ? {} : { contractsPrepared: rows.map(({ title, created_on }) => ({ title, on: created_on })) }
  },
  async forget({ tx, street }, personId) {
    await tx
      .updateTable('contract_project')
      .set({ prepared_by: null })
      .where('street_id', '=', street.id)
      .where('prepared_by', '=', personId)
      .execute()
  },
}
