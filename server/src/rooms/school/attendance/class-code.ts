import type { readClassCode } from '@ronghe/contract/school/attendance.ts'
import type { Course } from '@ronghe/contract/school/courses.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, refused, signInFirst } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { isCurrentCode, nextCodeAt, rotatingCode } from '../../../platform/rotating-code.ts'
import { readCourse } from '../courses/course-page.ts'
import { getSession, teaches, type SessionRow } from '../courses/course-rows.ts'
import { takesCheckIns } from './own-attendance.ts'
import { expected } from './class-list.ts'
import { note } from './noting.ts'

/** What the lecturer's phone shows now. */
export async function classCode(deed: Deed, sessionId: string): Promise<ReplyOf<typeof readClassCode>> {
  const { session, course } = await getSession(deed, sessionId)
  if (!(await teaches(deed, course, session))) throw forbidden('class-not-yours')
  if (!takesCheckIns(deed.now, session)) throw refused('class-not-now')
  const code = rotatingCode(secret(deed), sessionId, deed.now)
  return { code, link: `/school/classes/${sessionId}/check-in?code=${code}`, nextAt: nextCodeAt(deed.now).toISOString() }
}

/** I am here: whoever reads the code in the room is in the room. No place, no device is noted. */
export async function checkIn(deed: Deed, sessionId: string, code: string): Promise<Course> {
  if (deed.actor.kind !== 'person') throw signInFirst()
  const { session, course } = await getSession(deed, sessionId)
  if (!takesCheckIns(deed.now, session)) throw refused('class-not-now')
  if (!(await isExpected(deed, session, deed.actor.personId))) throw forbidden('class-not-in')
  if (!isCurrentCode(secret(deed), sessionId, code, deed.now)) throw refused('class-code-old', { instead: 'class-code-again' })
  await note(deed, sessionId, deed.actor.personId, { present: true, way: 'code', post: null })
  await record(deed, { kind: 'school.class.attended', about: deed.actor.personId, plain: { course: course.id, session: sessionId } })
  return readCourse(deed, course.id)
}

const isExpected = async (deed: Deed, session: SessionRow, personId: string): Promise<boolean> =>
  (await expected(deed, session)).some((one) => one.personId === personId)

const secret = (deed: Deed): Uint8Array => deed.platform.sealer.lookup(deed.street.id, 'person', 'school/class-code')
