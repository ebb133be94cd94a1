import type { Door } from '@ronghe/contract/insight/flows.ts'
import { sql } from 'kysely'
import { addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'

/** So many people of a group who came through one door first, and through which other next; null where through none. */
export interface DoorCount {
  readonly from: Door
  readonly to: Door | null
  readonly group: 'newcomer' | 'local' | 'unstated'
  readonly people: number
}

/**
 * Everything by which somebody comes through a door. Served: a case of one's own that got its answer. Learning: a class one was at.
 * Volunteering: a shift one was at. Deciding: a motion supported or signed, a council meeting sat in. How somebody stands to a statement and what
 * somebody's ballot says lie under pseudonyms in a schema of their own, are joined with nothing and are not in it (08, Council).
 */
const deeds = (street: string) => sql`
  select person_id, 'served' as door, decided_at as at from service_case
  where street_id = ${street}::uuid and person_id is not null and outcome is not null and decided_at is not null
  union all
  select noted.person_id, 'learning', session.starts_at
  from class_attendance noted
  join course_session session on session.street_id = noted.street_id and session.id = noted.session_id
  where noted.street_id = ${street}::uuid and noted.present and session.cancelled_because is null
  union all
  select presence.person_id, 'volunteering', shift.starts_at
  from shift_presence presence
  join shift on shift.street_id = presence.street_id and shift.id = presence.shift_id
  where presence.street_id = ${street}::uuid and shift.cancelled_at is null
  union all
  select person_id, 'deciding', supported_on::timestamp at time zone street.zone
  from motion_support join street on street.id = street_id
  where street_id = ${street}::uuid and (sheet is null or confirmed_on is not null)
  union all
  select person_id, 'deciding', signed_on::timestamp at time zone street.zone
  from motion_cosign join street on street.id = street_id
  where street_id = ${street}::uuid
  union all
  select attendance.person_id, 'deciding', meeting.starts_at
  from meeting_attendance attendance
  join meeting on meeting.street_id = attendance.street_id and meeting.id = attendance.meeting_id
  where attendance.street_id = ${street}::uuid and attendance.state = 'present' and meeting.kind <> 'practice'`

/**
 * The first and the next door of everybody who came through one in these days. The database joins and counts; nothing about one person leaves
 * it, not even into the memory of the job.
 */
export async function countDoors(
  { tx, street }: Deed,
  { first, last }: { readonly first: string; readonly last: string },
): Promise<readonly DoorCount[]> {
  const from = startOfDay(street.zone, first)
  const until = startOfDay(street.zone, addDays(last, 1))
  const { rows } = await sql<Omit<DoorCount, 'people'> & { readonly people: string }>`
    with opened as (
      select person_id, door, min(at) as at from (${deeds(street.id)}) deeds
      where at >= ${from} and at < ${until}
      group by person_id, door
    ), way as (
      select person_id, (array_agg(door order by at, door))[1] as first_door, (array_agg(door order by at, door))[2] as next_door
      from opened group by person_id
    ), said as (
      select distinct on (person_id) person_id, choice from group_choice
      where street_id = ${street.id}::uuid and at < ${until} order by person_id, at desc, id desc
    )
    select first_door as "from", next_door as "to", coalesce(said.choice, 'unstated') as "group", count(*) as people
    from way left join said on said.person_id = way.person_id
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows.map((row) => ({ ...row, people: Number(row.people) }))
}

/** The first day anybody came through a door. */
export async function firstDoor({ tx, street }: Deed): Promise<string | undefined> {
  const { rows } = await sql<{ first: string | null }>`
    select street_day(${street.id}::uuid, min(at))::text as first from (${deeds(street.id)}) deeds`.execute(tx)
  return rows[0]?.first ?? undefined
}
