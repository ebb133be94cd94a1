import { commentsCsv, readStatements, votesCsv, type CastVote, type Statement } from '@ronghe/opinion'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { importStatements as importOperation } from '@ronghe/contract/council/conversation-desk.ts'
import { longestStatement } from '@ronghe/contract/council/conversations.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { cited } from './charter.ts'
import { opinionRows, publicStatements } from './compass.ts'
import { getConversation, type ConversationRow } from './conversation-rows.ts'
import { addSeeds } from './conversations.ts'
import { asClerk } from './delegates.ts'
import { latestStep } from './landscapes.ts'
import { mapOf } from './publish-conversation.ts'

/**
 * votes.csv of Polis for whoever studies a conversation that is over. Voters have numbers drawn anew for every export, and no group; statements of
 * which not even the total may be shown are left out, and the time is the day the conversation closed. Combinations of votes are in it, and whoever
 * knows a few of somebody's stances may find the row: the page says so, and the export is in the journal.
 */
export async function exportVotes(deed: Deed, councilId: string, conversationId: string): Promise<string> {
  const { conversation, ids } = await exported(deed, councilId, conversationId)
  const place = new Map(ids.map((id, index) => [id, String(index)]))
  const rows = await opinionRows(deed.tx, conversationId)
  const votes = rows.flatMap(({ statements, votes: said }, voter) =>
    statements.flatMap((id, index): CastVote[] => {
      const statement = place.get(id)
      return statement === undefined
        ? []
        : [{ time: conversation.closedAt!.getTime(), statement, voter: String(voter), vote: said[index] as CastVote['vote'] }]
    }),
  )
  await record(deed, { kind: 'council.conversation.exported', plain: { conversation: conversationId, what: 'votes' } })
  return [...votesCsv(votes)].join('')
}

/** comments.csv: the statements and how many agree and disagree; no author. */
export async function exportStatements(deed: Deed, councilId: string, conversationId: string): Promise<string> {
  const { conversation, ids } = await exported(deed, councilId, conversationId)
  const words = new Map((await publicStatements(deed.tx, deed.street.id, conversationId)).map((one) => [one.id, one]))
  const map = mapOf(await opinionRows(deed.tx, conversationId), ids, { resamples: 0 })
  const place = new Map(ids.map((id, index) => [id, String(index)]))
  const statements = ids.map((id, index): Statement => ({
    id: String(index),
    time: conversation.closedAt!.getTime(),
    author: '',
    moderated: 1,
    meta: false,
    text: words.get(id)!.words,
  }))
  await record(deed, { kind: 'council.conversation.exported', plain: { conversation: conversationId, what: 'statements' } })
  const renamed = { ...map, statements: map.statements.map((one) => ({ ...one, id: place.get(one.id)! })) }
  return [...commentsCsv(statements, renamed)].join('')
}

async function exported(
  deed: Deed,
  councilId: string,
  conversationId: string,
): Promise<{ readonly conversation: ConversationRow; readonly ids: readonly string[] }> {
  asClerk(deed, councilId)
  const conversation = await getConversation(deed, councilId, conversationId)
  if (conversation.state !== 'closed') throw refused('conversation-still-open', await cited(deed, councilId, 'commonGround'))
  const words = new Set((await publicStatements(deed.tx, deed.street.id, conversationId)).map(({ id }) => id))
  const step = await latestStep(deed, conversationId)
  const ids = (step?.published.statements ?? []).filter(({ id, groups, total }) => words.has(id) && (groups || total)).map(({ id }) => id)
  return { conversation, ids }
}

/** First statements out of another conversation's comments.csv; rejected ones stay out. */
export async function importStatements(
  deed: Deed,
  councilId: string,
  conversationId: string,
  { comments }: BodyOf<typeof importOperation>,
): Promise<ReplyOf<typeof importOperation>> {
  let read: readonly Statement[]
  try {
    read = [...readStatements(comments)]
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Error)) throw error
    throw unfit([{ path: 'comments', code: 'comments-unreadable', params: { problem: error.message } }])
  }
  const kept = read.filter(({ moderated }) => moderated !== -1)
  const fitting = kept
    .map(({ text }) => text.trim())
    .filter((text) => text.length > 0 && text.length <= longestStatement && !text.includes('\0'))
  if (fitting.length === 0 || fitting.length > 500) throw unfit([{ path: 'comments', code: 'comments-none' }])
  await addSeeds(deed, councilId, conversationId, { seeds: fitting.map((words) => ({ words })) }, 'import')
  return { taken: fitting.length, tooLong: kept.length - fitting.length, rejected: read.length - kept.length }
}
