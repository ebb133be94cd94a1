import { addLecturer, addSessions, listLecturers, planCourse, stepCourse } from '@ronghe/contract/school/course-desk.ts'
import { enrol } from '@ronghe/contract/school/enrolments.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import type { Town } from '../../platform/database/testing.ts'
import { coursePlan } from './courses.testing.ts'

/** Everybody of the cast who may be in a class in these tests. */
export const learners = [
  'chen',
  'zhou',
  'wuXia',
  'maoXia',
  'zhongHua',
  'keLei',
  'moZhen',
  'smith',
  'uncleHuang',
  'qinYuelan',
  'heDali',
] as const

/** A running course of 邓凯's with one session a week from the first day named, and these people in it. */
export async function openClass(
  town: Town,
  { first = '2026-11-24', weeks = 4, people = learners as readonly CastKey[] } = {},
): Promise<{ readonly courseId: string; readonly sessions: readonly string[] }> {
  const head = town.as('suMin')
  const known = await head.call(listLecturers)
  const lecturer =
    known.items.find(({ personId }) => personId === town.idOf('dengKai')) ??
    (await head.call(addLecturer, {
      body: {
        source: 'company',
        organId: null,
        affiliation: { 'zh-CN': '印刷厂', en: 'The print works' },
        personId: town.idOf('dengKai'),
        guestName: '',
        guestAgreedOn: null,
        skills: [{ 'zh-CN': '胶印' }],
        speaks: ['普通话'],
      },
    }))
  const { id: courseId } = await head.call(planCourse, {
    body: {
      ...coursePlan,
      module: 'vocationalSkills',
      title: { 'zh-CN': '胶印入门', en: 'Offset printing for beginners' },
      about: { 'zh-CN': '从认机器到自己开机。', en: 'From knowing the machine to running it.' },
      minimum: 2,
      seats: 20,
      children: 'none',
      childPlaces: 0,
      carers: 0,
      approval: false,
      lecturers: [lecturer.id],
    },
  })
  const { sessionList } = await head.call(addSessions, {
    params: { courseId },
    body: {
      startsAt: `${first}T19:00:00+08:00`,
      endsAt: `${first}T20:30:00+08:00`,
      topic: { 'zh-CN': '认机器' },
      roomId: null,
      lecturerId: lecturer.id,
      weeks,
    },
  })
  await head.call(stepCourse, { params: { courseId }, body: { step: 'open' } })
  for (const who of people) await town.as(who).call(enrol, { params: { courseId }, body: {} })
  return { courseId, sessions: sessionList.map(({ id }) => id) }
}
