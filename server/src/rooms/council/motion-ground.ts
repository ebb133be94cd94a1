import type { CharterParameters } from '@ronghe/contract/council/charter.ts'
import type { GroundFigures } from '@ronghe/contract/council/motions.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { today } from '../programme/posts.ts'
import { commonGroundOf } from './common-ground.ts'
import { publicStatements } from './compass.ts'
import type { MotionRow } from './motion-rows.ts'

/** How the statements of a motion stand in its conversation today. */
export interface Ground {
  readonly figures: GroundFigures | null
  /** Days since the conversation opened; null where it names none, or one that never opened. */
  readonly conversationDays: number | null
}

const none: Ground = { figures: null, conversationDays: null }

export async function groundOf(
  deed: Deed,
  { conversation_id, statement_ids }: Pick<MotionRow, 'conversation_id' | 'statement_ids'>,
  parameters: CharterParameters,
): Promise<Ground> {
  if (!conversation_id) return none
  const { met, openedAt, visits, statements } = await commonGroundOf(deed, conversation_id, statement_ids, parameters)
  if (!openedAt) return none
  return {
    figures: { met, visits, statements: [...statements] },
    conversationDays: daysBetween(dayIn(deed.street.zone, openedAt), today(deed)),
  }
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const mostConversations = 20

/** What a motion may rest on: conversations that have begun, the newest first, with how their statements stand as last published. */
export async function conversationsToCite(deed: Deed, councilId: string, parameters: CharterParameters) {
  const rows = await deed.tx
    .selectFrom('conversation')
    .select(['id', 'title'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '<>', 'preparing')
    .orderBy('opened_at', 'desc')
    .limit(mostConversations)
    .execute()
  const found = []
  for (const { id, title } of rows) {
    const statementsThere = await publicStatements(deed.tx, deed.street.id, id)
    const { statements } = await commonGroundOf(
      deed,
      id,
      statementsThere.map((one) => one.id),
      parameters,
    )
    found.push({
      id,
      title,
      statements: statements.map(({ id: statement, words, verdict }) => ({
        id: statement,
        words,
        met: verdict.newcomer === 'met' && verdict.local === 'met',
      })),
    })
  }
  return found
}
