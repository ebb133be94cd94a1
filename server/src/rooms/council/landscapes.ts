import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { smallestCount } from '../../platform/privacy/suppression.ts'
import { parametersOf } from './charter.ts'
import { opinionRows, publicStatements } from './compass.ts'
import { findConversation, type ConversationRow } from './conversation-rows.ts'
import { computeApart } from './landscape-worker.ts'
import type { MapAxes, PublishedResult } from './publish-conversation.ts'
import type { SaidByGroup, Shown } from './publish-statement.ts'

/** What is kept of a publication: `published` is shown to everybody, the rest stays on the server. */
export interface LandscapeStep {
  readonly number: number
  readonly madeAt: Date
  readonly voters: number
  readonly published: PublishedResult & { readonly underHalfAttested: boolean }
  readonly counts: Readonly<Record<string, SaidByGroup>>
  readonly axes: MapAxes
}

/** The publication that is shown now. */
export async function latestStep(deed: Deed, conversationId: string): Promise<LandscapeStep | undefined> {
  const row = await deed.tx
    .selectFrom('landscape')
    .select(['number', 'made_at', 'voters', 'published', 'counts', 'axes'])
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && { number: row.number, madeAt: row.made_at, voters: row.voters, published: row.published, counts: row.counts, axes: row.axes }
  )
}

/**
 * Publishes a conversation anew where five people or more have come (or gone) since the last time; otherwise what was published stays, also at the
 * end: the last one or two would be known by the difference. What can be shown of each statement is decided from all steps together.
 * @returns the number of the new step, or undefined
 */
export async function takeStep(deed: Deed, conversation: ConversationRow): Promise<number | undefined> {
  const { tx, street } = deed
  const voters = await countVoters(deed, conversation.id)
  const all = voters.reduce((sum, { voters: here }) => sum + here, 0)
  const before = await latestStep(deed, conversation.id)
  if (Math.abs(all - (before?.voters ?? 0)) < smallestCount) return undefined
  const statements = await publicStatements(tx, street.id, conversation.id)
  const ids = statements.map(({ id }) => id)
  const step = await computeApart({
    rows: await opinionRows(tx, conversation.id),
    statements: ids,
    history: await shownSoFar(deed, conversation.id),
    parameters: await parametersOf(deed, conversation.councilId),
    singleLane: conversation.laneId !== null,
    seed: conversation.id,
  })
  const attested = voters.reduce((sum, { voters: here, attested: known }) => sum + (known ? here : 0), 0)
  const number = (before?.number ?? 0) + 1
  await tx
    .insertInto('landscape')
    .values({
      street_id: street.id,
      id: deed.id(),
      conversation_id: conversation.id,
      number,
      voters: all,
      counts: JSON.stringify(step.counts),
      published: JSON.stringify({ ...step.published, underHalfAttested: attested * 2 < all }),
      axes: JSON.stringify(step.axes),
      made_at: deed.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'conversation_id', 'number']).doNothing())
    .execute()
  await record(deed, { kind: 'council.conversation.published', plain: { conversation: conversation.id, step: number } })
  return number
}

/** Every open conversation, every few minutes. */
export async function publishSteps(deed: Deed): Promise<void> {
  const open = await deed.tx
    .selectFrom('conversation')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .execute()
  for (const { id } of open) await takeStep(deed, (await findConversation(deed, id))!)
}

/** What was shown of every statement, step by step. */
async function shownSoFar(deed: Deed, conversationId: string): Promise<Record<string, Shown[]>> {
  const steps = await deed.tx
    .selectFrom('landscape')
    .select('published')
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .orderBy('number')
    .execute()
  const history: Record<string, Shown[]> = {}
  for (const { published } of steps)
    for (const { id, groups, unstated, total } of (published as PublishedResult).statements) {
      const known = (history[id] ??= [])
      const now = { groups, unstated, total }
      // What stayed as it was adds nothing.
      if (JSON.stringify(known.at(-1)) !== JSON.stringify(now)) known.push(now)
    }
  return history
}

export interface VoterCount {
  readonly bench: 'newcomer' | 'local' | null
  readonly attested: boolean
  readonly paper: boolean
  readonly voters: number
}

export async function countVoters(deed: Deed, conversationId: string): Promise<readonly VoterCount[]> {
  const { rows } = await sql<VoterCount>`
    select bench, attested, paper, voters from stance.count_voters(${conversationId}::uuid)`.execute(deed.tx)
  return rows
}
