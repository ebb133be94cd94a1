import type { StatementWords } from '@ronghe/contract/council/conversations.ts'
import type { Landscape } from '@ronghe/opinion'
import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/pool.ts'
import type { Deed } from '../../platform/deed.ts'
import { mapOf, type OpinionRow } from './publish-conversation.ts'
import { VoteRate } from './vote-bursts.ts'

/**
 * What a process knows of an open conversation so that it can say which card comes next: the public statements and a map that is some seconds old.
 * No vote waits for it to be drawn anew and none writes a shared row, so a conversation carries as many votes as its street.
 */
export interface Compass {
  readonly statements: ReadonlyMap<string, StatementWords>
  readonly map: Landscape
  readonly rate: VoteRate
  drawnAt: number
  /** How long drawing took; a large conversation is drawn less often. */
  readonly tookMs: number
  drawing: boolean
}

const freshMs = 15_000
const shareOfTime = 50
const mostKept = 500
/** Its statements are others now: drawn anew before anybody is shown a card. */
const outdated = Number.NEGATIVE_INFINITY
const compasses = new WeakMap<Database, Map<string, Compass>>()

export async function compassOf(deed: Deed, conversationId: string): Promise<Compass> {
  const { database } = deed.platform
  const kept = compasses.get(database) ?? new Map<string, Compass>()
  compasses.set(database, kept)
  const known = kept.get(conversationId)
  if (known && known.drawnAt !== outdated) {
    const age = performance.now() - known.drawnAt
    if (age > Math.max(freshMs, shareOfTime * known.tookMs) && !known.drawing) {
      known.drawing = true
      deed.afterCommit(() => void redraw(deed, conversationId, kept, known))
    }
    return known
  }
  const drawn = await draw(deed.tx, deed.street.id, conversationId, known?.rate ?? new VoteRate())
  if (kept.size >= mostKept) kept.clear()
  kept.set(conversationId, drawn)
  return drawn
}

/** After a statement was published or taken down, so that whoever did it sees it at once; other processes follow within seconds. */
export const redrawSoon = (deed: Deed, conversationId: string): void =>
  deed.afterCommit(() => {
    const known = compasses.get(deed.platform.database)?.get(conversationId)
    if (known) known.drawnAt = outdated
  })

/** Bursts that ended without another vote, by conversation. */
export function settledRates(database: Database): ReadonlyMap<string, VoteRate> {
  return new Map([...(compasses.get(database) ?? [])].map(([id, { rate }]) => [id, rate]))
}

async function redraw({ platform, street }: Deed, conversationId: string, kept: Map<string, Compass>, old: Compass): Promise<void> {
  try {
    const drawn = await platform.database.inStreet(street.id, 'read', (tx) => draw(tx, street.id, conversationId, old.rate))
    if (kept.get(conversationId) === old) kept.set(conversationId, drawn)
  } catch (error) {
    // The old one still serves; the next vote asks again.
    old.drawing = false
    if (old.drawnAt !== outdated) old.drawnAt = performance.now()
    platform.log.warn(
      { conversation: conversationId, problem: (error as Error).message },
      'council: a conversation’s map could not be redrawn',
    )
  }
}

async function draw(tx: Tx, streetId: string, conversationId: string, rate: VoteRate): Promise<Compass> {
  const began = performance.now()
  const statements = await publicStatements(tx, streetId, conversationId)
  const rows = await opinionRows(tx, conversationId)
  const started = performance.now()
  const map = mapOf(
    rows,
    statements.map(({ id }) => id),
    { resamples: 0 },
  )
  const now = performance.now()
  return {
    statements: new Map(statements.map((one) => [one.id, one])),
    map,
    rate,
    drawnAt: now,
    tookMs: Math.max(now - started, (now - began) / 4),
    drawing: false,
  }
}

/** Everything that was said, by voter and without names, in the order of what was said. */
export async function opinionRows(tx: Tx, conversationId: string): Promise<readonly OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`select bench, statements, votes from stance.opinion_rows(${conversationId}::uuid)`.execute(tx)
  return rows
}

export async function publicStatements(tx: Tx, streetId: string, conversationId: string): Promise<readonly StatementWords[]> {
  const rows = await tx
    .selectFrom('statement')
    .select(['id', 'number', 'words', 'translation'])
    .where('street_id', '=', streetId)
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'admitted')
    .orderBy('number')
    .execute()
  return rows.map(({ id, number, words, translation }) => ({ id, number: number!, words: words!, translation }))
}
