import type { Resolution } from '@ronghe/contract/council/resolutions.ts'
import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { stepResolution, type ResolutionAct } from './resolution-lifecycle.ts'

export type ResolutionRow = Selectable<Tables['resolution']>
export type TaskRow = Selectable<Tables['resolution_task']>
type EventKind = Resolution['events'][number]['kind']

export async function getResolution(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<ResolutionRow> {
  const query = deed.tx.selectFrom('resolution').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('resolution')
  return row
}

export async function getTask(deed: Deed, id: string): Promise<TaskRow> {
  const row = await deed.tx
    .selectFrom('resolution_task')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('task')
  return row
}

export const tasksOf = (deed: Deed, resolutionIds: readonly string[]): Promise<TaskRow[]> =>
  resolutionIds.length === 0
    ? Promise.resolve([])
    : deed.tx
        .selectFrom('resolution_task')
        .selectAll()
        .where('street_id', '=', deed.street.id)
        .where('resolution_id', 'in', [...resolutionIds])
        .orderBy('resolution_id')
        .orderBy('position')
        .execute()

export async function changeResolution(deed: Deed, id: string, set: Updateable<Tables['resolution']>): Promise<void> {
  await deed.tx.updateTable('resolution').set(set).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

export async function changeTaskRow(deed: Deed, id: string, set: Updateable<Tables['resolution_task']>): Promise<void> {
  await deed.tx.updateTable('resolution_task').set(set).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

/** The next state, or the refusal that names the article on following up. */
export async function nextState(deed: Deed, row: ResolutionRow, act: ResolutionAct): Promise<ResolutionRow['state']> {
  const next = stepResolution(row.state, act)
  if (!next) throw refused('council-resolution-step', await cited(deed, row.council_id, 'followUp'))
  return next
}

export interface NewEvent {
  readonly kind: EventKind
  readonly taskId?: string
  readonly byPost?: string | null
  readonly words?: string
}

/** Adds to the public history; the resolution's row is locked by whoever acts, which keeps the numbers without gaps. */
export async function addEvent(deed: Deed, resolutionId: string, { kind, taskId, byPost = null, words = '' }: NewEvent): Promise<void> {
  const { last } = await deed.tx
    .selectFrom('resolution_event')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('street_id', '=', deed.street.id)
    .where('resolution_id', '=', resolutionId)
    .executeTakeFirstOrThrow()
  await deed.tx
    .insertInto('resolution_event')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      resolution_id: resolutionId,
      seq: (last ?? 0) + 1,
      kind,
      task_id: taskId ?? null,
      by_post: byPost,
      words,
      on_day: today(deed),
    })
    .execute()
}

export const eventsOf = (deed: Deed, resolutionId: string) =>
  deed.tx
    .selectFrom('resolution_event')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('resolution_id', '=', resolutionId)
    .orderBy('seq')
    .execute()

/** 2026-3: the council's third of the year. */
export const printedNumber = ({ year, number }: Pick<ResolutionRow, 'year' | 'number'>): string => `${year}-${number}`
