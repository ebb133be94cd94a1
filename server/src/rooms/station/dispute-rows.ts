import type { DisputeState } from '@ronghe/contract/station/mediation.ts'
import type { Selectable, Updateable } from 'kysely'
import { readCode } from '../../platform/codes.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { isOver, stepDisputeState, type DisputeStep } from './dispute-lifecycle.ts'

export type DisputeRow = Selectable<Tables['dispute']>
export type Side = 'requester' | 'other'
type SealedColumn = 'words_sealed' | 'other_name_sealed' | 'other_phone_sealed' | 'answer_sealed' | 'agreement_sealed'

const place = (deed: Deed, column: SealedColumn, id: string) => ({ street: deed.street.id, table: 'dispute', column, row: id })
export const sealWords = (deed: Deed, column: SealedColumn, id: string, text: string): Buffer =>
  deed.platform.sealer.seal(place(deed, column, id), text)
export const openWords = (deed: Deed, column: SealedColumn, row: DisputeRow): string | null =>
  row[column] ? deed.platform.sealer.open(place(deed, column, row.id), row[column]) : null
export const codeHash = (deed: Deed, code: string): Buffer => deed.platform.sealer.lookup(deed.street.id, 'code', `mediation ${code}`)

const one = (deed: Deed) => deed.tx.selectFrom('dispute').selectAll().where('street_id', '=', deed.street.id)

/** For a party by account; for everybody else there is no such dispute. Locked: both sides may act at once. */
export async function getAsParty(deed: Deed, id: string, personId: string): Promise<{ row: DisputeRow; side: Side }> {
  const row = await one(deed).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row && row.requester_person_id === personId) return { row, side: 'requester' }
  if (row && row.other_person_id === personId) return { row, side: 'other' }
  throw notFound('dispute')
}

export async function disputesOf(deed: Deed, personId: string): Promise<readonly DisputeRow[]> {
  return one(deed)
    .where(({ or, eb }) => or([eb('requester_person_id', '=', personId), eb('other_person_id', '=', personId)]))
    .orderBy('requested_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** With the code from the letter: the other side. */
export async function getByCode(deed: Deed, typed: string): Promise<DisputeRow> {
  const code = readCode(typed)
  const row = code && (await one(deed).where('code_hash', '=', codeHash(deed, code)).forUpdate().executeTakeFirst())
  if (!row) throw notFound('dispute')
  return row
}

export async function getDispute(deed: Deed, id: string, lock: 'lock' | 'look' = 'lock'): Promise<DisputeRow> {
  const query = one(deed).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('dispute')
  return row
}

/** Takes a step of a locked dispute. The journal gets the step and no word of it, and never the two parties side by side. */
export async function takeDisputeStep(
  deed: Deed,
  row: DisputeRow,
  step: DisputeStep,
  change: Updateable<Tables['dispute']> = {},
): Promise<DisputeRow> {
  const state: DisputeState | undefined = stepDisputeState(row.state, step)
  if (!state) throw refused('dispute-step')
  await record(deed, { kind: `station.mediation.${kinds[step]}`, plain: { dispute: row.id } })
  return deed.tx
    .updateTable('dispute')
    .set({ state, ...(isOver(state) ? { ended_on: today(deed) } : {}), ...change })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

const kinds: Readonly<Record<DisputeStep, string>> = {
  agree: 'agreed',
  decline: 'declined',
  stop: 'stopped',
  refuse: 'mediators-refused',
  bothAccept: 'mediators-accepted',
  plan: 'planned',
  hold: 'held',
  terms: 'terms-written',
  sign: 'signed',
  fail: 'failed',
  refer: 'referred',
  stepBack: 'stepped-back',
  sayKept: 'kept-said',
  close: 'closed',
}
