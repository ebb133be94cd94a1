import type { Permission } from '@ronghe/contract/posts.ts'
import type { ConversationState } from '@ronghe/contract/council/conversations.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { standing } from '../../platform/database/standing.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, Refusal } from '../../platform/http/problems.ts'
import { cited } from './charter.ts'
import { heldIn } from './delegates.ts'
import { moderatingPost } from './moderators.ts'

/** A conversation as it stands: opened and closed a few times a year, read with every vote. */
export interface ConversationRow {
  readonly id: string
  readonly councilId: string
  readonly topic: string
  readonly title: Text
  readonly about: Text
  readonly communityId: string | null
  readonly laneId: string | null
  readonly mergedConcernId: string | null
  readonly state: ConversationState
  readonly closesOn: string | null
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly createdAt: Date
}

export const findConversation = (deed: Deed, id: string): Promise<ConversationRow | undefined> =>
  standing(deed.tx, `council.conversation.${id}`, async () => {
    const row = await deed.tx
      .selectFrom('conversation')
      .selectAll()
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .executeTakeFirst()
    return row && toConversation(row)
  })

export const toConversation = (row: {
  readonly id: string
  readonly council_id: string
  readonly topic: string
  readonly title: Text
  readonly background: Text
  readonly community_id: string | null
  readonly lane_id: string | null
  readonly merged_concern_id: string | null
  readonly state: ConversationState
  readonly closes_on: string | null
  readonly opened_at: Date | null
  readonly closed_at: Date | null
  readonly created_at: Date
}): ConversationRow => ({
  id: row.id,
  councilId: row.council_id,
  topic: row.topic,
  title: row.title,
  about: row.background,
  communityId: row.community_id,
  laneId: row.lane_id,
  mergedConcernId: row.merged_concern_id,
  state: row.state,
  closesOn: row.closes_on,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  createdAt: row.created_at,
})

/** A conversation of this council; one that is not opened yet is known to the council's clerk only. */
export async function getConversation(deed: Deed, councilId: string, id: string): Promise<ConversationRow> {
  const conversation = await findConversation(deed, id)
  if (conversation?.councilId !== councilId) throw notFound('conversation')
  if (conversation.state === 'preparing' && !isClerk(deed, councilId)) throw notFound('conversation')
  return conversation
}

/**
 * One that takes votes and statements. Not a refusal that the journal keeps: who came too late to vote is nobody's business.
 */
export async function getOpenConversation(
  deed: Deed,
  councilId: string,
  id: string,
): Promise<ConversationRow & { readonly openedAt: Date }> {
  const conversation = await findConversation(deed, id)
  if (conversation?.councilId !== councilId || conversation.state === 'preparing') throw notFound('conversation')
  if (conversation.state === 'closed') throw new Refusal(410, 'conversation-closed', await cited(deed, councilId, 'commonGround'))
  return { ...conversation, openedAt: conversation.openedAt! }
}

const permits = (deed: Deed, permission: Permission): boolean => deed.actor.kind === 'person' && deed.actor.permissions.has(permission)

export const isClerk = (deed: Deed, councilId: string): boolean =>
  permits(deed, 'council.clerk') && heldIn(deed, councilId, 'councilClerk') !== undefined

/** The clerk of this council, or a social worker, with what such a post permits in this session. */
export const isModerator = (deed: Deed, councilId: string): boolean =>
  permits(deed, 'council.moderate') && moderatingPost(deed, councilId) !== undefined
