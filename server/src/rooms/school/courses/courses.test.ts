import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import * as desk from '@ronghe/contract/school/course-desk.ts'
import { fetchSchoolCalendar, listCourses, readCourse, readSchool } from '@ronghe/contract/school/courses.ts'
import { enrol, listEnrolments } from '@ronghe/contract/school/enrolments.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { writeSheet } from '../../../platform/standards/excel.ts'
import { coursePlan, evenings, lead, newRoom, openCourse } from '../courses.testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe('planning a course', () => {
  test('a draft is for its school only, opens once it has a session to come, and is then a joint item of its organs', async () => {
    const partner = { organId: organId(town.street.id, 'printWorks'), role: { 'zh-CN': '出师傅和机器' } }
    const draft = await lead(town).call(desk.planCourse, { body: { ...coursePlan, partners: [partner] } })
    const params = { courseId: draft.id }
    expect(draft).toMatchObject({ state: 'draft', steps: ['open', 'cancel'], parties: [{ organ: { id: partner.organId }, host: false }] })
    expect((await town.anonymous.refused(readCourse, { params })).code).toBe('no-course')
    expect((await lead(town).refused(desk.stepCourse, { params, body: { step: 'open' } })).code).toBe('course-no-sessions')
    expect((await lead(town).refused(desk.stepCourse, { params, body: { step: 'close' } })).code).toBe('course-not-so-far')
    await lead(town).call(desk.addSessions, { params, body: evenings('2026-12-07') })
    await lead(town).call(desk.stepCourse, { params, body: { step: 'open' } })
    const open = await town.anonymous.call(readCourse, { params })
    expect(open).toMatchObject({ state: 'open', sessions: 4, placesLeft: 3, missing: 2, may: [] })
    expect(open.parties.map(({ host }) => host)).toEqual([true, false])
    expect((await town.anonymous.call(listCourses, { query: { module: 'vocationalSkills' } })).items.map(({ id }) => id)).toContain(
      draft.id,
    )
  })

  test('only the head of the school plans; what makes no sense is refused at its field', async () => {
    for (const who of ['chen', 'dengKai', 'heMin', 'officerLin'] as const)
      expect((await town.as(who, { secondFactor: true }).refused(desk.planCourse, { body: coursePlan })).status).toBe(403)
    const wrong = async (part: Partial<desk.CoursePlan>) =>
      (await lead(town).refused(desk.planCourse, { body: { ...coursePlan, ...part } })).errors?.map(({ path, code }) => [path, code])
    expect(await wrong({ minimum: 4 })).toEqual([['minimum', 'course-minimum']])
    expect(await wrong({ carers: 1 })).toEqual([['carers', 'course-carers']])
    expect(await wrong({ children: 'none' })).toEqual([['childPlaces', 'course-child-places']])
    expect(await wrong({ partners: [{ organId: organId(town.street.id, 'school'), role: { 'zh-CN': '协办' } }] })).toEqual([
      ['partners', 'party-twice'],
    ])
  })

  test('a room is never promised twice, also when two ask at once; a cancelled session gives it back', async () => {
    const room = await newRoom(town)
    const first = await lead(town).call(desk.planCourse, { body: coursePlan })
    const second = await lead(town).call(desk.planCourse, { body: coursePlan })
    const at = evenings('2026-12-09', room.id, 1)
    const outcomes = await Promise.all(
      [first, second].map(({ id }) => lead(town).raw(desk.addSessions, { params: { courseId: id }, body: at })),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const won = outcomes[0]!.status === 201 ? first : second
    const lost = won === first ? second : first
    const held = await lead(town).call(desk.readDeskCourse, { params: { courseId: won.id } })
    expect(held.sessionList[0]!.room).toMatchObject({ id: room.id, stepFree: true })
    const after = await lead(town).call(desk.addSessions, {
      params: { courseId: lost.id },
      body: { ...at, startsAt: '2026-12-09T21:00:00+08:00', endsAt: '2026-12-09T22:00:00+08:00' },
    })
    expect(after.sessions).toBe(1)
    const plan = await lead(town).call(desk.readRoomPlan, { query: { from: '2026-12-07' } })
    expect(plan.uses.filter(({ roomId }) => roomId === room.id)).toHaveLength(2)
    expect((await lead(town).refused(desk.changeRoom, { params: { roomId: room.id }, body: { ...room, closed: true } })).code).toBe(
      'room-still-used',
    )
    const because = { 'zh-CN': '停电检修' }
    await lead(town).call(desk.cancelSession, { params: { sessionId: held.sessionList[0]!.id }, body: { because } })
    expect((await lead(town).call(desk.addSessions, { params: { courseId: lost.id }, body: at })).sessions).toBe(2)
  })

  test('lecturers are shown by what they teach and where they come from; a guest only with consent, and the name goes with the guest', async () => {
    const guest: desk.LecturerPlan = {
      source: 'government',
      organId: organId(town.street.id, 'labour'),
      affiliation: null,
      personId: null,
      guestName: '温老师',
      guestAgreedOn: null,
      skills: [{ 'zh-CN': '劳动合同' }],
      speaks: ['粤语'],
    }
    expect((await lead(town).refused(desk.addLecturer, { body: guest })).errors).toMatchObject([{ path: 'guestAgreedOn' }])
    const named = await lead(town).call(desk.addLecturer, { body: { ...guest, guestAgreedOn: '2026-11-20' } })
    expect(named).toMatchObject({ name: '温老师', source: 'government', affiliation: { 'zh-CN': '人社服务所' } })
    expect((await lead(town).refused(desk.addLecturer, { body: { ...guest, personId: town.idOf('chen') } })).errors).toMatchObject([
      { path: 'personId', code: 'lecturer-no-post' },
    ])
    const master = await lead(town).call(desk.addLecturer, {
      body: { ...guest, source: 'company', organId: organId(town.street.id, 'printWorks'), personId: town.idOf('dengKai'), guestName: '' },
    })
    expect(master.name).toBe('邓凯')
    expect(Object.keys(master)).not.toContain('group')
    const { id } = await lead(town).call(desk.planCourse, { body: { ...coursePlan, lecturers: [named.id, master.id] } })
    expect((await lead(town).call(desk.readDeskCourse, { params: { courseId: id } })).lecturers).toHaveLength(2)
    expect((await lead(town).call(desk.endLecturer, { params: { lecturerId: named.id } })).name).toBeNull()
    const rows = await town.rows<{ row: string }>('select l::text as row from lecturer l')
    expect(rows.some(({ row }) => row.includes('温老师'))).toBe(false)
  })
})

test('below the minimum shortly before the start everybody is told once; postponing moves every class and its engagements', async () => {
  town.at('2026-12-01T09:00:00+08:00')
  const course = await openCourse(town, { day: '2026-12-03', weeks: 2, title: { 'zh-CN': '人不够的课' } })
  const params = { courseId: course.id }
  await town.as('chen').call(enrol, { params, body: {} })
  town.at('2026-12-02T09:00:00+08:00')
  await town.drain(['school.courses'])
  await town.drain(['school.courses'])
  const told = await town.rows<{ template: string }>('select template from message where person_id = $1 order by id', [town.idOf('chen')])
  expect(told.map(({ template }) => template)).toEqual(['course-placed', 'course-below'])
  await lead(town).call(desk.postponeCourse, { params, body: { days: 7 } })
  const moved = await town.as('chen').call(readCourse, { params })
  expect(moved.sessionList.map(({ startsAt }) => startsAt)).toEqual(['2026-12-10T11:00:00.000Z', '2026-12-17T11:00:00.000Z'])
  const engaged = await town.rows<{ at: Date; sequence: number }>(
    `select starts_at as at, sequence from engagement where person_id = $1 and kind = 'class' and not cancelled order by starts_at`,
    [town.idOf('chen')],
  )
  expect(engaged.map(({ at }) => at.toISOString())).toEqual(['2026-12-10T11:00:00.000Z', '2026-12-17T11:00:00.000Z'])
  const called = await lead(town).call(desk.stepCourse, { params, body: { step: 'cancel', because: { 'zh-CN': '师傅病了。' } } })
  expect(called).toMatchObject({ state: 'cancelled', because: { 'zh-CN': '师傅病了。' }, parties: [] })
  const left = await town.rows<{ n: number }>(`select count(*)::int as n from engagement where person_id = $1 and not cancelled`, [
    town.idOf('chen'),
  ])
  expect(left[0]!.n).toBe(0)
  town.at(monday)
})

test('the groups of a class are counted once, suppressed, and only for its school', async () => {
  const people = ['chen', 'maoXia', 'zhou', 'xu', 'liuFang', 'auntHuang', 'zhongHua', 'heYong', 'uncleHuang', 'liZhiqiang'] as const
  const course = await openCourse(town, { seats: 12, children: 'none', childPlaces: 0, carers: 0 })
  const params = { courseId: course.id }
  for (const who of people.slice(0, 9)) await town.as(who).call(enrol, { params, body: {} })
  expect((await lead(town).call(listEnrolments, { params })).shares).toBeNull()
  await town.as(people[9]).call(enrol, { params, body: {} })
  const { items, shares } = await lead(town).call(listEnrolments, { params })
  expect(items).toHaveLength(10)
  expect(JSON.stringify(items)).not.toMatch(/newcomer|local|unstated/)
  const [row] = await town.rows<{ shares: Record<string, number> }>('select shares from course where id = $1', [course.id])
  for (const group of ['newcomer', 'local', 'unstated'] as const)
    expect(shares![group].kind === 'few' || row!.shares[group]! >= 5).toBe(true)
  expect((await town.as('chen').refused(listEnrolments, { params })).status).toBe(403)
  const looks = await town.rows('select 1 from access_log where person_id = $1 and purpose = $2', [town.idOf('chen'), 'courseList'])
  expect(looks.length).toBeGreaterThan(0)
})

test('courses go out and in as a sheet; a row that does not fit is named and then nothing is taken', async () => {
  const sheet = await lead(town).raw(desk.exportCourses, {})
  expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  const send = async (rows: readonly (readonly string[])[]) => {
    const titles = ['课程名称', '模块', '最少人数', '名额', '上课说什么话', '孩子', '孩子名额']
    const bytes = await writeSheet(
      titles.map((title, index) => ({ title, value: (row: readonly string[]) => row[index] })),
      rows,
    )
    const boundary = 'sheet-boundary'
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const { status, body } = await lead(town).raw(desk.importCourses, {
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
    expect(status, body).toBe(200)
    return JSON.parse(body) as { taken: number; faults: { row: number; column: string }[] }
  }
  const good = ['春节写春联', '本地生活与文化', '6', '20', '普通话、粤语', '亲子同上', '10']
  expect(await send([good, ['没有模块', '手工', '6', '20', '', '', '']])).toMatchObject({ taken: 0, faults: [{ row: 3, column: '模块' }] })
  expect(await send([good])).toEqual({ taken: 1, faults: [] })
  const drafts = await lead(town).call(desk.listDeskCourses, { query: { state: 'draft' } })
  expect(drafts.items.find(({ title }) => title['zh-CN'] === '春节写春联')).toMatchObject({
    module: 'localLife',
    children: 'together',
    seats: 20,
  })
})

test('the public calendar has the open courses and nobody who learns; with the branch off only the parent line changes', async () => {
  const course = await openCourse(town, { title: { 'zh-CN': '公开日历里的课' } })
  await town.as('chen').call(enrol, { params: { courseId: course.id }, body: {} })
  const { body, headers } = await town.anonymous.raw(fetchSchoolCalendar, {})
  expect(headers['content-type']).toContain('text/calendar')
  expect(body).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Asia\/Shanghai/)
  expect(body).toContain('公开日历里的课')
  expect(body).not.toMatch(/陈国强|ATTENDEE|支部/)
  expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const before = await town.anonymous.call(readSchool, {})
  const modules = { council: true, corps: true, school: true, branch: false }
  await town.as('zhaoYu', { secondFactor: true }).call(writeSetting, { params: { key: 'modules' }, body: { value: modules } })
  const after = await town.anonymous.call(readSchool, {})
  expect(after.parent!.name['zh-CN']).toBe('S街街道办事处')
  expect({ ...after, parent: null }).toEqual({ ...before, parent: null })
  await town
    .as('zhaoYu', { secondFactor: true })
    .call(writeSetting, { params: { key: 'modules' }, body: { value: { ...modules, branch: true, school: false } } })
  expect((await town.anonymous.refused(readSchool, {})).code).toBe('organ-off')
  await town
    .as('zhaoYu', { secondFactor: true })
    .call(writeSetting, { params: { key: 'modules' }, body: { value: { ...modules, branch: true } } })
})
