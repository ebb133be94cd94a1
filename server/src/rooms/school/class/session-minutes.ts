import type { listSessionMinutes, MinutesOfSession } from '@ronghe/contract/school/class.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { findPersons } from '../../people/persons.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { isHeld, sessionsOf, type SessionRow } from '../courses/course-rows.ts'
import { lecturerCards } from '../courses/lecturers.ts'
import { placedIn } from '../enrolment/class-times.ts'
import { ownClass, taughtSession } from './class-access.ts'

/** Sessions that have been held, each with what was noted of it. */
export async function listMinutes(deed: Deed, courseId: string): Promise<ReplyOf<typeof listSessionMinutes>> {
  const { course, role } = await ownClass(deed, courseId)
  const held = (await sessionsOf(deed, [courseId])).filter((session) => isHeld(session) && session.starts_at <= deed.now)
  return { title: course.title, items: await toMinutes(deed, held), may: role === 'teacher' ? ['write'] : [] }
}

/** Who taught, what, and what was asked. Nobody in the class is named: a name of a learner is refused where it stands. */
export async function save(
  deed: Deed,
  sessionId: string,
  { taught, questions }: { readonly taught: string; readonly questions: string },
): Promise<MinutesOfSession> {
  const { course, session } = await taughtSession(deed, sessionId)
  if (session.starts_at > deed.now) throw refused('class-to-come')
  const names = (await findPersons(deed, await placedIn(deed, course.id))).map(({ name }) => name).filter((name) => name.length > 1)
  const naming = Object.entries({ taught, questions }).filter(([, words]) => names.some((name) => words.includes(name)))
  if (naming.length > 0) throw unfit(naming.map(([path]) => ({ path, code: 'minutes-name-somebody' })))
  const said = {
    taught,
    questions,
    lecturer_id: session.lecturer_id,
    by_post: actingPost(deed, 'school.teach')?.id ?? null,
    saved_at: deed.now,
  }
  await deed.tx
    .insertInto('session_minutes')
    .values({ street_id: deed.street.id, session_id: sessionId, ...said })
    .onConflict((conflict) => conflict.columns(['street_id', 'session_id']).doUpdateSet(said))
    .execute()
  await record(deed, { kind: 'school.minutes.saved', plain: { session: sessionId } })
  return (await toMinutes(deed, [session]))[0]!
}

async function toMinutes(deed: Deed, sessions: readonly SessionRow[]): Promise<MinutesOfSession[]> {
  if (sessions.length === 0) return []
  const rows = await deed.tx
    .selectFrom('session_minutes')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where(
      'session_id',
      'in',
      sessions.map(({ id }) => id),
    )
    .execute()
  const cards = await lecturerCards(
    deed,
    sessions.flatMap(({ lecturer_id }) => lecturer_id ?? []),
  )
  return sessions.map((session) => {
    const row = rows.find(({ session_id }) => session_id === session.id)
    return {
      sessionId: session.id,
      number: session.number,
      startsAt: session.starts_at.toISOString(),
      lecturer: session.lecturer_id ? (cards.get(session.lecturer_id)?.name ?? null) : null,
      taught: row?.taught ?? null,
      questions: row?.questions ?? null,
      savedOn: row ? dayIn(deed.street.zone, row.saved_at) : null,
    }
  })
}
