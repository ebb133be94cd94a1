import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { createRoundKey, destroyRoundKey, hasRoundKey, roundKeyDays } from '../../platform/privacy/round-keys.ts'

/**
 * Opens a round of stances under a key of its own. The key is on the disk before the round can be committed; one left over by a deed that failed
 * is taken up by the next try.
 */
export async function openRound(deed: Deed, roundId: string, kind: 'conversation' | 'allocation'): Promise<void> {
  await deed.tx.insertInto('stance_round').values({ street_id: deed.street.id, id: roundId, kind, opened_at: deed.now }).execute()
  if (!hasRoundKey(deed, roundId)) createRoundKey(deed, roundId)
  await record(deed, { kind: 'council.round.opened', plain: { round: roundId, what: kind } })
}

/** From now on the clock of the key runs. */
export async function closeRound(deed: Deed, roundId: string): Promise<void> {
  await deed.tx
    .updateTable('stance_round')
    .set({ closed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', roundId)
    .where('closed_at', 'is', null)
    .execute()
  await record(deed, { kind: 'council.round.closed', plain: { round: roundId } })
}

/** The rounds whose voters can still be found by the key. */
export async function roundsWithKey(deed: Deed): Promise<readonly { id: string; kind: 'conversation' | 'allocation' }[]> {
  const rounds = await deed.tx
    .selectFrom('stance_round')
    .select(['id', 'kind'])
    .where('street_id', '=', deed.street.id)
    .where('key_destroyed_at', 'is', null)
    .execute()
  return rounds.filter(({ id }) => hasRoundKey(deed, id))
}

/**
 * Destroys the keys whose time is up; run every night. The file goes first: where the deed then fails, the next night finds the round still due and
 * nothing more to destroy.
 * @returns the rounds whose keys went.
 */
export async function destroyDueKeys(deed: Deed): Promise<readonly string[]> {
  const due = await deed.tx
    .selectFrom('stance_round')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('closed_at', '<', new Date(deed.now.getTime() - roundKeyDays * 86_400_000))
    .where('key_destroyed_at', 'is', null)
    .execute()
  for (const { id } of due) {
    destroyRoundKey(deed, id)
    await deed.tx
      .updateTable('stance_round')
      .set({ key_destroyed_at: deed.now })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .execute()
    await record(deed, { kind: 'council.round.keyDestroyed', plain: { round: id } })
  }
  return due.map(({ id }) => id)
}
