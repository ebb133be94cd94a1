import type { CourseSession, MyAttendance } from '@ronghe/contract/school/courses.ts'
import type { Deed } from '../../../platform/deed.ts'
import { isHeld, type SessionRow } from '../courses/course-rows.ts'

export interface Own {
  readonly shown: MyAttendance
  /** A class of another course that the reader makes up here. */
  readonly guest: boolean
}

/** What was noted about one person in these sessions, and where that person is a guest. */
export async function ownAttendance(deed: Deed, personId: string, sessions: readonly SessionRow[]): Promise<ReadonlyMap<string, Own>> {
  if (sessions.length === 0) return new Map()
  const ids = sessions.map(({ id }) => id)
  const rows = await deed.tx
    .selectFrom('class_attendance as noted')
    .leftJoin('course_session as elsewhere', (join) =>
      join.onRef('elsewhere.street_id', '=', 'noted.street_id').onRef('elsewhere.id', '=', 'noted.made_up_in'),
    )
    .select([
      'noted.session_id',
      'noted.present',
      'noted.absence',
      'noted.made_up',
      'noted.made_up_in',
      'elsewhere.starts_at as made_up_at',
    ])
    .where('noted.street_id', '=', deed.street.id)
    .where('noted.person_id', '=', personId)
    .where((row) => row.or([row('noted.session_id', 'in', ids), row('noted.made_up_in', 'in', ids)]))
    .execute()
  const own = new Map<string, Own>()
  const nothing: MyAttendance = { present: false, absence: null, madeUp: null, madeUpAt: null }
  for (const { made_up_in } of rows) if (made_up_in && ids.includes(made_up_in)) own.set(made_up_in, { shown: nothing, guest: true })
  for (const row of rows)
    if (ids.includes(row.session_id))
      own.set(row.session_id, {
        shown: {
          present: row.present,
          absence: row.absence as MyAttendance['absence'],
          madeUp: row.made_up as MyAttendance['madeUp'],
          madeUpAt: row.made_up_at?.toISOString() ?? null,
        },
        guest: own.get(row.session_id)?.guest ?? false,
      })
  return own
}

const minute = 60_000
/** The code in the room is good from half an hour before the class until it ends. */
export const checkInBefore = 30 * minute

export const takesCheckIns = (now: Date, session: SessionRow): boolean =>
  isHeld(session) && now.getTime() >= session.starts_at.getTime() - checkInBefore && now < session.ends_at

/** What a learner may do about a class: nobody has to give a reason, and a missed class can be made up. */
export function stepsInClass(
  now: Date,
  session: SessionRow,
  own: Own | undefined,
  placed: boolean,
): Exclude<CourseSession['may'][number], 'teach'>[] {
  if (!isHeld(session) || (!placed && !own?.guest)) return []
  const noted = own?.shown
  const came = noted?.present === true
  const absent = placed && noted !== undefined && !came && (noted.absence !== null || noted.madeUp !== null)
  return [
    ...(!came && takesCheckIns(now, session) ? (['checkIn'] as const) : []),
    ...(placed && !came && !absent && now < session.ends_at ? (['sayAbsent'] as const) : []),
    ...(absent ? (['takeBack'] as const) : []),
    ...(placed && !came && noted?.madeUp == null && (absent || now >= session.ends_at) ? (['makeUp'] as const) : []),
  ]
}
