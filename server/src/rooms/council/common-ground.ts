import type { CharterParameters } from '@ronghe/contract/council/charter.ts'
import type { GroupVerdict, StatementResult, StatementWords } from '@ronghe/contract/council/conversations.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { ruleOf, verdictOf } from './common-ground-rule.ts'
import { findConversation } from './conversation-rows.ts'
import { publicStatements } from './compass.ts'
import { latestStep } from './landscapes.ts'
import { tallyOf } from './publish-conversation.ts'

/** How the article on common ground stands for the statements of a motion. */
export interface CommonGround {
  /** Every statement met in both groups, and the visits where a single lane is concerned. */
  readonly met: boolean
  /** From here the days run after which a motion may be filed without it. */
  readonly openedAt: Date | null
  readonly singleLane: boolean
  /** Recorded and needed; both 0 where the whole street is concerned. */
  readonly visits: { readonly recorded: number; readonly needed: number }
  readonly statements: readonly GroundOfStatement[]
}

/** `groups`, `unstated` and `total` are what was published of the statement, null where it was too few to show. */
export interface GroundOfStatement extends StatementWords {
  readonly verdict: { readonly newcomer: GroupVerdict; readonly local: GroupVerdict }
  readonly groups: StatementResult['groups']
  readonly unstated: StatementResult['unstated']
  readonly total: StatementResult['total']
}

/**
 * Whether these statements are common ground by the charter (08, Council). As of the last publication: asking twice between two of them gives the
 * same answer, so nobody's vote can be read off one.
 * @throws not found where the conversation or one of the statements is not public
 */
export async function commonGroundOf(
  deed: Deed,
  conversationId: string,
  statementIds: readonly string[],
  parameters: Pick<CharterParameters, 'commonGround'>,
): Promise<CommonGround> {
  const conversation = await findConversation(deed, conversationId)
  if (!conversation || conversation.state === 'preparing') throw notFound('conversation')
  const known = new Map((await publicStatements(deed.tx, deed.street.id, conversationId)).map((one) => [one.id, one]))
  const step = await latestStep(deed, conversationId)
  const published = new Map(step?.published.statements.map((one) => [one.id, one]))
  const singleLane = conversation.laneId !== null
  const rule = ruleOf(parameters, singleLane)
  const statements = [...new Set(statementIds)].map((id): GroundOfStatement => {
    const statement = known.get(id)
    if (!statement) throw notFound('statement')
    const said = step?.counts[id]
    const { groups = null, unstated = null, total = null } = published.get(id) ?? {}
    return {
      ...statement,
      verdict: {
        newcomer: said ? verdictOf(tallyOf(said.newcomer), rule) : 'tooFew',
        local: said ? verdictOf(tallyOf(said.local), rule) : 'tooFew',
      },
      groups,
      unstated,
      total,
    }
  })
  const recorded = conversation.laneId ? await visitsTo(deed, conversation.councilId, conversation.laneId) : 0
  const agreed = statements.length > 0 && statements.every(({ verdict }) => verdict.newcomer === 'met' && verdict.local === 'met')
  return {
    met: agreed && recorded >= rule.visits,
    openedAt: conversation.openedAt,
    singleLane,
    visits: { recorded: singleLane ? recorded : 0, needed: rule.visits },
    statements,
  }
}

async function visitsTo(deed: Deed, councilId: string, laneId: string): Promise<number> {
  const { visits } = await deed.tx
    .selectFrom('visit')
    .select(({ fn }) => fn.countAll<number>().as('visits'))
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('lane_id', '=', laneId)
    .executeTakeFirstOrThrow()
  return visits
}
