import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Attendance } from '@ronghe/contract/council/meetings.ts'
import type { Deed } from '../../platform/deed.ts'
import { findPersons } from '../people/persons.ts'

/** Who was at a meeting that is over, the chair first, then the benches; empty before that. */
export async function attendanceOf(deed: Deed, meetingId: string): Promise<Attendance[]> {
  const rows = await deed.tx
    .selectFrom('meeting_attendance')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .orderBy('bench', (order) => order.desc().nullsFirst())
    .orderBy('person_id')
    .execute()
  if (rows.length === 0) return []
  const people = await findPersons(
    deed,
    rows.map(({ person_id }) => person_id),
  )
  const names = new Map(people.filter(({ state }) => state !== 'closed').map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    personId: row.person_id,
    name: names.get(row.person_id) ?? null,
    bench: row.bench as Bench | null,
    state: row.state as Attendance['state'],
    cameAt: row.came_at?.toISOString() ?? null,
    leftAt: row.left_at?.toISOString() ?? null,
  }))
}
