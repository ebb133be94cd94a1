import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import { openWords } from '../attendance/absence-words.ts'
import { childrenOf } from '../enrolment/children.ts'
import { reasonOf } from '../enrolment/reasons.ts'

/** Courses somebody takes or teaches. A place goes to the first in line when its holder leaves; the course stays. */
export const coursesKeeper: KeeperPart = {
  tables: ['lecturer', 'enrolment', 'enrolled_child', 'class_attendance'],

  async open(deed, personId) {
    const rows = await deed.tx
      .selectFrom('enrolment')
      .innerJoin('course', (join) =>
        join.onRef('course.street_id', '=', 'enrolment.street_id').onRef('course.id', '=', 'enrolment.course_id'),
      )
      .select(['course.id', 'course.title'])
      .where('enrolment.street_id', '=', deed.street.id)
      .where('enrolment.person_id', '=', personId)
      .where('enrolment.state', 'in', ['waiting', 'offered', 'placed'])
      .where('course.state', 'in', ['open', 'running'])
      .orderBy('course.id')
      .execute()
    return rows.map(({ id, title }) => ({
      room: 'school',
      kind: 'course',
      id,
      title,
      becomes: 'ends',
      note: { 'zh-CN': '名额让给排在后面的人', en: 'The place goes to the next in line' },
    }))
  },

  async export(deed, personId) {
    const enrolments = await deed.tx
      .selectFrom('enrolment')
      .innerJoin('course', (join) =>
        join.onRef('course.street_id', '=', 'enrolment.street_id').onRef('course.id', '=', 'enrolment.course_id'),
      )
      .selectAll('enrolment')
      .select('course.title')
      .where('enrolment.street_id', '=', deed.street.id)
      .where('enrolment.person_id', '=', personId)
      .orderBy('enrolment.enrolled_at')
      .execute()
    const children = await childrenOf(deed, enrolments)
    const classes = await deed.tx
      .selectFrom('class_attendance as noted')
      .innerJoin('course_session as session', (join) =>
        join.onRef('session.street_id', '=', 'noted.street_id').onRef('session.id', '=', 'noted.session_id'),
      )
      .select([
        'noted.session_id',
        'noted.person_id',
        'noted.absence_sealed',
        'session.starts_at',
        'noted.present',
        'noted.absence',
        'noted.made_up',
      ])
      .where('noted.street_id', '=', deed.street.id)
      .where('noted.person_id', '=', personId)
      .orderBy('session.starts_at')
      .execute()
    const taught = await deed.tx
      .selectFrom('lecturer')
      .select(['source', 'skills', 'speaks'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .execute()
    return {
      ...(enrolments.length > 0
        ? {
            courses: enrolments.map((row) => ({
              title: row.title,
              state: row.state,
              enrolled_at: row.enrolled_at,
              speaks: row.speaks,
              approval: row.approval,
              reason: reasonOf(deed, row),
              children: children.get(row.id) ?? [],
              completed: row.completed,
            })),
          }
        : {}),
      ...(classes.length > 0
        ? {
            classes: classes.map(({ starts_at, present, absence, made_up, ...row }) => ({
              starts_at,
              present,
              absence,
              made_up,
              words: openWords(deed, row),
            })),
          }
        : {}),
      ...(taught.length > 0 ? { teaching: taught } : {}),
    }
  },

  async forget(deed, personId) {
    // The engagements go with the programme's keeper; a place that becomes free is offered by the next round of `school.courses`.
    await deed.tx.deleteFrom('class_attendance').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
    await deed.tx.deleteFrom('enrolment').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
    await deed.tx
      .updateTable('lecturer')
      .set({ person_id: null })
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .execute()
  },
}
