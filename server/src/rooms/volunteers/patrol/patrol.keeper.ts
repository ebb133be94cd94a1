import type { KeeperPart } from '../../../platform/privacy/keeper.ts'

/** All that ties a person to a patrol: that they read the briefing. Ticks and findings know nobody. */
export const patrolKeeper: KeeperPart = {
  tables: ['patrol_briefed', 'finding'],
  open: async () => [],
  async export(deed, personId) {
    const rows = await deed.tx
      .selectFrom('patrol_briefed')
      .innerJoin('patrol_round', (join) =>
        join.onRef('patrol_round.street_id', '=', 'patrol_briefed.street_id').onRef('patrol_round.id', '=', 'patrol_briefed.round_id'),
      )
      .select('patrol_round.on_day')
      .where('patrol_briefed.street_id', '=', deed.street.id)
      .where('patrol_briefed.person_id', '=', personId)
      .orderBy('patrol_round.on_day')
      .execute()
    return rows.length === 0 ? {} : { patrolBriefings: rows.map(({ on_day }) => ({ readFor: on_day })) }
  },
  async forget(deed, personId) {
    await deed.tx.deleteFrom('patrol_briefed').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
