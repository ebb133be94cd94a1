import { courseModules, type readSchool } from '@ronghe/contract/school/courses.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { Deed } from '../../../platform/deed.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { toCalendarFile } from '../../../platform/standards/icalendar.ts'
import { organNames } from '../../programme/organ-rows.ts'
import { courseLink } from './course-rows.ts'
import { roomsOf } from './rooms.ts'
import { lastMixed } from './mixed-classes.ts'

/** The school as a resident meets it. With the branch switched off its parent is the street, and nothing else changes (08, School). */
export async function schoolPage(deed: Deed): Promise<ReplyOf<typeof readSchool>> {
  const organs = await deed.tx
    .selectFrom('organ')
    .select(['id', 'kind', 'name', 'parent_id'])
    .where('street_id', '=', deed.street.id)
    .where('kind', 'in', ['school', 'streetOffice', 'branch'])
    .orderBy('id')
    .execute()
  const school = organs.find(({ kind }) => kind === 'school')
  const named = school?.parent_id ? organs.find(({ id }) => id === school.parent_id) : undefined
  const office = organs.find(({ kind }) => kind === 'streetOffice')
  const off = named?.kind === 'branch' && !(await setting(deed, 'modules')).branch
  const parent = off || !named ? office : named
  const open = await deed.tx
    .selectFrom('course')
    .select(['module', ({ fn }) => fn.countAll<string>().as('count')])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .groupBy('module')
    .execute()
  return {
    organ: school ? { id: school.id, name: school.name } : null,
    parent: school && parent ? { id: parent.id, name: parent.name } : null,
    modules: courseModules.map((module) => ({ module, open: Number(open.find((row) => row.module === module)?.count ?? 0) })),
    mixed: await lastMixed(deed),
  }
}

/** Every session of courses that are open or running, called-off ones marked so, from a month ago on. Nobody who learns is in it. */
export async function schoolCalendar(deed: Deed, language: Language): Promise<string> {
  const rows = await deed.tx
    .selectFrom('course_session as session')
    .innerJoin('course', (join) => join.onRef('course.street_id', '=', 'session.street_id').onRef('course.id', '=', 'session.course_id'))
    .select([
      'session.id',
      'session.starts_at',
      'session.ends_at',
      'session.changed_at',
      'session.sequence',
      'session.cancelled_because',
      'session.topic',
      'course.id as course',
      'course.title',
      'course.organ_id',
    ])
    .where('session.street_id', '=', deed.street.id)
    .where('course.state', 'in', ['open', 'running'])
    .where('session.starts_at', '>', new Date(deed.now.getTime() - 30 * 86_400_000))
    .orderBy('session.starts_at')
    .limit(500)
    .execute()
  const rooms = await roomsOf(
    deed,
    'session',
    rows.map(({ id }) => id),
  )
  const schools = await organNames(
    deed,
    rows.map(({ organ_id }) => organ_id),
  )
  const host = deed.platform.config.publicUrl ?? ''
  const school = schools.values().next().value
  return toCalendarFile(
    inLanguage(school ?? deed.street.name, language),
    deed.street.zone,
    rows.map((row) => {
      const room = rooms.get(row.id)
      return {
        uid: `${row.id}@ronghe`,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        changedAt: row.changed_at,
        sequence: row.sequence,
        cancelled: row.cancelled_because !== null,
        summary: row.topic ? `${inLanguage(row.title, language)}：${inLanguage(row.topic, language)}` : inLanguage(row.title, language),
        place: room ? inLanguage(room.name, language) : '',
        description: say(language, 'class-calendar-description', { link: `${host}${courseLink(row.course)}` }),
        url: `${host}${courseLink(row.course)}`,
      }
    }),
    { feed: true },
  )
}
