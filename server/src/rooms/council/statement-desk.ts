import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type {
  decideStatement as decideOperation,
  listBursts as burstsOperation,
  listStatements as listOperation,
  WaitingStatement,
} from '@ronghe/contract/council/conversation-desk.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { cited } from './charter.ts'
import { publicStatements, redrawSoon, settledRates } from './compass.ts'
import { getConversation } from './conversation-rows.ts'
import { nextNumber } from './conversations.ts'
import { asModerator } from './moderators.ts'
import { keepBurst } from './opinions.ts'
import { personalTraces } from './personal-traces.ts'
import { alikeAmong, dueOn, openWords, sealWords } from './statements.ts'

/** For the moderators: what was said, never by whom. */
export async function listStatements(
  deed: Deed,
  councilId: string,
  conversationId: string,
  { limit, after, state }: QueryOf<typeof listOperation>,
): Promise<ReplyOf<typeof listOperation>> {
  asModerator(deed, councilId)
  await getConversation(deed, councilId, conversationId)
  const [from] = readCursor(after, 1) ?? []
  // Published ones stand in the order of their numbers, as everywhere; the others in the order they came.
  const order = state === 'admitted' ? 'number' : 'id'
  const rows = await deed.tx
    .selectFrom('statement')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .where('state', '=', state)
    .$if(from !== undefined, (query) => query.where(order, '>', order === 'number' ? Number(from) || 0 : from!))
    .orderBy(order)
    .limit(limit + 1)
    .execute()
  const known = await publicStatements(deed.tx, deed.street.id, conversationId)
  const items: WaitingStatement[] = []
  for (const row of rows.slice(0, limit)) {
    const words = row.words_sealed ? openWords(deed, row.id, row.words_sealed) : { words: row.words ?? '', translation: row.translation }
    items.push({
      id: row.id,
      state: row.state,
      number: row.number,
      ...words,
      writtenOn: dayIn(deed.street.zone, row.created_at),
      dueOn: row.state === 'waiting' ? await dueOn(deed, row.created_at) : null,
      reason: row.reason,
      reasonWords: row.reason_words,
      alike: row.state === 'waiting' ? alikeAmong(words.words, known) : [],
      traces: personalTraces(words.words),
      may:
        row.state === 'waiting'
          ? ['decide']
          : row.state === 'admitted'
            ? ['takeDown', ...(row.translation ? [] : (['translate'] as const))]
            : [],
    })
  }
  const last = rows[limit - 1]
  return { items, next: rows.length > limit && last ? toCursor(state === 'admitted' ? String(last.number) : last.id) : null }
}

export async function decideStatement(
  deed: Deed,
  { councilId, conversationId, statementId }: { readonly councilId: string; readonly conversationId: string; readonly statementId: string },
  decision: BodyOf<typeof decideOperation>,
): Promise<{ id: string }> {
  const post = asModerator(deed, councilId)
  await getConversation(deed, councilId, conversationId)
  const row = await lockStatement(deed, conversationId, statementId)
  if (row.state !== (decision.what === 'takeDown' || decision.what === 'translate' ? 'admitted' : 'waiting'))
    throw refused('statement-decided', await cited(deed, councilId, 'commonGround'))
  const decided = { decided_at: deed.now, decided_by_post: post.id }
  const columns = async () => {
    switch (decision.what) {
      case 'admit': {
        const { words, translation } = openWords(deed, statementId, row.words_sealed!)
        return {
          ...decided,
          state: 'admitted' as const,
          number: await nextNumber(deed, conversationId),
          words,
          translation: decision.translation || translation,
          words_sealed: null,
        }
      }
      case 'return':
        return { ...decided, state: 'returned' as const, reason: decision.reason, reason_words: decision.words }
      case 'duplicate': {
        const same = (await publicStatements(deed.tx, deed.street.id, conversationId)).find(({ id }) => id === decision.sameAs)
        if (!same) throw unfit([{ path: 'sameAs', code: 'field-choice' }])
        return { ...decided, state: 'duplicate' as const, reason: 'duplicate' as const, same_as: same.id }
      }
      case 'takeDown':
        // Its words are no longer public, so they are no longer readable.
        return {
          ...decided,
          state: 'returned' as const,
          reason: decision.reason,
          reason_words: decision.words,
          words_sealed: sealWords(deed, statementId, row.words!, row.translation ?? ''),
          words: null,
          translation: null,
        }
      case 'translate': {
        // A translation is added once; changing it would change what people voted on.
        if (row.translation) throw refused('statement-decided', await cited(deed, councilId, 'commonGround'))
        return { translation: decision.translation }
      }
    }
  }
  await deed.tx
    .updateTable('statement')
    .set(await columns())
    .where('street_id', '=', deed.street.id)
    .where('id', '=', statementId)
    .execute()
  redrawSoon(deed, conversationId)
  if (row.author_id && decision.what !== 'translate')
    await notify(deed, row.author_id, { template: 'statement-decided', link: '/my-statements' })
  await record(deed, { kind: `council.statement.${decision.what}`, plain: { conversation: conversationId, statement: statementId } })
  return { id: statementId }
}

/** Also the conversation, whose numbers have no gaps. */
async function lockStatement(deed: Deed, conversationId: string, statementId: string) {
  await deed.tx
    .selectFrom('conversation')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', conversationId)
    .forUpdate()
    .execute()
  const row = await deed.tx
    .selectFrom('statement')
    .select(['state', 'words', 'words_sealed', 'author_id', 'translation'])
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', statementId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('statement')
  return row
}

export async function listBursts(deed: Deed, councilId: string, conversationId: string): Promise<ReplyOf<typeof burstsOperation>> {
  asModerator(deed, councilId)
  await getConversation(deed, councilId, conversationId)
  const rows = await deed.tx
    .selectFrom('vote_burst')
    .select(['id', 'began_at', 'votes', 'looked_at'])
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .orderBy('began_at', 'desc')
    .limit(50)
    .execute()
  return {
    items: rows.map(({ id, began_at, votes, looked_at }) => ({
      id,
      beganAt: began_at.toISOString(),
      votes,
      lookedAt: looked_at?.toISOString() ?? null,
    })),
  }
}

export async function markBurst(deed: Deed, councilId: string, conversationId: string, burstId: string): Promise<{ id: string }> {
  const post = asModerator(deed, councilId)
  const { numUpdatedRows } = await deed.tx
    .updateTable('vote_burst')
    .set({ looked_at: deed.now, looked_by_post: post.id })
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', burstId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('burst')
  await record(deed, { kind: 'council.burst.looked-at', plain: { conversation: conversationId, burst: burstId } })
  return { id: burstId }
}

/** Every few minutes: bursts that ended and after which nobody voted any more. */
export async function keepSettledBursts(deed: Deed): Promise<void> {
  const open = await deed.tx
    .selectFrom('conversation')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .execute()
  const rates = settledRates(deed.platform.database)
  for (const { id } of open) {
    const burst = rates.get(id)?.settle(deed.now)
    if (burst) deed.afterCommit(() => keepBurst(deed, id, burst))
  }
}
