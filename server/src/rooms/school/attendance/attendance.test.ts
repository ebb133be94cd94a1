import * as attendance from '@ronghe/contract/school/attendance.ts'
import { listMyCourses, readCourse } from '@ronghe/contract/school/courses.ts'
import * as desk from '@ronghe/contract/school/course-desk.ts'
import { enrol } from '@ronghe/contract/school/enrolments.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { completionsOf } from '../courses/closing.ts'
import { lead, openCourse } from '../courses.testing.ts'

let town: Town
let teacher: string
beforeAll(async () => {
  town = await openTown()
  const { id } = await lead(town).call(desk.addLecturer, {
    body: {
      source: 'company',
      organId: organId(town.street.id, 'printWorks'),
      affiliation: null,
      personId: town.idOf('dengKai'),
      guestName: '',
      guestAgreedOn: null,
      skills: [{ 'zh-CN': '印刷' }],
      speaks: ['洪湖话'],
    },
  })
  teacher = id
})
afterAll(() => town.close())

const read = (who: CastKey, courseId: string) => town.as(who).call(readCourse, { params: { courseId } })

async function classOf(...people: readonly CastKey[]) {
  town.at(monday)
  const course = await openCourse(town, { seats: 10, lecturers: [teacher] })
  for (const who of people) await town.as(who).call(enrol, { params: { courseId: course.id }, body: {} })
  return { courseId: course.id, sessions: course.sessionList.map(({ id }) => ({ params: { sessionId: id } })) }
}
const atClass = (day: string, time = '19:05') => town.at(`${day}T${time}:00+08:00`)

describe('who was there', () => {
  test('by the code in the room, good for a moment and for this class alone', async () => {
    const { courseId, sessions } = await classOf('chen', 'maoXia')
    const [first] = sessions
    expect((await town.as('dengKai').refused(attendance.readClassCode, first!)).code).toBe('class-not-now')
    atClass('2026-12-07')
    const { code, link } = await town.as('dengKai').call(attendance.readClassCode, first!)
    expect(link).toBe(`/school/classes/${first!.params.sessionId}/check-in?code=${code}`)
    for (const who of ['yeLan', 'chen', 'heMin'] as const)
      expect((await town.as(who, { secondFactor: true }).refused(attendance.readClassCode, first!)).status).toBe(403)
    expect((await town.as('zhou').refused(attendance.checkInToClass, { ...first!, body: { code } })).code).toBe('class-not-in')
    const came = await town.as('chen').call(attendance.checkInToClass, { ...first!, body: { code } })
    expect(came.sessionList[0]).toMatchObject({ mine: { present: true }, may: [] })
    expect((await town.as('chen').refused(attendance.checkInToClass, { ...sessions[1]!, body: { code } })).code).toBe('class-not-now')
    atClass('2026-12-07', '19:07')
    expect(await town.as('maoXia').refused(attendance.checkInToClass, { ...first!, body: { code } })).toMatchObject({
      code: 'class-code-old',
      instead: expect.stringContaining('名单') as string,
    })
    expect((await read('maoXia', courseId)).sessionList[0]!.mine).toBeNull()
  })

  test('from the paper list of the lecturer, equal and for a week; other people’s attendance is on nobody’s page', async () => {
    const { courseId, sessions } = await classOf('chen', 'maoXia')
    const [first] = sessions
    atClass('2026-12-08', '10:00')
    const note = (who: CastKey, present: boolean | null) =>
      town.as('dengKai').call(attendance.noteAttendance, { params: { ...first!.params, personId: town.idOf(who) }, body: { present } })
    await note('chen', true)
    await note('maoXia', false)
    const list = await town.as('dengKai').call(attendance.readClassList, first!)
    expect(list.items.map(({ name, present, way }) => [name, present, way])).toEqual([
      ['陈国强', true, 'paper'],
      ['毛霞', false, 'paper'],
    ])
    expect(JSON.stringify(list)).not.toMatch(/newcomer|"local"|times|score/)
    await note('maoXia', null)
    expect((await town.as('dengKai').call(attendance.readClassList, first!)).items[1]!.present).toBeNull()
    expect(JSON.stringify(await read('maoXia', courseId))).not.toContain('陈国强')
    expect((await town.as('chen').refused(attendance.readClassList, first!)).status).toBe(403)
    expect((await town.as('yeLan').refused(attendance.readClassList, first!)).status).toBe(403)
    atClass('2026-12-14', '10:00')
    expect((await lead(town).call(attendance.readClassList, first!)).noting).toBe(true)
    atClass('2026-12-14', '22:00')
    expect(
      (
        await lead(town).refused(attendance.noteAttendance, {
          params: { ...first!.params, personId: town.idOf('chen') },
          body: { present: false },
        })
      ).code,
    ).toBe('class-not-noted-now')
  })
})

describe('not coming', () => {
  test('a kind is enough; the words are sealed, read by the lecturer, and gone with the course; taking it back is one tap', async () => {
    const { sessions } = await classOf('chen', 'maoXia')
    const [first] = sessions
    const absent = await town.as('chen').call(attendance.sayAbsent, { ...first!, body: { kind: 'work', words: '临时加班到十点。' } })
    expect(absent.sessionList[0]!.mine).toMatchObject({ present: false, absence: 'work' })
    expect(absent.sessionList[0]!.may).toEqual(['takeBack', 'makeUp'])
    expect((await lead(town).call(attendance.readClassList, first!)).items[0]).toMatchObject({ absence: 'work', words: '临时加班到十点。' })
    const rows = await town.rows<{ row: string }>('select a::text as row from class_attendance a')
    expect(rows.some(({ row }) => row.includes('加班'))).toBe(false)
    const engaged = () =>
      town.rows(`select 1 from engagement where thing_id = $1 and person_id = $2 and not cancelled`, [
        first!.params.sessionId,
        town.idOf('chen'),
      ])
    expect(await engaged()).toHaveLength(0)
    const back = await town.as('chen').call(attendance.takeBackAbsence, first!)
    expect(back.sessionList[0]!.mine).toBeNull()
    expect(await engaged()).toHaveLength(1)
    expect((await town.as('zhou').refused(attendance.sayAbsent, { ...first!, body: { kind: 'ill', words: '' } })).status).toBe(404)
  })

  test('a missed class is made up in another course of the module, by its own code, or with the materials', async () => {
    const { courseId, sessions } = await classOf('chen')
    const other = await openCourse(town, { seats: 5, day: '2026-12-10', title: { 'zh-CN': '第二班' } })
    const elsewhere = { params: { sessionId: other.sessionList[0]!.id } }
    const [first, second] = sessions
    await town.as('chen').call(attendance.sayAbsent, { ...first!, body: { kind: 'work', words: '' } })
    const { items } = await town.as('chen').call(attendance.listMakeUps, first!)
    expect(items.map(({ sessionId }) => sessionId)).toContain(elsewhere.params.sessionId)
    const planned = await town
      .as('chen')
      .call(attendance.makeUp, { ...first!, body: { by: 'session', sessionId: elsewhere.params.sessionId } })
    expect(planned.sessionList[0]!.mine).toMatchObject({ madeUp: 'session', madeUpAt: '2026-12-10T11:00:00.000Z' })
    await town.as('chen').call(attendance.sayAbsent, { ...second!, body: { kind: 'ill', words: '' } })
    await town.as('chen').call(attendance.makeUp, { ...second!, body: { by: 'materials' } })
    atClass('2026-12-10')
    const list = await lead(town).call(attendance.readClassList, elsewhere)
    expect(list.items).toMatchObject([{ name: '陈国强', guest: true }])
    const { code } = await lead(town).call(attendance.readClassCode, elsewhere)
    await town.as('chen').call(attendance.checkInToClass, { ...elsewhere, body: { code } })
    expect((await read('chen', courseId)).sessionList[1]!.mine).toMatchObject({ madeUp: 'materials' })
  })
})

test('a course closes by itself a week after its last class: who completed it, no children, no reasons, and no list by attendance', async () => {
  const { courseId, sessions } = await classOf('chen', 'maoXia')
  const there = async (who: CastKey, index: number, present: boolean) =>
    lead(town).call(attendance.noteAttendance, { params: { ...sessions[index]!.params, personId: town.idOf(who) }, body: { present } })
  await town.as('maoXia').call(attendance.sayAbsent, { ...sessions[3]!, body: { kind: 'family', words: '孩子发烧' } })
  for (const [index, day] of ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'].entries()) {
    atClass(day)
    await town.drain(['school.courses'])
    if (index < 3) await there('chen', index, true)
    await there('maoXia', index, index === 0)
  }
  expect((await read('chen', courseId)).state).toBe('running')
  expect((await lead(town).refused(desk.stepCourse, { params: { courseId }, body: { step: 'open' } })).code).toBe('course-not-so-far')
  atClass('2027-01-05')
  await town.drain(['school.courses'])
  expect((await read('chen', courseId)).mine).toMatchObject({ completed: true, held: 4, attended: 3 })
  expect((await read('maoXia', courseId)).mine).toMatchObject({ completed: false, attended: 1 })
  const done = await town.deed((deed) => completionsOf(deed, courseId))
  expect(done.map(({ personId, completed }) => [personId, completed])).toEqual([
    [town.idOf('chen'), true],
    [town.idOf('maoXia'), false],
  ])
  expect((await town.as('chen').call(listMyCourses)).items.find(({ course }) => course.id === courseId)).toMatchObject({
    course: { state: 'closed' },
    enrolment: { completed: true },
  })
  const [{ n }] = (await town.rows<{ n: number }>(
    `select count(*)::int as n from class_attendance a join course_session s on s.id = a.session_id where s.course_id = $1 and a.absence_sealed is not null`,
    [courseId],
  )) as [{ n: number }]
  expect(n).toBe(0)
})
