import { courseModules, type CourseModule } from '@ronghe/contract/school/courses.ts'
import type { Deed } from '../../../platform/deed.ts'
import { frozen } from '../../../platform/privacy/frozen-figures.ts'
import { isFinished } from '../../../platform/calendar/periods.ts'
import { groupsOf } from '../../people/group.ts'
import { today } from '../../programme/posts.ts'
import { readModules } from '../../school/asking/results.ts'
import { leastClasses, mixedClasses } from '../../school/courses/mixed-classes.ts'
import { fromRegister, fromRoom, line, said, type Days, type Indicator, type Line, type RoomPeriod, type Words } from './definition.ts'
import { frozenIndicator } from './frozen-indicators.ts'
import { firstSessionOn, momentsOf } from './registers.ts'
import { cell, few, shown } from './room-cells.ts'

const modules: Readonly<Record<CourseModule, Words>> = {
  publicManagement: said('公共管理与服务', 'public management and service'),
  communityLeadership: said('社区领导力', 'community leadership'),
  organisationCapacity: said('组织能力', 'organisation capacity'),
  earlyChildhood: said('婴幼儿早期发展', 'early childhood'),
  vocationalSkills: said('职业技能', 'vocational skills'),
  localLife: said('本地生活与文化', 'local life and culture'),
}
const source = said('论文：融合学堂六个模块；设计：指标 9', 'The study: six modules of the integration school; design: indicator 9')

/** 9 · the school: sessions, mixed classes, completion, self-rating, modules. */
export const school: Indicator = {
  key: 'school',
  number: 9,
  box: 'resources',
  title: said('一起学了没有', 'Learning together'),
  measures: [
    {
      key: 'sessions',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'school.sessionsHeld',
      parts: modules,
      unit: said('次课', 'sessions'),
      title: said('上了几次课', 'Sessions held'),
      says: said('当月上的课，按模块分。', 'Sessions held in the month, by module.'),
      saysNot: said('课多不等于来的人多，也不等于学会了。', 'Many sessions are not many learners, and not yet something learned.'),
      numerator: said('当月没有取消的课次', 'sessions of the month that were not called off'),
      denominator: null,
      source,
      bias: said(
        '取消的不算；一人和三十人的课都算一次。',
        'Those called off are not in it; a session of one counts like a session of thirty.',
      ),
      counts: fromRegister(firstSessionOn, sessionsHeld),
    },
    {
      key: 'modulesCovered',
      kind: 'share',
      every: 'year',
      byGroup: false,
      stock: true,
      places: [],
      exempt: 'school.sessionsHeld',
      unit: said('个模块', 'modules'),
      title: said('六个模块开了几个', 'Modules covered, of six'),
      says: said('一年里六个模块有几个开过课。', 'In how many of the six modules there was a session in the year.'),
      saysNot: said(
        '只说开过没有，不说开得多不多。区间在这里没有用：模块一共就六个。',
        'It says whether, not how often. The interval means nothing here: there are six modules and no sample.',
      ),
      numerator: said('开过课的模块', 'modules with a session'),
      denominator: said('六个模块', 'six modules'),
      source,
      bias: said('没过完的年份先不算。', 'A year that is not over is not told.'),
      counts: fromRoom(modulesCovered),
    },
    {
      key: 'mixedClasses',
      kind: 'share',
      every: 'quarter',
      byGroup: false,
      stock: true,
      places: [],
      exempt: 'school.mixedClasses',
      unit: said('个班', 'classes'),
      title: said('混合班', 'Mixed classes'),
      says: said(
        '到这一季为止的四个季度里开的班，有多少班上{newcomers}和{locals}都占两成以上。',
        'Of the classes that began in the four quarters up to this one, in how many {newcomers} and {locals} were a fifth or more each.',
      ),
      saysNot: said('坐在一个班里不等于成了朋友。', 'Sitting in one class is not yet being friends.'),
      numerator: said('两方各占两成以上的班', 'classes with a fifth or more of each group'),
      denominator: said('四个季度里开的班', 'classes begun in the four quarters'),
      source: said('设计：指标 9，各占至少20%', 'Design: indicator 9, each group at least 20 %'),
      bias: said(
        '不愿说的人算在全班里，不算在哪一方；不到五个班不显示。',
        'Whoever prefers not to say counts in the class and in neither group; below five classes nothing is shown.',
      ),
      counts: fromRoom(mixed),
    },
    {
      key: 'completion',
      kind: 'share',
      byGroup: true,
      places: [],
      unit: said('人次', 'enrolments'),
      title: said('学完的', 'Completed'),
      says: said(
        '当月结束的课程里，有名额的人有多少学完了。',
        'Of those with a place in a course that closed in the month, how many completed it.',
      ),
      saysNot: said(
        '没学完常常是上夜班、回老家，不是不用功。',
        'Not completing is often night shifts or a journey home, not lack of effort.',
      ),
      numerator: said('学完的人次', 'enrolments completed'),
      denominator: said('课程结束时有名额的人次', 'enrolments with a place when the course closed'),
      source,
      bias: said(
        '同一个人学完两门算两次；中途退出的不在里面。',
        'Somebody who took two courses counts twice; whoever left before the end is not in it.',
      ),
      counts: fromRegister(firstSessionOn, completed),
    },
    {
      key: 'selfRating',
      kind: 'mean',
      every: 'year',
      byGroup: false,
      stock: true,
      places: [],
      unit: said('分（1至5）', 'points (of 1 to 5)'),
      title: said('自己觉得长了多少本事', 'Ability as people rate it themselves'),
      says: said(
        '上课前和上完课后都答了的人，每个问题平均高了几分；到今天为止已经数完的班放在一起。',
        'Of those who answered before and after a course, by how many points each answer rose on average, over all classes counted so far.',
      ),
      saysNot: said(
        '这是自己打的分，不是考试；是不是因为上课才高的，这里说不了。每个问题的数和区间在学堂的页面上。',
        'People rate themselves; it is no test, and it cannot say whether the course is the cause. The school’s page has every question with its interval.',
      ),
      numerator: said('后来的分减去开始的分', 'points afterwards less points before'),
      denominator: said('两次都答了的人', 'people who answered twice'),
      source: said('设计：指标 9，匿名码配对', 'Design: indicator 9, paired by an anonymous code'),
      bias: said(
        '愿意答两次的人多半是坚持下来的；不到10人的模块不在里面。',
        'Whoever answers twice is more likely to have stayed; modules below 10 are not in it.',
      ),
      counts: fromRoom(selfRating),
    },
  ],
}

async function sessionsHeld(deed: Deed, days: Days): Promise<readonly Line[]> {
  const { from, until } = momentsOf(deed, days)
  const rows = await deed.tx
    .selectFrom('course_session as session')
    .innerJoin('course', (join) => join.onRef('course.street_id', '=', 'session.street_id').onRef('course.id', '=', 'session.course_id'))
    .select(['course.module', 'course.organ_id', ({ fn }) => fn.countAll<string>().as('sessions')])
    .where('session.street_id', '=', deed.street.id)
    .where('session.starts_at', '>=', from)
    .where('session.starts_at', '<', until)
    .where('session.cancelled_because', 'is', null)
    .where('course.state', 'in', ['running', 'closed'])
    .groupBy(['course.module', 'course.organ_id'])
    .execute()
  return rows.map(({ module, organ_id, sessions }) => line(module, Number(sessions), { organ: organ_id }))
}

/** From the frozen months of this indicator itself. */
async function modulesCovered(deed: Deed): Promise<readonly RoomPeriod[]> {
  const months = await frozen(deed, frozenIndicator(school))
  const byYear = Map.groupBy(months, ([month]) => month.slice(0, 4))
  return [...byYear]
    .filter(([year]) => isFinished(year, today(deed)))
    .map(([period, all]) => {
      const held = new Set(all.flatMap(([, { counts }]) => (counts.sessions ?? []).map(({ part }) => part)))
      return { period, cells: [cell('all', { yes: shown(held.size), no: shown(courseModules.length - held.size) })] }
    })
}

/** The window that the school's own page shows. */
async function mixed(deed: Deed): Promise<readonly RoomPeriod[]> {
  const quarters = [...(await frozen(deed, mixedClasses))]
  return quarters.flatMap(([period], place) => {
    const window = quarters.slice(Math.max(0, place - 3), place + 1).map(([, { counts }]) => counts)
    const classes = window.reduce((sum, counts) => sum + counts.classes, 0)
    const both = window.reduce((sum, counts) => sum + counts.mixed, 0)
    return classes < leastClasses ? [] : [{ period, cells: [cell('all', { yes: shown(both), no: shown(classes - both) })] }]
  })
}

async function completed(deed: Deed, days: Days): Promise<readonly Line[]> {
  const { from, until } = momentsOf(deed, days)
  const rows = await deed.tx
    .selectFrom('enrolment')
    .innerJoin('course', (join) =>
      join.onRef('course.street_id', '=', 'enrolment.street_id').onRef('course.id', '=', 'enrolment.course_id'),
    )
    .select(['enrolment.person_id', 'enrolment.completed'])
    .where('enrolment.street_id', '=', deed.street.id)
    .where('enrolment.completed', 'is not', null)
    .where('course.closed_at', '>=', from)
    .where('course.closed_at', '<', until)
    .execute()
  const groups = await groupsOf(
    deed,
    rows.map(({ person_id }) => person_id),
    until,
  )
  const lines = rows.map((row) => ({ group: groups.get(row.person_id) ?? ('unstated' as const), part: row.completed ? 'yes' : 'no' }))
  return [...Map.groupBy(lines, ({ group, part }) => `${group} ${part}`).values()].map((all) =>
    line(all[0]!.part, all.length, { group: all[0]!.group }),
  )
}

/** Of the modules that the school's page shows, every person's answers weighing the same; nothing is in it that is not shown there. */
async function selfRating(deed: Deed): Promise<readonly RoomPeriod[]> {
  const told = (await readModules(deed)).modules.flatMap(({ after: { pairs, questions } }) => {
    const changes = questions.flatMap(({ change }) => (change.kind === 'shown' ? [change.value] : []))
    return pairs.kind === 'shown' && changes.length > 0
      ? [{ pairs: pairs.count, change: changes.reduce((sum, value) => sum + value, 0) / changes.length }]
      : []
  })
  const pairs = told.reduce((sum, one) => sum + one.pairs, 0)
  const amount = told.reduce((sum, one) => sum + one.pairs * one.change, 0)
  return [
    {
      period: today(deed).slice(0, 4),
      cells: [pairs > 0 ? cell('all', { '': shown(pairs) }, [line('', pairs, { amount })]) : cell('all', { '': few })],
    },
  ]
}
