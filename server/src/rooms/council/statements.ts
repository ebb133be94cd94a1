import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type {
  editMyStatement as editOperation,
  findAlike as alikeOperation,
  listMyStatements as mineOperation,
  MyStatement,
  StatementWords,
  writeStatement as writeOperation,
} from '@ronghe/contract/council/conversations.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { cited } from './charter.ts'
import { publicStatements } from './compass.ts'
import { sharedPairs } from './concern-likeness.ts'
import { findConversation, getOpenConversation } from './conversation-rows.ts'
import { toLines } from './conversations.ts'
import { latestStep } from './landscapes.ts'
import { personalTraces } from './personal-traces.ts'

export const statementPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'statement', column: 'words_sealed', row: id })

/** From here on two statements may say the same: the author reads both and decides. */
const alikeFrom = 0.4
const mostAlike = 3
/** One voice does not fill the list. */
const mostWaiting = 5

export const alikeAmong = (words: string, statements: readonly StatementWords[]): StatementWords[] =>
  statements
    .map((statement) => ({ statement, shared: sharedPairs(words, statement.words) }))
    .filter(({ shared }) => shared >= alikeFrom)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, mostAlike)
    .map(({ statement }) => statement)

export async function findAlike(
  deed: Deed,
  councilId: string,
  conversationId: string,
  { words }: BodyOf<typeof alikeOperation>,
): Promise<ReplyOf<typeof alikeOperation>> {
  await getOpenConversation(deed, councilId, conversationId)
  return {
    alike: alikeAmong(words, await publicStatements(deed.tx, deed.street.id, conversationId)),
    traces: personalTraces(words),
  }
}

export async function writeStatement(
  deed: Deed,
  personId: string,
  councilId: string,
  conversationId: string,
  { id, words, translation }: BodyOf<typeof writeOperation>,
): Promise<{ id: string }> {
  await getOpenConversation(deed, councilId, conversationId)
  const { waiting } = await deed.tx
    .selectFrom('statement')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .where('author_id', '=', personId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  if (waiting >= mostWaiting)
    throw refused('statements-waiting', await cited(deed, councilId, 'commonGround', { params: { most: mostWaiting } }))
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('statement')
    .values({
      street_id: deed.street.id,
      id,
      conversation_id: conversationId,
      state: 'waiting',
      way: 'resident',
      words_sealed: sealWords(deed, id, words, translation),
      author_id: personId,
      created_at: deed.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return sentAlready(deed, personId, { id, words })
  await record(deed, { kind: 'council.statement.written', about: personId, plain: { conversation: conversationId, statement: id } })
  return { id }
}

/** The phone lost the answer and sends it again: the same, or another one under a uuid that is taken. */
async function sentAlready(
  deed: Deed,
  personId: string,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<{ id: string }> {
  const row = await deed.tx
    .selectFrom('statement')
    .select(['author_id', 'words', 'words_sealed'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  const there = row?.words_sealed ? openWords(deed, id, row.words_sealed).words : row?.words
  if (row?.author_id !== personId || there !== words) throw refused('statement-sent-already')
  return { id }
}

/** Words and translation under one seal. */
export const sealWords = (deed: Deed, id: string, words: string, translation?: string): Buffer =>
  deed.platform.sealer.seal(statementPlace(deed, id), JSON.stringify([words, translation ?? '']))

export function openWords(deed: Deed, id: string, kept: Buffer): { readonly words: string; readonly translation: string | null } {
  const [words = '', translation = ''] = JSON.parse(deed.platform.sealer.open(statementPlace(deed, id), kept)) as string[]
  return { words, translation: translation || null }
}

export async function editMine(
  deed: Deed,
  personId: string,
  id: string,
  { words, translation }: BodyOf<typeof editOperation>,
): Promise<{ id: string }> {
  await ownWaiting(deed, personId, id)
  await deed.tx
    .updateTable('statement')
    .set({ words_sealed: sealWords(deed, id, words, translation) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'council.statement.edited', about: personId, plain: { statement: id } })
  return { id }
}

export async function withdrawMine(deed: Deed, personId: string, id: string): Promise<{ id: string }> {
  await ownWaiting(deed, personId, id)
  await deed.tx
    .updateTable('statement')
    .set({ state: 'withdrawn', words_sealed: null, decided_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'council.statement.withdrawn', about: personId, plain: { statement: id } })
  return { id }
}

/** What people voted on stays what they voted on: once public, a statement is nobody's to change. */
async function ownWaiting(deed: Deed, personId: string, id: string): Promise<void> {
  const row = await deed.tx
    .selectFrom('statement')
    .select(['state', 'conversation_id'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('author_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('statement')
  if (row.state !== 'waiting') {
    const conversation = await findConversation(deed, row.conversation_id)
    throw refused('statement-decided', await cited(deed, conversation!.councilId, 'commonGround'))
  }
}

/** What became of what I said. */
export async function listMine(
  deed: Deed,
  personId: string,
  { limit, after }: QueryOf<typeof mineOperation>,
): Promise<ReplyOf<typeof mineOperation>> {
  const cursor = readCursor(after, 1)
  const rows = await deed.tx
    .selectFrom('statement')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('author_id', '=', personId)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items: MyStatement[] = []
  for (const row of rows.slice(0, limit)) {
    const conversation = (await findConversation(deed, row.conversation_id))!
    const [line] = await toLines(deed, [conversation])
    const known = await publicStatements(deed.tx, deed.street.id, row.conversation_id)
    const step = row.state === 'admitted' ? await latestStep(deed, row.conversation_id) : undefined
    const words = row.words_sealed ? openWords(deed, row.id, row.words_sealed) : { words: row.words ?? '', translation: row.translation }
    const result = step?.published.statements.find(({ id }) => id === row.id)
    items.push({
      id: row.id,
      conversation: line!,
      state: row.state,
      number: row.state === 'admitted' ? row.number : null,
      ...words,
      writtenOn: dayIn(deed.street.zone, row.created_at),
      decidedOn: row.decided_at && dayIn(deed.street.zone, row.decided_at),
      dueOn: row.state === 'waiting' ? await dueOn(deed, row.created_at) : null,
      reason: row.reason,
      reasonWords: row.reason_words,
      sameAs: known.find(({ id }) => id === row.same_as) ?? null,
      result: result && row.number ? { number: row.number, ...words, ...result } : null,
      may: row.state === 'waiting' ? ['edit', 'withdraw'] : [],
    })
  }
  const last = rows[limit - 1]
  return { items, next: rows.length > limit && last ? toCursor(last.id) : null }
}

/** By when the moderators look at a statement: as soon as at a concern. */
export async function dueOn(deed: Deed, writtenAt: Date): Promise<string> {
  const { concernScreen } = await setting(deed, 'clocks')
  return addWorkingDays(await calendarFor(deed), writtenAt, concernScreen)
}

/**
 * Once the key of the round is gone, so is who wrote what, and the words of what was not published.
 */
export async function forgetDecided(deed: Deed): Promise<void> {
  await deed.tx
    .updateTable('statement')
    .set({ author_id: null, words_sealed: null })
    .where('street_id', '=', deed.street.id)
    .where(({ or, eb }) => or([eb('author_id', 'is not', null), eb('words_sealed', 'is not', null)]))
    .where('conversation_id', 'in', ({ selectFrom }) =>
      selectFrom('stance_round').select('id').where('street_id', '=', deed.street.id).where('key_destroyed_at', 'is not', null),
    )
    .execute()
}
