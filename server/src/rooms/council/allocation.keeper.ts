import type { Deed } from '../../platform/deed.ts'
import { forgetBallot, keptBallot } from './allocation-ballots.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'
import { roundsWithKey } from './stance-rounds.ts'

const proposedBy = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('allocation_project')
    .innerJoin('allocation_round', (join) =>
      join
        .onRef('allocation_round.street_id', '=', 'allocation_project.street_id')
        .onRef('allocation_round.id', '=', 'allocation_project.round_id'),
    )
    .select([
      'allocation_project.id',
      'allocation_project.number',
      'allocation_project.title',
      'allocation_project.what',
      'allocation_project.state',
      'allocation_round.state as round_state',
    ])
    .where('allocation_project.street_id', '=', deed.street.id)
    .where('allocation_project.proposer_id', '=', personId)
    .orderBy('allocation_project.id')

const objectionsBy = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('allocation_objection')
    .select(['id', 'about', 'words_sealed', 'on_day', 'answer'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('id')

/** Projects somebody proposed stay for those who voted for them, without the proposer; a ballot is struck while it can still be found. */
export const allocationKeeper: KeeperPart = {
  tables: ['allocation_project', 'allocation_objection', 'allocation_paper'],

  async open(deed, personId) {
    const rows = await proposedBy(deed, personId)
      .where('allocation_project.state', 'in', ['proposed', 'feasible', 'appealed'])
      .where('allocation_round.state', 'in', ['call', 'feasibility', 'voting'])
      .execute()
    return rows.map(({ id, number }) => ({
      room: 'council',
      kind: 'project',
      id,
      title: { 'zh-CN': `您提的第${number}号项目`, en: `Project no. ${number} that you proposed` },
      becomes: 'handedOn' as const,
      note: { 'zh-CN': '项目照常参加投票，不再和您有关联。', en: 'It stays on the ballot and is no longer tied to you.' },
    }))
  },

  async export(deed, personId) {
    const projects = await proposedBy(deed, personId).execute()
    const objections = await objectionsBy(deed, personId).execute()
    const ballots: unknown[] = []
    for (const { id, kind } of await roundsWithKey(deed)) {
      const kept = kind === 'allocation' ? await keptBallot(deed, personId, id) : undefined
      if (kept) ballots.push({ round: id, onPaper: kept.picks === null, picks: kept.picks })
    }
    return {
      ...(projects.length > 0
        ? { allocationProjects: projects.map(({ number, title, what, state }) => ({ number, title, what, state })) }
        : {}),
      ...(objections.length > 0
        ? {
            allocationObjections: objections.map(({ id, about, words_sealed, on_day, answer }) => ({
              about,
              on: on_day,
              answer,
              words: words_sealed
                ? deed.platform.sealer.open(
                    { street: deed.street.id, table: 'allocation_objection', column: 'words_sealed', row: id },
                    words_sealed,
                  )
                : null,
            })),
          }
        : {}),
      ...(ballots.length > 0 ? { allocationBallots: ballots } : {}),
    }
  },

  async forget(deed, personId) {
    const of = deed.street.id
    await deed.tx
      .updateTable('allocation_project')
      .set({ proposer_id: null })
      .where('street_id', '=', of)
      .where('proposer_id', '=', personId)
      .execute()
    await deed.tx
      .updateTable('allocation_objection')
      .set({ person_id: null, words_sealed: null })
      .where('street_id', '=', of)
      .where('person_id', '=', personId)
      .execute()
    for (const { id, kind } of await roundsWithKey(deed)) if (kind === 'allocation') await forgetBallot(deed, personId, id)
  },
}
