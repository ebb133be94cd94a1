import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type {
  Conversation,
  ConversationLine,
  ConversationResult,
  listConversations as listOperation,
} from '@ronghe/contract/council/conversations.ts'
import type { addSeeds as seedsOperation, createConversation as createOperation } from '@ronghe/contract/council/conversation-desk.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { readCursor, toCursor } from '../../platform/http/cursor.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { checkPlace, nameOfPlace, placeNames } from '../programme/places.ts'
import { charterInForce, cited } from './charter.ts'
import { publicStatements, redrawSoon } from './compass.ts'
import { getConversation, isClerk, isModerator, toConversation, type ConversationRow } from './conversation-rows.ts'
import { asClerk } from './delegates.ts'
import { latestStep, takeStep } from './landscapes.ts'
import { closeRound, openRound } from './stance-rounds.ts'

export async function listConversations(
  deed: Deed,
  councilId: string,
  { limit, after }: QueryOf<typeof listOperation>,
): Promise<ReplyOf<typeof listOperation>> {
  await charterInForce(deed, councilId)
  const cursor = readCursor(after, 1)
  const rows = await deed.tx
    .selectFrom('conversation')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .$if(!isClerk(deed, councilId), (query) => query.where('state', '<>', 'preparing'))
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit).map(toConversation)
  const last = shown.at(-1)
  return {
    items: await toLines(deed, shown),
    next: rows.length > limit && last ? toCursor(last.id) : null,
    may: [...(isClerk(deed, councilId) ? ['create' as const] : []), ...(isModerator(deed, councilId) ? ['moderate' as const] : [])],
  }
}

/** As they stand in a list, in the order given. */
export async function toLines(deed: Deed, rows: readonly ConversationRow[]): Promise<ConversationLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const { rows: counted } = await sql<{ id: string; statements: number; people: number | null }>`
    select conversation.id,
      (select count(*)::int from statement where statement.street_id = conversation.street_id and statement.conversation_id = conversation.id and statement.state = 'admitted') as statements,
      (select (landscape.published -> 'people' ->> 'atLeast')::int from landscape
       where landscape.street_id = conversation.street_id and landscape.conversation_id = conversation.id order by landscape.number desc limit 1) as people
    from conversation where conversation.street_id = ${deed.street.id}::uuid and conversation.id = any(${ids}::uuid[])`.execute(deed.tx)
  const counts = new Map(counted.map((row) => [row.id, row]))
  const places = await placeNames(deed)
  const topics = new Map((await setting(deed, 'concernTopics')).map(({ key, name }) => [key, name]))
  const dayOf = (moment: Date | null) => moment && dayIn(deed.street.zone, moment)
  return rows.map((row) => ({
    id: row.id,
    councilId: row.councilId,
    topic: topics.get(row.topic) ?? ({ 'zh-CN': row.topic } satisfies Text),
    title: row.title,
    place: nameOfPlace(places, row.communityId, row.laneId),
    state: row.state,
    openedOn: dayOf(row.openedAt),
    closesOn: row.closesOn,
    closedOn: dayOf(row.closedAt),
    statements: counts.get(row.id)?.statements ?? 0,
    people: counts.get(row.id)?.people ?? null,
  }))
}

export async function readConversation(deed: Deed, councilId: string, conversationId: string): Promise<Conversation> {
  const row = await getConversation(deed, councilId, conversationId)
  const [line] = await toLines(deed, [row])
  const returned = await deed.tx
    .selectFrom('statement')
    .select(['reason', 'reason_words', 'decided_at'])
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .where('state', 'in', ['returned', 'duplicate'])
    .orderBy('decided_at', 'desc')
    .limit(100)
    .execute()
  return {
    ...line!,
    about: row.about,
    laneId: row.laneId,
    mergedConcernId: row.mergedConcernId,
    returned: returned.map(({ reason, reason_words, decided_at }) => ({
      onDay: dayIn(deed.street.zone, decided_at!),
      reason: reason!,
      words: reason_words,
    })),
    underHalfAttested: (await latestStep(deed, conversationId))?.published.underHalfAttested ?? false,
    may: mayWith(deed, row),
  }
}

function mayWith(deed: Deed, { councilId, state }: ConversationRow): Conversation['may'] {
  const { actor } = deed
  const resident = actor.kind === 'person'
  const clerk = isClerk(deed, councilId)
  return [
    ...(state === 'open' && resident && actor.session === 'open' ? ['vote' as const] : []),
    ...(state === 'open' && resident ? ['write' as const] : []),
    ...(isModerator(deed, councilId) ? ['moderate' as const] : []),
    ...(clerk && state === 'preparing' ? ['edit' as const, 'open' as const] : []),
    ...(clerk && state === 'open' ? ['close' as const, 'print' as const, 'enterPaper' as const] : []),
    ...(clerk && state === 'closed' ? ['export' as const] : []),
  ]
}

export async function readResult(deed: Deed, councilId: string, conversationId: string): Promise<ConversationResult> {
  const row = await getConversation(deed, councilId, conversationId)
  const step = await latestStep(deed, row.id)
  if (!step)
    return {
      step: null,
      people: { atLeast: null, newcomer: null, local: null, unstated: null },
      underHalfAttested: false,
      statements: [],
      common: [],
      divisive: [],
      opinionGroups: [],
      stability: null,
      density: [],
    }
  const words = new Map((await publicStatements(deed.tx, deed.street.id, row.id)).map((one) => [one.id, one]))
  const { statements, common, divisive, opinionGroups, ...rest } = step.published
  // What was taken down since is not shown; nothing else of a publication ever changes.
  return {
    ...rest,
    step: { number: step.number, onDay: dayIn(deed.street.zone, step.madeAt) },
    statements: statements.flatMap((one) => (words.has(one.id) ? [{ ...words.get(one.id)!, ...one }] : [])),
    common: common.filter((id) => words.has(id)),
    divisive: divisive.filter(({ statementId }) => words.has(statementId)),
    opinionGroups: opinionGroups.map((group) => ({ ...group, says: group.says.filter(({ statementId }) => words.has(statementId)) })),
  }
}

type Draft = BodyOf<typeof createOperation>

export const createConversation = (deed: Deed, councilId: string, draft: Draft): Promise<{ id: string }> =>
  prepareConversation(deed, councilId, draft, asClerk(deed, councilId).id)

export async function prepareConversation(
  deed: Deed,
  councilId: string,
  draft: Draft,
  postId: string,
  id: string = deed.id(),
): Promise<{ id: string }> {
  await charterInForce(deed, councilId)
  await deed.tx
    .insertInto('conversation')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      state: 'preparing',
      created_at: deed.now,
      created_by_post: postId,
      ...(await columnsOf(deed, councilId, draft)),
    })
    .execute()
  await record(deed, { kind: 'council.conversation.prepared', plain: { council: councilId, conversation: id } })
  return { id }
}

export async function editConversation(deed: Deed, councilId: string, conversationId: string, draft: Draft): Promise<{ id: string }> {
  asClerk(deed, councilId)
  await preparing(deed, councilId, conversationId)
  await deed.tx
    .updateTable('conversation')
    .set(await columnsOf(deed, councilId, draft))
    .where('street_id', '=', deed.street.id)
    .where('id', '=', conversationId)
    .execute()
  await record(deed, { kind: 'council.conversation.edited', plain: { council: councilId, conversation: conversationId } })
  return { id: conversationId }
}

async function columnsOf(deed: Deed, councilId: string, { topic, title, about, laneId, communityId, mergedConcernId, closesOn }: Draft) {
  if (!(await setting(deed, 'concernTopics')).some(({ key }) => key === topic)) throw unfit([{ path: 'topic', code: 'field-choice' }])
  if (closesOn !== null && closesOn <= dayIn(deed.street.zone, deed.now))
    throw unfit([{ path: 'closesOn', code: 'conversation-ends-later' }])
  if (mergedConcernId && !(await isMerged(deed, councilId, mergedConcernId)))
    throw unfit([{ path: 'mergedConcernId', code: 'field-choice' }])
  return {
    topic,
    title: JSON.stringify(title),
    background: JSON.stringify(about),
    ...(await checkPlace(deed, communityId, laneId)),
    merged_concern_id: mergedConcernId ?? null,
    closes_on: closesOn,
  }
}

const isMerged = async (deed: Deed, councilId: string, id: string): Promise<boolean> =>
  (await deed.tx
    .selectFrom('merged_concern')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** What a conversation begins with is open to everybody from the first moment, so nobody moderates it: the clerk answers for it. */
export async function addSeeds(
  deed: Deed,
  councilId: string,
  conversationId: string,
  { seeds }: BodyOf<typeof seedsOperation>,
  way: 'seed' | 'import' = 'seed',
): Promise<{ ids: string[] }> {
  const post = asClerk(deed, councilId)
  await preparing(deed, councilId, conversationId)
  return plantSeeds(deed, conversationId, seeds, { way, postId: post.id })
}

export async function plantSeeds(
  deed: Deed,
  conversationId: string,
  seeds: BodyOf<typeof seedsOperation>['seeds'],
  { way, postId }: { readonly way: 'seed' | 'import'; readonly postId: string },
): Promise<{ ids: string[] }> {
  const first = await nextNumber(deed, conversationId)
  const rows = seeds.map((seed, place) => ({
    street_id: deed.street.id,
    id: deed.id(),
    conversation_id: conversationId,
    number: first + place,
    state: 'admitted' as const,
    way,
    words: seed.words,
    translation: seed.translation || null,
    merged_concern_id: seed.mergedConcernId ?? null,
    created_at: deed.now,
    decided_at: deed.now,
    decided_by_post: postId,
  }))
  await deed.tx.insertInto('statement').values(rows).execute()
  await record(deed, { kind: 'council.statements.seeded', plain: { conversation: conversationId, statements: rows.length } })
  return { ids: rows.map(({ id }) => id) }
}

export async function openConversation(deed: Deed, councilId: string, conversationId: string): Promise<{ id: string }> {
  asClerk(deed, councilId)
  await preparing(deed, councilId, conversationId)
  return startConversation(deed, councilId, conversationId)
}

export async function startConversation(deed: Deed, councilId: string, conversationId: string): Promise<{ id: string }> {
  if ((await publicStatements(deed.tx, deed.street.id, conversationId)).length < leastSeeds)
    throw refused('conversation-needs-statements', await cited(deed, councilId, 'commonGround', { params: { least: leastSeeds } }))
  await openRound(deed, conversationId, 'conversation')
  await deed.tx
    .updateTable('conversation')
    .set({ state: 'open', opened_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', conversationId)
    .execute()
  await record(deed, { kind: 'council.conversation.opened', plain: { council: councilId, conversation: conversationId } })
  return { id: conversationId }
}

/** With fewer the first voters would be done before anybody has said anything. */
const leastSeeds = 3

/** By the clerk, or by the clock on the day after its last. The last publication is made now; the key goes later. */
export async function closeConversation(deed: Deed, conversation: ConversationRow): Promise<{ id: string }> {
  const { numUpdatedRows } = await deed.tx
    .updateTable('conversation')
    .set({ state: 'closed', closed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', conversation.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('conversation-not-open', await cited(deed, conversation.councilId, 'commonGround'))
  await takeStep(deed, conversation)
  await closeRound(deed, conversation.id)
  redrawSoon(deed, conversation.id)
  await record(deed, { kind: 'council.conversation.closed', plain: { council: conversation.councilId, conversation: conversation.id } })
  return { id: conversation.id }
}

export async function closeAsClerk(deed: Deed, councilId: string, conversationId: string): Promise<{ id: string }> {
  asClerk(deed, councilId)
  return closeConversation(deed, await getConversation(deed, councilId, conversationId))
}

/** Every night: conversations whose last day is over. */
export async function closeDueConversations(deed: Deed): Promise<void> {
  const today = dayIn(deed.street.zone, deed.now)
  const due = await deed.tx
    .selectFrom('conversation')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .where('closes_on', '<', today)
    .execute()
  for (const row of due) await closeConversation(deed, toConversation(row))
}

async function preparing(deed: Deed, councilId: string, conversationId: string): Promise<ConversationRow> {
  const conversation = await getConversation(deed, councilId, conversationId)
  // Held until the deed stands: opening and adding statements do not pass each other by.
  const row = await deed.tx
    .selectFrom('conversation')
    .select('state')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', conversationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.state !== 'preparing') throw refused('conversation-opened-already', await cited(deed, councilId, 'commonGround'))
  return conversation
}

/** Numbers without gaps; whoever asks holds the conversation's row. */
export async function nextNumber(deed: Deed, conversationId: string): Promise<number> {
  const { most } = await deed.tx
    .selectFrom('statement')
    .select(({ fn }) => fn.max('number').as('most'))
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow()
  return (most ?? 0) + 1
}
