import type { Deed } from '../../platform/deed.ts'
import type { WorkOwner } from '../../platform/handover.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findPersons } from '../people/persons.ts'
import { checkMayRelease, getAppointment, hasEnded, othersHolding } from './appointments.ts'
import { openWork } from './handing-over.ts'
import { heldOn, postNames, today } from './posts.ts'

const notePlace = ({ street }: Deed, row: string) => ({ street: street.id, table: 'leave', column: 'note_sealed', row })

/** Days away: the work of those days belongs to the post that stands in, which somebody must hold. */
export async function addLeave(
  deed: Deed,
  owners: readonly WorkOwner[],
  appointmentId: string,
  {
    fromDay,
    toDay,
    standInPostId,
    note,
  }: { readonly fromDay: string; readonly toDay: string; readonly standInPostId: string | null; readonly note: string },
): Promise<{ id: string }> {
  const row = await getAppointment(deed, appointmentId)
  await checkMayRelease(deed, row)
  if (hasEnded(row, fromDay)) throw refused('already-ended')
  if (toDay < fromDay) throw unfit([{ path: 'toDay', code: 'ends-before-start' }])
  if (standInPostId === row.post_id) throw unfit([{ path: 'standInPostId', code: 'stands-in-for-itself' }])
  if (standInPostId) {
    const held = await heldOn(deed, fromDay).select('appointment.id').where('post_id', '=', standInPostId).executeTakeFirst()
    if (!held) throw unfit([{ path: 'standInPostId', code: 'stand-in-is-away' }])
  }
  if (!standInPostId && (await othersHolding(deed, row, fromDay)) === 0) {
    const open = await openWork(deed, owners, row.post_id)
    if (open.length > 0) throw refused('stand-in-needed', { params: { count: open.length } })
  }
  const id = deed.id()
  await deed.tx
    .insertInto('leave')
    .values({
      street_id: deed.street.id,
      id,
      appointment_id: appointmentId,
      from_day: fromDay,
      to_day: toDay,
      stand_in: standInPostId,
      note_sealed: note ? deed.platform.sealer.seal(notePlace(deed, id), note) : null,
    })
    .execute()
  await record(deed, { kind: 'programme.leave.added', about: row.person_id, plain: { leave: id, appointment: appointmentId } })
  return { id }
}

export async function removeLeave(deed: Deed, id: string): Promise<Record<string, never>> {
  const row = await deed.tx
    .selectFrom('leave')
    .select('appointment_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('leave')
  await checkMayRelease(deed, await getAppointment(deed, row.appointment_id))
  await deed.tx.deleteFrom('leave').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await record(deed, { kind: 'programme.leave.removed', plain: { leave: id } })
  return {}
}

export async function listLeave(deed: Deed) {
  const rows = await deed.tx
    .selectFrom('leave')
    .innerJoin('appointment', (join) =>
      join.onRef('appointment.street_id', '=', 'leave.street_id').onRef('appointment.id', '=', 'leave.appointment_id'),
    )
    .select([
      'leave.id',
      'leave.appointment_id',
      'leave.from_day',
      'leave.to_day',
      'leave.stand_in',
      'leave.note_sealed',
      'appointment.post_id',
      'appointment.person_id',
    ])
    .where('leave.street_id', '=', deed.street.id)
    .where('leave.to_day', '>=', today(deed))
    .orderBy('leave.from_day')
    .orderBy('leave.id')
    .limit(200)
    .execute()
  const names = await postNames(
    deed,
    rows.flatMap(({ post_id, stand_in }) => [post_id, ...(stand_in ? [stand_in] : [])]),
  )
  const persons = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      appointmentId: row.appointment_id,
      post: names.get(row.post_id)!.post,
      name: persons.get(row.person_id) ?? '',
      fromDay: row.from_day,
      toDay: row.to_day,
      standIn: row.stand_in ? { postId: row.stand_in, name: names.get(row.stand_in)!.post } : null,
      note: row.note_sealed ? deed.platform.sealer.open(notePlace(deed, row.id), row.note_sealed) : '',
    })),
  }
}
