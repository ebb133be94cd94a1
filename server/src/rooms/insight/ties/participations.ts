import type { GatheringKind } from '@ronghe/contract/insight/ties.ts'
import { sql } from 'kysely'
import { addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'

/** Something people did together, and the ids of those who were there. It leaves the memory of the job with the job. */
export interface Gathered {
  readonly id: string
  readonly kind: GatheringKind
  readonly people: readonly string[]
}

/**
 * Who was where in these days, from the registers of presence alone; whoever only signed up was not there. Shifts: the code or the paper
 * list. Classes: the code or the paper list. Meetings of a council: the attendance of those in office, practice meetings left out. Teams:
 * those members who served in these days. Study groups, mentoring and joint activities keep no register of who came, whoever is
 * visited at a care visit is not asked for, and the branch is asked by nobody (D1): none of them is in it.
 */
export async function gatheredIn(
  { tx, street }: Deed,
  { first, last }: { readonly first: string; readonly last: string },
): Promise<readonly Gathered[]> {
  const from = startOfDay(street.zone, first)
  const until = startOfDay(street.zone, addDays(last, 1))
  const { rows } = await sql<Gathered>`
    with served as (
      select presence.person_id, shift.id as shift_id, activity.team_id
      from shift
      join activity on activity.street_id = shift.street_id and activity.id = shift.activity_id
      join shift_presence presence on presence.street_id = shift.street_id and presence.shift_id = shift.id
      where shift.street_id = ${street.id}::uuid and shift.cancelled_at is null
        and shift.starts_at >= ${from} and shift.starts_at < ${until}
    ), there as (
      select 'shift' as kind, shift_id as thing, person_id from served
      union all
      select 'class', session.id, noted.person_id
      from course_session session
      join class_attendance noted on noted.street_id = session.street_id and noted.session_id = session.id and noted.present
      where session.street_id = ${street.id}::uuid and session.cancelled_because is null
        and session.starts_at >= ${from} and session.starts_at < ${until}
      union all
      select 'meeting', meeting.id, attendance.person_id
      from meeting
      join meeting_attendance attendance on attendance.street_id = meeting.street_id and attendance.meeting_id = meeting.id
        and attendance.state = 'present'
      where meeting.street_id = ${street.id}::uuid and meeting.kind <> 'practice'
        and meeting.starts_at >= ${from} and meeting.starts_at < ${until}
      union all
      select distinct 'team', member.team_id, member.person_id
      from team_member member
      join served on served.team_id = member.team_id and served.person_id = member.person_id
      where member.street_id = ${street.id}::uuid and member.joined_at < ${until}
    )
    select kind || ' ' || thing as id, kind, array_agg(person_id::text order by person_id) as people
    from there group by kind, thing order by kind, thing`.execute(tx)
  return rows
}

/** The first day somebody was somewhere; undefined while nobody was. */
export async function firstGathering({ tx, street }: Deed): Promise<string | undefined> {
  const { rows } = await sql<{ first: string | null }>`
    select street_day(${street.id}::uuid, min(at))::text as first from (
      select min(shift.starts_at) as at from shift
      where shift.street_id = ${street.id}::uuid
        and exists (select from shift_presence p where p.street_id = shift.street_id and p.shift_id = shift.id)
      union all
      select min(session.starts_at) from course_session session
      where session.street_id = ${street.id}::uuid
        and exists (select from class_attendance a where a.street_id = session.street_id and a.session_id = session.id and a.present)
      union all
      select min(meeting.starts_at) from meeting
      where meeting.street_id = ${street.id}::uuid and meeting.kind <> 'practice'
        and exists (select from meeting_attendance a where a.street_id = meeting.street_id and a.meeting_id = meeting.id and a.state = 'present')
    ) firsts`.execute(tx)
  return rows[0]?.first ?? undefined
}
