import { offerAwards } from '@ronghe/contract/school/awards.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { castId, demoId, organId } from '@ronghe/demo/load-cast.ts'
import { loadBranchYear } from '@ronghe/demo/load-branch.ts'
import { loadSchoolYear } from '@ronghe/demo/load-school.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'
import type { Addresses } from './council-year.ts'

export interface SchoolAndBranch {
  readonly phone: Readonly<Record<'school' | 'teaching' | 'branch' | 'office', readonly Addresses[]>>
  readonly desk: readonly Addresses[]
}

/** The demo's year of both. */
export async function loadSchoolAndBranch(town: Town): Promise<void> {
  await town.deed(loadSchoolYear)
  await loadBranchYear(town.platform, town.street)
}

/** 陈国强 in a class that runs and in one that is over. */
export async function putInClasses(town: Town): Promise<void> {
  const { running, over } = await coursesOf(town)
  const chen = castId(town.street.id, 'chen')
  for (const course of [running, over])
    await town.rows(
      `insert into enrolment (street_id, id, course_id, person_id, turn, state, asked_before, approval, channel, enrolled_at, held, attended, completed)
       select street_id, $2, course_id, $3, 900, 'placed', false, 'none', 'phone', enrolled_at, held, held, case when held is null then null else true end
       from enrolment where course_id = $1 order by turn limit 1`,
      [course, demoId(town.street.id, 'enrolment', course, 'tour'), chen],
    )
  await town.rows(
    `insert into class_attendance (street_id, session_id, person_id, present, way, at)
     select street_id, id, $2, true, 'code', starts_at from course_session where course_id = $1 and ends_at < $3`,
    [over, chen, town.now()],
  )
  await town.as('suMin').call(offerAwards, { params: { courseId: over }, body: { personIds: [chen] } })
}

const one = async (town: Town, query: string, values: readonly unknown[] = []): Promise<string> => {
  const [row] = await town.rows<{ id: string }>(query, [...values])
  if (row === undefined) throw new Error(`the demo has nothing there: ${query}`)
  return row.id
}

async function coursesOf(town: Town): Promise<Record<'running' | 'over' | 'full' | 'withChildren' | 'approved' | 'rated', string>> {
  const titled = (title: string) => one(town, "select id from course where title ->> 'zh-CN' = $1", [title])
  return {
    running: await one(town, "select id from course where state = 'running' order by opened_at desc limit 1"),
    over: await one(town, "select id from course where state = 'closed' order by opened_at desc limit 1"),
    full: await titled('印刷机日常保养（第二班）'),
    withChildren: await titled('手机上办事不求人'),
    approved: await titled('调解邻里小纠纷'),
    rated: await titled('听得懂、说得出：街市粤语'),
  }
}

/** Every address of the two rooms, with what the demo has there. */
export async function schoolAndBranchAddresses(town: Town): Promise<SchoolAndBranch> {
  const { running, over, full, withChildren, approved, rated } = await coursesOf(town)
  const session = (course: string, which: 'past' | 'next') =>
    one(
      town,
      which === 'past'
        ? 'select id from course_session where course_id = $1 and ends_at < $2 order by starts_at desc limit 1'
        : 'select id from course_session where course_id = $1 and ends_at > $2 order by starts_at limit 1',
      [course, town.now()],
    )
  const [held, coming, first] = [await session(running, 'past'), await session(running, 'next'), await session(full, 'next')]
  const thread = await one(town, 'select id from class_thread where course_id = $1 limit 1', [running])
  const pairOf = (who: CastKey) =>
    one(town, 'select id from mentoring_pair where $1 in (mentor_person_id, learner_person_id) limit 1', [castId(town.street.id, who)])
  const groups = await town.rows<{ id: string }>('select id from study_group order by id')
  const teacher = async (course: string): Promise<CastKey> =>
    (
      await town.rows(
        'select 1 from course_lecturer c join lecturer l on l.id = c.lecturer_id where c.course_id = $1 and l.person_id = $2',
        [course, castId(town.street.id, 'yeLan')],
      )
    ).length > 0
      ? 'yeLan'
      : 'dengKai'
  const c = (course: string) => `/school/courses/${course}`
  const of = (course: string, pages: readonly string[]) => pages.map((page) => `${c(course)}${page}`)
  const taught = await teacher(running)

  const [newcomers, printers] = [organId(town.street.id, 'branch'), organId(town.street.id, 'printersBranch')]
  const date = (branch: string, state: string) =>
    one(town, 'select id from branch.occasion where branch_id = $1 and state = $2 order by day desc limit 1', [branch, state])
  const [dateHeld, dateNext] = [await date(printers, 'held'), await date(printers, 'planned')]
  const paperApplication = await one(town, 'select id from branch.application where person_hash is null limit 1')
  const office = (branch: string, pages: readonly string[]) => pages.map((page) => `/branch/office/${branch}${page}`)

  return {
    phone: {
      school: [
        { who: null, addresses: ['/school', c(full), '/school/mentoring', '/school/groups', '/school/ability'] },
        { who: 'chen', addresses: ['/', '/school', '/school/mine', c(full), c(withChildren), c(approved), c(running), c(over)] },
        { who: 'chen', addresses: [`${c(withChildren)}/enrol`, `/school/classes/${coming}/absence`, `/school/classes/${held}/make-up`] },
        { who: 'chen', addresses: [`/school/classes/${first}/check-in`, `/school/classes/${held}/check-in`] },
        { who: 'chen', addresses: of(running, ['/materials', '/materials/print', '/minutes', '/talk', `/talk/${thread}`]) },
        { who: 'chen', addresses: [...of(running, ['/ability', '/ability/results']), `${c(over)}/evaluation`] },
        { who: 'chen', addresses: [`${c(rated)}/ability/results`, '/school/awards', '/school/mentoring', '/school/mentoring/say/learner'] },
        { who: 'zhou', addresses: ['/school/mine', c(full), '/school/mentoring', `/school/mentoring/pairs/${await pairOf('zhou')}`] },
        { who: 'maoXia', addresses: ['/school/mine', c(withChildren), `/school/mentoring/pairs/${await pairOf('maoXia')}`] },
        { who: 'keLei', addresses: ['/school/groups', '/school/groups/new', ...groups.map(({ id }) => `/school/groups/${id}`)] },
        {
          who: 'qinYuelan',
          addresses: ['/school/mentoring', '/school/mentoring/say/mentor', ...groups.map(({ id }) => `/school/groups/${id}`)],
        },
      ],
      teaching: [
        { who: taught, addresses: ['/school', '/school/teaching', c(running), `/school/classes/${coming}`, `/school/classes/${held}`] },
        {
          who: taught,
          addresses: [`/school/classes/${coming}/sheet`, ...of(running, ['/materials', '/minutes', '/talk', `/talk/${thread}`])],
        },
        { who: taught, addresses: of(running, ['/ability', '/ability/paper', '/ability/forms', '/evaluation/results', '/awards']) },
        { who: await teacher(rated), addresses: of(rated, ['', '/ability/results', '/evaluation/results', '/awards', '/talk']) },
      ],
      branch: [
        { who: null, addresses: ['/branch', `/branch/at/${newcomers}`, `/branch/at/${printers}`, '/branch/material'] },
        { who: 'chen', addresses: ['/branch', `/branch/at/${newcomers}`, '/branch/check-in', '/branch/check-in?branch=' + printers] },
        { who: 'chen', addresses: ['/branch/my', '/branch/carry', '/branch/application', '/branch/my/year', '/branch/my/window'] },
        { who: 'dengKai', addresses: ['/branch', '/branch/my', '/branch/my/receipt', '/branch/my/letter', '/branch/my/year'] },
        { who: 'dengKai', addresses: [dateHeld, dateNext].map((id) => `/branch/my/dates/${printers}/${id}`) },
        { who: 'dengKai', addresses: ['/branch/my/window', '/branch/my/honours', '/messages'] },
        { who: 'zhou', addresses: ['/branch/carry'] },
        { who: 'liuJianjun', addresses: ['/branch/carry'] },
        { who: 'liZhiqiang', addresses: ['/branch/application', '/branch/application/receipt'] },
        { who: 'officerLin', addresses: ['/branch/office-code'] },
      ],
      office: [
        {
          who: 'xu',
          addresses: ['/branch', '/branch/office', ...office(newcomers, ['', '/paper', '/words', '/year', '/plans', '/window'])],
        },
        {
          who: 'xu',
          addresses: office(newcomers, [
            '/figures',
            '/applications',
            `/applications/${paperApplication}/receipt`,
            '/concerns',
            '/notices',
            '/honours',
          ]),
        },
        { who: 'heDali', addresses: ['/branch/office', ...office(printers, ['', '/year', '/window', '/figures', '/honours'])] },
        { who: 'heDali', addresses: office(printers, [`/dates/${dateHeld}`, `/dates/${dateNext}`, `/dates/${dateNext}/sheet`]) },
      ],
    },
    desk: [
      {
        who: 'suMin',
        addresses: ['', ...['courses', 'courses/new', 'courses/import', 'plan', 'lecturers', 'enter'].map((page) => `/school/${page}`)].map(
          (page) => `/desk${page}`,
        ),
      },
      { who: 'suMin', addresses: [full, withChildren, approved, running, over].map((id) => `/desk/school/courses/${id}`) },
      {
        who: 'suMin',
        addresses: [`/desk/school/courses/${full}/edit`, `/desk/school/classes/${coming}`, `/desk/school/classes/${held}/sheet`],
      },
      { who: 'suMin', addresses: ['mentoring', 'room-wishes', 'moderation'].map((page) => `/desk/school/${page}`) },
      { who: 'heMin', addresses: ['/desk/school/enter'] },
      { who: taught, addresses: ['/desk', `/desk/school/classes/${coming}`] },
    ],
  }
}
