import type { Deed } from '../../platform/deed.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'

const votesOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('ballot_voter')
    .innerJoin('secret_ballot', (join) =>
      join.onRef('secret_ballot.street_id', '=', 'ballot_voter.street_id').onRef('secret_ballot.id', '=', 'ballot_voter.ballot_id'),
    )
    .select(['secret_ballot.id', 'secret_ballot.title', 'secret_ballot.state', 'ballot_voter.handed_on', 'ballot_voter.paper'])
    .where('ballot_voter.street_id', '=', deed.street.id)
    .where('ballot_voter.person_id', '=', personId)
    .orderBy('secret_ballot.id')

/**
 * That somebody had the right to vote, took a slip, helped to open or to count. How anybody voted is nowhere to be exported from or erased:
 * a ballot in the box belongs to no one.
 */
export const ballotsKeeper: KeeperPart = {
  tables: ['ballot_voter', 'ballot_trustee', 'paper_count', 'secret_ballot'],

  async open(deed, personId) {
    const trusts = await deed.tx
      .selectFrom('ballot_trustee')
      .innerJoin('secret_ballot', (join) =>
        join.onRef('secret_ballot.street_id', '=', 'ballot_trustee.street_id').onRef('secret_ballot.id', '=', 'ballot_trustee.ballot_id'),
      )
      .select('secret_ballot.id')
      .where('ballot_trustee.street_id', '=', deed.street.id)
      .where('ballot_trustee.person_id', '=', personId)
      .where('secret_ballot.state', 'in', ['setUp', 'trusteesReady', 'open', 'closed'])
      .execute()
    return trusts.map(({ id }) => ({
      room: 'council',
      kind: 'ballotTrustee',
      id,
      title: { 'zh-CN': '秘密投票的监票人', en: 'Trustee of a secret ballot' },
      becomes: 'ends' as const,
      note: {
        'zh-CN': '开票要三名监票人中的两名。您离开后由另外两名开票。',
        en: 'Two of three trustees open the vote; when you leave the other two do.',
      },
    }))
  },

  async export(deed, personId) {
    const votes = await votesOf(deed, personId).execute()
    return votes.length > 0
      ? { ballots: votes.map(({ title, state, handed_on, paper }) => ({ title, state, slipOn: handed_on, paper })) }
      : {}
  },

  async forget(deed, personId) {
    const { tx, street } = deed
    await tx.deleteFrom('ballot_voter').where('street_id', '=', street.id).where('person_id', '=', personId).execute()
    await tx
      .updateTable('secret_ballot')
      .set({ set_up_by: null })
      .where('street_id', '=', street.id)
      .where('set_up_by', '=', personId)
      .execute()
  },
}
