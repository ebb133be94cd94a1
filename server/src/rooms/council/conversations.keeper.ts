import type { Deed } from '../../platform/deed.ts'
import { sql } from 'kysely'
import { findPseudonym } from '../../platform/privacy/round-keys.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'
import { ownVotes } from './opinions.ts'
import { roundsWithKey } from './stance-rounds.ts'
import { openWords } from './statements.ts'

const statementsOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('statement')
    .select(['id', 'state', 'words', 'words_sealed', 'created_at'])
    .where('street_id', '=', deed.street.id)
    .where('author_id', '=', personId)
    .orderBy('created_at')

/** What somebody said and how they stood to what others said: found through the keys that are still there. */
export const conversationsKeeper: KeeperPart = {
  tables: ['statement'],

  async open(deed, personId) {
    const waiting = await statementsOf(deed, personId).where('state', '=', 'waiting').execute()
    return waiting.map(({ id }) => ({
      room: 'council',
      kind: 'statement',
      id,
      title: { 'zh-CN': '还没公开的一句话', en: 'A statement that is not published yet' },
      becomes: 'ends' as const,
      note: { 'zh-CN': '您离开时删除。', en: 'It is deleted when you leave.' },
    }))
  },

  /** Stances go to the person's own session only, never to whoever works on a request for them. */
  async export(deed, personId) {
    const statements = (await statementsOf(deed, personId).execute()).map(({ id, state, words, words_sealed, created_at }) => ({
      state,
      words: words_sealed ? openWords(deed, id, words_sealed).words : words,
      at: created_at.toISOString(),
    }))
    const own = deed.actor.kind === 'person' && deed.actor.personId === personId && deed.actor.session === 'open'
    const opinions: Record<string, unknown> = {}
    for (const { id } of own ? await roundsWithKey(deed) : []) {
      const mine = await ownVotes(deed, id, findPseudonym(deed, id, personId)!)
      if (mine.size > 0) opinions[id] = Object.fromEntries(mine)
    }
    return {
      ...(statements.length > 0 ? { statements } : {}),
      ...(Object.keys(opinions).length > 0 ? { opinions } : {}),
    }
  },

  async forget(deed, personId) {
    for (const { id } of await roundsWithKey(deed)) {
      const pseudonym = findPseudonym(deed, id, personId)
      if (pseudonym) await sql`select stance.forget_voter(${id}::uuid, ${pseudonym})`.execute(deed.tx)
    }
    const own = (query: 'waiting' | 'rest') =>
      deed.tx
        .updateTable('statement')
        .set(
          query === 'waiting'
            ? { state: 'withdrawn', words_sealed: null, author_id: null, decided_at: deed.now }
            : { words_sealed: null, author_id: null },
        )
        .where('street_id', '=', deed.street.id)
        .where('author_id', '=', personId)
    await own('waiting').where('state', '=', 'waiting').execute()
    await own('rest').execute()
  },
}
