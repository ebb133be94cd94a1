import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { openDraft } from './draft-words.ts'

export type MotionRow = Selectable<Tables['motion']>
export type MotionEventRow = Selectable<Tables['motion_event']>

export async function findMotion(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<MotionRow | undefined> {
  const query = deed.tx.selectFrom('motion').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  return row && openDraft(deed, row)
}

export async function getMotion(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<MotionRow> {
  const row = await findMotion(deed, id, lock)
  if (!row) throw notFound('motion')
  return row
}

export const changeMotion = (deed: Deed, id: string, values: Updateable<Tables['motion']>): Promise<unknown> =>
  deed.tx.updateTable('motion').set(values).where('street_id', '=', deed.street.id).where('id', '=', id).execute()

/** Whom a motion concerns: the organ that would gain, pay or be bound, and the delegate it would exclude. Whoever is tied to them stands aside. */
export async function partiesOf(
  deed: Deed,
  { about_organ, excluded_term }: Pick<MotionRow, 'about_organ' | 'excluded_term'>,
): Promise<string[]> {
  const term = excluded_term
    ? await deed.tx
        .selectFrom('seat_term')
        .select('person_id')
        .where('street_id', '=', deed.street.id)
        .where('id', '=', excluded_term)
        .executeTakeFirst()
    : undefined
  return [about_organ, term?.person_id].filter((id) => id != null)
}

/** What happened to a motion, for its history; numbered while the motion's row is locked. */
export interface NewMotionEvent {
  readonly kind: string
  readonly byPost?: string | null
  readonly byAuthor?: boolean
  readonly meetingId?: string | null
  readonly details?: Readonly<Record<string, unknown>>
}

export async function addMotionEvent(deed: Deed, motionId: string, event: NewMotionEvent): Promise<void> {
  const last = await deed.tx
    .selectFrom('motion_event')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .executeTakeFirstOrThrow()
  await deed.tx
    .insertInto('motion_event')
    .values({
      street_id: deed.street.id,
      motion_id: motionId,
      seq: (last.seq ?? 0) + 1,
      kind: event.kind,
      at: deed.now,
      by_post: event.byPost ?? null,
      by_author: event.byAuthor ?? false,
      meeting_id: event.meetingId ?? null,
      details: JSON.stringify(event.details ?? {}),
    })
    .execute()
}

export const motionEvents = (deed: Deed, motionId: string): Promise<MotionEventRow[]> =>
  deed.tx
    .selectFrom('motion_event')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .orderBy('seq')
    .execute()
