import type { FindingState } from '@ronghe/contract/programme/findings.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'

/**
 * Hazards that one organ finds and the station sees to. Neither room knows the other: what was found waits here, a job of the station's takes it,
 * and the station says here what becomes of it. Things, not persons (D4).
 */
export interface Found {
  /** Made on the phone: sent again it is the same finding. */
  readonly id: string
  readonly source: 'patrol'
  /** The team that found it; its own room knows it. */
  readonly fromId: string
  readonly kind: string
  readonly laneId: string
  readonly words: string
  readonly onDay: string
}
export type FindingRow = Selectable<Tables['finding']>

/** The station's job that takes what was found. */
export const takingFindings = 'station.hazards.take'

const wordsPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'finding', column: 'words_sealed', row: id })

/** @returns false where it was sent before */
export async function sendFinding(deed: Deed, { id, source, fromId, kind, laneId, words, onDay }: Found): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await deed.tx
    .insertInto('finding')
    .values({
      street_id: deed.street.id,
      id,
      source,
      from_id: fromId,
      kind,
      lane_id: laneId,
      words_sealed: deed.platform.sealer.seal(wordsPlace(deed, id), words),
      on_day: onDay,
      state: 'sent',
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await deed.platform.jobs.send(deed, takingFindings, { finding: id })
  return true
}

/** What the station makes its report of; undefined once it has. */
export async function waitingFinding(deed: Deed, id: string): Promise<Omit<Found, 'fromId'> | undefined> {
  const row = await deed.tx
    .selectFrom('finding')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .forUpdate()
    .executeTakeFirst()
  if (!row?.words_sealed) return undefined
  const words = deed.platform.sealer.open(wordsPlace(deed, id), row.words_sealed)
  // The only source the table takes.
  return { id, source: row.source as Found['source'], kind: row.kind, laneId: row.lane_id, words, onDay: row.on_day }
}

/** The station has it: the words are kept there from now on, and no longer here. */
export async function handFindingOver(deed: Deed, id: string, report: { readonly id: string; readonly number: string }): Promise<void> {
  await deed.tx
    .updateTable('finding')
    .set({ state: 'reported', report_id: report.id, number: report.number, words_sealed: null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
}

/** What became of a report; nothing happens where it came from nobody's finding. */
export async function tellFinder(
  deed: Deed,
  reportId: string,
  news: { readonly state: FindingState; readonly answer: string | null; readonly endedOn: string | null },
): Promise<void> {
  await deed.tx
    .updateTable('finding')
    .set({ state: news.state, answer: news.answer, ended_on: news.endedOn })
    .where('street_id', '=', deed.street.id)
    .where('report_id', '=', reportId)
    .execute()
}

/** The newest first. */
export const findingsFrom = (deed: Deed, fromId: string, { since }: { readonly since?: string } = {}): Promise<FindingRow[]> =>
  deed.tx
    .selectFrom('finding')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('from_id', '=', fromId)
    .$if(since !== undefined, (query) => query.where('on_day', '>=', since!))
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
