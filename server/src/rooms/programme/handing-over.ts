import type { WorkItem } from '@ronghe/contract/programme/appointments.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import type { OpenWork, WorkOwner } from '../../platform/handover.ts'
import { Refusal, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { checkMayRelease, getAppointment, hasEnded, othersHolding, type AppointmentRow } from './appointments.ts'
import { heldOn, postNames, today } from './posts.ts'

/** Everything open on a post, over all rooms that own work. */
export async function openWork(deed: Deed, owners: readonly WorkOwner[], postId: string): Promise<readonly OpenWork[]> {
  const items: OpenWork[] = []
  for (const owner of owners) items.push(...(await owner.openItems(deed, postId)))
  return items
}

export async function readOpenWork(deed: Deed, owners: readonly WorkOwner[], appointmentId: string) {
  const row = await getAppointment(deed, appointmentId)
  const post = await checkMayRelease(deed, row)
  const items = await openWork(deed, owners, row.post_id)
  const held = await heldOn(deed, today(deed)).select('post_id').distinct().where('post_id', '<>', row.post_id).execute()
  const names = await postNames(
    deed,
    held.map(({ post_id }) => post_id),
  )
  return {
    items: [...items],
    sharedPost: (await othersHolding(deed, row, today(deed))) > 0,
    supervisorPostId: post.supervisor,
    candidates: [...names].map(([postId, { post: name, organ }]) => ({ postId, name, organ })),
  }
}

export interface Handed {
  readonly kind: string
  readonly id: string
  readonly toPostId: string
  readonly note: string
}

/** Gives each item to the post named for it, all or none; a room refuses a post that may not have its item. */
export async function handOver(
  deed: Deed,
  owners: readonly WorkOwner[],
  appointmentId: string,
  items: readonly Handed[],
): Promise<{ remaining: WorkItem[] }> {
  const row = await getAppointment(deed, appointmentId, 'lock')
  await checkMayRelease(deed, row)
  const open = await openWork(deed, owners, row.post_id)
  for (const [index, item] of items.entries()) {
    if (!open.some(({ kind, id }) => kind === item.kind && id === item.id))
      throw unfit([{ path: `items.${index}.id`, code: 'not-open-here' }])
    if (item.toPostId === row.post_id) throw unfit([{ path: `items.${index}.toPostId`, code: 'hand-over-to-itself' }])
    await handOne(deed, owners, row, item)
  }
  return { remaining: [...(await openWork(deed, owners, row.post_id))] }
}

async function handOne(
  deed: Deed,
  owners: readonly WorkOwner[],
  { id: appointment_id }: AppointmentRow,
  { kind, id, toPostId, note }: Handed,
): Promise<void> {
  const owner = owners.find((one) => one.kind === kind)
  if (!owner) throw notFound('post')
  await owner.handOver(deed, id, toPostId, note)
  await deed.tx
    .insertInto('handover')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      appointment_id,
      item_kind: kind,
      item_id: id,
      to_post: toPostId,
      at: deed.now,
      by_person: deed.actor.kind === 'person' ? deed.actor.personId : null,
    })
    .execute()
}

/**
 * Ends an appointment. Planned: refused while anything is open on a post that nobody else holds. Sudden: everything goes to the superior at
 * once and the appointment ends now; without a last day it ends now as well, so that the next request has no permission any more.
 */
export async function endAppointment(
  deed: Deed,
  owners: readonly WorkOwner[],
  id: string,
  { lastDay, sudden, note }: { readonly lastDay?: string | undefined; readonly sudden: boolean; readonly note: string },
): Promise<{ id: string; handedOver: number }> {
  const row = await getAppointment(deed, id, 'lock')
  const post = await checkMayRelease(deed, row)
  const day = today(deed)
  if (hasEnded(row, day)) throw refused('already-ended')
  if (lastDay !== undefined && lastDay < row.starts_on) throw unfit([{ path: 'lastDay', code: 'ends-before-start' }])
  const shared = (await othersHolding(deed, row, lastDay ? addDays(lastDay, 1) : day)) > 0
  const open = shared ? [] : await openWork(deed, owners, row.post_id)
  if (open.length > 0 && !sudden) throw refused('work-still-open', { params: { count: open.length }, instead: 'hand-over-first' })
  const handedOver = open.length > 0 ? await handUp(deed, owners, row, post.supervisor, open, note) : 0
  const now = lastDay === undefined || sudden || lastDay < day
  await deed.tx
    .updateTable('appointment')
    .set(now ? { revoked_at: deed.now, ends_on: row.starts_on <= day ? day : row.ends_on } : { ends_on: lastDay })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, {
    kind: 'programme.appointment.ended',
    about: row.person_id,
    plain: { appointment: id, post: row.post_id, lastDay: now ? day : lastDay!, sudden, handedOver },
    sealed: { note: note || null },
  })
  return { id, handedOver }
}

/** To the superior's queue at once. What the superior may not have, a concern about staff, waits where it is for the post's next holder. */
export async function handUp(
  deed: Deed,
  owners: readonly WorkOwner[],
  row: AppointmentRow,
  supervisor: string | null,
  open: readonly OpenWork[],
  note: string,
): Promise<number> {
  const held = supervisor
    ? await heldOn(deed, today(deed))
        .select('appointment.id')
        .where('post_id', '=', supervisor)
        .where('appointment.id', '<>', row.id)
        .executeTakeFirst()
    : undefined
  if (!supervisor || !held) throw refused('nowhere-to-hand-over')
  let count = 0
  for (const item of open) {
    try {
      await handOne(deed, owners, row, { ...item, toPostId: supervisor, note })
      count++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return count
}

/** Every morning: whatever a term that ran out left behind goes to the superior, so that nothing waits on an empty post. */
export async function gatherLeftBehind(deed: Deed, owners: readonly WorkOwner[]): Promise<void> {
  const yesterday = addDays(today(deed), -1)
  const rows = await deed.tx
    .selectFrom('appointment')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('revoked_at', 'is', null)
    .where('ends_on', '=', yesterday)
    .execute()
  for (const row of rows) {
    if ((await othersHolding(deed, row, today(deed))) > 0) continue
    const open = await openWork(deed, owners, row.post_id)
    const post = await deed.tx
      .selectFrom('post')
      .select('supervisor_post_id')
      .where('street_id', '=', deed.street.id)
      .where('id', '=', row.post_id)
      .executeTakeFirstOrThrow()
    if (open.length === 0 || !post.supervisor_post_id) continue
    await handUp(deed, owners, row, post.supervisor_post_id, open, '').catch((error: unknown) => {
      // An empty superior post: the items stay, and their own clocks carry them up.
      if (!(error instanceof Refusal)) throw error
    })
  }
}
