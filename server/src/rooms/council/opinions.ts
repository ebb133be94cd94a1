import { hash } from 'node:crypto'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Card, castVote as castVoteOperation, readMyVotes, Stance } from '@ronghe/contract/council/conversations.ts'
import { chooseAmong } from '@ronghe/opinion'
import { sql } from 'kysely'
import type { PersonActor } from '../../platform/auth/actor.ts'
import { uuid7 } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { journalRows, record } from '../../platform/journal/record.ts'
import { findPseudonym, pseudonymOf } from '../../platform/privacy/round-keys.ts'
import { groupOf } from '../people/group.ts'
import { residenceLevel } from '../people/residence.ts'
import { compassOf, type Compass } from './compass.ts'
import { getConversation, getOpenConversation, type ConversationRow } from './conversation-rows.ts'
import { latestStep } from './landscapes.ts'
import { standOn } from './publish-conversation.ts'
import type { Burst } from './vote-bursts.ts'
import { bitsFor, checkWork, makeTicket } from './voting-work.ts'

/** What the closed schema answers to a vote; see `stance.cast_opinion`. */
interface Cast {
  readonly voted: readonly string[] | null
  readonly bench: 'newcomer' | 'local' | null
}

const numberOf: Record<Stance, number> = { agree: 1, pass: 0, disagree: -1 }
export const valueOf = (stance: Stance): number => numberOf[stance]
const stances: Readonly<Record<number, Stance>> = { 1: 'agree', 0: 'pass', [-1]: 'disagree' }

/** The statement to vote on next. */
export async function nextCard(deed: Deed, actor: PersonActor, councilId: string, conversationId: string): Promise<Card> {
  const conversation = await getOpenConversation(deed, councilId, conversationId)
  const mine = await ownVotes(deed, conversationId, pseudonymOf(deed, conversationId, actor.personId))
  return toCard(deed, actor, conversation, {
    voted: new Set(mine.keys()),
    bench: await benchOf(deed, actor.personId, conversation.openedAt),
  })
}

/**
 * Keeps how somebody stands to a statement. One statement of SQL does it, journal included: the row has the pseudonym and no time, the journal's
 * leaf has the day and no actor.
 */
export async function castVote(
  deed: Deed,
  actor: PersonActor,
  params: { readonly councilId: string; readonly conversationId: string; readonly statementId: string },
  { stance, ticket, nonce }: BodyOf<typeof castVoteOperation>,
): Promise<Card> {
  const { councilId, conversationId, statementId } = params
  const conversation = await getOpenConversation(deed, councilId, conversationId)
  checkWork(deed, conversationId, actor.personId, { statementId, ticket, nonce })
  const pseudonym = pseudonymOf(deed, conversationId, actor.personId)
  const { leaf } = journalRows(deed, { kind: 'council.opinion.cast', plain: { conversation: conversationId }, withoutActor: true })
  const { rows } = await sql<Cast>`
    with leaf as (
      insert into journal_leaf (street_id, id, kind, at, commitments, date_only, leaf_hash)
      values (${leaf.street_id}, ${leaf.id}, ${leaf.kind}, ${leaf.at}, ${leaf.commitments}, ${leaf.date_only}, ${leaf.leaf_hash}))
    select voted, bench from stance.cast_opinion(${conversationId}::uuid, ${pseudonym}, ${statementId}::uuid, ${numberOf[stance]}::int)`.execute(
    deed.tx,
  )
  const cast = rows[0]!.voted ? rows[0]! : await castFirst(deed, conversation, actor.personId, { pseudonym, statementId, stance })
  const voted = cast.voted ?? []
  if (voted.length === 0) throw notFound('statement')
  const compass = await compassOf(deed, conversationId)
  const burst = compass.rate.note(deed.now)
  if (burst) deed.afterCommit(() => keepBurst(deed, conversationId, burst))
  return toCard(deed, actor, conversation, { voted: new Set(voted), bench: cast.bench }, compass)
}

/** The first vote of a person in the round: group as declared when the conversation opened, and whether they are known to live here. */
async function castFirst(
  deed: Deed,
  { id, openedAt }: ConversationRow & { readonly openedAt: Date },
  personId: string,
  { pseudonym, statementId, stance }: { readonly pseudonym: Buffer; readonly statementId: string; readonly stance: Stance },
): Promise<Cast> {
  const bench = await benchOf(deed, personId, openedAt)
  const { level } = await residenceLevel(deed, personId)
  const { rows } = await sql<Cast>`
    select voted, bench from stance.cast_opinion(${id}::uuid, ${pseudonym}, ${statementId}::uuid, ${numberOf[stance]}::int, ${bench}::text, ${level !== 'phone'}::boolean)`.execute(
    deed.tx,
  )
  return rows[0]!
}

/** The group declared when the round opened (08, Group); whoever said nothing by then counts in the total and in neither group. */
export async function benchOf(deed: Deed, personId: string, openedAt: Date): Promise<'newcomer' | 'local' | null> {
  const group = await groupOf(deed, personId, openedAt)
  return group === 'newcomer' || group === 'local' ? group : null
}

export async function takeVoteBack(
  deed: Deed,
  actor: PersonActor,
  { councilId, conversationId, statementId }: { readonly councilId: string; readonly conversationId: string; readonly statementId: string },
): Promise<Card> {
  const conversation = await getOpenConversation(deed, councilId, conversationId)
  const pseudonym = pseudonymOf(deed, conversationId, actor.personId)
  const { rows } = await sql<{ voted: string[] }>`
    select stance.take_back_opinion(${conversationId}::uuid, ${pseudonym}, ${statementId}::uuid) as voted`.execute(deed.tx)
  await record(deed, { kind: 'council.opinion.taken-back', plain: { conversation: conversationId }, withoutActor: true })
  return toCard(deed, actor, conversation, {
    voted: new Set(rows[0]!.voted),
    bench: await benchOf(deed, actor.personId, conversation.openedAt),
  })
}

/** How the person who asks stands to everything; nobody else is ever answered this. */
export async function myVotes(
  deed: Deed,
  actor: PersonActor,
  councilId: string,
  conversationId: string,
): Promise<ReplyOf<typeof readMyVotes>> {
  await getConversation(deed, councilId, conversationId)
  const pseudonym = findPseudonym(deed, conversationId, actor.personId)
  const mine = pseudonym ? await ownVotes(deed, conversationId, pseudonym) : new Map<string, number>()
  const { statements, rate } = await compassOf(deed, conversationId)
  const step = await latestStep(deed, conversationId)
  const common = step?.published.common.filter((id) => mine.has(id)) ?? []
  return {
    votes: [...statements.values()].flatMap((statement) =>
      mine.has(statement.id) ? [{ ...statement, stance: stances[mine.get(statement.id)!]! }] : [],
    ),
    stand: step ? standOn(step.axes, mine) : null,
    common: { voted: common.length, agreed: common.filter((id) => mine.get(id) === 1).length },
    ticket: makeTicket(deed, conversationId, actor.personId, bitsFor(rate.stepsUp(deed.now))),
  }
}

export async function ownVotes(deed: Deed, conversationId: string, pseudonym: Buffer): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ statement_id: string; vote: number }>`
    select statement_id, vote from stance.own_opinions(${conversationId}::uuid, ${pseudonym})`.execute(deed.tx)
  return new Map(rows.map(({ statement_id, vote }) => [statement_id, vote]))
}

async function toCard(
  deed: Deed,
  actor: PersonActor,
  conversation: ConversationRow & { readonly openedAt: Date },
  { voted, bench }: { readonly voted: ReadonlySet<string>; readonly bench: string | null },
  known?: Compass,
): Promise<Card> {
  const { statements, map, rate } = known ?? (await compassOf(deed, conversation.id))
  const next = chooseAmong(map, voted, { random: chanceOf(actor.personId, conversation.id, voted.size), group: bench ?? undefined })
  return {
    statement: next.kind === 'statement' ? (statements.get(next.statement) ?? null) : null,
    voted: [...voted].filter((id) => statements.has(id)).length,
    of: statements.size,
    ticket: makeTicket(deed, conversation.id, actor.personId, bitsFor(rate.stepsUp(deed.now))),
  }
}

/** Chance that stays the same until the next vote: whoever reloads the page, or comes back to it, finds the card they were reading. */
const chanceOf = (personId: string, conversationId: string, voted: number): number =>
  Number.parseInt(hash('sha256', `${personId} ${conversationId} ${voted}`, 'hex').slice(0, 12), 16) / 2 ** 48

export async function keepBurst({ platform, street }: Deed, conversationId: string, { beganAt, votes }: Burst): Promise<void> {
  const now = platform.clock()
  await platform.database.inStreet(street.id, 'write', (tx) =>
    tx
      .insertInto('vote_burst')
      .values({ street_id: street.id, id: uuid7(now.getTime()), conversation_id: conversationId, began_at: beganAt, votes })
      .execute(),
  )
}
