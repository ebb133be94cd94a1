import type { CoursePlan, SessionPlan } from '@ronghe/contract/school/course-desk.ts'
import { addRoom, addSessions, planCourse, stepCourse } from '@ronghe/contract/school/course-desk.ts'
import type { Town } from '../../platform/database/testing.ts'

export const coursePlan: CoursePlan = {
  module: 'vocationalSkills',
  title: { 'zh-CN': '印刷机日常保养', en: 'Looking after a printing press' },
  about: { 'zh-CN': '学会每天十分钟的保养。', en: 'Ten minutes a day.' },
  requirements: null,
  minimum: 2,
  seats: 3,
  speaks: ['普通话', '洪湖话'],
  children: 'childcare',
  childPlaces: 2,
  carers: 2,
  approval: false,
  lecturers: [],
  partners: [],
}

/** A weekly evening class from the day given on. */
export const evenings = (day: string, roomId: string | null = null, weeks = 4): SessionPlan & { weeks: number } => ({
  startsAt: `${day}T19:00:00+08:00`,
  endsAt: `${day}T21:00:00+08:00`,
  topic: null,
  roomId,
  lecturerId: null,
  weeks,
})

export const lead = (town: Town) => town.as('suMin', { secondFactor: true })

export const newRoom = (town: Town, name = '二楼教室') =>
  lead(town).call(addRoom, { body: { name: { 'zh-CN': name }, capacity: 30, stepFree: true } })

/** A course that takes enrolments. */
export async function openCourse(
  town: Town,
  {
    day = '2026-12-07',
    weeks = 4,
    roomId = null,
    ...plan
  }: Partial<CoursePlan> & { day?: string; weeks?: number; roomId?: string | null } = {},
) {
  const { id } = await lead(town).call(planCourse, { body: { ...coursePlan, ...plan } })
  const params = { courseId: id }
  await lead(town).call(addSessions, { params, body: evenings(day, roomId, weeks) })
  return lead(town).call(stepCourse, { params, body: { step: 'open' } })
}
