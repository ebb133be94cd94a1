import { days, why, type RetentionRule } from './retention-rule.ts'

/** What the school keeps of courses, enrolment and attendance. */
export const schoolCourseRetention: readonly RetentionRule[] = [
  {
    table: 'lecturer',
    what: ['guest_name_sealed', 'person_id'],
    does: 'clear',
    after: 'at once',
    from: 'ended',
    ...why(
      '讲师不再上课，来客的姓名当天删掉；教过什么、来自哪里留着。',
      'When somebody no longer teaches, the name goes the same day; what was taught and where they came from stays.',
    ),
  },
  {
    table: 'enrolment',
    what: 'row',
    does: 'delete',
    after: { months: 36 },
    from: 'created',
    since: 'enrolled_at',
    ...why(
      '上过什么课留三年，补开结业证明时用得着；留下理由的原话只有本人和学堂看得到。',
      'Which courses somebody took is kept three years, for a certificate asked for later; reasons are read by the person and the school only.',
    ),
  },
  {
    table: 'enrolled_child',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'ended',
    ...why(
      '孩子没有账号。小名、年龄段、谁来接，课程结束、退课或撤回同意就删。',
      'A child has no account. Nickname, age band and who collects go when the course ends, the guardian leaves it or takes the agreement back.',
    ),
  },
  {
    table: 'class_attendance',
    what: 'row',
    does: 'delete',
    after: days(365),
    from: 'created',
    since: 'at',
    ...why(
      '哪节课来了没有，只为算有没有上完，一年后删；请假的原话课程结束就删。',
      'Who came to which class only serves to tell whether a course was completed and goes after a year; words about an absence go when the course ends.',
    ),
  },
]
