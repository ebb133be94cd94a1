import type { EscalationStep } from '@ronghe/contract/platform/escalations.ts'
import type { ConcernEvent } from '@ronghe/contract/programme/concerns.ts'
import type { Selectable } from 'kysely'
import { startOfDay } from '../../platform/calendar/working-days.ts'
import { idAt } from '../../platform/codes.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { today } from './posts.ts'

export type ConcernRow = Selectable<Tables['concern']>
export type ConcernEventRow = Selectable<Tables['concern_event']>
export type EventKind = ConcernEvent['kind']

const wordsPlace = (deed: Deed, table: 'concern' | 'concern_event', id: string) => ({
  street: deed.street.id,
  table,
  column: 'words_sealed',
  row: id,
})
export const sealWords = (deed: Deed, table: 'concern' | 'concern_event', id: string, words: string): Buffer =>
  deed.platform.sealer.seal(wordsPlace(deed, table, id), words)
/** Empty once the words were cleared after 24 months. */
export const openWords = (deed: Deed, table: 'concern' | 'concern_event', id: string, sealed: Buffer | null): string =>
  sealed ? deed.platform.sealer.open(wordsPlace(deed, table, id), sealed) : ''

/** An id that tells the day and no more: a UUIDv7 of the moment would keep the hour (08, Concerns). */
export const idOfDay = (deed: Deed): string => idAt(startOfDay(deed.street.zone, today(deed)).getTime(), deed.id())

/** The concern, locked when it is going to be changed: two people at one concern take turns. */
export async function findConcern(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<ConcernRow | undefined> {
  const query = deed.tx.selectFrom('concern').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  return (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
}

export async function findByCode(deed: Deed, code: string, lock: 'lock' | 'look' = 'look'): Promise<ConcernRow | undefined> {
  const query = deed.tx
    .selectFrom('concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('claim_hash', '=', deed.platform.sealer.lookup(deed.street.id, 'code', code))
  return (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
}

export interface NewEvent {
  readonly kind: EventKind
  readonly byPost?: string | null
  readonly byAuthor?: boolean
  readonly words?: string
  readonly step?: EscalationStep
}

/** Adds to a concern's history. Only the day is kept, for everybody's acts alike: a moment beside a dateless one would narrow it down. */
export async function addEvent(
  deed: Deed,
  concernId: string,
  { kind, byPost = null, byAuthor = false, words, step }: NewEvent,
): Promise<void> {
  const { tx, street } = deed
  const id = idOfDay(deed)
  const { last } = await tx
    .selectFrom('concern_event')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('street_id', '=', street.id)
    .where('concern_id', '=', concernId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('concern_event')
    .values({
      street_id: street.id,
      id,
      concern_id: concernId,
      seq: (last ?? 0) + 1,
      kind,
      by_post: byPost,
      by_author: byAuthor,
      words_sealed: words === undefined ? null : sealWords(deed, 'concern_event', id, words),
      details: JSON.stringify(step ? { step } : {}),
      on_day: today(deed),
    })
    .execute()
}

export async function eventsOf(deed: Deed, concernIds: readonly string[]): Promise<readonly ConcernEventRow[]> {
  if (concernIds.length === 0) return []
  return deed.tx
    .selectFrom('concern_event')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('concern_id', 'in', [...concernIds])
    .orderBy('concern_id')
    .orderBy('seq')
    .execute()
}

/** What was last said in events of a kind: the answer that counts, the reason of a refusal. */
export function lastWords(deed: Deed, events: readonly ConcernEventRow[], kind: EventKind): string | null {
  const event = events.findLast((one) => one.kind === kind)
  return event?.words_sealed ? openWords(deed, 'concern_event', event.id, event.words_sealed) : null
}

export const toEvent = (deed: Deed, row: ConcernEventRow, postName: (id: string) => ConcernEvent['by']): ConcernEvent => ({
  kind: row.kind as EventKind,
  onDay: row.on_day,
  byAuthor: row.by_author,
  by: row.by_post ? postName(row.by_post) : null,
  words: row.words_sealed ? openWords(deed, 'concern_event', row.id, row.words_sealed) : null,
  step: (row.details as { step?: EscalationStep }).step ?? null,
})
